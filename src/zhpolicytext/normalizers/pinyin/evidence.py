"""Which annotations a tool put in, and which an author wrote: judged by the whole text."""

from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import accumulate, chain, repeat
from operator import itemgetter
from typing import NamedTuple

from ...core.edits import Edit, Rewritten, Shortened
from ...core.profile import Profile
from ...text import readings
from ...text.editing import edits
from ...text.scripts import two_faced_characters
from .annotations import Annotated, Line, Reading, annotated
from .law import CLOSES, FEWEST_CHARACTERS, MANY, OPENS, QUOTES, UNQUOTES, are_all_of_a_tool, obeys
from .lessons import is_primer, lessons

#: A character of this rank among those of policy prose is known to every reader (1,000 cover 97% of the text).
WELL_KNOWN = 1000

#: Units of measure behind a number: 15亩(mu), 每斤(jin) is a symbol, not a reading.
_UNITS = frozenset("元里亩斤尺寸丈担石两分角畝擔兩")
_NUMBERS = frozenset("0123456789０１２３４５６７８９一二三四五六七八九十百千万亿两半每/")

class Notes(NamedTuple):
    """Annotations, by their places: two columns, as a page holds a thousand."""

    places: Sequence[int]
    readings: Sequence[Reading]


class Findings(NamedTuple):
    """What is to go: what the evidence of the document licenses, and what is isolated."""

    licensed: Notes
    isolated: Notes

    @property
    def evidence(self) -> Mapping[str, object]:
        if not self.licensed.places and not self.isolated.places:
            return {}
        return {"annotations": len(self.licensed.places), "characters": len({reading.base for reading in self.licensed.readings})}


def isolated(profile: Profile) -> Notes:
    """The annotations that go by themselves."""
    return _NONE if profile.fact(is_of_a_tool) else profile.fact(findings).isolated


def is_of_a_tool(profile: Profile) -> bool:
    """Whether every annotation of the text is a tool's: see `law`."""
    found = profile.fact(annotated)
    return found is not None and are_all_of_a_tool(found)


def findings(profile: Profile) -> Findings:
    """Which annotations the document licenses, and which are isolated."""
    found = profile.fact(annotated)
    if not found:
        return Findings(_NONE, _NONE)
    page = _Page(profile.text, found)
    licensed = _NONE
    isolated: list[tuple[int, Reading]] = []
    while page.lines:  # at most three rounds: what a second run would find is found in this one
        before = len(licensed.places) + len(isolated)
        for toned in (True, False):
            if page.is_damaged(toned):
                taken = page.take_licensed(toned)
                licensed = _sorted([*zip(*licensed), *zip(*taken)]) if licensed.places else taken
        isolated += page.take_isolated()
        if before == len(licensed.places) + len(isolated):
            break
    return Findings(licensed, _sorted(isolated))


_NONE = Notes((), ())


def _sorted(notes: Iterable[tuple[int, Reading]]) -> Notes:
    found = sorted(notes, key=itemgetter(0))
    return Notes([place for place, _ in found], [reading for _, reading in found])


def edits_of(notes: Notes) -> list[Edit]:
    """The annotations go."""
    return edits(notes.places, [place + reading.length for place, reading in zip(*notes, strict=True)], repeat(""))


def without_licensed(profile: Profile) -> Rewritten:
    """The text without the annotations that the document licenses; an edit for each only where somebody asks."""
    text, found = profile.text, profile.fact(annotated)
    if found and profile.fact(is_of_a_tool):
        if found.is_verbatim:
            return Shortened(found.without_readings, lambda: edits_of(_all_of(found)))
        notes = _all_of(found)
    else:
        notes = profile.fact(findings).licensed
        if found and found.is_verbatim and len(text) - len(found.bare) == sum([reading.length for reading in notes.readings]):
            return Shortened(found.bare, partial(edits_of, notes))  # all brackets of all runs
    ends = [place + reading.length for place, reading in zip(*notes, strict=True)]
    kept = [text[start:end] for start, end in zip((0, *ends), (*notes.places, len(text)), strict=True)]
    return Shortened("".join(kept), partial(edits_of, notes))


