"""How far damage by steps can reach in a window, and whether it can be there at all: before anything is searched.

Between two losses GBK out of step has one reading: the second byte of every character with the first of the next one.
Where that reading is not likelier than the text as it stands, no byte was lost, whichever the lost one would be.
"""

from functools import cache
from typing import NamedTuple

from ...text.codecs import EURO, gbk_bytes
from ...text.encodings import double_bytes
from ...text.language_model import LONGEST, LanguageModel
from .evidence import COMMON_SIGN, REPLACEMENT, costs
from .steps import SPLIT_MARKS

#: What a character of the other reading costs at most: where bytes were lost or a pair was dropped there is none.
NO_READING = 23.0
PAIR_MAY_LACK = 14.0
AT_MARK = 6.0  # a mark or a sign of loss, of which the other reading makes a character that it does not show
SIGN = 8.0  # bits that a sign or a letter among letters may cost: tables and addresses hold them
HAN = "\u2e80"
FLUENT = 8.0  # bits of a character that need no explanation
BEFORE, BEHIND = 4, 5  # characters around the damage that are searched with it


class Reach(NamedTuple):
    """How many bits the other reading gains at most, and the part of the window outside of which it gains nothing."""

    gain: float
    start: int
    end: int


def reach(text: str, start: int, end: int, dropped: bool, model: LanguageModel) -> Reach:
    before = text[max(0, start - LONGEST) : start] or "\n"
    part = text[start:end]
    context = model.row(before.translate(model.fold))
    lacked = False
    table, signs, step = double_bytes("gb18030"), _signs(), model.step
    pending = -1
    total = gain = 0.0
    head, tail = end, start
    k = start
    for char, cost in zip(part, costs(part, before, model), strict=True):
        first, second, letter, kind = signs[char]
        other = NO_READING
        if pending >= 0 and first >= 0:
            row = table.get(pending)
            new = row and (row.get(first) or letter and row.get(letter))
            if new:
                other, context = context.steps.get(new) or step(context, new)
        pending = second
        stand = cost if cost < NO_READING else NO_READING
        if other <= PAIR_MAY_LACK:
            lacked = False
        else:  # no two pairs were dropped side by side
            other = PAIR_MAY_LACK if dropped and not lacked else NO_READING
            lacked = True
        if kind == _MARK:
            if other > AT_MARK:
                other = AT_MARK
        elif kind == _SIGN or kind == _ASCII and text[max(0, k - 1)] < "\x7f":
            if stand > SIGN:
                stand = SIGN
        if stand > FLUENT and stand > other and (kind != _MARK or char == "?" or char == REPLACEMENT):
            if k < head:
                head = k
            tail = k + 1
        total += stand - other
        if total > gain:
            gain = total
        elif total < 0.0:
            total = 0.0
        k += 1
    if head >= tail:  # nothing but marks
        return Reach(gain, start, end)
    return Reach(gain, *_whole(text, start, max(start, head - BEFORE), min(end, tail + BEHIND), end))


def _whole(text: str, first: int, start: int, end: int, last: int) -> tuple[int, int]:
    """The part with the whole of the marks, letters and readings at its ends."""
    while start > first and (text[start] < HAN or text[start - 1] < HAN):
        start -= 1
    while end < last and (text[end - 1] < HAN or text[end] < HAN):
        end += 1
    return start, end


_MARK, _SIGN, _ASCII = 1, 2, 3


class _Signs(dict[str, tuple[int, int, int, int]]):
    """The bytes of a character in the other reading, the one that it can be by itself, and what it is; 15 characters of a page in 20 are known."""

    def __missing__(self, char: str) -> tuple[int, int, int, int]:
        pair = SPLIT_MARKS.get(char) or _pair(char)
        kind = 0
        if char in SPLIT_MARKS or char == REPLACEMENT:
            kind = _MARK
        elif COMMON_SIGN.match(char):
            kind = _SIGN
        elif char < "\x7f":
            kind = _ASCII
        if len(self) >= MOST_SIGNS:
            self.clear()
        self[char] = out = (*(pair or (-1, -1)), ord(char) if "@" <= char <= "~" else 0, kind)
        return out


MOST_SIGNS = 32_768


@cache
def _signs() -> _Signs:
    return _Signs()


def _pair(char: str) -> bytes | tuple[int, int] | None:
    if "!" <= char <= "~":
        return 0xA3, ord(char) + 0x80
    if char == " ":
        return 0xA1, 0xA1
    if char == EURO:
        return 0x80, -1
    data = gbk_bytes(char)
    return data if data is not None and len(data) == 2 else None
