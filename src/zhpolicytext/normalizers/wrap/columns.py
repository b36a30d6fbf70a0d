"""Text that was set in a column: line ends in mid-sentence, and the blanks that stand where line ends were."""

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from ...core.edits import Edit
from ...core.profile import Profile
from ...text.cuts import saved
from ...text.gates import edges, unended
from ...text.layout import CLOSING, ITEM, SLACK, TERMINAL, is_open, shares_an_end, width, wrap_width
from ...text.match import Lazy
from ...text.ranges import HAN
from .words import LIKELY_INSIDE, inside_words

SENTENCE_ENDS = frozenset(TERMINAL + ":：") | {""}


def has_cut_lines(profile: Profile) -> bool:
    """Whether three lines stop without the end of a sentence."""
    sides = profile.fact(edges)
    if sides.tails <= SENTENCE_ENDS or len(profile.fact(unended)) < 3:
        return False
    # `wrap_width` wants lines that are hardly ever wider than the cut ones: headings above paragraphs are none of those
    cut = [len(line) for line, bare in zip(profile.lines, sides.stripped, strict=True) if bare[-1:] not in SENTENCE_ENDS]
    widest = 2 * (max(cut) + SLACK)  # letters and digits are half as wide
    return sum(map(widest.__lt__, map(len, sides.stripped))) * 10 <= len(cut)


def column(profile: Profile) -> float:
    """The width of the column, in Han glyphs, or 0."""
    full = wrap_width(profile.lines)
    return 0.0 if full and shares_an_end(profile.lines) else full


def hard_wrap(text: str, profile: Profile) -> Iterator[Edit]:
    r"""Line ends in the middle of sentences, where the lines of the document are equally wide.

    >>> clean("各级人民政府应当把职业教育纳入国民经济和社会\n发展规划，统筹安排，并且保障职业教育经费的投入\n和使用，定期检查落实的情况，及时解决发展中出现\n的问题。", hard_wrap)
    '各级人民政府应当把职业教育纳入国民经济和社会发展规划，统筹安排，并且保障职业教育经费的投入和使用，定期检查落实的情况，及时解决发展中出现的问题。'
    >>> clean("春风又绿江南岸，\n明月何时照我还。\n白日依山尽，\n黄河入海流。", hard_wrap)  # verse: kept
    '春风又绿江南岸，\n明月何时照我还。\n白日依山尽，\n黄河入海流。'

    Safety: never where the line is short, ends a sentence, or the next one begins an item, a heading or a paragraph.
    """
    if not profile.fact(has_cut_lines):
        return
    full = profile.fact(column)
    if not full:
        return
    lines, spans = profile.lines, profile.line_spans
    # Where paragraphs are indented or divided by blank lines, a full line that ends a sentence and is followed by one
    # at the margin goes on.
    filled = [bool(line.strip()) for line in lines]
    divided = any(line[:1] in _INDENTS and full for line, full in zip(lines, filled, strict=True)) or (
        False in filled[filled.index(True) : len(filled) - filled[::-1].index(True)])
    for index, (line, after) in enumerate(pairwise(lines)):
        ended = line.rstrip()
        if not ended or not after.strip() or after[0].isspace() or ITEM.match(after):
            continue
        size = width(line)
        if size < full - SLACK:
            continue
        stops = ended[-1] in SENTENCE_ENDS or ended[-1] in CLOSING and ended[-2:-1] in SENTENCE_ENDS
        if stops and not (divided and size >= full - 1 and ended[-1] not in ":："):
            continue
        if not stops and not is_open(ended) and ended[-1] not in CLOSING:
            continue
        blank = " " if ended[-1].isascii() and ended[-1].isalpha() and after[0].isascii() and after[0].isalpha() else ""
        yield Edit(spans[index][0] + len(ended), spans[index + 1][0], blank)


_INDENTS = frozenset(" \t\N{IDEOGRAPHIC SPACE}")


def line_evidence(profile: Profile) -> Mapping[str, object]:
    return {"width": profile.fact(column)}


#: A blank beside a quotation mark, by its literal.
QUOTE_GAP = Lazy(rf" (?:(?=“)(?<=[{HAN}，、。”].)|(?=”)(?<=[{HAN}+].)|(?=[{HAN}])(?<=“.)|(?=[0-9“])(?<=”.))")
#: Narrower than a column of print, or wider than any.
NARROWEST, WIDEST = 14, 62


