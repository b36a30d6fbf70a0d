"""The most frequent of all: digits and a unit between ordinary words, read at one look.

A closer look at 增长52.6%，累计 asks eight recognisers and takes 10 µs; here it is one pattern, the unit, and what stands
on both sides. Whatever could be anything else (a date, a range, a bound, an identifier, a gap) is left to the recognisers;
a property holds that these would say the same: tests/entities/test_scan.py.
"""

from functools import cache

from ..text.match import Lazy
from .amounts import JOINS, RULES, TYPES, spelled
from .bounds import PREFIX_ENDS, SUFFIX_BEGINS
from .guards import DIGIT, NUMERAL
from .model import Entity
from .numerals import TO_ASCII, arabic
from .terms import power_of
from .units import first_characters, unit_at

_AMOUNT = Lazy(f"([1-9１-９][{DIGIT}]{{0,14}}(?:[.．][{DIGIT}]{{1,8}})?)([万萬][亿億]?|[亿億])?")
#: Behind these a numeral may be bounded, numbered or go on: a closer look.
_TELLING = PREFIX_ENDS | frozenset(NUMERAL + "第及和与與至到或月年日号號")
_GOES_ON = JOINS | SUFFIX_BEGINS


@cache
def _units() -> frozenset[str]:
    """What a unit begins with that no date, time, number or identifier goes on with."""
    return frozenset(char for char in first_characters() if char > "\x7f" or char == "%") - frozenset(
        NUMERAL + "年月日号號时時点點世分科向余餘多")


def plain_amount_at(text: str, start: int) -> Entity | None:
    """A quantity in Arabic digits behind a Han character, its unit right behind it, and nothing that bounds it.

    >>> plain_amount_at("增长５2.6％，", 2).canonical
    '52.6%'
    >>> plain_amount_at("近300人", 1), plain_amount_at("增长3-5%", 2), plain_amount_at("投入3. 2亿元", 2)
    (None, None, None)
    """
    if not start or not "\u4e00" <= text[start - 1] <= "\u9fff" or text[start - 1] in _TELLING:
        return None
    found = _AMOUNT.match(text, start)
    if not found or text[found.end() : found.end() + 1] not in _units():
        return None
    unit = unit_at(text, found.end())
    if unit is None:
        return None
    end = found.end() + len(unit.text)
    if text[end : end + 1] in _GOES_ON:
        return None
    digits, scale = found.groups()
    if not digits.isascii():
        digits = digits.translate(TO_ASCII)
    kind = TYPES[unit.kind]
    if scale:
        value = {"num": arabic(digits).times(power_of(scale)).plain, "unit": unit.code}
        return Entity(start, end, kind, value, digits + scale + spelled(unit), RULES[kind])
    value = {"num": digits.rstrip("0").rstrip(".") if "." in digits else digits, "unit": unit.code}
    return Entity(start, end, kind, value, digits + spelled(unit), RULES[kind])
