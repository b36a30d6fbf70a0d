"""Bracketed readings that a mirror site put behind the characters: 教(jiao)育(yu), 學(xué), 市(shi)(shi)."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ..core.edits import Edit
from ..core.pipeline import Pipeline
from ..core.profile import Profile
from ..core.rule import Kind, Rule, Safety
from ..text import readings
from ..text.match import Lazy
from ..text.scripts import fold, traditional_characters, two_faced_characters

#: A page of a mirror site shows at least so many different annotated characters ...
FEWEST_CHARACTERS = 4
#: ... and so large a part of them is annotated at every occurrence, always in one way: in 38 public pages with 2,226
#: annotations there was no character that was annotated only sometimes.
ALWAYS = 0.9
#: A character of this rank among those of policy prose is known to every reader (1,000 cover 97% of the text).
WELL_KNOWN = 1000
LONGEST_WORD = 40  # letters of an annotation of several characters: four times LONGEST

#: Talk about pronunciation: beside it a reading is what the author wants to say.
PRONUNCIATION = Lazy(
    "[读讀念][作成为為做]|[读讀]音|[发發注字正拼异異]音|拼音|声调|聲調|[声聲韵韻]母|多音字|生僻字|轻声|輕聲|音[节節]"
    "|[读讀念][(“‘「:：]|[”’」][读讀念]"
)
#: Units of measure behind a number: 15亩(mu), 每斤(jin) is a symbol, not a reading.
UNITS = "元里亩斤尺寸丈担石两分角畝擔兩"
_COUNTS = frozenset("0123456789０１２３４５６７８９一二三四五六七八九十百千万亿两半每/")
_OPENS = frozenset("“‘「『《〈\"'、,，;；:：。!！?？/|\n\t \N{IDEOGRAPHIC SPACE}")
_CLOSES = frozenset("”’」』》〉\"'、,，;；:：。!！?？/|\n\t \N{IDEOGRAPHIC SPACE}")


class Annotation(NamedTuple):
    """One or more brackets behind a character, or behind a word, that say how it is read."""

    start: int  # of the first bracket
    end: int
    base: str  # the character or word before the bracket
    syllable: readings.Syllable
    times: int  # brackets


class Findings(NamedTuple):
    """What is to be done with the annotations of a text."""

    licensed: tuple[Annotation, ...]  # by the evidence of the document
    isolated: tuple[Annotation, ...]
    evidence: Mapping[str, object]


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
    for note in profile.fact(findings).licensed:
        yield Edit(note.start, note.end, "")


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
    for note in profile.fact(findings).isolated:
        yield Edit(note.start, note.end, "")


# -- finding the annotations


def annotations(profile: Profile) -> tuple[Annotation, ...]:
    """The brackets that hold a reading of what stands before them."""
    text = profile.text
    if "（" in text:
        text = text.replace("（", "(").replace("）", ")")  # one for one: offsets stay
    if ")" not in text:
        return ()
    pieces = text.split("(")
    start = len(pieces[0])  # of the bracket before the piece
    out: list[Annotation] = []
    for piece in pieces[1:]:
        after = start + 1 + len(piece)
        if piece and piece[0] < "\u2e80" and (close := piece.find(")", 1, LONGEST_WORD)) > 0:
            syllable = readings.spelled(piece[:close])
            if syllable is not None or " " in piece[:close]:
                _add(out, text, start, start + close + 2, syllable, piece[:close])
        start = after
    return tuple(out)


def _add(out: list[Annotation], text: str, start: int, end: int, syllable: readings.Syllable | None,
         content: str) -> None:
    """Append the annotation, or join it to the one that it touches, if its reading is right."""
    chars = readings.readings().get(syllable.plain, "") if syllable else ""
    if out and out[-1].end == start:
        last = out[-1]
        if syllable and (last.base in chars or last.syllable == syllable):
            out[-1] = last._replace(end=end, times=last.times + 1)
    elif start and syllable and text[start - 1] in chars:
        out.append(Annotation(start, end, text[start - 1], syllable, 1))
    elif start > 1 and (word := _word_read(text, start, syllable, content)):
        out.append(Annotation(start, end, *word, 1))


def _word_read(text: str, start: int, syllable: readings.Syllable | None,
               content: str) -> tuple[str, readings.Syllable] | None:
    """The word before the bracket that the whole content is a reading of, with that reading."""
    if syllable is None or "'" in content:  # (jiào yù), (xi'an)
        parts = [readings.spelled(part) for part in content.replace("'", " ").split()]
        if not 2 <= len(parts) <= 4 or start < len(parts):
            return None
        word = text[start - len(parts) : start]
        for char, part in zip(word, parts, strict=True):
            if part is None or char not in readings.readings().get(part.plain, ""):
                return None
        return word, readings.Syllable(" ".join(part.plain for part in parts if part),
                                       "".join(part.tone for part in parts if part))
    for count in (2, 3, 4):
        word = text[max(start - count, 0) : start]
        if len(word) == count and readings.segmented(syllable.plain, word):
            return word, syllable
    return None


# -- judging them


def findings(profile: Profile) -> Findings:
    """Which annotations the document licenses, and which are isolated."""
    left = list(profile.fact(annotations))
    licensed: list[Annotation] = []
    isolated: list[Annotation] = []
    evidence: dict[str, object] = {}
    if left:
        judge = _Judge(profile, left)
        while True:  # at most three rounds: what a second run would find is found in this one
            seen = len(left)
            for toned in (True, False):
                kind = [note for note in left if bool(note.syllable.tone) == toned]
                if judge.is_damage(kind):
                    gone = [note for note in kind if judge.is_licensed(note)]
                    licensed += gone
                    left = _without(left, gone)
            annotated = Counter(note.base for note in left)
            gone = [note for note in left if judge.is_isolated(note, annotated)]
            isolated += gone
            left = _without(left, gone)
            if len(left) == seen or not left:
                break
        evidence = {"annotations": len(licensed), "characters": len({note.base for note in licensed})}
    return Findings(tuple(sorted(licensed)), tuple(sorted(isolated)), evidence)


def is_annotated(profile: Profile) -> bool:
    """Some bracket holds a reading of what stands before it."""
    return bool(profile.fact(annotations))


def inline_evidence(profile: Profile) -> Mapping[str, object]:
    return profile.fact(findings).evidence


def _without(notes: Sequence[Annotation], gone: Sequence[Annotation]) -> list[Annotation]:
    if not gone:
        return list(notes)
    starts = {note.start for note in gone}
    return [note for note in notes if note.start not in starts]


class _Judge:
    """The facts of one text that decide about its annotations."""

    def __init__(self, profile: Profile, notes: Sequence[Annotation]) -> None:
        self.text = profile.text
        self.lessons: dict[int, bool] = {}  # by start of line
        self.lines: dict[int, tuple[int, int]] = {}  # by start of annotation
        at = 0
        begin, stop = 0, self._line_end(0)
        for note in notes:
            while stop < note.start:
                begin, stop = stop + 1, self._line_end(stop + 1)
            self.lines[note.start] = begin, stop
            at = note.end
        self.counts = _Counts(self.text, {note.base for note in notes})

    def _line_end(self, start: int) -> int:
        end = self.text.find("\n", start)
        return len(self.text) if end < 0 else end

    def is_lesson(self, note: Annotation) -> bool:
        """Its line talks about pronunciation."""
        begin, stop = self.lines[note.start]
        if begin not in self.lessons:
            self.lessons[begin] = PRONUNCIATION.search(self.text, begin, stop) is not None
        return self.lessons[begin]

    def stands_alone(self, note: Annotation) -> bool:
        """The word is a whole item of a list or a quotation: “好(hǎo)”, 京(jing)、津(jin)."""
        start = note.start - len(note.base)
        before = self.text[start - 1] if start else "\n"
        after = self.text[note.end] if note.end < len(self.text) else "\n"
        return before in _OPENS and after in _CLOSES

    def is_damage(self, notes: Sequence[Annotation]) -> bool:
        """Annotations of one kind obey the law of a mirror tool: always or never, in one way, on the page or in each
        paragraph."""
        evident = [note for note in notes if self._is_evident(note)]
        if len({note.base for note in evident}) < FEWEST_CHARACTERS:
            return False
        by_page: dict[str, list[Annotation]] = defaultdict(list)
        by_line: dict[tuple[int, str], list[Annotation]] = defaultdict(list)
        for note in evident:
            by_page[note.base].append(note)
            by_line[self.lines[note.start][0], note.base].append(note)
        if sum(_is_one_way(same) and len(same) >= self.counts[base] for base, same in by_page.items()) >= (
            ALWAYS * len(by_page)
        ):
            return True
        lines = _LineCounts(self.text)
        lawful = sum(
            _is_one_way(same) and len(same) >= lines.count(base, *self.lines[same[0].start], len(by_line))
            for (_, base), same in by_line.items()
        )
        return lawful >= ALWAYS * len(by_line)

    def _is_evident(self, note: Annotation) -> bool:
        if self.stands_alone(note):
            return False
        if not all(_is_common(char) for char in note.base):
            return False
        if note.times > 1 or note.base in traditional_characters():
            return True
        if note.syllable.tone and len(note.base) == 1 and not readings.is_first_reading(note.base, note.syllable):
            return False  # 六(lù)安: what authors gloss
        return not self.is_lesson(note)

    def is_licensed(self, note: Annotation) -> bool:
        """In a document with the pattern: all but the glosses of rare characters, and the lessons."""
        if note.times > 1:
            return True
        if note.syllable.tone and not all(_is_common(char) for char in note.base):
            return False
        return not (self.is_lesson(note) and self.stands_alone(note))

    def is_isolated(self, note: Annotation, annotated: Mapping[str, int]) -> bool:
        base, syllable = note.base, note.syllable
        if len(base) > 1 or self.is_lesson(note) or self.stands_alone(note) or not _is_common(base):
            return False
        if base in traditional_characters():
            return True  # nobody glosses 學; only the tools that made it out of 学 do
        if self.counts[base] > annotated[base]:
            return False  # it also stands without a reading
        rank = readings.frequency_ranks().get(base, WELL_KNOWN)
        if syllable.tone:
            if readings.sounds(base) > 1:
                return False
            return rank < WELL_KNOWN or base in two_faced_characters()
        if base in UNITS and self.text[note.start - 2 : note.start - 1] in _COUNTS:
            return False
        return rank < WELL_KNOWN and readings.is_first_reading(base, syllable)


def _is_one_way(same: Sequence[Annotation]) -> bool:
    return len({(note.syllable, note.times) for note in same}) == 1


class _Counts:
    """How often characters or words stand in a text: one by one if they are few, all at once if they are many."""

    def __init__(self, text: str, bases: set[str]) -> None:
        self.text = text
        self.all = Counter(text) if len(bases) > 64 else None
        self.known: dict[str, int] = {}

    def __getitem__(self, base: str) -> int:
        if self.all is not None and len(base) == 1:
            return self.all[base]
        if base not in self.known:
            self.known[base] = self.text.count(base)
        return self.known[base]


class _LineCounts:
    """How often characters stand in the lines of a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.counters: dict[int, Counter[str]] = {}

    def count(self, base: str, begin: int, stop: int, groups: int) -> int:
        if groups <= 64 or len(base) > 1:
            return self.text.count(base, begin, stop)
        if begin not in self.counters:
            self.counters[begin] = Counter(self.text[begin:stop])
        return self.counters[begin][base]


def _is_common(char: str) -> bool:
    return fold(char) in readings.common_characters()


pinyin = Pipeline((
    Rule("pinyin.inline", Kind.REPAIR, Safety.SAFE, inline_reading, needs=("(", "（"), gate=is_annotated, stage="pinyin",
         evidence=inline_evidence),
    Rule("pinyin.isolated", Kind.REPAIR, Safety.LIKELY, isolated_reading, needs=("(", "（"), gate=is_annotated,
         stage="pinyin"),
))
