"""What stands above and under the title, before the first sentence: menus, paths, index tables, bylines."""

from ..text.match import Lazy
from . import above
from .fields import DECORATION, fields_of
from .joined import is_half
from .lines import begins_with
from .model import Label
from .page import STAFF, TOPIC, Page, ends_as_a_site, is_site_name, is_staff_list
from .shape import Shape
from .names import is_name, names_in
from .publisher import CREATOR, DATED_BY, SEVERAL, UPLOADED, is_publisher
from .rows import COLUMN
from .tables import label_tables
from .tail import SIGNED
from .title import EDITION, SLOGAN, holds_control, holds_menu_word, is_site_with_slogan, is_window_title, steps_of, title_of
from .terms import words
from .widgets import FILE_NAME, squeezed

#: A title under which a bare date is the document's own: speeches, decisions, laws.
DATED_TITLE = Lazy(r"讲话|致辞|致词|发言|演讲|条例|决定|决议|公报|公约|办法|规定|报告|寄语|贺信|宣言|献词|公告|令$|函$|通知")
#: The letters of Taiwan's offices carry a head of fields: content.
LETTER_HEAD = Lazy(r"^(?:受文者|正本|速别|密等及解密|主旨|承办人) ?:")
#: `第一篇：` or `内容提示：` before the title said again.
FIRST_PART = Lazy(r"^(?:第[一二三四五六七八九十\d]{1,2}[篇部]|内容(?:提示|简介|摘要|概要)|资源(?:描述|名称|简介)|文档(?:描述|简介)|摘要|导读|核心提示|标题|题目|文件名|文档名称|资料名称|原标题): ?(?=.{4})")
#: A field that no byline has: what stands under it is the plan of an event, the head of minutes.
EVENT = Lazy(r"^(?:(?:活动|会议|开会|举办|培训|比赛)?(?:地点|地址|时间|主题|内容|形式|对象)|主持(?:人)?|出席(?:人员)?|参加(?:人员)?|参会(?:人员)?|列席|缺席|记录(?:人)?|议题|议程|对象|方式|班级|年级)[: ]")
PLATFORM = Lazy(r"(?:网易|搜狐|百家|企鹅|大鱼|头条|大风|一点|新浪|澎湃|凤凰|快传)号")
#: Functions that a programme names under its title as well as a page does.
_UNTOLD = frozenset({"other", "photographer", "reviewers"})
EVENT_TIME = frozenset({"时间", "日期", "单位", "部门"})

#: `10-28 某某素材库`, where the head of the page names it.
DAY_OF_SITE = Lazy(r"^[01]?\d-[0-3]?\d (?=[\u4e00-\u9fff]{3,16}$)")
_OF_A_SITE = frozenset((Shape.CRUMB, Shape.MENU, Shape.WELCOME, Shape.IMPRINT))


def label_head(page: Page) -> None:
    lines, shapes, labels = page.lines, page.shapes, page.labels
    first = lines[page.first]
    bare = page.first == page.last and not first.is_sentence and not first.is_ordinal
    head = range(0, page.first + 1 if bare else page.first)
    crumb = -1
    if page.first and is_window_title(lines[0].text):
        page.drop(0, Label.WATERMARK)
    if not _OF_A_SITE.isdisjoint(page.kinds):
        for k in page.telling:
            if k in head and shapes[k] in _OF_A_SITE:
                page.drop(k)
                crumb = k if shapes[k] is Shape.CRUMB else crumb
    for k in page.notices:
        page.drop(k, Label.PAGE_FURNITURE)
    label_tables(page, head, _is_letter)
    above.label_headlines(page, head)
    above.label_stamps(page, head)
    above.label_profiles(page, head.stop)
    title = title_of(page, head, crumb)
    if Shape.BYLINE in page.kinds:
        _label_bylines(page, title, head)
    if title is None:
        return
    if any([k not in labels for k in head if k != title]):  # most often nothing is left there but the title
        _label_file_names(page, head)
        if not _is_letter(page):
            between = not labels.keys() >= {*range(title + 1, head.stop)}
            _label_above(page, title, crumb)
            if between:
                above.label_tags(page, title)
                _label_under(page, title, head)
            if title:
                above.label_above(page, title)
            if between:
                above.label_glued_names(page, title)
                above.label_pairs(page, title)
            above.label_summary(page, title)
    elif above.may_have_summary(page, title) and not _is_letter(page):
        above.label_summary(page, title)


