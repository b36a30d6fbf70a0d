"""The readings of Han characters: what a bracketed syllable must be checked against.

A syllable is held in ASCII: v for ü, and the tone as a digit beside it. The table is made from pypinyin by
tools/build_readings.py.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple
from unicodedata import normalize

from .tables import rows, words

#: The letters that carry a tone, each row a tone: macron, acute, caron (or the breve that looks like it), grave.
_MARKED = ("āēīōūǖĀĒĪŌŪǕ", "áéíóúǘḿńÁÉÍÓÚǗ", "ǎěǐǒǔǚňăĕĭŏŭǍĚǏǑǓǙ", "àèìòùǜǹÀÈÌÒÙǛ")
_BARE = ("aeiouvaeiouv", "aeiouvmnaeiouv", "aeiouvnaeiouaeiouv", "aeiouvnaeiouv")
#: GBK has two letters of the phonetic alphabet where pinyin has a and g (cells A8BB and A8C0).
_PLAIN = str.maketrans("üÜɑɡê’", "vvage'") | {
    ord(marked): bare for row, bares in zip(_MARKED, _BARE, strict=True) for marked, bare in zip(row, bares, strict=True)
}
_TONES = {marked: str(tone) for tone, row in enumerate(_MARKED, 1) for marked in row}
#: Syllables with ü as they are typed where the two dots are missing. (lu and nu are syllables of their own besides.)
_WITHOUT_DOTS = {"nu": "nv", "lu": "lv", "nue": "nve", "lue": "lve"}
#: The longest syllable has six letters (zhuang), its tone may be a digit, its marks may be combining characters.
LONGEST = 9


class Syllable(NamedTuple):
    """What a bracket says: its letters without tone, and the tone or tones as digits ("" if it shows none)."""

    plain: str
    tone: str


@lru_cache(maxsize=4096)
def spelled(content: str) -> Syllable | None:
    """A bracket's content as letters and tone, if it is lower-case pinyin letters and nothing else.

    >>> spelled("xué"), spelled("xue2"), spelled("lǜ"), spelled("yu")
    (Syllable(plain='xue', tone='2'), Syllable(plain='xue', tone='2'), Syllable(plain='lv', tone='4'), Syllable(plain='yu', tone=''))
    >>> spelled("Xue"), spelled("学"), spelled("(a"), spelled("")
    (None, None, None, None)
    """
    content = normalize("NFC", content.strip(" \N{NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}"))
    if not content or content != content.lower():
        return None
    tone = "".join(_TONES[letter] for letter in content if letter in _TONES)
    letters = content.translate(_PLAIN).replace("u:", "v")
    if letters[-1] in "012345" and not tone:
        tone = letters[-1].replace("0", "5")
        letters = letters[:-1]
    if not (letters.isascii() and letters.isalpha()):
        return None
    return Syllable(letters, tone)


@cache
def readings() -> Mapping[str, str]:
    """The characters that can be read so, for every syllable without its tone.

    >>> "学" in readings()["xue"], "学" in readings()["sheng"]
    (True, False)
    """
    out: dict[str, str] = {}
    for syllable, first, other in rows("readings.tsv"):
        out[syllable[:-1]] = out.get(syllable[:-1], "") + first + other
    for bare, umlaut in _WITHOUT_DOTS.items():
        out[bare] = out.get(bare, "") + out[umlaut]
    return MappingProxyType(out)


@cache
def first_readings() -> Mapping[str, str]:
    """The characters whose first reading in the dictionary it is, for every syllable with its tone.

    >>> "行" in first_readings()["xing2"], "行" in first_readings()["hang2"]
    (True, False)
    """
    return MappingProxyType({syllable: first for syllable, first, _ in rows("readings.tsv")})


@cache
def _with_tone() -> Mapping[str, str]:
    return MappingProxyType({syllable: first + other for syllable, first, other in rows("readings.tsv")})


def read_as(syllable: Syllable) -> str:
    """The characters that can be read so; of a syllable without tone, apart from the tone.

    >>> "務" in read_as(Syllable("wu", "4")), "亡" in read_as(Syllable("wu", "4")), "亡" in read_as(Syllable("wu", ""))
    (True, False, True)
    """
    return _with_tone().get(syllable.plain + syllable.tone, "") if syllable.tone else readings().get(syllable.plain, "")


@cache
def _first_plain() -> Mapping[str, str]:
    out: dict[str, str] = {}
    for syllable, first, _ in rows("readings.tsv"):
        out[syllable[:-1]] = out.get(syllable[:-1], "") + first
    return MappingProxyType(out)


def is_first_reading(char: str, syllable: Syllable) -> bool:
    """The syllable is the character's first reading; of a syllable without tone, apart from the tone."""
    if syllable.tone:
        return char in first_readings().get(syllable.plain + syllable.tone, "")
    return char in _first_plain().get(syllable.plain, "")


@lru_cache(maxsize=4096)
def sounds(char: str) -> int:
    """How many readings the character has, apart from the tone."""
    plain: dict[str, None] = {}
    for syllable, first, other in rows("readings.tsv"):
        if char in first or char in other:
            plain[syllable[:-1]] = None
    return len(plain)


@cache
def frequency_ranks() -> Mapping[str, int]:
    """The place of a character in policy prose by frequency, 0 for 的. Characters that are not common have none."""
    return MappingProxyType({char: rank for rank, (char, _) in enumerate(rows("common_characters.tsv"))})


@cache
def common_characters() -> frozenset[str]:
    """The characters that policy prose uses all the time."""
    return words("common_characters.tsv")


def segmented(letters: str, chars: str) -> bool:
    """Letters are the readings of these characters, one after the other.

    >>> segmented("jiaoyu", "教育"), segmented("xian", "西安"), segmented("jiaoyu", "职业")
    (True, True, False)
    """
    known = readings()
    ends = {0}  # how many letters the characters so far can have used up
    for char in chars:
        ends = {
            stop
            for start in ends
            for stop in range(start + 1, min(start + 6, len(letters)) + 1)
            if char in known.get(letters[start:stop], "")
        }
        if not ends:
            return False
    return len(letters) in ends