#: Fewer regular distances than this could be chance.
FEW = 6


class Blank(NamedTuple):
    start: int
    place: float  # glyphs from the beginning of the line
    glyphs: float  # the same, with half-width characters counted as whole: what they were in print is not known
    quote: bool  # beside a quotation mark, where print is often read with a blank


#: A blank with something on both sides, by its literal.
_SINGLE, _SINGLE_FIXED = Lazy(r" (?<=\S.)(?=\S)"), Lazy("\N{NO-BREAK SPACE}" r"(?<=\S.)(?=\S)")
_blank = partial(tuple.__new__, Blank)  # a quarter of what the constructor takes


class Period(NamedTuple):
    glyphs: float
    hits: int
    spaces: tuple[int, ...]


#: The characters of half the width; a ? stands for all others, too. What looks like a Chinese mark may have been one.
_NARROW = bytes(code < 0x80 and chr(code) not in ",;:!?()" for code in range(256))


def _blanks(line: str, offset: int) -> list[Blank]:
    out = []
    singles = half = reached = 0
    narrow = line.encode("ascii", "replace").translate(_NARROW).count
    blanks = [match.start() for match in _SINGLE.finditer(line)]
    if "\N{NO-BREAK SPACE}" in line:
        blanks = sorted(blanks + [match.start() for match in _SINGLE_FIXED.finditer(line)])
    for at in blanks:
        half += narrow(1, reached, at)
        reached = at + 1
        before, after = line[at - 1], line[reached]
        if before >= "\x80" or after >= "\x80" or before in ",;:!?)":
            beside = before in "“”" or after in "“”"
            out.append(_blank((offset + at, at - singles - half / 2, at - singles, beside and QUOTE_GAP.match(line, at) is not None)))
        # else 5 + 2, 3. 6, two Latin words: not for a rule that counts glyphs
        singles += 1
    return out


