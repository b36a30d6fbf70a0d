"""What one line looks like, whatever stands around it. A shape is a hypothesis: context decides."""

from collections.abc import Iterable
from enum import IntEnum, auto
from re import Pattern

from ..text.match import Lazy
from . import phrases
from .fields import COUNT, DATE, DECORATION, fields_of, names_of_fields
from .gate import says_nothing
from .lines import SITE_SUFFIX, Line
from .names import ROLE, names_in
from .terms import controls, menu_word, telling_control, weak_control, words


class Shape(IntEnum):  # members of a plain Enum hash in Python, ten times slower
    """Hypotheses on a line."""

    SYMBOLS = auto()  # nothing but marks
    CONTROL = auto()  # words of controls
    WEAK_CONTROL = auto()  # one word that may be a control
    PAGER = auto()  # link to the page before or after
    END = auto()  # a mark that the text ends here
    ADDRESS = auto()  # a bare address of the web
    DATA = auto()  # what a script left behind
    PATH = auto()  # short names between arrows
    CRUMB = auto()  # path through a site
    MENU = auto()  # row of menu words
    FILE = auto()  # name of a file with its size
    FOOT_LINK = auto()  # link of an imprint
    LINKS = auto()  # row of short names between bars
    WELCOME = auto()  # greeting of a site
    SUFFIX = auto()  # name of the site behind the title
    SIDE = auto()  # head of a list of other pages
    SIDE_LINE = auto()  # head of such a list with its items
    IMPRINT = auto()  # imprint
    OPERATOR = auto()  # who runs the site
    DISCLAIMER = auto()  # statement of the site about rights, sources, liability
    CLAIM = auto()  # the same said by nobody in particular
    PROMOTION = auto()  # promotion of a document-sharing site
    SPAM = auto()  # advertising
    TABLE = auto()  # fields of an index table
    BYLINE = auto()  # fields of a byline or of credits
    CONTACT = auto()  # contact fields
    DATE = auto()  # a date alone
    NUMBER = auto()  # a number alone
    NONE = auto()  # no hypothesis


