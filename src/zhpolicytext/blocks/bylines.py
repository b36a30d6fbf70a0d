"""What has a name and a value: dates, bylines, credits, index tables, contact lines."""

from ..text.match import Lazy
from . import phrases
from .fields import COUNT, DATE, DECORATION, fields_of, names_of_fields
from .lines import Line
from .names import ROLE, names_in
from .shape import Shape
from .widgets import controls_in, is_links, is_path


NEWSPAPER = Lazy(r"第? ?[a-z]?\d{1,2} ?版(?:[: )]|$)|版次:|期号:|总第? ?\d+ ?期")
FROM = Lazy(r"^(?:(?:以下|本)(?:文章|文)(?:转载|来源|转|来)自?于? ?[^。]{2,30}|\(?以上(?:内容|信息|文章|消息)(?:由[^。]{2,30}(?:发布|整理|提供|转载)|(?:转载|来源|转|来)自?于?)[^。]{0,30}|(?:本文|全文|文章)字数: ?\d{1,6} ?字?|(?:文字|图文|图片|视频|综合)报道: ?[\u4e00-\u9fff]{2,4}(?:[ 、,/][\u4e00-\u9fff]{2,4}){0,3}|本文标题: ?[^。]{2,80}|链接地址: ?(?:https?://|www\.)[^ ]{4,200})$")
#: `某某报／ 記者王一民／台北報導`: paper, reporter, place.
REPORTED = Lazy(r"^(?:[\u4e00-\u9fff]{2,8} ?/ ?)?(?:特派|实习|资深)?记者 ?[\u4e00-\u9fff、]{2,12} ?/ ?[\u4e00-\u9fff]{2,8}(?:报导|报道|电|讯)$")
PERIODICAL = Lazy(r"^[\u4e00-\u9fff]{2,14}(?:\([\u4e00-\u9fff]{1,8}\)|[·:][\u4e00-\u9fff]{1,10})? ?(?:19|20)\d\d ?年 ?第?\d{1,2} ?期$")
OPERATED = Lazy("主|承办|协办|维护|运维|技术|制作|版权|管理|建设|运营|开发|设计|指导|支持|网站|内容")
#: `全国服务热线：400-…`: whatever the telephone is called.
CALL = Lazy(r"^[\u4e00-\u9fff/\d]{0,10}(?:热线|电话|专线|手机|传真|座机|客服)(?:\([^()]{1,6}\))?:? ?\(?\+?\d[\d() -]{2,20}$")
#: `医院地址：…`: whoever's it is.
ADDRESS = Lazy(r"^[\u4e00-\u9fff]{0,6}(?:地址|校址|馆址|院址|传真|邮编|网址|路线):")
SITE = Lazy(r"^(?:https?://|www\.)[a-z0-9./:_-]{4,60}(?: |$)")
#: Names of fields that take who published as well as when.
PUBLISHED = frozenset(("发布", "发稿", "发表", "编发"))
#: What follows the time in the byline of an account: the province, a control.
WECHAT = Lazy(r"(?:[\u4e00-\u9fff]{2,3})?(?: ?听全文)?")
NAMED_SITE = Lazy(r"[\u4e00-\u9fff]{2,14} ?\(? ?(?:https?://|www\.)[a-z0-9./:_-]{4,60}\)?")
DOMAIN = Lazy(r"(?:[a-z0-9-]{1,30}\.){1,4}(?:cn|com|net|org|gov|edu)(?:\.cn)?")
#: Who signs a form, under its last row: `制表人：某某 审核人：某某 日期：…`.
FORM = Lazy(r"(?:制表|填表|填报|填写|经办|复核|编制|会计|出纳|(?:单位)?负责|审批|统计|登记|盘点|交接)(?:人|员|单位|部门)?(?:\([^()]{1,4}\))? ?:")
#: What the figures of a table are counted in: `单位：万元`.
MEASURE = Lazy(r"(?:人民币)?[十百千万亿]{0,3}(?:美?元|港元|欧元|日元|人次?|吨|公?斤|[千毫]?克|公顷|亩|平方[千公]?[米里]|立方米|[公千厘毫]?米|公里|[个户家件辆台所处座套册张株头只次天岁%‰]|小时|千瓦时?|标准煤|元/[^ ]{1,8})(?:[、,/;及和][^ ]{1,12})?")
WHEN = Lazy(r"\d|时间|日期|地点|截止|开始|结束|起$|止$|于$|前$|后$|:$")
#: A date of Taiwan's offices: year 1 is 1912.
REPUBLIC = Lazy(r"(?:民国)? ?1[01]\d ?(?:年 ?[01]?\d ?月 ?[0-3]?\d ?日|([-/.])[01]?\d\1[0-3]?\d(?!\d))")
CLOCK = Lazy(r"[01]?\d-[0-3]?\d [0-2]?\d:[0-5]\d|[0-3]?\d\.[01]?\d\.(?:19|20)\d\d {1,2}[0-2]?\d:[0-5]\d")
VIEWED = Lazy(r"^(?:\||阅|浏览|点击|\d++(?![年月日时点]))|[|] ?(?:阅|浏览|点击|转|赞|评)")


