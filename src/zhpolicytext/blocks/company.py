"""Lines that only their company tells: one word, a number, a mark beside what is gone; short lines between such lines."""

from ..text.match import Lazy
from .model import Label
from .page import Page
from .shape import Shape
from .tail import AGENCY, KEPT

_SMALL = frozenset((Shape.WEAK_CONTROL, Shape.NUMBER, Shape.SYMBOLS))


def _heads_contents(page: Page, k: int) -> bool:
    """目录 above 第一章: the document's own."""
    return page.lines[k].text == "目录" and k + 1 < len(page.lines) and page.lines[k + 1].is_ordinal


def _is_cell(page: Page, k: int, step: int) -> bool:
    """A number of a table, not of a pager: of four digits and beside another number, or of three below what stays."""
    size, shapes = page.lines[k].size, page.shapes
    if shapes[k] is not Shape.NUMBER or size < 3 or not page.lines[k].text.isdigit():
        return False
    return step > 0 or size > 3 and any(shapes[j] is Shape.NUMBER for j in (k - 1, k + 1) if 0 <= j < len(shapes))


def label_company(page: Page) -> None:
    """One word, a number or a mark beside something that is gone, and short lines with it on both sides."""
    lines, shapes, labels = page.lines, page.shapes, page.labels
    if Shape.DATE in page.kinds:
        _label_dates(page)
    _label_tags(page)
    if labels:
        _label_said_again(page)
    small = [k for k, shape in enumerate(shapes) if shape in _SMALL] if labels and not _SMALL.isdisjoint(page.kinds) else ()
    for order, step in ((small, -1), (small[::-1], 1)):
        for k in order:
            if k in labels or shapes[k] is not Shape.WEAK_CONTROL and page.is_inside(k):
                continue
            if labels.get(k + step) not in (None, Label.META_TABLE) and not (
                    _heads_contents(page, k) or _is_cell(page, k, step)):
                page.drop(k)
    k = page.last + 1
    while k < len(lines) and labels:
        if k not in labels and k - 1 in labels:
            stop = k
            while stop < len(lines) and stop - k < 3 and stop not in labels and _is_bare(page, stop):
                stop += 1
            if k < stop < len(lines) and stop in labels:
                label = Label.SIDEBAR if labels[k - 1] is Label.SIDEBAR else Label.PAGE_FURNITURE
                for j in range(k, stop):
                    page.drop(j, label)
            k = max(stop, k)
        k += 1
    _label_rest(page)
    k = len(lines) - 1
    while k > page.last and (k in labels or shapes[k] is Shape.SYMBOLS or lines[k].text == "x" and k - 1 in labels):
        if k not in labels:
            page.drop(k, Label.PAGE_FURNITURE)
        k -= 1


def _label_tags(page: Page) -> None:
    """Four words or more at the very end, a line each, and most of them the title's: tags."""
    k = len(page.lines)
    while k > page.last + 1 and page.lines[k - 1].size <= 6 and not page.gone(k - 1) and TAG.fullmatch(page.lines[k - 1].text):
        k -= 1
    words = {line.text for line in page.lines[k:]}
    if len(words) >= 4 and len(words) == len(page.lines) - k:
        title = next((line.text for j, line in enumerate(page.lines) if not page.gone(j)), "")
        if sum(word in title for word in words) * 4 >= 3 * len(words):
            for j in range(k, len(page.lines)):
                page.drop(j, Label.SIDEBAR)


TAG = Lazy("[\u4e00-\u9fff]{2,6}")


def _label_dates(page: Page) -> None:
    """Three dates or more at the very end, one below the other and some of them the same: of a list that lost its titles."""
    k = len(page.lines)
    while k > page.last + 1 and page.shapes[k - 1] is Shape.DATE and not page.gone(k - 1):
        k -= 1
    said = [line.text for line in page.lines[k:]]
    while said and said.count(said[0]) == 1:  # the date of a signature
        said, k = said[1:], k + 1
    if len(said) >= 3 and len(set(said)) * 2 <= len(said):
        for j in range(k, len(page.lines)):
            page.drop(j, Label.SIDEBAR)


def _label_said_again(page: Page) -> None:
    """Short lines at the foot that are the site's at the head of the same page, and what stands twice beside them."""
    lines, labels = page.lines, page.labels
    said = {lines[k].text for k, label in labels.items() if label is Label.NAV and k < page.first and lines[k].size <= 16}
    if said and not said.isdisjoint([line.text for line in lines[page.last + 1 :]]):
        for k in range(page.last + 2, len(lines)):
            text = lines[k].text
            if page.gone(k - 1) and (text in said or lines[k].size <= 16 and any(
                    line.text == text for line in (lines[k - 1], *lines[k + 1 : k + 2]))) and not AGENCY.fullmatch(text):
                page.drop(k, Label.FOOTER)


_CLOSING = (Shape.CLAIM, Shape.SIDE, Shape.SIDE_LINE, Shape.DISCLAIMER, Shape.IMPRINT, Shape.PAGER)


def _label_rest(page: Page) -> None:
    """Short lines at the very end, behind three or more lines of the site of which one closes a document."""
    k = len(page.lines)
    while k > page.last + 1 and not page.gone(k - 1) and _is_bare(page, k - 1):
        k -= 1
    if k == len(page.lines) or len(page.lines) - k > 12:
        return
    behind = [j for j in range(max(page.last + 1, k - 40), k) if page.gone(j)]
    if len(behind) >= 3 and page.gone(k - 1) and any(page.shapes[j] in _CLOSING for j in behind):
        for j in range(k, len(page.lines)):
            page.drop(j, Label.SIDEBAR)


def _is_bare(page: Page, k: int) -> bool:
    """Nothing that notices put behind their text."""
    line = page.lines[k]
    return (line.size <= 30 and not line.is_sentence and not line.is_ordinal
            and page.shapes[k] not in (Shape.DATE, Shape.CONTACT)
            and not AGENCY.fullmatch(line.text) and not KEPT.match(line.text))