def _period(rows: list[list[Blank]]) -> tuple[float, int]:
    """The distance that the blanks keep, and how often they keep it; (0, 0) where they keep none."""
    distances: list[float] = []
    for row in rows:
        places = [0.0, *[blank.place for blank in row if not blank.quote]]
        distances += [b - a for a, b in pairwise(places)]
    found = sorted([d for d in distances if NARROWEST <= d <= WIDEST])
    if len(found) < 3:
        return 0.0, 0
    best, middle, hits, first = 0.0, 0.0, 0, 0
    for last, high in enumerate(found):  # two pointers over the sorted distances: the fullest window
        while found[first] < high - 2.5:
            first += 1
        if last - first + 1 > hits:
            best, hits, middle = high, last - first + 1, found[(first + last) // 2]
    short = sum([d < best - 2.5 for d in distances])
    if hits < 3 or short * 4 > hits or hits < 6 and (short or hits * 10 < 7 * len(found)):
        return 0.0, 0
    return middle, hits


def _cut_clauses(text: str, rows: list[list[Blank]]) -> bool:
    """Whether half of the blanks stand inside of clauses, and not between phrases that happen to be equally long."""
    cuts = [saved(text[max(0, blank.start - 2) : blank.start], text[blank.start + 1 : blank.start + 4]) >= LIKELY_INSIDE
            for row in rows for blank in row if not blank.quote]
    return 2 * sum(cuts) >= len(cuts)


_NO_PERIOD = Period(0.0, 0, ())


def _room(line: str) -> int:
    """So many distances at most can the blanks of a line keep: as many as there are, and as have room before the last."""
    room = line.rfind(" ") // NARROWEST
    return min(line.count(" "), room) if room else 0


def wrap_period(profile: Profile) -> Period:
    """Where blanks stand for the line ends of a column: its width, and the blanks."""
    below = profile.latin1
    fixed = below.count(b"\xa0")
    if below.count(b" ") + fixed < 3:
        return _NO_PERIOD  # three distances at least
    spaced = [line for line in profile.lines if len(line) > NARROWEST and " " in line]
    # how far back the last of a line stands costs the more the rarer they are
    if sum(map(_room, [line.replace("\N{NO-BREAK SPACE}", " ") for line in spaced] if fixed else spaced)) < 3:
        return _NO_PERIOD
    rows = [_blanks(line, start) for (start, _), line in zip(profile.line_spans, profile.lines, strict=True)
            if len(line) > NARROWEST and " " in line]
    glyphs, hits = _period(rows)
    if not hits and sum(map(len, rows)) >= 3:
        # Blanks inside of words hide the period of the others, and go by themselves.
        inside = profile.fact(inside_words)
        rows = [[blank for blank in row if blank.start not in inside] for row in rows]
        glyphs, hits = _period(rows) if inside else (0.0, 0)
    if not hits or hits < FEW and not _cut_clauses(profile.text, rows):
        return _NO_PERIOD
    accepted: list[int] = []
    for row in rows:
        last = counted = 0.0
        for k, blank in enumerate(row):
            gap = blank.place - last
            if blank.glyphs - counted < glyphs - (3 if last else 4.5):  # the first line of a paragraph was indented
                continue
            if gap > glyphs + 2 or gap < glyphs - SLACK - (0 if last else 2):
                if blank.quote:
                    continue
                ahead = next((other for other in row[k + 1 : k + 4]
                              if glyphs - SLACK <= other.place - last <= glyphs + 2), None)
                if ahead:
                    continue
            accepted.append(blank.start)
            last, counted = blank.place, blank.glyphs
    return Period(glyphs, hits, tuple(accepted))


def has_wrap_period(profile: Profile) -> bool:
    """Whether blanks stand at a regular distance."""
    return bool(profile.fact(wrap_period).hits)


def wrap_space(text: str, profile: Profile) -> Iterator[Edit]:
    """A blank every so many glyphs: where a line ended in the print that the text was read from.

    >>> page = "实到每个乡镇和村组，资金按季度拨付，台账由专人逐笔登记落 "
    >>> clean(page * 4 + "完成。", wrap_space) == page.replace(" ", "") * 4 + "完成。"
    True
    >>> clean("提质 赋能 创新", wrap_space)  # no period: kept
    '提质 赋能 创新'

    Safety: only in a document whose blanks between Han keep one distance; a blank nearer to the last than a line is
    wide was written by the author.
    """
    if not profile.fact(has_wrap_period):
        return
    for start in profile.fact(wrap_period).spaces:
        yield Edit(start, start + 1, "")


def wrap_evidence(profile: Profile) -> Mapping[str, object]:
    period = profile.fact(wrap_period)
    return {"glyphs": period.glyphs, "regular": period.hits, "spaces": len(period.spaces)}


def quote_gap(text: str, profile: Profile) -> Iterator[Edit]:
    """A blank beside a quotation mark, in a text whose wrap spaces show that it was read from print.

    >>> page = "实到每个乡镇和村组，资金按季度拨付，台账由专人逐笔登记落 "
    >>> clean(page * 4 + "实现了 “双提升” “双达标”。", quote_gap).endswith("实现了“双提升”“双达标”。")
    True
    >>> clean("实现了 “双提升” “双达标”。", quote_gap)  # no print: kept
    '实现了 “双提升” “双达标”。'
    """
    if not profile.fact(has_wrap_period):
        return
    if "“" not in text and "”" not in text:
        return
    for found in QUOTE_GAP.finditer(text):
        yield Edit(*found.span(), "")


HEADING = Lazy(r"(?<=[。！？；;!?”])(?=[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[）)]|第[一二三四五六七八九十百]{1,4}[条條章])")
#: A line of this length that holds headings was several paragraphs.
COLLAPSED = 300


def collapsed_paragraphs(text: str, profile: Profile) -> Iterator[Edit]:
    r"""Headings in the middle of a long line: paragraphs that were run together. Pointed out, never split.

    >>> long = "要抓好各项工作的落实，" * 30 + "确保见效。"
    >>> clean(long + "一、加强领导。" + "二、明确责任。", collapsed_paragraphs).count("\n")  # what is proposed
    2
    >>> clean("一、加强领导。二、明确责任。", collapsed_paragraphs)  # short: one paragraph with two points
    '一、加强领导。二、明确责任。'
    """
    for (start, _), line in zip(profile.line_spans, profile.lines, strict=True):
        if len(line) >= COLLAPSED:
            found = [m.start() for m in HEADING.finditer(line)]
            if len(found) >= 2:
                for at in found:
                    yield Edit(start + at, start + at, "\n")