def _is_letter(page: Page) -> bool:
    """Whether the head is one of named fields, as letters have it."""
    heads = begins_with("受正速密主承")
    return any([line.raw[0] in heads and LETTER_HEAD.match(line.text) for line in page.lines[:14]])


def _label_bylines(page: Page, title: int | None, head: range) -> None:
    """Bylines in the head or right under it, unless they are a part of what the document tells."""
    lines, shapes = page.lines, page.shapes
    is_roster = title is not None and is_staff_list(lines[title].text)
    for k in page.telling:
        if k < page.first + 2 and shapes[k] is Shape.BYLINE and not page.gone(k):
            fields = fields_of(lines[k].text.strip(DECORATION), ("byline",))
            names = {f.name for f in fields}
            if names and names <= _UNTOLD and (len(fields) == 1 and _staff_around(page, k) or not any(
                    shapes[j] is Shape.BYLINE for j in (k - 1, k + 1) if 0 <= j < len(lines))):
                continue
            if fields and fields[-1].start == fields[-1].end and len(fields) == 1 and page.is_in_form(k):
                continue  # 时间： in a form, beside 班级：
            if names and names <= STAFF and (page.is_among_fields(k) or len(fields) == 1 and is_half(page.lines, k)):
                continue
            if len(fields) == 1 and squeezed(fields[0].label) in EVENT_TIME and any(
                    EVENT.match(lines[j].text) or EVENT.match(squeezed(lines[j].text)) for j in (k - 1, k + 1) if 0 <= j < len(lines)):
                continue
            if (k in head and not (is_roster and names <= STAFF)) or (
                    len(names) >= 2 and names & {"publish_date", "source"}):
                page.drop(k)


def _staff_around(page: Page, k: int) -> bool:
    """Nothing but functions and persons in the lines around: neither date nor source nor author."""
    start = stop = k
    while start > 0 and page.shapes[start - 1] is Shape.BYLINE:
        start -= 1
    while stop + 1 < len(page.lines) and page.shapes[stop + 1] is Shape.BYLINE:
        stop += 1
    fields = [f for j in range(start, stop + 1) for f in fields_of(page.lines[j].text.strip(DECORATION), ("byline",))]
    return stop > start and all(f.name in _UNTOLD and not FILE_DATA.search(f.label) for f in fields)


FILE_DATA = Lazy(r"大小|格式|页数|编号|积分|金币|下载|分类|id|类型|价格")


def _label_file_names(page: Page, head: range) -> None:
    """`报告.doc` beside the title that says the same, or above what the site says of the file."""
    for k in head:
        text = page.lines[k].text
        if "." in text and not page.gone(k) and FILE_NAME.fullmatch(text):
            stem = squeezed(text[: text.rfind(".")])
            if any(squeezed(page.lines[j].text).startswith(stem[:30]) for j in head if j != k and not page.gone(j)):
                page.drop(k, Label.PAGE_FURNITURE)