BULLET = Lazy(r"^[·*>◆◇★☆※▼▲◎○□ -]{1,6}(?=[^ ])")
HAN = Lazy("[\u4e00-\u9fff]")
LATIN_OR_HAN = Lazy("[\u4e00-\u9fffa-z0-9]")
PAGER = Lazy(
    r"^[·<>\[ (|]{0,4}(?:上|下|前|后)(?:一)?(?:篇|条|则|页|个)(?:文章|新闻|文档|信息)?[\])]? {0,3}(?::|>|<|\[|\()|^[\[(][上下前后]一?[篇条则页][\])]|^[<\[(]{0,2}(?:previous|next)(?: article| page)?:"
)
RULE_LINE = Lazy(r"(?:&[a-z]{2,6};? ?){1,20}|[-=_*~#·]{2,80}[^-=_*~#·]{0,10}[-=_*~#·]{2,80}")
END = Lazy(r"[·\-=~*<>\[( #—]{0,8}(?:end|完|the end|全文完|正文完|本文完|结束)[·\-=~*<>\]) #—]{0,8}")
ADDRESS = Lazy(r"(?:https?://|www\.)[^ \u4e00-\u9fff]{4,400}|[a-z0-9-]{2,30}(?:\.[a-z0-9-]{2,30}){1,4}/?")
DATA_TEXT = Lazy(r"^[\[{]\"[a-z_]|^(?:var|function|document|window|\$\(|if ?\(|<script|<!--|<div|<a href|<img|//)|\{\"[a-z]+\":|^!?\[[^\]]{0,60}\]\([^)]{0,200}\)$|</(?:a|div|span|p|li|ul)>")
PLACE = Lazy(r"^[·>\[( |]{0,4}(?:您|你|当前|现在|所在|目前|网站|页面|的|是|正|处|于|浏览){0,6}(?:位置|栏目|所在位置)(?:是|为)?\]? {0,3}[:>]")
WELCOME = Lazy(r"^(?:您好,? ?|你好,? ?)?(?:欢迎|热烈欢迎)(?:您|你)?(?:的)?(?:访问|光临|来到|登录|登陆|浏览|使用|进入|莅临)|^[^,。]{2,20}欢迎(?:您|你)(?:的)?(?:访问|光临|到来)?[!]?$|^(?:今天|今日|现在)(?:是|时间):?|^(?:当前|北京|系统)(?:时间|日期):?")
SHEET = Lazy(r"^\(?(?:下转|上接|紧接|接|转)(?:第)? ?[a-z]?\d{1,2} ?(?:版|页)|^[<\[(]{1,2}(?:下转|上接|紧接).{1,12}[>\])]{1,2}$")
SCAN = Lazy(
    r"^[·▲▼( \[]{0,4}(?:(?:请?用)?(?:微信|手机|支付宝)?扫(?:一扫|码|描)|长按|识别|点击(?:上方|下方|蓝字|标题下|右上角|左下)|点击(?:阅读原文|关注)|(?:欢迎)?关注(?:我们|本站|微信|官方微信|公众号|.{0,14}(?:公众号|微信|视频号|抖音))|更多(?:精彩|内容|资讯)(?:,|请|尽在|关注|扫)|"
    r"(?:官方)?微信公众号:?|请?(?:长按|扫描|识别)(?:上方|下方|图中|左侧|右侧|此)?二维码|觉得(?:不错|有用|好看)|(?:您的)?当前文档|.{0,14}(?:预览完毕|试读结束|阅读结束)|微信搜索|搜索(?:微信)?公众号|.{0,20}第一时间(?:获取|了解|掌握)|[> ]{0,3}(?:点击|点此|戳)(?:此处|这里)?(?:查看|进入|阅读|下载|浏览|了解|收听|观看)|本文导航|收录于(?:合集|话题|专辑)|.{0,10}浏览器(?:版本)?(?:过低|太低|较低)|(?:欢迎)?(?:大家)?(?:留言|转发|点赞|评论|分享)[、,和及])"
)
PROMPT = Lazy(r"请输入|验证码|登录|注册|会员|才可以|好友|享用|没有账号|账号|发帖|回复|可见|游客|权限|附件|积分|下载或查看|继续阅读|查看全文|完整内容")
SEO_WORDS = Lazy(r"官网|入口|app|下载|登录|注册|首页|最新版|手机版|官方|安卓|ios|体育|娱乐|平台|免费")
SPAM_WORDS = Lazy(r"澳门|葡京|娱乐场|赌场|开户|体育平台|官方入口|在线平台|注册送|金沙|太阳城|威尼斯人|皇冠|bet365|永利|老虎机|百家乐|六合彩|真钱|时时彩|在线观看|免费观看|成人|色情|信用卡套现|qq群|会员群|加群|加微信|微信号|加入我们|@所有人|代写|代发|办证|刻章|博彩|娱乐城|官网(?:首页)?(?:入口|登录|下载)|棋牌|彩票平台|真人|体育投注|下注|兼职日结|vx:|薇信|加v|客服微信|群里下载|优惠券|点击领取|资料群")
NEWSPAPER = Lazy(r"第? ?[a-z]?\d{1,2} ?版(?:[: ]|$)|版次:|期号:|总第? ?\d+ ?期")
DOWNLOAD = Lazy(r"^(?:下载|保存|复制)(?:文档|文件|全文|本文|资料).{0,18}$|^\[?(?:点击|免费|立即)?下载.{2,60}(?:word|doc|docx|pdf|格式|文档|全文)|^.{2,60}(?:word|doc|pdf)(?:格式)?(?:文档)?(?:免费)?(?:下载|在线(?:阅读|预览)).{0,10}$|^(?:文档|资料|本文)(?:下载|格式|大小|编号|页数):")
FROM = Lazy(r"^(?:以下|本)(?:文章|文)(?:转载|来源|转|来)自?于? ?[^。]{2,30}$")
SPACED = Lazy(r"(?:[\u4e00-\u9fff] ){4}")
FILE = Lazy(r"\.(?:docx?|xlsx?|pptx?|pdf|rar|zip|wps|et|jpg|png)(?: ?[\[(]? ?\d{1,6}(?:\.\d{1,2})? ?[kmg]b?[\])]?)(?: ?下载(?:次数:? ?\d*)?)?$")
PERIODICAL = Lazy(r"^[\u4e00-\u9fff]{2,14} ?(?:19|20)\d\d ?年 ?第?\d{1,2} ?期$")


