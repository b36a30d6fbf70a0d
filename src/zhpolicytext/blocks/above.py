"""Above the title: the column a page belongs to, the other headlines of an edition, tags, the time it was put online."""

from ..text.match import Lazy
from .fields import DATE, DECORATION
from .lines import begins_with
from .model import Label
from .page import CLOCK_AT_END, SUMMARY, Page, is_site_name
from .shape import Shape

#: Names of columns as sites of schools, offices and papers put them over each of their pages: 校园新闻, 学术观点.
COLUMN_NAME = Lazy(
    r"[·*>\[ ]{0,3}(?:学校|校园|学院|院系|院部|系部|部门|基层|综合|媒体|教育|教学|工作|科研|学术|思想|理论|时政|党建|党团|团学|学生|教师|校友|招生|就业|通知|公告|新闻|头条|图片|视频|政务|政策|本地|本校|我校|国内|国际|今日|最新|"
    r"热点|重要|要闻|专题|人物|文化|行业|产业|区县|县区|市县|乡镇|街道|地方|机关|系统|领导|会议|信息|政府|文件|法规|统计|督查|教研|德育|安全|后勤|工会|图书|支部)"
    r"(?:新闻|动态|要闻|快讯|资讯|信息|观点|视点|视角|聚焦|关注|速递|简讯|短波|报道|之声|天地|园地|公告|通知|公示|简报|风采|头条|快报|快递|之窗|播报|中心|看点|公开|发布|解读|广角|热点|动向|纵横|在线|文件)[\] ]{0,2}"
)
#: The name of a site, and nothing else it could be.
SITE = Lazy(r"[\u4e00-\u9fff]{2,24}(?:门户网站|政府网站?|官方网站|官网|信息网|新闻网|教育网|党建网|政务网|公众信息网|频道|数字报|电子报)|(?:百家|搜狐|网易|头条|大鱼|企鹅|澎湃|一点|新浪|凤凰|微信公众|快传)号")
PLATFORM_NAME = Lazy(r"(?:百家|搜狐|网易|头条|大鱼|企鹅|澎湃|一点|新浪|凤凰|快传)号")
_GAZETTE_ENDS = frozenset("报刊志")
ISSUE = Lazy(r"(?:19|20)\d\d ?年 ?第? ?\d{1,3} ?[期号] ?(?:\(?总第? ?\d{1,5} ?[期号]\)?)?")
GAZETTE = Lazy(r"[\u4e00-\u9fff]{2,16}(?:公报|政报|学报|日报|晚报|周刊|月刊|杂志)")
#: What opens the list of the other headlines of a newspaper's page.
HEADLINES = Lazy(r"[·\[(]?(?:标题|版面|本版|本期|今日|新闻|文章)(?:导航|目录|新闻|标题|要目|导读|概览|要闻|列表)[\]):]{0,2}")
#: `某某网小编整理`, under a title.
COLLECTED = Lazy(r"[\[(]?[\u4e00-\u9fffa-z0-9]{0,10}(?:小编|编辑部?)(?:收集|搜集|整理|汇总|分享|发布|推荐|供稿){1,2}[\])]?")
_MOST = 40  # headlines of one page of a newspaper


def label_above(page: Page, title: int) -> None:
    """Lines above the title that only the knowledge of what follows them tells."""
    lines = page.lines
    if title + 1 < len(lines) and page.labels.get(title + 1) is Label.BYLINE:
        account = lines[title + 1].text.split(" ")[0]
        for k in range(title):
            if not page.gone(k) and 4 <= len(account) <= 16 and lines[k].text == account:  # said again before the date
                page.drop(k, Label.NAV)
    if title > 0 and PLATFORM_NAME.fullmatch(lines[0].text) and not page.gone(0):
        page.drop(0, Label.NAV)
    for k in range(title):
        if not page.gone(k) and lines[k].size <= 12 and COLUMN_NAME.fullmatch(lines[k].text) and _is_over_title(page, k, title):
            page.drop(k, Label.NAV)


def is_site_of(page: Page, title: int) -> bool:
    """The first line is the name of a site, and a byline stands under the title."""
    text = page.lines[0].text
    return title > 0 and (SITE.fullmatch(text) is not None or is_site_name(text)) and any(
        page.labels.get(j) is Label.BYLINE or page.shapes[j] is Shape.DATE for j in (title + 1, title + 2, title + 3) if j < len(page.lines))


def _is_over_title(page: Page, k: int, title: int) -> bool:
    """Nothing but the site's between this line and the title, and a byline under the title."""
    return page.lines[title].size >= 8 and all(page.gone(j) for j in range(k + 1, title)) and any(
        page.labels.get(j) is Label.BYLINE or page.shapes[j] is Shape.DATE
        for j in (title + 1, title + 2) if j < len(page.lines))