def _label_above(page: Page, title: int, crumb: int) -> None:
    """What stands above the title when a path, a menu or a table stands there too."""
    if not title:
        return
    lines, shapes = page.lines, page.shapes
    k = 0
    while k < title:  # a menu with a line for each of its words
        stop = k
        while stop < title and lines[stop].size <= 8 and not page.gone(stop):
            stop += 1
        end = stop  # a short title right behind a menu is none of its words
        while end > k and not (_is_menu_word(lines[end - 1].text) or COLUMN.search(lines[end - 1].text)):
            end -= 1
        stop = end if end > k else stop
        if stop - k >= 3 and sum(_is_menu_word(lines[j].text) or (
                COLUMN.search(lines[j].text) is not None) for j in range(k, stop)) * 2 >= stop - k:
            for j in range(k, stop):
                page.drop(j, Label.NAV)
        k = max(stop, k + 1)
    evidence = any(page.gone(k) or shapes[k] in (Shape.CONTACT, Shape.PATH, Shape.SIDE_LINE, Shape.ADDRESS) for k in range(title))
    evidence = evidence or above.is_site_of(page, title) or lines[0].text.endswith(" 首页") or any(EDITION.match(lines[k].text) for k in range(title))
    for k in range(min(title, 6)):
        if shapes[k] is Shape.ROW:
            page.drop(k)
            evidence = True
    menu = any(page.labels.get(k) is Label.NAV for k in range(title))
    for k in range(title):
        if shapes[k] in (Shape.PATH, Shape.CONTACT, Shape.SIDE_LINE, Shape.ADDRESS) and not page.gone(k):
            page.drop(k, Label.NAV)
    below = False  # a path or a table stands between this line and the title
    path = steps_of(lines[crumb].text) if crumb >= 0 else ()
    for k in range(title - 1, -1, -1):
        line, shape = lines[k], shapes[k]
        if page.gone(k):
            below = below or page.labels[k] in (Label.META_TABLE, Label.NAV)
        elif EDITION.match(line.text):
            page.drop(k, Label.NAV)
        elif shape is Shape.SIDE and page.labels.get(k - 1) is Label.META_TABLE:
            page.drop(k, Label.META_TABLE)  # 相关解读：, and none is there
        elif shape is Shape.WEAK_CONTROL:
            page.drop(k, Label.NAV if line.text == "首页" else Label.PAGE_FURNITURE)
        elif shape is Shape.SYMBOLS and (line.size <= 3 or _is_menu_word(line.text.strip(" *-=~·#:<>[]()"))):
            page.drop(k)
        elif (evidence or k == 0 and is_site_with_slogan(line.text)) and (line.size <= 24 or shape is Shape.LINKS) and not line.is_sentence and (
                k < crumb or shape in (Shape.NUMBER, Shape.SYMBOLS, Shape.LINKS, Shape.DATE) or menu and below and shape is Shape.NONE
                or _is_menu_word(line.text) or holds_control(line.text) or holds_menu_word(line.text) or line.text in path or _is_column(page, k) or is_site_name(line.text) or ends_as_a_site(SLOGAN.sub("", line.text))):
            page.drop(k, Label.BYLINE if shape is Shape.DATE else Label.NAV)


ABOUT = Lazy(r"(?:走进|魅力|印象|认识|今日|美丽|数字)[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{2,4}(?:概况|简介|风采|之窗|动态|服务)")


def _is_column(page: Page, k: int) -> bool:
    """`新闻资讯`, `NEWS`: the column, between the menu and the title."""
    text = page.lines[k].text
    if k and text.isascii() and len(text) <= 40 and is_site_name(page.lines[k - 1].text):
        return True  # the name of the site in English
    over = [page.lines[j].text for j in page.labels if j < k]
    return bool(over) and (len(text) <= 12 and text.isascii() or 4 <= len(text) <= 6 and any(text in line for line in over))


def _is_menu_word(text: str) -> bool:
    text = squeezed(text.strip(" ·>-*|"))
    return text in words("nav") or ABOUT.fullmatch(text) is not None


