"""Bracketed readings that a mirror site put behind the characters: 教(jiao)育(yu), 學(xué), 市(shi)(shi)."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from ..core.edits import Edit
from ..core.pipeline import Pipeline
from ..core.profile import Profile
from ..core.rule import Kind, Rule, Safety
from ..text import readings
from ..text.match import Lazy
from ..text.scripts import simplified_forms, traditional_characters, two_faced_characters

#: A page of a mirror site shows at least so many different annotated characters ...
FEWEST_CHARACTERS = 4
#: ... and so large a part of them is annotated at every occurrence, always in one way: in 38 public pages with 2,226
#: annotations there was no character that was annotated only sometimes.
ALWAYS = 0.9
#: A character of this rank among those of policy prose is known to every reader (1,000 cover 97% of the text).
WELL_KNOWN = 1000

#: Different characters from which on they are counted all at once, not one by one (0.3 µs each in 2,000 characters).
MANY = 100

#: Brackets in a row with anything but Chinese in them, up to four syllables long.
_BRACKETS = Lazy(r"(\([^()\n\u2e80-\U0010ffff]{1,40}\)(?:\([^()\n\u2e80-\U0010ffff]{1,40}\))*)")
_BRACKET = Lazy(r"\(([^()]+)\)")
#: Talk about pronunciation, by its rarest character: beside it a reading is what the author wants to say.
_LESSON = {
    "读": ("读音", "读作", "读成", "读为", "读做", "异读", "读(", "读“", "读‘", "读「", "读:", "读：", "”读", "’读", "」读"),
    "讀": ("讀音", "讀作", "讀成", "讀為", "讀做", "異讀", "讀(", "讀“", "讀‘", "讀「", "讀:", "讀：", "”讀", "’讀", "」讀"),
    "念": ("念作", "念成", "念为", "念為", "念做", "念(", "念“", "念‘", "念「", "念:", "念：", "”念", "’念", "」念"),
    "音": ("发音", "發音", "注音", "正音", "拼音", "字音", "多音", "音节", "音節"),
    "声": ("声调", "声母", "轻声", "四声"),
    "聲": ("聲調", "聲母", "輕聲", "四聲"),
    "韵": ("韵母",),
    "韻": ("韻母",),
    "僻": ("生僻字", "冷僻字"),
}
#: Units of measure behind a number: 15亩(mu), 每斤(jin) is a symbol, not a reading.
_UNITS = frozenset("元里亩斤尺寸丈担石两分角畝擔兩")
_COUNTS = frozenset("0123456789０１２３４５６７８９一二三四五六七八九十百千万亿两半每/")
_OPENS = frozenset("“‘「『《〈\"'、,，;；:：。!！?？/|\n\t \N{IDEOGRAPHIC SPACE}")
_CLOSES = frozenset("”’」』》〉\"'、,，;；:：。!！?？/|\n\t \N{IDEOGRAPHIC SPACE}")


def inline_reading(text: str, profile: Profile) -> Iterator[Edit]:
    """Readings behind characters, all over the document.

    >>> clean("职(zhi)业(ye)教(jiao)育(yu)专(zhuan)业(ye)(群(qun))", inline_reading)
    '职业教育专业(群)'
    >>> clean("“六(lù)安”“台(tāi)州”“单(shàn)县”“乐(lào)亭”的读音", inline_reading)  # a lesson
    '“六(lù)安”“台(tāi)州”“单(shàn)县”“乐(lào)亭”的读音'

    Why: a mirror tool replaces a character by itself with its reading, so on a page it is annotated always or never
    (2,226 of 2,226 annotations in 38 pages); the plain kind does so paragraph by paragraph. Four characters that keep
    this law are evidence that no author leaves.
    Safety: every bracket must hold a reading of the character before it. A rare character glossed once stays.
    """
    return iter(profile.fact(findings).licensed)


def isolated_reading(text: str, profile: Profile) -> Iterator[Edit]:
    """A reading behind a common character in a text too short to show the pattern.

    >>> clean("推进教(jiao)育改革", isolated_reading)
    '推进教育改革'
    >>> clean("硍(yín)镇、涪陵(fú líng)、计划(plan)", isolated_reading)  # glosses and English
    '硍(yín)镇、涪陵(fú líng)、计划(plan)'

    Safety: nobody explains to a reader of policy how 教 is read. What stays: rare characters, second readings
    (六(lù)安), words alone between quotes or commas, lines that talk about pronunciation, characters that also stand
    without a reading.
    """
    return iter(profile.fact(findings).isolated)


# -- finding the annotations


class Reading:
    """What brackets behind a character or a word say: its syllables, how often, in how many characters of text.

    Equal texts give one and the same object, which is told apart by its identity: a page holds a thousand.
    """

    __slots__ = ("base", "is_toned", "length", "syllable", "times")

    def __init__(self, base: str, syllable: readings.Syllable, times: int, length: int) -> None:
        self.base, self.syllable, self.times, self.length = base, syllable, times, length
        self.is_toned = bool(syllable.tone)


Note: TypeAlias = tuple[int, Reading]  # where the brackets begin, and what they say


class Line(NamedTuple):
    """A line with annotations: where it begins and ends, the line without brackets, the annotations with places."""

    start: int
    end: int
    bare: str
    notes: tuple[Note, ...]


class Annotated(NamedTuple):
    lines: tuple[Line, ...]
    bare: str  # the whole text without the brackets


def annotated(profile: Profile) -> Annotated | None:
    """The lines in which a bracket holds a reading of what stands before it, if there are any."""
    text = profile.text
    if "（" in text:
        text = text.replace("（", "(").replace("）", ")")  # one for one: offsets stay
    if ")" not in text or "(" not in text:
        return None
    lines, bare = [], []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if "(" in line:
            parts = _BRACKETS.split(line)
            notes = []
            at = start
            for k in range(1, len(parts), 2):
                before, run = parts[k - 1], parts[k]
                at += len(before)
                reading = _reading(before[-1:], run) or _word_reading(before[-4:], run)
                if reading:
                    notes.append((at, reading))
                at += len(run)
            line = "".join(parts[::2])
            if notes:
                lines.append(Line(start, end, line, tuple(notes)))
        bare.append(line)
        start = end + 1
    return Annotated(tuple(lines), "\n".join(bare)) if lines else None


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
    tone = "".join(part.tone for part in syllables)
    if len(syllables) > 1:
        word = before[-len(syllables) :]
        for char, part in zip(word, syllables, strict=True):
            if char not in readings.readings().get(part.plain, ""):
                return None
        plain = " ".join(part.plain for part in syllables)
        return Reading(word, readings.Syllable(plain, tone), 1, bracket.end())
    for count in range(2, len(before) + 1):
        if readings.segmented(syllables[0].plain, before[-count:]):
            return Reading(before[-count:], syllables[0], 1, bracket.end())
    return None


# -- judging them


class Findings(NamedTuple):
    """What is to go: what the evidence of the document licenses, and what is isolated."""

    licensed: tuple[Edit, ...]
    isolated: tuple[Edit, ...]
    evidence: Mapping[str, object]


def findings(profile: Profile) -> Findings:
    """Which annotations the document licenses, and which are isolated."""
    found = profile.fact(annotated)
    if not found:
        return Findings((), (), {})
    page = _Page(profile.text, found)
    licensed: list[Note] = []
    isolated: list[Note] = []
    left = page.left
    while left:  # at most three rounds: what a second run would find is found in this one
        for toned in page.kinds():
            if page.is_damaged(toned):
                licensed += page.take_licensed(toned)
        if page.left:
            counted = Counter(reading.base for _, notes in page.lines for _, reading in notes)
            isolated += page.take_isolated()
        if page.left == left:
            break
        left = page.left
    return Findings(_edits(licensed), _edits(isolated),
                    {"annotations": len(licensed), "characters": len({reading.base for _, reading in licensed})})


def _edits(notes: list[Note]) -> tuple[Edit, ...]:
    notes.sort(key=itemgetter(0))
    return tuple([Edit(at, at + reading.length, "") for at, reading in notes])


def is_annotated(profile: Profile) -> bool:
    """Some bracket holds a reading of what stands before it."""
    return profile.fact(annotated) is not None


def inline_evidence(profile: Profile) -> Mapping[str, object]:
    return profile.fact(findings).evidence


class _Page:
    """The annotations of one text that are still to be judged, and the facts that decide about them."""

    def __init__(self, text: str, found: Annotated) -> None:
        self.text, self.bare = text, found.bare
        self.lines = [(line, list(line.notes)) for line in found.lines]
        self.lessons: dict[int, bool] = {}
        self.lesson_words = [
            word for sign, words in _LESSON.items() if sign in text for word in words if word in text
        ]

    @property
    def left(self) -> int:
        return sum(len(notes) for _, notes in self.lines)

    def kinds(self) -> list[bool]:
        """Whether there are annotations with tones and ones without."""
        return sorted({reading.is_toned for _, notes in self.lines for _, reading in notes}, reverse=True)

    def take_licensed(self, toned: bool) -> list[Note]:
        """Take off the list what the pattern of the document licenses."""
        different = {reading for _, notes in self.lines for _, reading in notes}
        sure = {reading for reading in different if reading.is_toned == toned and self._is_licensed(reading)}
        if not self.lesson_words:
            return self._take(lambda line, notes: [note for note in notes if note[1] in sure])
        return self._take(lambda line, notes: [
            (at, reading) for at, reading in notes
            if reading in sure and (
                reading.times > 1 or not (self._is_lesson(line) and self._stands_alone(at, reading)))])

    def take_isolated(self) -> list[Note]:
        """Take off the list what goes without a pattern."""
        counted = Counter(reading.base for _, notes in self.lines for _, reading in notes)
        bases = [base for base in counted if len(base) == 1]
        bare = Counter(self.bare) if len(bases) > MANY else {base: self.bare.count(base) for base in bases}
        also_bare = {base for base in bases if bare[base] > counted[base]}
        return self._take(lambda line, notes: [
            (at, reading) for at, reading in notes if self._is_isolated(line, at, reading, also_bare)])

    def _take(self, wanted: Callable[[Line, list[Note]], list[Note]]) -> list[Note]:
        taken: list[Note] = []
        for line, notes in self.lines:
            gone = wanted(line, notes)
            if gone:
                places = {at for at, _ in gone}
                notes[:] = [note for note in notes if note[0] not in places] if len(gone) < len(notes) else ()
                taken += gone
        return taken

    # -- the law of a mirror tool

    def is_damaged(self, toned: bool) -> bool:
        """Annotations of the kind stand always or never, in one way: on the page, or in each paragraph."""
        units: list[tuple[str, Counter[Reading]]] = []
        evident: set[Reading] = set()
        for line, notes in self.lines:
            counted = Counter([reading for _, reading in notes if reading.is_toned == toned])
            if counted:
                units.append((line.bare, counted))
                places = {reading: at for at, reading in notes}  # one place for each reading is enough
                evident.update(
                    reading for reading in counted
                    if reading not in evident and self._is_evident(line, places[reading], reading))
        if len({reading.base for reading in evident}) < FEWEST_CHARACTERS:
            return False
        if not toned and _obeys(units, evident):
            return True
        page = Counter([reading for _, notes in self.lines for _, reading in notes if reading.is_toned == toned])
        return _obeys([(self.bare, page)], evident) or (toned and _obeys(units, evident))

    def _is_evident(self, line: Line, at: int, reading: Reading) -> bool:
        """The annotation can be evidence: a common character in its first reading, inside a word, not in a lesson."""
        if not well_read().issuperset(reading.base):
            return False
        if reading.times > 1 or reading.base in traditional_characters():
            return not self._stands_alone(at, reading)
        if reading.is_toned and len(reading.base) == 1 and not readings.is_first_reading(reading.base, reading.syllable):
            return False  # 六(lù)安: what authors gloss
        return not self._stands_alone(at, reading) and not self._is_lesson(line)

    def _is_licensed(self, reading: Reading) -> bool:
        """In a document with the pattern: all but the glosses of rare characters."""
        return reading.times > 1 or not reading.is_toned or well_read().issuperset(reading.base)

    # -- annotations that stand alone

    def _is_isolated(self, line: Line, at: int, reading: Reading, also_bare: set[str]) -> bool:
        base = reading.base
        if len(base) > 1 or base not in well_read() or self._stands_alone(at, reading) or self._is_lesson(line):
            return False
        if base in traditional_characters():
            return True  # nobody glosses 學; only the tools that made it out of 学 do
        if base in also_bare:
            return False  # it also stands without a reading
        rank = readings.frequency_ranks().get(base, WELL_KNOWN)
        if reading.is_toned:
            return readings.sounds(base) == 1 and (rank < WELL_KNOWN or base in two_faced_characters())
        if base in _UNITS and self.text[max(at - 2, 0) : at - 1] in _COUNTS:
            return False
        return rank < WELL_KNOWN and readings.is_first_reading(base, reading.syllable)

    def _stands_alone(self, at: int, reading: Reading) -> bool:
        """The word is a whole item of a list or a quotation: “好(hǎo)”, 京(jing)、津(jin)."""
        start, end = at - len(reading.base), at + reading.length
        return (start == 0 or self.text[start - 1] in _OPENS) and (end == len(self.text) or self.text[end] in _CLOSES)

    def _is_lesson(self, line: Line) -> bool:
        """The line talks about pronunciation."""
        if self.lesson_words and line.start not in self.lessons:
            self.lessons[line.start] = any(self.text.find(word, line.start, line.end) >= 0 for word in self.lesson_words)
        return self.lessons.get(line.start, False)


def _obeys(units: Iterable[tuple[str, Counter[Reading]]], evident: set[Reading]) -> bool:
    """Nine tenths of the characters are annotated at every occurrence in their unit, a page or a paragraph, one way."""
    lawful = all_of_them = 0
    for text, counted in units:
        annotated: dict[str, int] = {}
        ways: dict[str, Reading] = {}
        for reading, count in counted.items():
            if reading in evident:
                base = reading.base
                annotated[base] = annotated.get(base, 0) + count
                way = ways.setdefault(base, reading)
                if way is not reading and (way.syllable, way.times) != (reading.syllable, reading.times):
                    annotated[base] = -len(text)  # in more than one way: never as often as it occurs
        at_once = Counter(text) if len(annotated) > MANY else None
        for base, count in annotated.items():
            if count >= (at_once[base] if at_once is not None and len(base) == 1 else text.count(base)):
                lawful += 1
        all_of_them += len(annotated)
    return lawful >= ALWAYS * all_of_them


@cache
def well_read() -> frozenset[str]:
    """The characters of policy prose, in both scripts: those that no author glosses for their rarity."""
    common = readings.common_characters()
    return common | {old for old, new in simplified_forms().items() if new in common}


pinyin = Pipeline((
    Rule("pinyin.inline", Kind.REPAIR, Safety.SAFE, inline_reading, needs=("(", "（"), gate=is_annotated, stage="pinyin",
         evidence=inline_evidence),
    Rule("pinyin.isolated", Kind.REPAIR, Safety.LIKELY, isolated_reading, needs=("(", "（"), gate=is_annotated,
         stage="pinyin"),
))
