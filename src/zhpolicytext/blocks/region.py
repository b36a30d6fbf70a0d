"""Where a page stops being a document: hundreds of lines of other pages, buttons and comments behind the text.

A short page is told line by line (`tail`). Of a whole page of a portal most lines behind the text say nothing by
themselves: headlines, names of channels, dates. What they stand among tells.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from .lines import Line
from .shape import Shape

#: What a site begins with behind the text of a document.
OPENS = frozenset((Shape.PAGER, Shape.SIDE, Shape.SIDE_LINE, Shape.CONTROL, Shape.CLAIM, Shape.DISCLAIMER, Shape.IMPRINT,
                   Shape.PROMOTION))
_OF_SITE = OPENS | {Shape.WEAK_CONTROL, Shape.FOOT_LINK, Shape.MENU, Shape.LINKS, Shape.CRUMB, Shape.WELCOME, Shape.NUMBER,
                    Shape.SYMBOLS, Shape.OPERATOR}
FEWEST = 12  # lines of the site behind the text: a document with its buttons, links and imprint has fewer
FEWEST_OPENING = 4  # of these, such as say what they are
ONE_IN = 6  # of the lines there
PROSE, PROSE_OF_MANY = 5, 3  # times as much prose stands before as behind: comments and beginnings of other pages are some
MANY = 40  # lines of the site
LONGEST = 80  # lines of links above the imprint
LONG = 64  # characters: a headline is shorter


def is_short(line: Line) -> bool:
    """A line that may be a headline: not long, and no sentence but one that asks, shouts or breaks off."""
    return line.size <= LONG and not line.text.endswith(("。", ";", ":")) and "。" not in line.text


def site_begins(lines: Sequence[Line], telling: Mapping[int, Shape], prose: Sequence[int], first: int) -> int:
    """The line behind which nothing but the site stands, or the number of lines.

    `telling`: the lines that are not the author's by themselves; `prose`: those that may be, as sentences or items do.
    """
    of_site = [k for k, shape in telling.items() if k > first and shape in _OF_SITE]
    opening = [k for k in of_site if telling[k] in OPENS]
    if len(of_site) < FEWEST or len(opening) < FEWEST_OPENING:
        return len(lines)
    said = [(k, lines[k].size) for k in prose if not is_short(lines[k])]
    behind = sum([size for _, size in said])
    before = at = 0
    for k in opening[: 1 - FEWEST_OPENING]:
        while at < len(said) and said[at][0] < k:
            before += said[at][1]
            behind -= said[at][1]
            at += 1
        if before and before >= PROSE_OF_MANY * behind:
            top = _extended(k, telling, said[at - 1][0])
            many = len(of_site) - bisect_left(of_site, top)
            if many >= FEWEST and before >= (PROSE if many < MANY else PROSE_OF_MANY) * behind and (
                    ONE_IN * many >= len(lines) - top):
                return top
    return len(lines)


def _extended(begin: int, telling: Mapping[int, Shape], last: int) -> int:
    """Upwards over rows of links, of which one line in three says by itself that it is the site's."""
    of_site = 0
    top = begin
    for count, k in enumerate(range(begin - 1, max(last, begin - LONGEST), -1), 1):
        if telling.get(k) in _OF_SITE:
            of_site += 1
            if 3 * of_site >= count:
                top = k
    return top
