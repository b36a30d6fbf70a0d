"""Which kinds of characters, and which kinds side by side, a text may hold: one pass of 6 ns a character for all.

Every character becomes a byte twice: bit k of its left byte is set where it may be the left member of pair k, bit k of
its right byte where it may be the right one. A byte is the AND of two table look-ups, one for the low and one for the
high half of the UTF-16 unit, so a class is the product of the halves of its members: it holds all of them, and some
strangers. A gate made of this may be open in vain; it is never closed wrongly.

Rows of bytes are integers here: ``&`` and ``>>`` do to all characters at once what a loop or a pattern would do one by
one. A class search in `re` takes 3 ns a character for each single question (docs/adr/0050).
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple, Protocol

#: The kinds of finds, by bit: single characters (any right member will do), or neighbours.
WIDE, SHARES, MARKS, QUOTES, NUMERALS, POWERS, NUMERAL_AND_UNIT, DIGIT_AND_NUMERAL = (1 << k for k in range(8))
#: Some character of U+0100 to U+01FF: letters with tones. It has no place in `Row.units`.
TONES = 1 << 8

_NUMERALS = "〇○一二三四五六七八九两十百千万亿"  # 零, 兩, 萬 and 億 would let many strangers in: ask for them alone
_DIGITS = "0123456789"
_MARKS = "，、。；：,;:"


class _Kind(NamedTuple):
    left: str
    right: str | None  # None: whatever follows, the end included


KINDS = (
    # WIDE: letters, digits, signs, dashes and brackets of full width, all but ，（）！？：；
    _Kind("".join(map(chr, (*range(0xFF02, 0xFF08), *range(0xFF0A, 0xFF0C), *range(0xFF0D, 0xFF1A),
                            *range(0xFF1C, 0xFF1F), *range(0xFF20, 0xFF65)))), None),
    # SHARES: 百分之, and a dash before another dash or a zero
    _Kind("分—", "之—0〇○零万亿Oo"),
    # MARKS: one behind another, or behind an indent, where no writer puts one
    _Kind(_MARKS + "\N{IDEOGRAPHIC SPACE}", _MARKS + "？！?!"),
    # QUOTES: two opening marks, and an opening mark before a comma
    _Kind("“《", "“《，、；,;"),
    _Kind(_NUMERALS, "〇○一二三四五六七八九两十"),
    _Kind(_NUMERALS, "百千万亿"),
    _Kind(_NUMERALS, "月时点号Oo" + _DIGITS),
    _Kind(_DIGITS + "—", "一二三四五六七八九两十百千"),
)


class HasText(Protocol):
    text: str


class Row(NamedTuple):
    """What may stand where."""

    units: bytes  # for each UTF-16 unit the kinds of finds that may begin there
    values: tuple[int, ...]  # the bytes that are not 0
    kinds: int  # all of them together

    def places(self, kinds: int, most: int) -> "Sequence[int] | None":
        """The units where these kinds may begin, if there are no more than `most` of them."""
        out: list[int] = []
        for value in self.values:
            if value & kinds:
                at = self.units.find(value)
                while at >= 0:
                    if len(out) == most:
                        return None
                    out.append(at)
                    at = self.units.find(value, at + 1)
        return out


def row(profile: HasText) -> Row:
    """The finds of a text, place by place."""
    left_low, left_high, right_low, right_high = _tables()
    units = profile.text.encode("utf-16-le", "surrogatepass")
    low, high = units[::2], units[1::2]
    left = int.from_bytes(low.translate(left_low), "little") & int.from_bytes(high.translate(left_high), "little")
    right = int.from_bytes(low.translate(right_low), "little") & int.from_bytes(high.translate(right_high), "little")
    last = 0xFF << 8 * max(len(low) - 1, 0)  # behind the last character anything may stand
    found = (left & (right >> 8 | last)).to_bytes(len(low), "little")
    values = tuple(set(found.translate(None, b"\0")))
    kinds = TONES if b"\x01" in high else 0
    for value in values:
        kinds |= value
    return Row(found, values, kinds)


@cache
def _tables() -> tuple[bytes, ...]:
    tables = [bytearray(256) for _ in range(4)]
    for bit, kind in enumerate(KINDS):
        for side, members in enumerate(kind):
            for half in range(2):
                table = tables[2 * side + half]
                values = range(256) if members is None else {ord(member) >> 8 * half & 0xFF for member in members}
                for value in values:
                    table[value] |= 1 << bit
    return tuple(map(bytes, tables))
