"""Line ends beside a gap: which of them end a paragraph, and which are none because a collector broke the text there.

Texts are copied from pages with a line end wherever a link or a column ended. A line that goes on in the middle of a
sentence was not ended by its writer: what is lost before it is what stands before the words that follow.
"""

import math
from collections.abc import Sequence

from ...text.encodings import Encoding
from ...text.language_model import LONGEST, language_model
from ...text.lattice import Reading, read
from ...text.match import Lazy
from .gaps import Slots

_CLOSING = frozenset("”’》〉）)」』】］〕，。；：！？、,;:!?")
_CLOSING_TITLE = frozenset("》〉”」』")
_INDENTS = (" ", "\t", "\N{IDEOGRAPHIC SPACE}", "\N{NO-BREAK SPACE}")
_NUMBERED = Lazy("[（(]?(?:第?[一二三四五六七八九十]{1,3}|[0-9０-９]{1,2})[、，,.．是章条條节節）)]|——|各位|附件|同志们|同志們")
#: Bits for a break that is none. Reports have one in 7,000 characters (33 reports), half of them beside titles, and more
#: where paragraphs are indented and the next line is not. `WITHIN`: of 13, 15 and 17 the best on six reports.
SPLIT = 0.0  # the next line begins with what never begins one
WITHIN = 17.0
UNINDENTED = 9.0
AGAIN = 5.0  # and the line that ends there stands out, too
NUMBERED = 19.0
INDENTED = 20.0
#: Bits for a colon before a later point than the first one.
COLON = 8.0
_LATER = Lazy("[ \t\N{IDEOGRAPHIC SPACE}]{0,4}[（(]?第?[二三四五六七八九2-9２-９][、，,.．是）)]")
#: Bits for a mark before a line that begins as paragraphs do: the one before it does not end so.
OPEN_END = 8.0
_OPEN = frozenset("，、《〈“‘「『（(【,")


def joints(begins: Sequence[str]) -> list[float]:
    """What it costs that the break before each of these lines, known by how they begin, is none."""
    filled = [line for line in begins if line.strip()]
    indented = 3 * sum(line.startswith(_INDENTS) for line in filled) > len(filled)
    out = []
    for k, line in enumerate(begins):
        following = begins[k + 1] if k + 1 < len(begins) else ""
        if line[:1] in _CLOSING and line or following[:1] in _CLOSING_TITLE and following:
            out.append(SPLIT)
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
    open_end = OPEN_END if joined >= NUMBERED else 0.0
    found: dict[str, float] = {}
    for tail in (ends, below):
        for reading in read(slots, encoding, before, tail, results):
            found[reading.text] = reading.cost - model.bits(tail[: LONGEST + 1], before + reading.text)
    out = []
    for text, cost in found.items():
        here = before + text
        end = model.bits(ends[: LONGEST + 1], here) + open_end * (text[-1:] in _OPEN) + COLON * (later and text[-1:] in "：:")
        none = model.bits(below[: LONGEST + 1], here) + joined
        least = min(end, none)
        out.append(Reading(cost + least - math.log2(2 ** (least - end) + 2 ** (least - none)), text))
    return sorted(out)[:results]
