"""Brackets that hold a reading of what stands before them."""

from collections.abc import Sequence
from functools import cache, cached_property, lru_cache
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from ...core.profile import Profile
from ...core.signs import Signs
from ...text import readings
from ...text.sieve import TONES, signs
from ...text.match import Lazy
from ...text.scripts import simplified_forms, traditional_characters

#: Brackets in a row with anything but Chinese in them, up to four syllables long. The literal first character lets `re`
#: skip to it; a class would cost ten times as much.
_BRACKETS = Lazy(r"(\([^()\n\u2e80-\U0010ffff]{1,40}+\)(?:\([^()\n\u2e80-\U0010ffff]{1,40}+\))*+)")
#: 學[xué]校發[fā]展: other brackets count once a page has some of them, as a lone [a] is anything.
_SQUARE = Lazy(r"\[(?<=[\u4e00-\u9fff].)[a-z\u00e0-\u01dc]{1,6}[1-5]?\]")
FEWEST_SQUARE = 4
#: A bracket of full width that may hold a reading, or the other half of one.
_WIDE_LEFT = Lazy(r"（(?![!-&(-`{-\x7f])[^()\n\u2e80-\U0010ffff]{1,40}[)）]")
_WIDE_RIGHT = Lazy(r"\([^()\n\u2e80-\U0010ffff]{1,40}）")
_LAST = itemgetter(slice(-1, None))
_BRACKET = Lazy(r"\(([^()]+)\)")
#: A bracket of full width before what a reading can begin with: a blank, ' or a small letter.
_OPENS = Lazy(r"（[^\n!-&(-`{-\x7f\u2e80-\U0010ffff]")


#: The letters of Latin-1 that syllables are written with.
_LETTERS = "".join(map(chr, (*range(0x61, 0x7B), *range(0xE0, 0xFD))))
_NO_LETTERS = bytes(set(range(256)) - set(_LETTERS.encode("latin-1")))
_VOWELS = "āǎēěōǒ"  # syllables without another letter
LETTERS = Signs(below=_LETTERS) | signs(TONES)


class Reading:
    """What brackets behind a character or a word say, and what is known about that, wherever it stands.

    Equal texts give one and the same object, which is told apart by its identity: a page holds a thousand.
    """

    __slots__ = ("base", "is_common", "is_first", "is_gloss", "is_listed", "is_sure", "is_teachable", "is_toned",
                 "is_traditional", "is_witness", "length", "syllable", "times")

    def __init__(self, base: str, syllable: readings.Syllable, times: int, length: int) -> None:
        self.base = base
        self.syllable = syllable
        self.times = times  # brackets in a row that hold a reading
        self.length = length  # of these brackets
        self.is_toned = bool(syllable.tone)
        self.is_common = common().issuperset(base)
        self.is_traditional = base in traditional_characters()
        self.is_gloss = self.is_toned and not self.is_traditional  # as authors write glosses
        self.is_listed = self.is_common or (self.is_traditional and _is_frequent(simplified_forms()[base]))
        self.is_sure = self.is_listed or not self.is_toned or times > 1  # on a page with the pattern nobody's gloss
        self.is_first = len(base) > 1 or readings.is_first_reading(base, syllable)
        self.is_teachable = times == 1 and not self.is_traditional  # what stands in lessons
        # what can be evidence of a tool; 六(lù)安 is what authors gloss
        self.is_witness = self.is_common and (not self.is_teachable or not self.is_toned or self.is_first)

    def agrees_with(self, other: "Reading") -> bool:
        return self is other or (self.syllable, self.times) == (other.syllable, other.times)


class Line(NamedTuple):
    """A line with annotations: where it begins and ends, the line without brackets, the annotations' places."""

    start: int
    end: int
    bare: str
    places: list[int]
    readings: list[Reading]