def _label_under(page: Page, title: int, head: range) -> None:
    """What stands between the title and the first sentence."""
    lines, shapes = page.lines, page.shapes
    free = [k for k in range(title + 1, head.stop) if k not in page.labels]
    if not free:
        return
    named = squeezed(lines[title].text)
    bylines = "\n".join(squeezed(lines[k].text) for k, label in page.labels.items() if label is Label.BYLINE)
    account = Shape.DISCLAIMER in page.kinds and any(
        PLATFORM.search(line.text) for line, shape in zip(lines, shapes, strict=True) if shape is Shape.DISCLAIMER)
    only_gone = True  # nothing but what is gone since the title
    for k in free:
        line, shape = lines[k], shapes[k]
        if shape is Shape.DATE and _is_page_date(line.text, lines[title].text, only_gone) and not above.tells_of_event(page, k):
            page.drop(k)
        elif only_gone and shape is Shape.NONE and not is_staff_list(lines[title].text) and names_in(line.text) and (k + 1 == page.first or k + 1 < len(lines) and lines[k + 1].text[0] in "([") and page.labels.get(k - 1) is Label.BYLINE:
            page.drop(k, Label.BYLINE)
        elif k + 1 == page.first and page.labels.get(k - 1) is Label.BYLINE and SIGNED.match(line.text) and is_name(SIGNED.sub("", line.text)):
            page.drop(k, Label.BYLINE)
        elif k == title + 1 == page.first - 1 and is_name(line.text) and any(label is Label.NAV for label in page.labels.values()):
            page.drop(k, Label.BYLINE)
        elif only_gone and squeezed(line.text).startswith(named) and SEVERAL.fullmatch(squeezed(line.text)[len(named) :]):
            page.drop(k, Label.PAGE_FURNITURE)
        elif k == title + 1 and "-" in line.text and DAY_OF_SITE.match(line.text) and any(
                lines[j].text.startswith(line.text.split(" ", 1)[1]) for j in range(title) if page.gone(j)):
            page.drop(k, Label.BYLINE)
        elif k == title + 1 and DATED_BY.match(line.text) and (
                is_publisher(line.text.split(" ")[0])) and not DATED_TITLE.search(lines[title].text):
            page.drop(k, Label.BYLINE)
        elif only_gone and squeezed(line.text) == named:
            page.drop(k, Label.PAGE_FURNITURE)
        elif only_gone and (line.text.strip("·:[]") in above.BODY_HEADS or line.text in above.LEADS and shapes[k + 1 : k + 2] in ([Shape.PROMOTION], [Shape.CONTROL])):
            page.drop(k, Label.PAGE_FURNITURE)
        elif only_gone and (above.COLLECTED.fullmatch(line.text) or above.is_stamp_of(line.text) or above.POSTED.fullmatch(line.text)):
            page.drop(k, Label.BYLINE)
        elif FIRST_PART.match(line.text) and squeezed(FIRST_PART.sub("", line.text)) in named:
            page.drop(k, Label.PAGE_FURNITURE)
        elif shape is Shape.SIDE_LINE and page.labels.get(k - 1) is Label.BYLINE:
            page.drop(k, Label.BYLINE)
        elif shape is Shape.SYMBOLS and line.size <= 3:
            page.drop(k)
        elif shape is Shape.CLAIM and not TOPIC.search(lines[title].text):
            page.drop(k)
        elif shape is Shape.NONE and 2 <= line.size <= 40 and bylines and squeezed(line.text) in bylines:
            page.drop(k, Label.BYLINE)
        elif k <= title + 2 and _is_byline(page, k + 1) and shape in (Shape.NONE, Shape.WEAK_CONTROL) and (
                is_publisher(line.text) or line.size <= 14 and CREATOR.search(lines[k + 1].text)):
            page.drop(k, Label.BYLINE)
        elif shape is Shape.NONE and line.size <= 14 and k + 1 < len(lines) and (
                account and only_gone and (k == title + 1 and shapes[k + 1] in (Shape.BYLINE, Shape.DATE) or page.gone(k - 1) and k < page.first and line.size > 1)
                or (page.gone(k + 1) or shapes[k + 1] in (Shape.WEAK_CONTROL, Shape.NUMBER)) and page.gone(k - 1) and (
                    line.size <= 6 and line.text.isalnum() or UPLOADED.search(line.text))):
            page.drop(k, Label.BYLINE if account or k == title + 1 else Label.PAGE_FURNITURE)  # the account; a place
        only_gone = only_gone and page.gone(k)


def _is_byline(page: Page, k: int) -> bool:
    return page.labels.get(k) is Label.BYLINE or k < len(page.lines) and page.shapes[k] is Shape.DATE and _is_page_date(
        page.lines[k].text, "", False)


def _is_page_date(text: str, title: str, only_gone: bool) -> bool:
    """A bare date under the title is the page's, unless the document is of a kind that carries its own date."""
    if ":" in text or any(mark in text for mark in "-/.|·["):
        return True
    return only_gone and not DATED_TITLE.search(title) and not (title and is_publisher(title))  # a signature