def byline_fields(text: str) -> tuple[int, int]:
    """How many byline fields a line of nothing but fields has, and how many table fields: (0, 0) for other lines."""
    if len(text) > 260 or text.endswith("。") and len(text) > 60:
        return 0, 0
    bare = text.strip(DECORATION) if text[0] in "([·*-# |" else text
    found = fields_of(bare, ("byline", "table", "contact"))
    if not found:
        return 0, 0
    if any(f.label == "单位" and MEASURE.fullmatch(bare[f.start : f.end].strip(DECORATION)) for f in found):
        return 0, 0  # above a table
    head = bare[: found[0].begin].strip(DECORATION)
    if ":" in head and FORM.match(head):
        return 0, 0
    if head and SITE.match(head):  # www.example.com 2010-06-18 10:24
        head = SITE.sub("", head, count=1).strip(DECORATION)
    if head and NAMED_SITE.fullmatch(head):
        head = ""
    if head and not (DATE.fullmatch(head) or COUNT.fullmatch(head) or controls_in(head) or len(head) <= 14 and "," not in head):
        date = DATE.search(head)  # controls, or the office and the kind of page, beside the date
        beside = " ".join((head[: date.start()], head[date.end() :])).strip(DECORATION) if date else head
        if date is None or "," in beside or "。" in beside or not (
                not beside or controls_in(beside) or len(beside) <= 24 and found[0].name == "views"):
            return 0, 0
    dated = any(DATE.match(bare[f.start : f.end]) for f in found)
    if any(f.name == "publish_date" and f.end > f.start and not DATE.match(bare[f.start : f.end]) and not REPUBLIC.match(bare, f.start) and not (
            dated and f.label in PUBLISHED and "," not in bare[f.start : f.end]) for f in found):
        return 0, 0
    if any("。" in bare[f.start : f.end] or f.end - f.start > 90 for f in found):
        return 0, 0
    byline = sum(f.where == "byline" for f in found)
    table = sum(f.where == "table" or any(w == "table" for w, _ in names_of_fields().get(f.label, ())) for f in found)
    if head and DATE.match(head):
        byline += 1
    return byline, table


def is_dated_byline(text: str) -> bool:
    """`2023-10-19 | 某局宣传科 | 阅读 98`: a date, then short pieces and no sentence."""
    match = DATE.search(text[:60])
    if match is None or len(text) > 80 or "。" in text or text[-1] == ",":
        return False
    if NEWSPAPER.search(text):
        return True
    before, after = text[: match.start()].strip(DECORATION), text[match.end() :].strip(DECORATION)
    if DOMAIN.fullmatch(before):  # example.com 2010-06-18 10:24 某某网
        before = ""
    if before.endswith("发表于") and len(before) <= 30 or len(before) <= 4 and before.endswith("于"):
        return True
    if after.startswith("发表于") and len(after) <= 12 and len(before) <= 30:
        return True
    if before.startswith("原创") and len(before) <= 40:
        return True
    if before and len(before) <= 14 and "," not in before and VIEWED.search(after):
        return True
    timed = ":" in match.group()
    if timed and WECHAT.fullmatch(after):
        after = ""
    words = before.split()
    if timed and not after and 2 <= len(words) <= 3 and len(set(words)) < len(words):
        return True
    if not after:
        return timed and (not before or len(before) <= 14 and "," not in before and not WHEN.search(before))
    if before:
        return False
    pieces = [piece for piece in after.replace("|", " ").split(" ") if piece]
    if "," in after or len(after) > 40:
        return False
    return (timed or text[match.end()] in " |") and len(pieces) <= 4 and not any(
        mark in after for mark in ("至", "召开", "举行", "起", "前", "印发", "通过"))


def named_in(line: Line, text: str, bare: str) -> Shape:
    """Dates, bylines, index tables, contact lines: what has a name and a value."""
    size = len(text)
    dated = DATE.search(bare)
    if CLOCK.fullmatch(bare):
        return Shape.DATE
    if dated and text[0] != "(" and DATE.fullmatch(bare.strip(DECORATION)):  # (…): the document's own date
        return Shape.DATE
    if ":" in text or "|" in text or " " in text or "/" in text or (bare[0] in "([" and len(bare) < 60) or not size > 8:
        byline, table = (0, 0) if line.is_ordinal else byline_fields(bare)
        if byline or table:
            return Shape.TABLE if table > byline else Shape.BYLINE
    if dated and is_dated_byline(bare) or size <= 30 and ROLE.match(bare) and names_in(ROLE.sub(" ", bare)) or (
            PERIODICAL.match(bare) or FROM.match(bare) or "/" in bare and REPORTED.match(bare)):
        return Shape.BYLINE
    if not line.is_sentence and (":" in text and fields_of(bare, ("contact",)) or size <= 40 and not line.is_ordinal and (
            CALL.match(bare) is not None or ADDRESS.match(bare) is not None)):
        return Shape.CONTACT
    if OPERATED.search(text) and size <= 120 and phrases.OPERATOR.search(text) and "。" not in text and not line.is_ordinal:
        return Shape.OPERATOR
    if ">" in text and is_path(text):
        return Shape.PATH
    if "|" in text and is_links(text):
        return Shape.LINKS
    return Shape.NONE