def squeezed(text: str) -> str:
    return text.replace(" ", "")


def controls_in(text: str) -> Shape | None:
    """CONTROL, WEAK_CONTROL or nothing, for a line without its bullet."""
    if len(text) > 160:
        return None
    if not controls().fullmatch(text):
        return _mixed_controls(text)
    if BUTTON.fullmatch(text):
        return Shape.CONTROL
    if telling_control().search(text):
        return Shape.CONTROL
    pagers = PAGE_LINK.findall(text)
    weak = weak_control().findall(text) + pagers
    if len(weak) > 1 or (weak and text[0] in "[(" and text[-1] in "])" and len(weak[0]) > 1):
        return Shape.CONTROL if sum(map(len, weak)) > 2 or any(map(str.isdigit, text)) else Shape.WEAK_CONTROL
    return Shape.WEAK_CONTROL if weak else None


PAGE_LINK = Lazy(r"[上下前后]一?[页篇条版期则章节张]")
BUTTON = Lazy(r"(?:\[(?:打印|关闭|返回|收藏|顶部|列印|转发|分享|返回列表|首页)\] ?){1,6}")
TOKEN = Lazy(r"[^ \[\]|/·]+")


def _mixed_controls(text: str) -> Shape | None:
    """A row of short pieces, two or more and at least half of them words of controls: `评论(0) 举报 嵌入博客`."""
    if len(text) > 60 or "," in text or "。" in text or ":" in text:
        return None
    pieces = TOKEN.findall(text)
    if len(pieces) < 2 or any(len(piece) > 8 for piece in pieces):
        if " " in text and controls().fullmatch(squeezed(text)) and telling_control().search(squeezed(text)):
            return Shape.CONTROL  # 顶 一下
        return None
    known = sum(controls().fullmatch(piece) is not None and HAN.search(piece) is not None for piece in pieces)
    return Shape.CONTROL if known >= 2 and known * 2 >= len(pieces) else None


def is_path(text: str) -> bool:
    """Short names between arrows: a path if it stands above a title."""
    steps = [step.strip(" |·[]") for step in text.split(">")]
    return len(text) <= 60 and len([s for s in steps if s]) >= 2 and "," not in text and "。" not in text and all(
        len(step) <= 14 for step in steps)


def is_crumb(text: str) -> bool:
    """`首页 > 新闻 > 正文`, `您的位置：首页 - 通知`."""
    if len(text) > 160 or "。" in text:
        return False
    if PLACE.match(text):
        return True
    for mark in (">", "/", "-", "\\"):
        if mark in text:
            steps = [step.strip(" >-/|·[]") for step in text.split(mark)]
            steps = [step for step in steps if step]
            if 2 <= len(steps) <= 8 and all(len(step) <= 22 and "," not in step for step in steps[:-1]):
                first = squeezed(steps[0])
                if first == "home":
                    return True
                known = words("nav", "ui-weak")
                if first.endswith("首页") or first == "主页" or (
                    mark == ">" and (first.endswith(("网", "门户", "频道", "中心", "网站", "在线", "文库", "报", "新闻", "教育", "数字报"))
                                     or sum(squeezed(step) in known for step in steps) * 2 >= len(steps)
                                     or squeezed(steps[-1]) in ("正文", "内容", "详情", "文章正文"))):
                    return True
    return False