def label_headlines(page: Page, head: range) -> None:
    """From `标题导航` to the controls behind the list, if there are any before the first sentence."""
    lines, shapes = page.lines, page.shapes
    if len(head) > 1 and _is_window(page, head):
        page.drop(0, Label.WATERMARK if page.shapes[0] is Shape.SUFFIX else Label.NAV)
    if len(head) > 2 and lines[0].text[-1] in _GAZETTE_ENDS and GAZETTE.fullmatch(lines[0].text) and ISSUE.fullmatch(lines[1].text):
        page.labels.update({0: Label.NAV, 1: Label.NAV})
    for k in head:
        if lines[k].size <= 8 and HEADLINES.fullmatch(lines[k].text):
            for stop in range(k + 1, min(k + _MOST, head.stop)):
                if shapes[stop] in (Shape.CONTROL, Shape.LINKS, Shape.MENU, Shape.ROW, Shape.PAGER):
                    for j in range(k, stop):
                        page.drop(j, Label.NAV)
                    break


def _is_window(page: Page, head: range) -> bool:
    """`某某网 某某局 标题`, `标题_某某知识`: the title of the window, where the title follows on a line of its own."""
    if page.shapes[0] not in (Shape.NONE, Shape.LINKS, Shape.ROW):
        return False
    text = page.lines[0].text
    if len(page.lines) > 2 and page.lines[1].is_piece and page.shapes[1] is Shape.SUFFIX:
        pieces = [text.replace(" ", ""), ""]
    elif " " in text or "-" in text or "|" in text or "_" in text:
        pieces = PIECES.split(text)
    else:
        return False
    said = {"".join(page.lines[k].text.split()) for k in head if 0 < k < 9}
    return any(len(piece) >= 8 and piece in said for piece in (pieces[0], pieces[-1]))


PIECES = Lazy(r" {0,2}[_|-] {0,2}| +")


def tells_of_event(page: Page, k: int) -> bool:
    """`地点：县图书馆` beside a date: when and where something will be. Dates that head the paragraphs: a chronicle."""
    if sum(shape is Shape.DATE for shape in page.shapes[page.first : page.last + 1]) >= 2:
        return True
    return any(EVENT.match(page.lines[j].text) for j in (k - 1, k + 1) if 0 <= j < len(page.lines))


def label_stamps(page: Page, head: range) -> None:
    """A date with the time of day, alone, before the first sentence: when the page was put online. No event says so."""
    if head and page.lines[0].text[0] in "[(<" and STAMPED_COLUMN.fullmatch(page.lines[0].text):
        page.labels[0] = Label.BYLINE
    if Shape.DATE not in page.kinds:
        return
    for k in head:
        if page.shapes[k] is Shape.DATE and not page.gone(k) and CLOCK_AT_END.search(page.lines[k].text) and not tells_of_event(page, k):
            page.drop(k, Label.BYLINE)


#: `[政务要闻] 2021-08-26`, above the title.
STAMPED_COLUMN = Lazy(r"[\[(<][\u4e00-\u9fff]{2,8}[\])>] {0,3}(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?: \d{1,2}:\d\d(?::\d\d)?)?")
EVENT = Lazy(r"^(?:(?:活动|会议|开会|举办|培训|比赛|考试|报名)?(?:地点|地址|时间|主题|对象|人员)|出席|参加|主持|主讲|议题)")


def label_tags(page: Page, title: int) -> None:
    """Two or more words of a tag cloud between the byline and what says the title again."""
    lines = page.lines
    k = title + 1
    while k < page.first + 1 and k < len(lines):
        stop = k
        while stop < page.first and page.shapes[stop] is Shape.NONE and lines[stop].size <= 6 and not page.gone(stop) and (
                TAG.fullmatch(lines[stop].text)):
            stop += 1
        if stop - k >= 2 and page.labels.get(k - 1) in (Label.BYLINE, Label.PAGE_FURNITURE) and (
                "".join(lines[stop].text.split()).startswith("".join(lines[title].text.split())[:30])):
            for j in range(k, stop):
                page.drop(j, Label.PAGE_FURNITURE)
        k = max(stop, k + 1)


#: How templates head the text itself, right under the title.
BODY_HEADS = frozenset(("正文", "正文内容", "内容详情", "详细内容", "文章内容", "文章正文", "信息内容", "新闻内容", "公告内容", "文本内容", "文档内容"))
LEADS = frozenset(("[导读]", "[摘要]", "[提要]", "[核心提示]", "[编者按]", "导读", "导读:", "摘要:"))
#: Where an account wrote from: `发表于岭川`.
POSTED = Lazy(r"发[表布]于:? ?[\u4e00-\u9fff]{2,8}")
TAG = Lazy("[\u4e00-\u9fff]{2,6}")


