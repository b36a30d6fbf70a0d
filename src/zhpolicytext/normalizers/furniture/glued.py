"""Page numbers that stuck to the last character of their page."""

from collections.abc import Iterator
from typing import NamedTuple

from ...core.edits import Edit
from ...core.profile import Profile
from ...text.cuts import LIKELY_ONE, saved
from ...text.gates import edges
from ...text.layout import ITEM
from ...text.match import Lazy
from ...text.ranges import HAN
from .lines import filled_after

GLUED = Lazy(rf"(?<=[{HAN}，、])([0-9]{{1,3}})[ \t\r]*$")
_HAN = Lazy(f"[{HAN}]")
_DIGITS = frozenset("0123456789")
#: A page is longer than a cell of a table.
PAGE = 30
#: Bits that the next line saves by following what stands before the number: as in `wrap.broken-sentence`. A row of
#: numbers that counts up needs less: three in four cuts of a clause save so much, one phrase boundary in 40.
SURELY_CUT, PERHAPS_CUT = 7.0, LIKELY_ONE


class Glued(NamedTuple):
    line: int
    start: int  # of the number, in the line
    number: int
    after: int
    bits: float


def has_glued_numbers(profile: Profile) -> bool:
    """Whether a long line, but for the last, ends with a digit."""
    sides = profile.fact(edges)
    if _DIGITS.isdisjoint(sides.tails):
        return False
    last = sides.stripped[-1]
    return len([line for line in sides.loose if line[-1] in _DIGITS and len(line) >= PAGE]) > (
        last[-1:] in _DIGITS and len(last) >= PAGE)


def glued(profile: Profile) -> tuple[Glued, ...]:
    """Lines that end with a number where the sentence goes on without it."""
    lines = profile.lines
    found: list[Glued] = []
    for index, line in enumerate(lines):
        if len(line) < PAGE or line.rstrip()[-1:] not in _DIGITS:
            continue
        m = GLUED.search(line, len(line) - 8)
        after = filled_after(lines, index)
        if not m or after < 0 or lines[after][0].isspace() or not _HAN.match(lines[after]) or ITEM.match(lines[after]):
            continue
        before = line[: m.start()]
        bits = saved(before, lines[after])
        # Where the number itself is expected (`学校1` `所`), it belongs to the sentence.
        if bits > saved(before[-1] + "0", lines[after]) + 2:
            found.append(Glued(index, m.start(), int(m[1]), after, bits))
    out = []
    for k, item in enumerate(found):
        row = any(0 <= j < len(found) and found[j].number - item.number == j - k for j in (k - 1, k + 1))
        if item.bits >= (PERHAPS_CUT if row else SURELY_CUT):
            out.append(item)
    return tuple(out)


def glued_page_number(text: str, profile: Profile) -> Iterator[Edit]:
    r"""A page number at the end of a line, glued to a sentence that goes on in the next line without it.

    >>> page = "使用财政资金，要遵循统筹规划、突出重点、择优支持、绩效优先、公平公{}"
    >>> clean(page.format("1\n开、严格监管的原则。"), glued_page_number)
    '使用财政资金，要遵循统筹规划、突出重点、择优支持、绩效优先、公平公开、严格监管的原则。'
    >>> clean("截至去年年底，全县按照统筹规划、合理布局的要求，已经建成职业学校1\n所。", glued_page_number)  # a figure: kept
    '截至去年年底，全县按照统筹规划、合理布局的要求，已经建成职业学校1\n所。'
    """
    if not profile.fact(has_glued_numbers):
        return
    spans, lines = profile.line_spans, profile.lines
    for line, start, _, after, _ in profile.fact(glued):
        yield Edit(spans[line][0] + start, spans[after][1] - len(lines[after].lstrip()), "")
