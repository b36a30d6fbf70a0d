"""Numbers that count the points of a text: 二、 follows 一、, and 六是 follows 五是, however far apart they stand."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from ...text.match import Lazy

_DIGITS = "一二三四五六七八九"
_POINT = Lazy("(?:(?<=[\n。；，：:;,、 \t\N{IDEOGRAPHIC SPACE}])|^)(第|[（(]?)([一二三四五六七八九十]{1,3})([、，,是）)要]|\\Z)")
IN_ORDER = 8.0  # bits for the number that is due; nothing against another one: a new count begins, or points were left out


class Point(NamedTuple):
    """A number that counts: where it stands, what stands around it, and its value."""

    at: int
    form: str
    value: int


def points(text: str) -> list[Point]:
    """The numbers of a text that count its points."""
    return [Point(match.start(2), match[1] + "0" + match[3], _value(match[2])) for match in _POINT.finditer(text)]


def due(known: Sequence[Point], at: int, left: str, candidate: str, right: str) -> float:
    """What speaks, in bits, for a candidate at this place that is the number after the one before, or before the next one."""
    if not any(char in "一二三四五六七八九十" for char in candidate):
        return 0.0
    text = left + candidate + right
    for match in _POINT.finditer(text):
        start, end = match.span(2)
        if start < len(left) + len(candidate) and end > len(left):
            form, value = match[1] + "0" + match[3], _value(match[2])
            here = at - len(left) + start
            k = bisect_left(known, (here,))
            before = next((point for point in reversed(known[max(0, k - 40) : k]) if _alike(point.form, form)), None)
            behind = next((point for point in known[k : k + 40] if point.at > here and _alike(point.form, form)), None)
            if before is not None and before.value + 1 == value or behind is not None and behind.value - 1 == value:
                return IN_ORDER
    return 0.0


def listed(left: str, candidate: str, right: str) -> float:
    """What speaks for 、 between two quantities of one unit: 32.9平方米、37.1平方米 (reports: 14 of 14)."""
    if candidate[-1:] != "、":
        return 0.0
    behind = _QUANTITY.match(right)
    before = _QUANTITY_BEFORE.search(left + candidate[:-1])
    return IN_ORDER if behind and before and behind[1].startswith(before[1]) else 0.0


def spanned(left: str, candidate: str) -> float:
    """What speaks for 到 before a number where 从 or 由 stands in the clause: 从3个到5个 (reports: 101 of 109, the others have 至)."""
    return SPANNED if candidate == "到" and _FROM.search(left) else 0.0


SPANNED = 3.5
_FROM = Lazy("[从從由][^，。；：、\n]{1,14}$")


def before_number(left: str, candidate: str, right: str) -> float:
    """What speaks, in bits, against a candidate right before a number: of its digits the model remembers nothing but that they are some.

    Before a year that begins a clause stands no 、, but for another year or the number of a heading; and no number is half of
    full width and half not.
    """
    last = candidate[-1:]
    if "０" <= last <= "９" and right[0].isascii():
        return MIXED
    if last == "、" and _YEAR.match(right) and not _COUNTED.search(left + candidate):
        return YEAR
    return 0.0


MIXED = 14.0
YEAR = 4.0  # reports: 4 of 36 numbers behind 、 are years that no other year or heading stands before, and 52 of 60 behind 。
_YEAR = Lazy("(?:1[89]|20|１[８９]|２０)[0-9０-９]{2}年")
_COUNTED = Lazy("(?:^|\n)[ \t\N{IDEOGRAPHIC SPACE}]{0,4}.{1,3}、$|[0-9０-９年]、$")
_QUANTITY = Lazy("[0-9０-９][0-9０-９.．]{0,11}([^0-9０-９，。、；：\n]{1,4})")
_QUANTITY_BEFORE = Lazy("[0-9０-９]([^0-9０-９，。、；：.．\n]{1,4})$")


def _alike(known: str, form: str) -> bool:
    """Whether two numbers belong to one count; where the text stops, what stands behind is not known."""
    return known == form or form[-1] == "0" and known[:-1] == form


def _value(number: str) -> int:
    tens, ten, ones = number.rpartition("十")
    if not ten:
        return _DIGITS.find(number) + 1 if len(number) == 1 else -9
    return 10 * (_DIGITS.find(tens) + 1 if tens else 1) + _DIGITS.find(ones) + 1 if ones else 10 * (_DIGITS.find(tens) + 1 if tens else 1)
