"""One search for whatever most clean policy prose does not show: 14 µs a page, for a dozen facts.

The pattern begins with one class, the characters that may matter; the others are skipped at 2.5 ns each. Behind it a
look around decides: a comma matters before another mark, a numeral beside a numeral or a unit, a rare character near
another one. A character outside of GB2312, or of full width, ends the search: then, and where it finds too much, the
facts are made one by one (`bitmap`, `gates.gb2312`). Clean pages do not come so far.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple, Protocol, TypeVar

from ..core.signs import HAN, Signs
from ..core.signs import NUMBERS as NUMBERS_APART
from . import bitmap
from .bitmap import MARKS, NUMERALS, QUOTES, SHARES, TONES, WIDE
from .codecs import gb2312_rows
from .match import Lazy

__all__ = ["BRANDS", "EXCLAIMED", "GAPS", "LETTERS", "LISTED", "MARKS", "NUMERALS", "NUMBERS", "OLD", "ONES", "OPEN", "QUOTES", "RARE", "SERIALS", "SHARES", "SIGNS", "STOPS",
           "TONES", "WIDE", "ZHU", "Sieved", "finds", "sieve", "signs"]

T = TypeVar("T")

#: A numeral beside a digit, a power of ten or a unit: three kinds of the bitmap.
NUMBERS = bitmap.POWERS | bitmap.NUMERAL_AND_UNIT | bitmap.DIGIT_AND_NUMERAL
(
    ONES,  # 一一
    LETTERS,  # a letter that looks like a digit, beside a digit or before a month
    STOPS,  # an o where a full stop could stand
    LISTED,  # 、 behind a digit
    SIGNS,  # 【, 曰, 版 or 页
    BRANDS,  # 网 or 库 behind what names of sites end with
    OLD,  # 後 or 於, which GB2312 has
    RARE,  # two rare characters of GB2312 close together
    SERIALS,  # a number before 号 that is not written 〔2023〕5号
    ZHU,  # 著, but for 显著
    GAPS,  # an ideographic space behind anything but a line end, an indent or ASCII
    EXCLAIMED,  # ！ at the end of a line
    OPEN,  # the search was given up: the text holds other characters, or too many finds
) = (TONES << k for k in range(1, 14))

_MARKS = "，、。；：,;:"
_NUMERALS = "〇○一二三四五六七八九两十百千万亿"
#: What stands behind numerals and is no unit of a number, nor begins one: 十九届, 十五规划, 二十国集团.
NO_UNITS = "大届规国产的和"
#: What `gates.gb2312` leaves out, of the characters that are not in GB2312 as Python has it.
_BESIDE = "—·〇"


class HasText(Protocol):
    text: str


class HasFacts(HasText, Protocol):
    @property
    def latin1(self) -> bytes: ...
    def fact(self, function: "Callable[[Any], T]") -> "T": ...


class Sieved(NamedTuple):
    """What the search found: the kinds of finds, and where pairs of numerals and the like begin."""

    kinds: int
    places: tuple[int, ...]


#: The kinds by the groups of the pattern.
_KINDS = (0, MARKS | LISTED, ONES | NUMERALS, NUMERALS, NUMBERS, NUMBERS, QUOTES, SHARES, MARKS | EXCLAIMED, NUMBERS, LISTED,
          BRANDS, SHARES, SIGNS, SERIALS, ZHU, GAPS, EXCLAIMED, LETTERS | STOPS, STOPS, OPEN, RARE | OLD, OLD)
_PLACED = NUMERALS | NUMBERS
_NOTHING, _COMMAS = Sieved(0, ()), Sieved(MARKS, ())


def sieve(profile: HasText) -> Sieved:
    """The finds of a text, or `OPEN`: a fact."""
    text = profile.text
    search = _pattern().search
    found = search(text)
    doubled = "，，" in text  # commas are half of all marks: the pattern looks at the others
    if not found:
        return _COMMAS if doubled else _NOTHING
    places: list[int] = []
    kinds = MARKS if doubled else 0
    left = 24 + len(text) // 100
    while found:
        kind = _KINDS[found.lastindex or 0]
        kinds |= kind
        left -= 1
        if kind & OPEN or not left:
            return Sieved(OPEN, ())
        start = found.start()
        if kind & _PLACED:
            places.append(start)
        found = search(text, start + 1)  # what a pair ends with may begin another
    return Sieved(kinds, tuple(places))


def finds(profile: HasFacts) -> int:
    """The kinds of which the text may hold one. The others it does not hold."""
    kinds: int = profile.fact(sieve).kinds
    if not kinds & OPEN:
        return kinds
    kinds = profile.fact(bitmap.row).kinds | OPEN | SHARES | LISTED | BRANDS
    if kinds & NUMERALS:
        kinds |= ONES
    text = profile.text
    if "【" in text or "曰" in text or "版" in text or "页" in text:
        kinds |= SIGNS
    if "後" in text or "於" in text:
        kinds |= OLD
    if "号" in text and SERIAL.search(text):
        kinds |= SERIALS
    for sign, kind in (("著", ZHU), ("！", EXCLAIMED), ("\N{IDEOGRAPHIC SPACE}", GAPS)):
        if sign in text:
            kinds |= kind
    return kinds | LETTERS | STOPS if profile.latin1.translate(None, _OTHERS) else kinds


#: 号 behind a digit, but for 〔2023〕5号; the literal comes first, because `re` skips to one at its fastest.
SERIAL = Lazy("号(?<=[0-9].)" + "".join(f"(?<![^ \xa0]〔[0-9]{{4}}〕[1-9]{'[0-9]' * more}.)" for more in range(4)))

_OTHERS = bytes(set(range(256)) - set(b"LOIlo"))


#: The kinds that are characters, whatever stands beside them.
_CHARACTERS = WIDE | TONES | SIGNS | OLD | OPEN


#: The pairs in which nothing stands that numbers are written with, and those that begin with no Han character.
_OF_MARKS, _BEHIND_HAN = MARKS | QUOTES, MARKS | QUOTES | LETTERS | STOPS


def signs(kinds: int) -> Signs:
    """The finds of these kinds, as signs of a rule."""
    return Signs(facts=((finds, kinds),), single=not kinds & ~_CHARACTERS,
                 apart=bool(not kinds & ~_OF_MARKS) * NUMBERS_APART | bool(not kinds & ~_BEHIND_HAN) * HAN)


@cache
def _pattern() -> "re.Pattern[str]":
    common = set(gb2312_rows(0xB0, 0xD7))
    signs = {char for char in gb2312_rows(0xA1, 0xA3) if char < "\uff00"} | set("，！？（）：；" + _BESIDE)
    known = common | signs | set(map(chr, range(0x80)))
    rare = set(gb2312_rows(0xD8, 0xF7))
    marks, numerals = _MARKS + "？！?!", "〇○一二三四五六七八九两十"
    begins = _NUMERALS[:-4]  # with 百 only behind a digit or before 号, with 万 never
    unquoted = f"(?![{_NUMERALS}]{{0,24}}+[”“、，。》；：！？\\n{NO_UNITS}])"  # not “十四五”, 二十大: no number ends so
    single = set("零【曰版页网库号著！\N{IDEOGRAPHIC SPACE}LOIlo")  # what counts by itself
    alone = "".join(sorted(single))
    telling = {*_MARKS, *_NUMERALS, *"“《分—？！?!", *single} - {"，"}
    paired = "".join(map(re.escape, sorted(telling - single)))
    near = f"[\\x00-\\x7f{_BESIDE}]*+"  # of GB2312 as it is looked at, these are not a part
    return re.compile(
        f"[^{_members(known - telling)}](?:"
        # most of what comes here ends with this look at the next character: it costs a tenth of a look around
        f"[{marks}{numerals}百千万亿月时点号Oo0-9“《之—](?:"
        f"(?<=[{_MARKS}][{marks}])()"
        f"|(?<=[{begins}][{numerals}])(?:(?<=一一)()|{unquoted}())|(?<=[{begins}][百千万亿]){unquoted}()"
        f"|(?<=[{begins}百千][月时点号Oo0-9])(?!(?<=时)间)()"
        "|(?<=[“《][“《，、；,;])()"
        f"|(?:(?<=分之)(?<=[百千]..)|(?<=—[0〇○零万亿Oo])|(?<=——)(?=[ 0-9{_NUMERALS}零]))())"
        # and nearly all of the rest with this one at the character before: one look around for all that follows
        f"|(?<![^，\N{IDEOGRAPHIC SPACE}0-9—月时余多][{paired}])(?:"
        f"(?<=[，\N{IDEOGRAPHIC SPACE}][{marks}])()|(?:(?<=[0-9—][一二三四五六七八九两十百千])|(?<=[0-9][月时][一二三四五六七八九十])|(?<=[一二三四五六七八九两十][余多][万亿]))()|(?<=[0-9]、)()"
        f"|(?<![{_members(known - single)}])(?:"
        f"(?<=[书文料考学题件易优库育]网|文库)()|(?<![网库])(?:(?<=零)(?:(?=[{_NUMERALS}零月时点号余多0-9Oo])|(?<=[{_NUMERALS}—].))()|(?<=[【曰版页])()"
        "|(?<=[0-9]号)(?<![^ \xa0]〔[0-9]{4}〕[1-9].)(?<![^ \xa0]〔[0-9]{4}〕[1-9][0-9].)(?<![^ \xa0]〔[0-9]{4}〕[1-9][0-9]{2}.)(?<![^ \xa0]〔[0-9]{4}〕[1-9][0-9]{3}.)()|(?<=著)(?<!显.)()"
        "|(?<=\N{IDEOGRAPHIC SPACE})(?<![\x00-\x7f\N{IDEOGRAPHIC SPACE}].)()|(?<=！)(?=[^\\S\\n]*+(?:\\n|$))()"
        "|(?<=[LOIlo])(?:(?:(?<=[0-9.IlOo].)|(?=[0-9.IlOo月日])|(?<=[Ll])(?=[ ．]))()"
        "|(?:(?<=[%％].)|(?<=o)(?=[（(一二三四五六七八九十第\\n]|$))())"
        f"|(?<![{_members(known | rare)}])()"
        f"|(?<![{alone}])(?={near}(?:.{near})?[^{_members(known)}])()|(?<=[後於])()))))", re.S)


def _members(chars: set[str]) -> str:
    """A class of these characters, as few ranges as there are."""
    out = []
    codes = sorted(map(ord, chars))
    start = last = codes[0]
    for code in [*codes[1:], 0x110000]:
        if code != last + 1:
            out.append(re.escape(chr(start)) + ("-" + re.escape(chr(last)) if last > start else ""))
            start = code
        last = code
    return "".join(out)
