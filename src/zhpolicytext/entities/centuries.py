"""Centuries and decades, alone and in lists."""

import re

from ..text.match import Lazy
from .days import is_han, number_of
from .guards import DIGIT, NUMERAL, is_identifier_left, is_ordinal, is_phrase, is_quoted, is_titled
from .model import Entity
from .numerals import TO_ASCII, han

_TENS = f"(?:[{DIGIT}][0０]|[二三四五六七八九]?十|[二三四五六七八][三四五六七八九]十)"
#: 五十、六十和七十年代: one mark for all of them.
_DECADES = rf"(?P<d>{_TENS}(?:[、和及与與或至到—–~～-]{_TENS}){{0,4}})(?P<dm>年代)"
_DECADE = Lazy(_DECADES)
_NUMBER = f"[1-9１-９][{DIGIT}]?|二?十[一二三四五六七八九]?|[一二三四五六七八九]"
_CENTURY = Lazy(rf"(?P<first>(?:(?:{_NUMBER})[、和及与與或至到—–~～-]){{0,3}})(?P<n>{_NUMBER})(?P<mark>世[纪紀])(?:{_DECADES})?")
_ANY_NUMBER = Lazy(_NUMBER)
_ONE = Lazy(_TENS)
#: 二十世纪八十年代末至, 上世纪五十年代、: what stands before a further decade of the same century.
_OF_A_CENTURY = Lazy(rf"(?P<n>[上本]个?個?|{_NUMBER})世[纪紀](?:{_TENS}(?:年代)?(?:[末初中前后後晚]期?)?(?:[、和及与與或至到—–~～-]|以及|或者)?){{1,5}}$")
_LINE_ENDS = frozenset(("", "\n", " ", "\N{IDEOGRAPHIC SPACE}"))
_RELATIVE = {"上": 1900, "本": 2000}


def century_at(text: str, start: int, floor: int) -> Entity | None:
    """A century, or decades whose century is said, whose numeral begins at an offset.

    >>> century_at("二十世纪八十年代", 0, 0).value, century_at("上世纪九十年代", 3, 0).canonical
    ('1980/1989', '上世纪90年代')
    >>> century_at("二十世纪五十、六十年代", 0, 0).canonical, century_at("20世纪八十年代末至九十年代初", 10, 9).canonical
    ('20世纪50、60年代', '90年代')
    >>> century_at("八十年代、九十年代", 0, 0)  # of which century?
    """
    if is_ordinal(text, start) or text[start] not in NUMERAL and is_identifier_left(text, start):
        return None
    begin = start
    found = _CENTURY.match(text, start)
    if found:
        numbers = [number_of(n) for n in _ANY_NUMBER.findall(found["first"] + found["n"])]
        # one numeral stays: 八世纪, 十世纪; not where its decade says what it is
        if all(len(n) == 1 and is_han(n) for n in _ANY_NUMBER.findall(found["first"] + found["n"])) and not is_han(found["d"]):
            return None
        if text.endswith(("前", "个", "個"), floor, start) or found["first"] and (found["d"] or not _is_list(text, start, found["first"], numbers)):
            return None
        base = (numbers[-1] - 1) * 100
        written = _ANY_NUMBER.sub(lambda n: str(number_of(n.group())), found["first"] + found["n"]) + found["mark"]
        value = f"{numbers[0] * 100 - 99:04d}/{base + 100:04d}"
    else:
        found = _DECADE.match(text, start)
        if not found:
            return None
        era = _OF_A_CENTURY.search(text, max(0, start - 40), start) if text[start - 1 : start] not in ("纪", "紀") else None
        if era:
            said, written = era["n"], ""
        else:
            word = next((word for word in _ERAS if text.endswith(word, floor, start)), "")
            if not word:
                return None
            said, written, begin = word[0], word, start - len(word)
        base = _RELATIVE[said[0]] if said[0] in _RELATIVE else (number_of(said) - 1) * 100
    end = found.end()
    if is_titled(text, start) or is_han(text[start]) and (is_quoted(text, begin, end) or is_phrase(text, start, start + len(found[1]))):
        return None
    if found["d"]:
        decades = [_decades(tens) for tens in _ONE.findall(found["d"])]
        value = f"{base + decades[0][0]}/{base + decades[-1][1] + 9}"
        written += _ONE.sub(_arabic, found["d"]) + found["dm"]
    return Entity(begin, end, "year_range", value, written, "date.century")


def _is_list(text: str, start: int, first: str, numbers: list[int]) -> bool:
    """十八、十九世纪, 九至十一世纪; 三、二十一世纪的教育 is a heading."""
    if is_han(first) is not is_han(text[start + len(first)]):
        return False  # 十至15世纪
    if "、" in first:
        return text[start - 1 : start] not in _LINE_ENDS and numbers == list(range(numbers[0], numbers[-1] + 1))
    return sorted(set(numbers)) == numbers


def _decades(tens: str) -> tuple[int, int]:
    """八九十 are two decades."""
    if len(tens) == 3:
        return number_of(tens[0] + "十"), number_of(tens[1] + "十")
    if not is_han(tens):
        return (int(tens.translate(TO_ASCII)),) * 2
    value = han(tens)
    return (int(value.plain),) * 2 if value else (0, 0)


def _arabic(found: "re.Match[str]") -> str:
    low, high = _decades(found.group())
    return str(low) if low == high else found.group()


_ERAS = ("上世纪", "上世紀", "上个世纪", "上個世紀", "本世纪", "本世紀")
