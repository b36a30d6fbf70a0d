"""Line ends in the middle of sentences of a text that has no column: page breaks, links and pictures left them."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from ...core.edits import Edit
from ...core.profile import Profile
from ...text.cuts import SURELY_ONE, saved
from ...text.gates import edges, unended
from ...text.layout import CLOSING, COMMAS, ITEM, TERMINAL, has_sentence_inside, shares_an_end
from ...text.match import Lazy
from ...text.ranges import HAN

ENDED = frozenset(TERMINAL + ":：") | {""}  # as in `text.gates`
#: A line never ends with one of these, nor begins with one of those: a link or a picture stood on its own line.
OPEN = frozenset("《“（〈〔「『‘")
SHUT = frozenset("》”）〉〕」』’，。、；：！？")
_HAN = Lazy(f"[{HAN}]")
#: A line of this length, with the end of a sentence inside, is prose and no heading.
PROSE = 20
#: Where three line ends of a text surely cut a clause, the others of its prose do so as well, unless this says no.
PERHAPS_CUT = -3.0
#: What follows a number and begins no line of its own.
_BEHIND_NUMBERS = frozenset("万萬亿億多余餘年月日个個元％%")
#: How often a joined line is looked at again.
PASSES = 6
#: Blank lines that may stand between the two halves.
GAP = 3


#: Behind these no line goes on, whatever it begins with.
_SETTLED = ENDED & SHUT


class Row(NamedTuple):
    """One line, or several that were joined."""

    text: str
    first: int
    last: int


_row = partial(tuple.__new__, Row)  # a quarter of what the constructor takes


def has_cut_line(profile: Profile) -> bool:
    """Whether a line of prose stops without the end of a sentence, or a line begins with a closing mark."""
    sides = profile.fact(edges)
    if not sides.heads.isdisjoint(SHUT) or not sides.tails.isdisjoint(OPEN):
        return True
    return not sides.tails <= ENDED and any(len(line) >= PROSE and "。" in line for line in profile.fact(unended))


def breaks(profile: Profile) -> tuple[tuple[int, int], ...]:
    """The pairs of lines that are one. A line that was joined is judged again as a whole, a few times at most."""
    joins = _joins(profile.lines)
    if not joins or shares_an_end(profile.lines):
        return ()
    places = range(len(profile.lines))
    rows = list(map(_row, zip(profile.lines, places, places, strict=True)))
    out: list[tuple[int, int]] = []
    for _ in range(PASSES):
        if not joins:
            break
        out.extend((rows[index].last, rows[after].first) for index, after in joins.items())
        rows = _joined(rows, joins)
        joins = _joins([row.text for row in rows])
    return tuple(sorted(out))


def _joined(rows: list[Row], joins: dict[int, int]) -> list[Row]:
    out: list[Row] = []
    index = 0
    while index < len(rows):
        row = rows[index]
        if index not in joins:
            out.append(row)
            index += 1
            continue
        parts, last = [row.text], row.last
        while index in joins:
            index = joins[index]
            parts[-1] = parts[-1].rstrip()
            parts.append(rows[index].text.lstrip())
            last = rows[index].last
        out.append(Row("".join(parts), row.first, last))
        index += 1
    return out


def _joins(rows: Sequence[str]) -> dict[int, int]:
    """For rows that stop in mid-sentence, the row that goes on."""
    sure: dict[int, int] = {}
    perhaps: dict[int, int] = {}
    doubtful = 0
    filled = [(index, text) for index, text in enumerate(map(str.rstrip, rows)) if text]
    for k, ((index, before), (after, _)) in enumerate(pairwise(filled)):
        last = before[-1]
        if last in _SETTLED:
            continue
        line = rows[after]
        following = line.lstrip()
        if after - index > GAP + 1 or len(before) < 2:
            continue
        if last in OPEN or following[0] in SHUT and last not in SHUT:
            # A quotation that opens at the very end of a line, or a mark that begins the next: no author does this.
            if last in OPEN or _HAN.match(last) or last.isalnum():
                if last not in OPEN and k and len(before) < PROSE and _runs_into(filled[k - 1][1].lstrip()):
                    sure[filled[k - 1][0]] = index  # a link: cut off on both sides
                sure[index] = after
            continue
        if last in ENDED or len(before) < 8 or line[0].isspace() or ITEM.match(following):
            continue
        prose = len(before) >= PROSE and has_sentence_inside(before)
        if last in COMMAS and prose and len(following) >= PROSE and _HAN.match(following):
            sure[index] = after
        elif last.isdigit() and following[0] in _BEHIND_NUMBERS:
            perhaps[index] = after
            doubtful += 1
        elif last not in CLOSING and _HAN.match(last) and _HAN.match(following):
            bits = saved(before, following)
            if prose and bits >= SURELY_ONE:
                sure[index] = after
            elif bits >= (PERHAPS_CUT if prose else SURELY_ONE):
                perhaps[index] = after
            doubtful += prose or bits >= SURELY_ONE
    if len(sure) >= 3 and 3 * len(sure) >= doubtful:
        return perhaps | sure
    return sure


def _runs_into(before: str) -> bool:
    """Whether a line of prose, or one that begins with a mark, stops without an end."""
    last = before[-1]
    return (before[0] in SHUT or len(before) >= PROSE and any(mark in before for mark in "，。、,")) and (
        last in COMMAS or last not in ENDED and last not in CLOSING and _HAN.match(last) is not None)


def broken_sentence(text: str, profile: Profile) -> Iterator[Edit]:
    r"""A line end in the middle of a sentence: what stands before it makes what stands behind it expected.

    >>> clean("今年以来全市经济运行总体平稳、稳中向好。要全面建设社会主义现代\n\n化国家，抓好各项工作的落实。", broken_sentence)
    '今年以来全市经济运行总体平稳、稳中向好。要全面建设社会主义现代化国家，抓好各项工作的落实。'
    >>> clean("认真贯彻《\n职业教育法\n》，依法治教。", broken_sentence)  # a link on a line of its own
    '认真贯彻《职业教育法》，依法治教。'
    >>> clean("今年以来全市经济运行总体平稳、稳中向好。主要工作安排如下\n一、加强领导", broken_sentence)  # an item: kept
    '今年以来全市经济运行总体平稳、稳中向好。主要工作安排如下\n一、加强领导'

    Safety: only behind a line of prose with a whole sentence inside, never before an item or an indented paragraph;
    or beside a mark that cannot stand at the edge of a line.
    """
    if not profile.fact(has_cut_line):
        return
    lines, spans = profile.lines, profile.line_spans
    for index, after in profile.fact(breaks):
        start = spans[index][0] + len(lines[index].rstrip())
        yield Edit(start, spans[after][1] - len(lines[after].lstrip()), "")