def is_stamp_of(text: str) -> bool:
    """`苏洋 比较教育研究 2022-05-18`: a person, an account, a date. Under a title only."""
    match = DATE.search(text)
    return match is not None and not text[match.end() :].strip(DECORATION) and PERSON_AND_ACCOUNT.fullmatch(text[: match.start()]) is not None


PERSON_AND_ACCOUNT = Lazy(r"[\u4e00-\u9fff]{2,4} {1,3}[\u4e00-\u9fffa-z0-9]{2,14} {1,3}")


def label_profiles(page: Page, title: int) -> None:
    """What a template says of the account: `以下文章来源于某某 ，作者某人`, its name, what it is for."""
    lines = page.lines
    for k in range(page.first):
        text = lines[k].text
        if text[0] not in "以功":
            continue
        source = ORIGIN.match(text)
        if source:
            for j in range(k + 1, min(k + 3, page.first)):
                if lines[j].text.strip(". ") == source.group(1) or page.gone(j - 1) and j == k + 2 and lines[j].size <= 60 and (
                        lines[k + 1].text.strip(". ") == source.group(1)):
                    page.drop(j, Label.PAGE_FURNITURE)
        elif text.startswith("功能介绍") and not page.gone(k):
            page.drop(k, Label.PAGE_FURNITURE)
            for j in (k - 1, k - 2):
                if j >= 0 and (lines[j].text.startswith("微信号") or j == k - 2 and lines[j].size <= 16 and lines[k - 1].text.startswith("微信号")):
                    page.labels[j] = Label.PAGE_FURNITURE


ORIGIN = Lazy(r"^以下(?:文章|内容)来源于 ?([^ ,，]{2,20})")


def may_have_summary(page: Page, title: int) -> bool:
    """Whether a line between the title and the first sentence begins as one that `label_summary` looks for."""
    heads = begins_with(_SUMMARY_HEADS)
    return any([line.raw[0] in heads for line in page.lines[title + 1 : min(page.first + 1, len(page.lines) - 1)]])


_SUMMARY_HEADS = "[(·内摘提导核简概"


def label_summary(page: Page, title: int) -> None:
    """`摘要：` and what the document says again right below."""
    heads = begins_with(_SUMMARY_HEADS)
    for k in range(title + 1, min(page.first + 1, len(page.lines) - 1)):
        if page.lines[k].raw[0] not in heads:
            continue
        match = SUMMARY.match(page.lines[k].opening(12))
        said = page.lines[k].text[match.end() :].strip(" .…]")[:30] if match else ""
        if len(said) >= 12 and any(line.text.startswith(said) for line in page.lines[k + 1 : k + 4]):
            page.drop(k, Label.PAGE_FURNITURE)


def label_glued_names(page: Page, title: int) -> None:
    """`2023-06-25王一民李二平` above `王一民 李二平`: the date of the page, and who wrote, said twice."""
    lines = page.lines
    for k in range(title + 1, min(title + 5, page.first)):
        if lines[k].text[0] not in "12":
            continue
        match = DATE.match(lines[k].text)
        names = lines[k].text[match.end() :].strip() if match else ""
        if page.gone(k) or len(names) < 2 or not HAN_NAMES.fullmatch(names):
            continue
        for j in range(k + 1, min(k + 6, page.first + 1)):
            if NOT_HAN.sub("", lines[j].text) == names:
                page.drop(k, Label.BYLINE)
                page.drop(j, Label.BYLINE)
                break


HAN_NAMES = Lazy("[\u4e00-\u9fff]{2,20}")
NOT_HAN = Lazy("[^\u4e00-\u9fff]")


def label_pairs(page: Page, title: int) -> None:
    """Two words of controls on lines of their own between the title and the first sentence: `打印`, `收藏`."""
    shapes, lines = page.shapes, page.lines
    for k in range(title + 1, page.first - 1):
        if shapes[k] is Shape.WEAK_CONTROL and shapes[k + 1] is Shape.WEAK_CONTROL and lines[k].size > 1 < lines[k + 1].size:
            page.drop(k)
            page.drop(k + 1)


__all__ = ["BODY_HEADS", "COLLECTED", "LEADS", "POSTED", "is_site_of", "is_stamp_of", "label_above", "label_glued_names", "label_headlines", "label_pairs", "label_profiles", "label_stamps", "label_summary", "label_tags", "may_have_summary", "tells_of_event"]
