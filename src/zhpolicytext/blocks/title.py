"""Which line above the first sentence is the title: under the path, under the table, long enough, not labelled."""

from ..text.match import Lazy
from .model import Label
from .page import Page, ends_as_a_site, is_site_name
from .publisher import is_publisher
from .shape import Shape
from .terms import controls, telling_control, words
from .widgets import PAGE_BODY, squeezed

#: The page of a newspaper: `第04版：教育 上一版 下一版`.
EDITION = Lazy(r"^第? ?(?:[a-z]?\d{1,2}|[一二三四五六七八九十]{1,2}) ?版(?::|$)")
SLOGAN = Lazy(r" ?[-_|] ?[^-_|]{4,20}$")
#: What divides the title of a window; a path through a site.
WINDOW, STEPS = Lazy(r"_| - "), Lazy(r" ?(?:>>?|/|\\| - |:) ?")

_ROWS = (Shape.MENU, Shape.ROW)


def title_of(page: Page, head: range, crumb: int) -> int | None:
    """The line that is most likely the title: under the path, under the table, long enough, not labelled."""
    lines, shapes, labels = page.lines, page.shapes, page.labels
    free = [k for k in head if k not in labels and shapes[k] in (Shape.NONE, Shape.LINKS) and lines[k].size >= 4]
    if len(free) < 2:
        return free[0] if free else None
    if crumb >= 0:  # the path ends in the title, or runs over the columns above it
        path = steps_of(lines[crumb].text)
        for k in free:
            if lines[k].size >= 6 and path[-1] == lines[k].text:
                return k
        dated = [k for k in free if k > crumb and lines[k].text not in path and _is_dated(page, k)]
        free = [k for k in free if k < crumb or lines[k].text not in path] if dated else free
    table = max([k for k, label in labels.items() if label is Label.META_TABLE and k < head.stop], default=-1)
    if len(free) > 1 and free[0] == 0 and is_site_with_slogan(lines[0].text):
        free = free[1:]
    likely = [k for k in free if not EDITION.match(lines[k].text) and page.shapes[k] is not Shape.LINKS and not is_site_name(lines[k].text)
              and not holds_control(lines[k].text) and not (0 < k < 4 and is_site_name(lines[0].text) and holds_menu_word(lines[k].text))]
    likely = [k for k in likely if not (is_publisher(lines[k].text) and any(
        page.shapes[j + 1 : j + 2] in ([Shape.BYLINE], [Shape.DATE]) and lines[j].size >= 8 and not lines[j].text.startswith(("关于", "印发", "转发")) for j in likely if j > k))] or likely
    likely = [k for k in likely if not lines[k].text.isascii()] or likely  # the name of the site in English
    free = likely or free
    menu = max([k for k, shape in page.telling.items() if k < 6 and shape in _ROWS and k < head.stop], default=-1)
    for upper in (max(crumb, table, menu), max(crumb, table), crumb, -1):
        group = [k for k in free if k > upper]
        if group:
            return next((k for k in group if lines[k].size >= 8), group[0])
    return None


def is_window_title(text: str) -> bool:
    """`某某范文网_免费范文下载_作文大全`: the site and what it offers; not a form to be filled in, `姓名__性别__`."""
    if "_" not in text and " - " not in text or "__" in text:
        return False
    pieces = WINDOW.split(text)
    return len(pieces) >= 3 and is_site_name(pieces[0].strip())


def steps_of(path: str) -> list[str]:
    """The steps of a path through a site, without `正文`."""
    steps = [step for step in (step.strip(" [].") for step in STEPS.split(path)) if step]
    return steps[:-1] if len(steps) > 1 and squeezed(steps[-1]) in PAGE_BODY else steps


def _is_dated(page: Page, k: int) -> bool:
    """A byline stands right under the line."""
    return any(shape is Shape.BYLINE or shape is Shape.DATE for shape in page.shapes[k + 1 : k + 3])


def is_site_with_slogan(text: str) -> bool:
    return ("-" in text or "_" in text or "|" in text) and SLOGAN.search(text) is not None and ends_as_a_site(SLOGAN.sub("", text))


def holds_control(text: str) -> bool:
    """`某某日报手机版 返回版面目录`: a piece that is a control and nothing else."""
    pieces = text.split()
    return len(pieces) > 1 and any(
        len(piece) > 2 and controls().fullmatch(piece) is not None and telling_control().search(piece) is not None for piece in pieces)


def holds_menu_word(text: str) -> bool:
    """`本站 一网通查 搜索`: short pieces, one of a menu or a control."""
    pieces = text.split()
    known = words("nav", "ui", "ui-weak")
    return len(pieces) > 1 and all(len(piece) <= 6 for piece in pieces) and not known.isdisjoint(pieces)
