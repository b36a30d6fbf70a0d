"""Brackets that hold a reading of what stands before them."""

from functools import cache, lru_cache
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple, cast

from ...core.profile import Profile
from ...core.signs import Signs
from ...text import readings
from ...text.sieve import TONES, signs
from ...text.match import Lazy
from ...text.scripts import simplified_forms, traditional_characters

#: Brackets in a row with anything but Chinese in them, up to four syllables long. The literal first character lets `re`
#: skip to it; a class would cost ten times as much.
_BRACKETS = Lazy(r"(\([^()\n\u2e80-\U0010ffff]{1,40}\)(?:\([^()\n\u2e80-\U0010ffff]{1,40}\))*)")
#: 學[xué]校發[fā]展: other brackets count once a page has some of them, as a lone [a] is anything.
_SQUARE = Lazy(r"\[(?<=[\u4e00-\u9fff].)[a-z\u00e0-\u01dc]{1,6}[1-5]?\]")
FEWEST_SQUARE = 4
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

    __slots__ = ("base", "is_common", "is_first", "is_gloss", "is_listed", "is_teachable", "is_toned",
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


class Annotated(NamedTuple):
    lines: tuple[Line, ...]
    bare: str  # the whole text without the brackets
    is_verbatim: bool  # and nothing else changed: no bracket of another shape taken for a round one


def annotated(profile: Profile) -> Annotated | None:
    """The lines in which a bracket holds a reading of what stands before it, if there are any."""
    text = profile.text
    if not profile.latin1.translate(None, _NO_LETTERS) and not any(vowel in text for vowel in _VOWELS):
        return None  # no syllable can be written
    if "(" not in text and "[" not in text and not _OPENS.search(text):
        return None
    if "（" in text:
        text = text.replace("（", "(").replace("）", ")")  # one for one: offsets stay
    if "[" in text and len(_SQUARE.findall(text)) >= FEWEST_SQUARE:
        text = text.replace("[", "(").replace("]", ")")
    if _BRACKETS.search(text) is None:
        return None
    lines, bare = [], []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if "(" in line:  # in either shape by now
            parts = _BRACKETS.split(line)
            if len(parts) > 1:
                befores, runs = parts[:-1:2], parts[1::2]
                places = list(accumulate(map(len, parts), initial=start))[1:-1:2]
                found = list(map(_reading, map(_LAST, befores), runs))
                line = "".join(parts[::2])
                if not all(found):  # `None in found` would compare each
                    found = [reading or _word_reading(before[-4:], run)
                             for reading, before, run in zip(found, befores, runs, strict=True)]
                    places = [place for place, reading in zip(places, found, strict=True) if reading]
                    found = [reading for reading in found if reading]
                if places:
                    lines.append(Line(start, end, line, places, cast("list[Reading]", found)))
        bare.append(line)
        start = end + 1
    return Annotated(tuple(lines), "\n".join(bare), text is profile.text) if lines else None


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