def _all_of(found: Annotated) -> Notes:
    places = list(accumulate(map(len, found.parts), initial=0))[1:-1:2]
    notes = [(place, reading) for place, reading in zip(places, found.readings, strict=True) if reading]
    return Notes([place for place, _ in notes], [reading for _, reading in notes])


class _Page:
    """The annotations of one text that are still to be judged, and the facts that decide about them."""

    def __init__(self, text: str, found: Annotated) -> None:
        self.text, self.bare = text, found.bare
        self._look_at(found.lines)
        self._has_glosses = any([reading.is_gloss for reading in self.page])
        self._all_lines = self.lines
        self._starts = [line.start for line in found.lines]
        self._lessons: frozenset[int] | None = None
        self._primers: frozenset[int] | None = None

    def _look_at(self, lines: Iterable[Line]) -> None:
        self.lines = tuple(lines)
        self.page = Counter(chain.from_iterable([line.readings for line in self.lines]))
        self._kinds = {reading.is_toned for reading in self.page}

    # -- the law of a mirror tool

    def is_damaged(self, toned: bool) -> bool:
        """Annotations of the kind stand always or never, in one way: on the page, or in each paragraph."""
        if toned not in self._kinds:
            return False
        places: dict[Reading, int] = {}  # one for each is enough
        for line in self.lines:
            places.update(zip(line.readings, line.places, strict=True))
        evident = self._evident(places, toned)
        if len({reading.base for reading in evident}) < FEWEST_CHARACTERS:
            return False
        lines = ((line.bare, Counter(line.readings)) for line in self.lines)
        if toned:  # the toned kind works on pages, the plain kind on paragraphs
            return obeys([(self.bare, self.page)], evident) or obeys(lines, evident)
        return obeys(lines, evident) or obeys([(self.bare, self.page)], evident)

    def _evident(self, places: Mapping[Reading, int], toned: bool) -> set[Reading]:
        """The annotations of the kind that can be evidence: in their first reading, inside a word, not in a lesson."""
        primers = self.primers if self._has_glosses else frozenset()
        lessons = self.lessons
        text = self.text + "\n"
        return {reading for reading, place in places.items()
                if reading.is_toned == toned and reading.is_witness
                and not (text[place + reading.length] in CLOSES and self._stands_alone(place, reading))
                and not (primers and self._is_in(primers, place))
                and not (lessons and reading.is_teachable and self._is_in(lessons, place))}

    def take_licensed(self, toned: bool) -> Notes:
        """In a document with the pattern: all but the glosses of rare characters, and lessons."""
        sure = {reading for reading in self.page
                if reading.is_toned == toned and (reading.is_listed or not toned or reading.times > 1)}
        places: list[int] = []
        found: list[Reading] = []
        are_all_sure = len(sure) == len(self.page) and not self.lessons
        for line in self.lines:
            if line.start in self.primers:
                continue
            if are_all_sure or not self.lessons and sure.issuperset(line.readings):
                places += line.places
                found += line.readings
                continue
            for place, reading in zip(line.places, line.readings, strict=True):
                if reading in sure and (
                        reading.times > 1 or not (self._is_in(self.lessons, place) and self._stands_alone(place, reading))):
                    places.append(place)
                    found.append(reading)
        self._drop(places)
        return Notes(places, found)

    # -- annotations that stand alone

    def take_isolated(self) -> list[tuple[int, Reading]]:
        """Those that need no pattern."""
        if not self.lines:
            return []
        annotated_times: Counter[str] = Counter()
        for reading, times in self.page.items():
            annotated_times[reading.base] += times
        bases = [base for base in annotated_times if len(base) == 1]
        bare = Counter(self.bare) if len(bases) > MANY else {base: self.bare.count(base) for base in bases}
        always = {base for base in bases if bare[base] <= annotated_times[base]}
        taken: list[tuple[int, Reading]] = []
        for line in self.lines:
            if line.start in self.primers:
                continue
            notes = list(zip(line.places, line.readings, strict=True))
            single = [(place, reading) for place, reading in notes if len(reading.base) == 1 and reading.is_common]
            good = [note for note in single if self._is_isolated(*note, always)]
            sure = [note for note in good if _is_sure(note[1]) and not self._stands_alone(*note)]
            if not sure:
                continue
            # beside one inside a word go the items of a list, 各市(shi)、县(xian), and characters of several sounds,
            # 学(xué)校长(zhǎng); but beside a gloss, 会(kuài)计(jì), everything that looks like one stays
            if any(reading.is_gloss for _, reading in good):
                going = {place for place, _ in good}
                if any(reading.is_gloss and place not in going for place, reading in notes):
                    good = [note for note in good if not note[1].is_gloss]
            # 她(ta)们、他(ta)们: one alone of two that sound alike says that they are compared
            going = {place for place, _ in good}
            left = {(reading.syllable.plain, reading.base) for place, reading in notes if place not in going}
            taken += [(place, reading) for place, reading in good
                      if not any(plain == reading.syllable.plain and base != reading.base for plain, base in left)]
        self._drop([place for place, _ in taken])
        return taken

    def _is_isolated(self, place: int, reading: Reading, always: set[str]) -> bool:
        if self._is_in(self.lessons, place):
            return False
        if reading.is_traditional:
            return True  # nobody glosses 學; only the tools that made it out of 学 do
        base = reading.base
        if base not in always:
            return False  # it also stands without a reading
        rank = readings.frequency_ranks().get(base, WELL_KNOWN)
        if reading.is_toned:
            # the tool with tones puts them behind what it converted: 康(kāng)辉 is an author's
            return reading.is_first and base in two_faced_characters()
        if base in _UNITS and self.text[max(place - 2, 0) : place - 1] in _NUMBERS:
            return False
        return rank < WELL_KNOWN and reading.is_first

    # -- what stands around

    def _drop(self, taken: Sequence[int]) -> None:
        if not taken:
            return
        if len(taken) == sum(self.page.values()):
            self._look_at(())
            return
        gone = set(taken)
        left = []
        for line in self.lines:
            if not gone.issuperset(line.places):
                kept = [k for k, place in enumerate(line.places) if place not in gone]
                left.append(line._replace(places=[line.places[k] for k in kept],
                                          readings=[line.readings[k] for k in kept]))
        self._look_at(left)

    def _stands_alone(self, place: int, reading: Reading) -> bool:
        """The word is a whole item of a list or a quotation: “好(hǎo)”, 京(jing)、津(jin). A traditional character is
        shown in quotation marks alone: in lists stands what a converter made of 区、乡."""
        start, end = place - len(reading.base), place + reading.length
        if reading.is_traditional:
            return self.text[end : end + 1] in UNQUOTES and self.text[max(start - 1, 0) : start] in QUOTES
        return (start == 0 or self.text[start - 1] in OPENS) and (end == len(self.text) or self.text[end] in CLOSES)

    @property
    def lessons(self) -> frozenset[int]:
        """The lines that talk about pronunciation, by their starts."""
        if self._lessons is None:
            self._lessons = frozenset(line.start for line in lessons(self.text, self._all_lines))
        return self._lessons

    @property
    def primers(self) -> frozenset[int]:
        """The lines for children and learners, by their starts: readings with tones over nearly every character."""
        if self._primers is None:
            self._primers = frozenset(
                line.start for line in self._all_lines if is_primer(line, Counter(line.readings))) if self._has_glosses else frozenset()
        return self._primers

    def _is_in(self, starts: frozenset[int], place: int) -> bool:
        return bool(starts) and self._starts[bisect(self._starts, place) - 1] in starts


def _is_sure(reading: Reading) -> bool:
    """Nobody explains it: a traditional character, a reading without tone, the one sound of a character."""
    return reading.is_traditional or not reading.is_toned or readings.sounds(reading.base) == 1