class Annotated:
    """A text with annotations: what stands between the brackets and in them, and what these say."""

    def __init__(self, text: str, parts: list[str], found: list[Reading | None], is_verbatim: bool) -> None:
        self.text = text
        self.parts = parts  # in turns a piece of text and brackets in a row
        self.readings = found  # of these brackets
        self.bare = "".join(parts[::2])  # the whole text without the brackets
        self.is_verbatim = is_verbatim  # and nothing else changed: no bracket of another shape taken for a round one

    @property
    def without_readings(self) -> str:
        """The text without the annotations."""
        if len(self.text) - len(self.bare) == sum([reading.length for reading in self.readings if reading]):
            return self.bare  # all brackets of all runs
        parts = self.parts.copy()
        parts[1::2] = [run[reading.length :] if reading else run for run, reading in zip(parts[1::2], self.readings, strict=True)]
        return "".join(parts)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines that hold annotations."""
        lines = []
        start = 0
        for line in self.text.split("\n"):
            parts = _BRACKETS.split(line) if "(" in line else ()
            if len(parts) > 1:
                found = _found(parts)
                places = list(accumulate(map(len, parts), initial=start))[1:-1:2]
                kept = [(place, reading) for place, reading in zip(places, found, strict=True) if reading]
                if kept:
                    lines.append(Line(start, start + len(line), "".join(parts[::2]), [place for place, _ in kept],
                                      [reading for _, reading in kept]))
            start += len(line) + 1
        return tuple(lines)


def annotated(profile: Profile) -> Annotated | None:
    """What brackets hold a reading of what stands before them, if any do."""
    text = profile.text
    if not profile.latin1.translate(None, _NO_LETTERS) and not any(vowel in text for vowel in _VOWELS):
        return None  # no syllable can be written
    if "(" not in text and "[" not in text and not _OPENS.search(text):
        return None
    parts: list[str] = []
    if "（" in text:
        parts = _BRACKETS.split(text)
        left = "".join(parts[::2])
        if _WIDE_LEFT.search(left) or _WIDE_RIGHT.search(left):  # one that may hold a reading
            text = text.replace("（", "(").replace("）", ")")  # one for one: offsets stay
            parts = []
    if "[" in text and len(_SQUARE.findall(text)) >= FEWEST_SQUARE:
        text = text.replace("[", "(").replace("]", ")")
        parts = []
    parts = parts or _BRACKETS.split(text)
    if len(parts) == 1:
        return None
    found = _found(parts)
    return Annotated(text, parts, found, text is profile.text) if any(found) else None


def _found(parts: Sequence[str]) -> list[Reading | None]:
    """What the brackets say, each of what stands before it."""
    befores, runs = parts[:-1:2], parts[1::2]
    found = list(map(_reading, map(_LAST, befores), runs))
    if not all(found):  # `None in found` would compare each
        found = [reading or _word_reading(before[max(before.rfind("\n") + 1, len(before) - 4) :], run)
                 for reading, before, run in zip(found, befores, runs, strict=True)]
    return found


def is_annotated(profile: Profile) -> bool:
    """Some bracket holds a reading of what stands before it."""
    return profile.fact(annotated) is not None


@cache
def common() -> frozenset[str]:
    """The characters of policy prose, in both scripts: those that no author glosses for their rarity."""
    simplified = readings.common_characters()
    return simplified | {old for old, new in simplified_forms().items() if new in simplified}


def _is_frequent(char: str) -> bool:
    """The character is in the first level of GB2312, 3,755 characters by pronunciation: B0A1 to D7F9."""
    code = char.encode("gb2312", "ignore")
    return b"\xb0" <= code[:1] <= b"\xd7"


@lru_cache(maxsize=1 << 14)
def _reading(char: str, run: str) -> Reading | None:
    """The brackets at the run's beginning that hold readings of the character."""
    first: readings.Syllable | None = None
    times = length = 0
    for bracket in _BRACKET.finditer(run):
        syllable = readings.spelled(bracket[1])
        if syllable is None or not char or char not in readings.readings().get(syllable.plain, ""):
            break
        first = first or syllable
        times += 1
        length = bracket.end()
    return Reading(char, first, times, length) if first else None


@lru_cache(maxsize=1 << 14)
def _word_reading(before: str, run: str) -> Reading | None:
    """The word before the brackets of which the first one holds the reading: 教育(jiaoyu), 教育(jiào yù)."""
    bracket = _BRACKET.match(run)
    if bracket is None:
        return None
    parts = [readings.spelled(part) for part in bracket[1].replace("'", " ").split()]
    syllables = [part for part in parts if part]
    if len(syllables) < len(parts) or not syllables or len(syllables) > len(before):
        return None
    if len(syllables) == 1:
        for count in range(2, len(before) + 1):
            if readings.segmented(syllables[0].plain, before[-count:]):
                return Reading(before[-count:], syllables[0], 1, bracket.end())
        return None
    word = before[-len(syllables) :]
    if not all(char in readings.readings().get(part.plain, "") for char, part in zip(word, syllables, strict=True)):
        return None
    whole = readings.Syllable(" ".join(part.plain for part in syllables), "".join(part.tone for part in syllables))
    return Reading(word, whole, 1, bracket.end())
