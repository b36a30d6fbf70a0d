"""Numerals: Han and Arabic digits to exact values, and values to their canonical text."""

from functools import lru_cache
from typing import NamedTuple

DIGITS = {c: i for i, cs in enumerate(("零〇○", "一", "二两兩", "三", "四", "五", "六", "七", "八", "九")) for c in cs}
#: Falling multipliers below ten thousand.
TENS = {"十": 1, "百": 2, "千": 3}
WAN, YI = "万萬", "亿億"
HAN_DIGIT = "零〇○一二三四五六七八九两兩"
TO_ASCII = str.maketrans("０１２３４５６７８９．％，：", "0123456789.%,:")
#: Digits one by one, as in a year; zeros also as typists and OCR write them.
TO_DIGIT = str.maketrans("〇零○OoＯｏ◯一二三四五六七八九０１２３４５６７８９", "00000000123456789" "0123456789")


class Number(NamedTuple):
    """An exact value, ``digits * 10 ** exponent``, as short as possible.

    >>> Number.of(35, 3)
    Number(digits=35, exponent=3)
    """

    digits: int
    exponent: int

    @classmethod
    def of(cls, digits: int, exponent: int = 0) -> "Number":
        if not digits:
            return cls(0, 0)
        while digits % 10 == 0:
            digits //= 10
            exponent += 1
        return cls(digits, exponent)

    @property
    def plain(self) -> str:
        """
        >>> Number.of(35, -3).plain, Number.of(35, 3).plain
        ('0.035', '35000')
        """
        if self.exponent >= 0:
            return str(self.digits) + "0" * self.exponent
        text = str(self.digits).rjust(1 - self.exponent, "0")
        return f"{text[: self.exponent]}.{text[self.exponent :]}"

    def times(self, exponent: int) -> "Number":
        return Number.of(self.digits, self.exponent + exponent) if exponent else self

    @property
    def next(self) -> "Number":
        """One unit of the last stated digit more: the bound of 余 and 多."""
        return Number.of(self.digits + 1, self.exponent)

    def above(self, other: "Number") -> bool:
        low = min(self.exponent, other.exponent)
        mine: int = self.digits * 10 ** (self.exponent - low)
        its: int = other.digits * 10 ** (other.exponent - low)
        return mine > its

    def is_whole(self, exponent: int) -> bool:
        return self.exponent >= exponent


def arabic(text: str) -> Number:
    """The value of Arabic digits of either width, with a decimal point or group commas.

    >>> arabic("1,280.50").plain
    '1280.5'
    """
    whole, _, part = (text if text.isascii() else text.translate(TO_ASCII)).replace(",", "").partition(".")
    return Number.of(int(whole + part), -len(part))


@lru_cache(maxsize=4096)  # a text says 二十 and 三百 again and again
def han(text: str) -> Number | None:
    """The value of a well-formed Han numeral; None for anything else.

    >>> han("五十三万六千零八十二").plain, han("三点五万").plain
    ('536082', '35000')
    >>> han("十四五"), han("百千万"), han("一百二")
    (None, None, None)
    """
    if "点" in text or "點" in text:
        return _decimal(text.replace("點", "点"))
    value = _large(text)
    return None if value is None else Number.of(value)


def _decimal(text: str) -> Number | None:
    whole, _, part = text.partition("点")
    exponent = 0
    while part and part[-1] in "万萬亿億":
        exponent += 4 if part[-1] in WAN else 8
        part = part[:-1]
    left = 0 if whole in ("零", "〇") else _large(whole)
    if left is None or not part or exponent > 12 or not all(c in DIGITS and c not in "两兩" for c in part):
        return None
    return Number.of(int(f"{left}{''.join(str(DIGITS[c]) for c in part)}"), exponent - len(part))


def _large(text: str, lower: bool = False) -> int | None:
    """Strictly falling sections: …亿…万…"""
    for marks, scale in ((YI, 10**8), (WAN, 10**4)):
        at = max(text.rfind(marks[0]), text.rfind(marks[1]))
        if at >= 0:
            left = _large(text[:at], lower)
            rest = text[at + 1 :]
            if left is None or left == 0 or (scale == 10**4 and left >= 10**4):
                return None
            right = _large(rest, True) if rest else 0
            return None if right is None or right >= scale else left * scale + right
    return _section(text, lower)


def _section(text: str, lower: bool) -> int | None:
    """A value below ten thousand; ``lower``: behind 万 or 亿, where it may begin with 零 and may not be a bare digit."""
    total, last, digit, zero = 0, 4, -1, False
    for k, c in enumerate(text):
        if c in "零〇○":
            if digit >= 0 or zero or not (total or (lower and k == 0)):
                return None
            zero = True
        elif c in DIGITS:
            if digit >= 0:
                return None
            digit = DIGITS[c]
            if c in "两兩" and not (k + 1 < len(text) and text[k + 1] in "百千" or len(text) == 1 and not lower):
                return None
        else:
            power = TENS.get(c, 9)
            if power >= last:
                return None
            if digit < 0:
                if power != 1 or zero or (not total and k):
                    return None
                digit = 1
            total += digit * 10**power
            last, digit, zero = power, -1, False
    if digit >= 0:
        if not (last == 1 or zero or (last == 4 and not lower)):
            return None  # 一百二: is it 120 or a slip?
        return total + digit
    return None if zero or not text else total


def pair(text: str) -> tuple[Number, Number] | None:
    """Both ends of a Han numeral with two neighbouring digits side by side: 七八百, 二三十, 十五六.

    >>> [n.plain for n in pair("十五六")], pair("五三十")
    (['15', '16'], None)
    """
    for k in range(len(text) - 1):
        a, b = text[k], text[k + 1]
        if a in HAN_DIGIT and b in HAN_DIGIT and DIGITS[a]:
            if DIGITS[b] - DIGITS[a] != 1 and (a, b) != ("三", "五"):
                return None
            low, high = (han(_sound(text[:k] + c + text[k + 2 :])) for c in (a, b))
            return (low, high) if low and high else None
    return None


def _sound(text: str) -> str:
    """两 and 二 are free in an approximate number: 一两百, 二三千."""
    return text if text in ("两", "兩") else text.replace("两", "二").replace("兩", "二")


@lru_cache(maxsize=4096)
def rendered(value: Number, source: str) -> str:
    """The canonical digits of an exact Han number; 万 and 亿 in the script of the source.

    >>> rendered(Number.of(35, 7), "三亿五千万"), rendered(Number.of(234, 2), "两万三千四百")
    ('3.5亿', '23400')
    """
    yi = "億" if "億" in source or "萬" in source else "亿"
    wan = "萬" if "億" in source or "萬" in source else "万"
    if "点" in source or "點" in source:
        exponent = 0
        tail = source
        while tail[-1] in "万萬亿億":
            exponent += 4 if tail[-1] in WAN else 8
            tail = tail[:-1]
        return value.times(-exponent).plain + source[len(tail) :]
    whole = int(value.plain)
    if whole >= 10**12 and value.is_whole(8):
        return value.times(-12).plain + wan + yi
    if whole >= 10**8 and value.is_whole(4):
        return value.times(-8).plain + yi
    if 10**4 <= whole < 10**8 and value.is_whole(4):
        return value.times(-4).plain + wan
    return value.plain