def first_word(text: str) -> str:
    match = TOKEN.search(text)
    return match.group() if match else ""


def is_menu(text: str) -> bool:
    """Three or more words of a menu, and little else."""
    if not 6 <= len(text) <= 400 or "。" in text or "," in text:
        return False
    line = squeezed(text)
    found = menu_word().findall(line)
    han = len(HAN.findall(line))
    first = first_word(text)
    if len(found) >= 1 and (first.endswith("首页") or first in ("home", "主页")) and len(first) <= 8:
        parts = [part for part in TOKEN.findall(text) if len(part) > 1]
        if len(parts) >= 3 and all(len(part) <= 8 for part in parts):
            return True
    return len(found) >= 3 and sum(map(len, found)) >= 0.6 * han and (" " in text or "|" in text or "·" in text)


def is_links(text: str) -> bool:
    """Three or more short names between bars."""
    parts = [part.strip() for part in text.split("|")]
    parts = [part for part in parts if part]
    return len(parts) >= 3 and all(len(part) <= 16 and "。" not in part and "," not in part for part in parts)


def count_says(patterns: Iterable[Pattern[str]], text: str) -> int:
    return sum(1 for pattern in patterns if pattern.search(text))


def disclaimer_in(text: str, is_ordinal: bool) -> Shape | None:
    """DISCLAIMER where the site itself speaks of rights, sources or liability, CLAIM where nobody does in particular."""
    if is_ordinal or not phrases.DISCLAIMER_HINT.search(text):
        return None  # an article of a regulation may say all of this
    says = count_says(phrases.DISCLAIMER_SAYS, text)
    if says == 0:
        return None
    speaks = phrases.SITE_SPEAKS.search(text) is not None
    if phrases.DISCLAIMER_HEAD.match(text) and (says >= 2 or speaks or len(text) < 80):
        return Shape.DISCLAIMER
    if speaks and (says >= 2 or len(text) <= 24 and not text.endswith("。")):
        return Shape.DISCLAIMER
    return Shape.CLAIM if says >= 2 and len(text) <= 60 else None


def is_promotion(text: str) -> bool:
    return (phrases.PROMOTION_HINT.search(text) is not None
            and count_says(phrases.PROMOTES, text) >= (2 if len(text) > 12 else 3))


def is_imprint(text: str, is_ordinal: bool) -> bool:
    if len(text) > 300 or is_ordinal:
        return False
    if not phrases.IMPRINT.search(text):
        return False
    return not text.endswith("。") or REGISTERED.search(text) is not None


FOOT_LINK = Lazy(
    r"(?:(?:(?:网站|站点|xml)(?:地图|导航|声明|简介|帮助|首页)|联系(?:我们|方式)|关于(?:我们|本站|本网)|(?:法律|隐私|版权|免责)(?:声明|保护|政策|条款)|隐私(?:政策|保护)|服务(?:条款|协议)|用户协议|使用帮助|友情链接|"
    r"意见反馈|广告(?:服务|合作|投放)|(?:诚聘|招贤)英才|加入我们|人才招聘|投稿(?:须知|指南)|手机版|(?:举报|侵权)投诉|sitemap|contact us|about us)[ |·]{0,6}){1,12}"
)
REGISTERED = Lazy(r"icp[备证]? ?\d|备\d{6}|标识码:? ?\d{6}|copyright|©|all rights")


def byline_value_is_short(text: str, fields: "tuple[object, ...]") -> bool:
    return len(text) <= 46 * max(1, len(fields)) + 20


