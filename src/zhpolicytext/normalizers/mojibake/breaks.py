"""Line ends beside a gap: which of them end a paragraph, and which are none because a collector broke the text there.

Texts are copied from pages with a line end wherever a link or a column ended. A line that goes on in the middle of a
sentence was not ended by its writer: what is lost before it is what stands before the words that follow.
"""

import math
from collections.abc import Sequence

from ...text.encodings import Encoding
from ...text.language_model import LONGEST, language_model
from ...text.lattice import Reading, read_before
from ...text.match import Lazy
from .gaps import Slots

_CLOSING = frozenset("”’》〉）)」』】］〕，。；：！？、,;:!?")
_CLOSING_TITLE = frozenset("》〉”」』")
_INDENTS = (" ", "\t", "\N{IDEOGRAPHIC SPACE}", "\N{NO-BREAK SPACE}")
_NUMBERED = Lazy("[（(]?(?:第?[一二三四五六七八九十]{1,3}|[0-9０-９]{1,2})[、，,.．是章条條节節）)]|——|各位|附件|同志们|同志們")
#: Bits for a break that is none. Reports have one in 7,000 characters (33 reports), half of them beside titles, and more
#: where paragraphs are indented and the next line is not. `WITHIN`: of 13, 15 and 17 the best on six reports.
SPLIT = 0.0  # the next line begins with what never begins one
TITLE = 0.5  # the line after it begins with 》: it is a title between two links, and 《 stands before it
WITHIN = 17.0
UNINDENTED = 9.0
AGAIN = 5.0  # and the line that ends there stands out, too
NUMBERED = 19.0
INDENTED = 20.0
#: Bits for a colon before a later point than the first one.
COLON = 8.0
_LATER = Lazy("[ \t\N{IDEOGRAPHIC SPACE}]{0,4}[（(]?第?[二三四五六七八九2-9２-９][、，,.．是）)]")
#: Bits for a mark that no paragraph ends with.
OPEN_END = 8.0
_SELDOM_BROKEN = frozenset("、《〈“‘「『（(【")
_OPEN = _SELDOM_BROKEN | {"，", ","}  # but of 1,500 lines that a plain one follows 11 end with a comma, and one with 、
#: Bits against what ends a paragraph of reports nowhere else (2,900 of them): all 11 semicolons end a point of one sentence
#: before another point, where nobody exclaims; of 25 colons 17 stand before a point.
NO_POINT, NO_LIST, EXCLAIMED = 8.0, 4.0, 5.0
_COUNTED = Lazy("[ \t\N{IDEOGRAPHIC SPACE}]{0,4}(?:[（(]?第?(?:[一二三四五六七八九十]{1,3}|[0-9０-９]{1,2})[、，,.．是章条條）)要]|——)")
_STOPS = frozenset("。！？!?")
_OPENING_TITLE = frozenset("《〈“‘「『")
LINKED = 12.0  # bits for what opens a title


def joints(begins: Sequence[str]) -> list[float]:
    """What it costs that the break before each of these lines, known by how they begin, is none."""
    filled = [line for line in begins if line.strip()]
    indented = 3 * sum(line.startswith(_INDENTS) for line in filled) > len(filled)
    out = []
    for k, line in enumerate(begins):
        following = begins[k + 1] if k + 1 < len(begins) else ""
        if line[:1] in _CLOSING and line:
            out.append(SPLIT)
        elif following[:1] in _CLOSING_TITLE and following:
            out.append(TITLE)
        elif line.startswith(_INDENTS) or not line:
            out.append(INDENTED)
        elif _NUMBERED.match(line):
            out.append(NUMBERED)
        elif indented:
            stands_out = k > 0 and bool(begins[k - 1].strip()) and not begins[k - 1].startswith(_INDENTS)
            out.append(AGAIN if stands_out else UNINDENTED)
        else:
            out.append(WITHIN)
    return out


def before_break(slots: Slots, encoding: Encoding, before: str, below: str, joined: float, results: int) -> list[Reading]:
    """The readings of a gap at the end of a line, whether that ends a paragraph or is no end at all."""
    model = language_model()
    ends = "\n" + below
    later = _LATER.match(below) is not None
    open_marks = _OPEN if joined > WITHIN else _SELDOM_BROKEN if joined == WITHIN else frozenset[str]()
    at_end, going_on = read_before(slots, encoding, before, (ends, below), results)
    # in both of them what the text costs by itself is the same
    found = {reading.text: (reading.cost, ends) for reading in at_end} | {reading.text: (reading.cost, below) for reading in going_on}
    out = []
    for text, (cost, tail) in found.items():
        here = before + text
        end = model.bits(ends[: LONGEST + 1], here)
        none = model.bits(below[: LONGEST + 1], here)
        cost -= end if tail is ends else none
        end += OPEN_END * (text[-1:] in open_marks) + COLON * (later and text[-1:] in "：:")
        none += joined
        least = min(end, none)
        if joined == TITLE and text[-1:] in _OPENING_TITLE:
            cost -= LINKED
        out.append(Reading(cost + least - math.log2(2 ** (least - end) + 2 ** (least - none)), text))
    return sorted(out)[:results]


def unlike_an_end(left: str, mark: str, right: str) -> float:
    """What speaks, in bits, against this mark at the end of a paragraph; `right` begins with the line end."""
    if mark not in "：:；;！!" or not mark:
        return 0.0
    listed = _COUNTED.match(right, 1) is not None
    if mark in "：:":
        return 0.0 if listed else NO_LIST
    line = left.rpartition("\n")[2]
    point = listed and _COUNTED.match(line) is not None and _STOPS.isdisjoint(line)
    return EXCLAIMED * point if mark in "！!" else NO_POINT * (not point)
