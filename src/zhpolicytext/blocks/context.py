"""From hypotheses on single lines to what is removed: position, runs, neighbours, the kind of document."""

from collections.abc import Sequence

from ..text.match import Lazy
from .company import label_company
from .head import label_head
from .lines import Line, Sheet
from .model import Label
from .page import ROSTER, Page, is_prose
from .shape import Shape
from .shapes import shapes_of
from .site import label_site
from .tail import label_tail

#: The title of a page that is a statement of the site from its first line to its last.
STATEMENT = Lazy(r"^[^,。:]{0,16}(?:声明|版权(?:信息|说明|保护|须知|问题)?|条款|用户协议|使用须知|投稿须知|隐私政策)$")
#: What it ends with.
_STATEMENT_ENDS = frozenset("明权息护知题款议策")
#: The head of an answer in a forum: `教育局 发表于 2021-3-4 15:20:48`.
POSTED = Lazy(r"[^ ,。:]{2,16} 发表于 ?(?:19|20)\d\d-\d{1,2}-\d{1,2}(?: \d{1,2}:\d\d(?::\d\d)?)?")
_ROUNDS = 8


def removals(sheet: Sheet) -> dict[int, Label]:
    """Labels of the lines that are not of the document, by their places.

    What is left is looked at again until nothing more goes, so that a second run finds nothing; eight times at most, to
    stay linear. If nothing would be left, nothing goes: an empty text is never right.
    """
    lines = sheet.lines
    if len(lines) < 2:
        return {}
    none = Shape.NONE
    shapes = shapes_of(sheet)
    if lines[0].text[-1] in _STATEMENT_ENDS and STATEMENT.search(lines[0].text) or len(sheet.looked) == len(lines) and not any(map(is_prose, lines, shapes)):
        # a page whose only prose is a disclaimer or a promotion: that is the document
        shapes = [none if shape in (Shape.DISCLAIMER, Shape.CLAIM, Shape.PROMOTION) and line.is_sentence else shape
                  for shape, line in zip(shapes, lines, strict=True)]
    if Shape.SYMBOLS in shapes:
        _keep_tables(lines, shapes)
    out: dict[int, Label] = {}
    left: Sequence[int] = range(len(lines))
    for _ in range(_ROUNDS):
        page = Page(lines, shapes) if not out else Page([lines[k] for k in left], [shapes[k] for k in left])
        found = _labelled(page)
        if not found or len(found) == len(left):
            break
        out.update(zip([left[k] for k in found], found.values(), strict=True))
        if page.telling.keys() <= found.keys():
            break  # nothing is left that is anything but the author's by itself
        left = [index for k, index in enumerate(left) if k not in found]
    return out


def _keep_tables(lines: Sequence[Line], shapes: list[Shape]) -> None:
    """Tables in Markdown are the author's, row by row, but for index tables: those have fields."""
    for k, shape in enumerate(shapes):
        if shape is Shape.SYMBOLS and 0 < k < len(lines) - 1 and RULE.fullmatch(lines[k].text):
            bars = lines[k].text.count("|")
            begin, stop = k - 1, k + 1
            while stop < len(lines) and _is_row(lines[stop].text, bars):
                stop += 1
            if stop > k + 1 and _is_row(lines[begin].text, bars) and _OF_PAGES.isdisjoint(shapes[begin:stop]):
                for j in range(begin, stop):
                    shapes[j] = Shape.NONE
                    lines[j].is_ordinal = True


#: What rows of a layout hold.
_OF_PAGES = frozenset((Shape.TABLE, Shape.IMPRINT, Shape.DISCLAIMER, Shape.CONTROL, Shape.SIDE, Shape.CRUMB, Shape.MENU,
                       Shape.PAGER, Shape.FOOT_LINK, Shape.WELCOME))


def _is_row(text: str, bars: int) -> bool:
    return text[0] == "|" == text[-1] and text.count("|") == bars


#: Under the head of a table in Markdown.
RULE = Lazy(r"\|(?: {0,3}:?-{2,40}:? {0,3}\|){2,40}")


def _labelled(page: Page) -> dict[int, Label]:
    _label_anywhere(page)
    label_head(page)
    label_tail(page)
    label_site(page)
    label_company(page)
    return page.labels


def _is_of_a_list(page: Page, k: int) -> bool:
    """`分工：` and then persons with their tasks, a line for each: the author's."""
    while k > 0 and page.shapes[k] is Shape.BYLINE:
        k -= 1
    return page.lines[k].ending(1) == ":" or ROSTER.search(page.lines[k].ending(40)) is not None


_ANYWHERE = frozenset((Shape.SUFFIX, Shape.CONTROL, Shape.DATA, Shape.PAGER, Shape.SYMBOLS, Shape.DISCLAIMER, Shape.PROMOTION,
                       Shape.SPAM, Shape.BYLINE))


def _is_heading(page: Page, k: int) -> bool:
    """`扫码登录` in a manual: words alone, under a heading with a number or between sentences of the author's."""
    text, above, below = page.lines[k].text, page.lines[k - 1], page.lines[k + 1]
    if not text.isalpha() or text.isascii() or len(text) < 4:
        return False
    if page.shapes[k - 1] is Shape.CONTROL and page.first < k - 1 and _is_heading(page, k - 1):
        return True
    return not page.shapes[k - 1] and (above.is_ordinal and not above.is_sentence or (
        above.is_sentence and not page.shapes[k + 1] and below.is_sentence and text.endswith(_DONE)))


#: What a manual explains and a control does.
_DONE = ("登录", "注册", "密码", "下载", "打印", "查询", "提交", "上传")


#: What stands over terms of a site as well as over what a notice asks.
TERMS = Lazy(r"[\[(]?(?:温馨|友情|特别|重要|下载)?(?:提示|说明|须知|提醒)[\])]?:?")


def _label_anywhere(page: Page) -> None:
    """What tells alone, or wherever the author's prose is not."""
    first, last = page.first, page.last
    for k, shape in page.telling.items():
        if shape not in _ANYWHERE:
            continue
        inside = first < k < last
        if shape is Shape.SUFFIX:
            if 0 < k <= page.first:
                page.drop(k)
                if page.shapes[k - 1] is Shape.SPAM:
                    page.drop(k - 1)
        elif shape is Shape.CONTROL and not (inside and _is_heading(page, k)) or shape is Shape.DATA and (
                not inside or page.lines[k].text.startswith("![")):
            page.drop(k)
        elif shape is Shape.PAGER:
            if not inside or "《" not in page.lines[k].text:
                page.drop(k)
        elif shape is Shape.SYMBOLS:
            if set(page.lines[k].text) <= {"?", "\N{REPLACEMENT CHARACTER}"}:
                page.drop(k)
        elif shape in (Shape.DISCLAIMER, Shape.PROMOTION, Shape.SPAM):
            if not inside:
                page.drop(k)
                if k and shape is Shape.DISCLAIMER and TERMS.fullmatch(page.lines[k - 1].text):
                    page.drop(k - 1, Label.DISCLAIMER)
        elif shape is Shape.BYLINE and inside and POSTED.fullmatch(page.lines[k].text):
            page.drop(k)
        elif shape is Shape.BYLINE and inside and page.is_sure_credit(k) and not _is_of_a_list(page, k):
            page.drop(k)