def byline_fields(text: str) -> tuple[int, int]:
    """How many byline fields a line of nothing but fields has, and how many table fields: (0, 0) for other lines."""
    if len(text) > 260 or text.endswith("。") and len(text) > 60:
        return 0, 0
    bare = text.strip(DECORATION) if text[0] in "([·*-# |" else text
    found = fields_of(bare, ("byline", "table", "contact"))
    if not found:
        return 0, 0
    head = bare[: found[0].begin].strip(DECORATION)
    if head and not (DATE.fullmatch(head) or COUNT.fullmatch(head) or controls_in(head) or len(head) <= 14 and "," not in head):
        return 0, 0
    if any(f.name == "publish_date" and f.end > f.start and not DATE.match(bare[f.start : f.end]) for f in found):
        return 0, 0
    if any("。" in bare[f.start : f.end] or f.end - f.start > 90 for f in found):
        return 0, 0
    byline = sum(f.where == "byline" for f in found)
    table = sum(f.where == "table" or any(w == "table" for w, _ in names_of_fields().get(f.label, ())) for f in found)
    if head and DATE.match(head):
        byline += 1
    return byline, table


def shape_of(line: Line) -> Shape:
    """The first hypothesis that fits."""
    if line.size > 40 and line.is_sentence:
        return Shape.NONE if line.is_plain_prose else _long(line)
    text = line.text
    if line.is_piece and text[0] in "-_|" and SITE_SUFFIX.match(text):
        return Shape.SUFFIX
    if says_nothing(text):
        return Shape.NONE
    if line.size >= 10 and text.endswith("...") and ":" not in text and controls_in(text) is None:
        return Shape.NONE  # the cut title of another page
    if not LATIN_OR_HAN.search(text) or RULE_LINE.fullmatch(text) and not END.fullmatch(text):
        return Shape.SYMBOLS
    match = BULLET.match(text)
    bare = text[match.end() :] if match else text
    if bare[0].isdigit() and bare.replace(" ", "").isdigit():
        return Shape.NUMBER
    return _widget(line, text, bare) or _statement(line, text, bare) or _named(line, text, bare)


def _widget(line: Line, text: str, bare: str) -> Shape | None:
    """Controls, lists of other pages, paths: what a page is navigated with."""
    size = len(text)
    if FOOT_LINK.fullmatch(bare):
        return Shape.FOOT_LINK
    if size <= 40 and phrases.SIDE_HEAD.fullmatch(text) and squeezed(bare) not in words("ui"):
        return Shape.SIDE
    control = controls_in(bare)
    if control is not None:
        return control
    if END.fullmatch(text):
        return Shape.END
    if "." in text and FILE.search(text) and size <= 90:
        return Shape.FILE
    if PAGER.match(text):
        return Shape.PAGER
    if ("." in text or "/" in text) and ADDRESS.fullmatch(text):
        return Shape.ADDRESS
    if DATA_TEXT.search(text):
        return Shape.DATA
    if is_crumb(bare):
        return Shape.CRUMB
    if phrases.SIDE_LINE.match(text) and size <= 80:
        return Shape.SIDE_LINE
    if size <= 60 and (SCAN.match(text) or SHEET.match(text)) and not line.is_ordinal and not text.endswith(("。", ":")):
        return Shape.CONTROL
    if DOWNLOAD.match(text) and "。" not in text:
        return Shape.CONTROL
    if size <= 60 and WELCOME.match(text):
        return Shape.WELCOME
    return None


def _statement(line: Line, text: str, bare: str) -> Shape | None:
    """Imprints, disclaimers, promotions: what a site says of itself."""
    size = len(text)
    if is_imprint(squeezed(text) if " " in text and SPACED.search(text) else text, line.is_ordinal):
        return Shape.IMPRINT
    disclaimer = disclaimer_in(text, line.is_ordinal)
    if disclaimer is Shape.CLAIM and ":" in text and byline_fields(bare) != (0, 0):
        return Shape.DISCLAIMER
    if disclaimer is not None:
        return disclaimer
    if phrases.DISCLAIMER_TITLE.fullmatch(text):
        return Shape.DISCLAIMER
    if (" " in text or "|" in text or "·" in text) and is_menu(bare):
        return Shape.MENU
    if len(SPAM_WORDS.findall(text)) >= 2 or size <= 40 and "," not in text and _is_seo(text):
        return Shape.SPAM
    if is_promotion(text):
        return Shape.PROMOTION
    if size <= 60 and "。" not in text and not line.is_ordinal and len(PROMPT.findall(text)) >= 3 - text.startswith("提示"):
        return Shape.CONTROL
    return None


def _is_seo(text: str) -> bool:
    """Three words of search-engine spam, and little else."""
    found = SEO_WORDS.findall(text)
    return len(found) >= 3 and sum(map(len, found)) * 2 >= len(text)


def _named(line: Line, text: str, bare: str) -> Shape:
    """Dates, bylines, index tables, contact lines: what has a name and a value."""
    size = len(text)
    dated = DATE.search(bare)
    if dated and text[0] != "(" and DATE.fullmatch(bare.strip(DECORATION)):  # (…): the document's own date
        return Shape.DATE
    if ":" in text or "|" in text or " " in text or "/" in text or (bare[0] in "([" and len(bare) < 60) or not size > 8:
        byline, table = byline_fields(bare)
        if byline or table:
            return Shape.TABLE if table > byline else Shape.BYLINE
    if dated and is_dated_byline(bare) or size <= 30 and ROLE.match(bare) and names_in(ROLE.sub(" ", bare)) or (
            PERIODICAL.match(bare) or FROM.match(bare)):
        return Shape.BYLINE
    if ":" in text and not line.is_sentence and fields_of(bare, ("contact",)):
        return Shape.CONTACT
    if OPERATED.search(text) and size <= 120 and phrases.OPERATOR.search(text) and "。" not in text and not line.is_ordinal:
        return Shape.OPERATOR
    if ">" in text and is_path(text):
        return Shape.PATH
    if "|" in text and is_links(text):
        return Shape.LINKS
    return Shape.NONE


OPERATED = Lazy("主|承办|协办|维护|运维|技术|制作|版权|管理|建设|运营|开发|设计|指导|支持|网站|内容")
VIEWED = Lazy(r"^(?:\||阅|浏览|点击|\d)|[|] ?(?:阅|浏览|点击|转|赞|评)")


def is_dated_byline(text: str) -> bool:
    """`2023-10-19 | 某局宣传科 | 阅读 98`: a date, then short pieces and no sentence."""
    match = DATE.search(text[:60])
    if match is None or len(text) > 80 or "。" in text:
        return False
    if NEWSPAPER.search(text):
        return True
    before, after = text[: match.start()].strip(DECORATION), text[match.end() :].strip(DECORATION)
    if before.endswith("发表于") and len(before) <= 30:
        return True
    if after.startswith("发表于") and len(after) <= 12 and len(before) <= 30:
        return True
    if before.startswith("原创") and len(before) <= 40:
        return True
    if before and len(before) <= 14 and "," not in before and VIEWED.search(after):
        return True
    timed = ":" in match.group()
    if before or not after:
        return not before and not after and timed
    pieces = [piece for piece in after.replace("|", " ").split(" ") if piece]
    if "," in after or len(after) > 40:
        return False
    return (timed or text[match.end()] in " |") and len(pieces) <= 4 and not any(
        mark in after for mark in ("至", "召开", "举行", "起", "前", "印发", "通过"))


def _long(line: Line) -> Shape:
    """A line of prose: a disclaimer, a promotion, an imprint, or the author's."""
    text = line.text
    disclaimer = disclaimer_in(text, line.is_ordinal)
    if disclaimer is not None:
        return disclaimer
    if is_imprint(text, line.is_ordinal) and REGISTERED.search(text):
        return Shape.IMPRINT
    if not line.is_ordinal and is_promotion(text):
        return Shape.PROMOTION
    if len(SPAM_WORDS.findall(text)) >= 2 and len(text) < 120:
        return Shape.SPAM
    if DATA_TEXT.search(text):
        return Shape.DATA
    if len(text) < 260 and not text.endswith("。") and not line.is_ordinal:
        byline, table = byline_fields(text)
        if byline + table >= 2:
            return Shape.TABLE if table > byline else Shape.BYLINE
    return Shape.NONE

