"""The law of a mirror tool: it annotates a character always or never, in one way."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from operator import itemgetter

from .annotations import Annotated, Reading
from .lessons import may_be_lesson

#: A page of a mirror site shows at least so many different annotated characters ...
FEWEST_CHARACTERS = 4
#: ... and so large a part of them is annotated at every occurrence, always in one way: in 38 public pages with 2,226
#: annotations there was no character that was annotated only sometimes.
ALWAYS = 0.9
#: Different characters from which on they are counted all at once, not one by one (0.3 µs each in 2,000 characters).
MANY = 100

OPENS = frozenset("“‘「『《〈\"'、,，;；:：。!！?？/|\n\t \N{IDEOGRAPHIC SPACE}")
CLOSES = frozenset("”’」』》〉\"'、,，;；:：。!！?？/|\n\t \N{IDEOGRAPHIC SPACE}")
QUOTES, UNQUOTES = frozenset("“‘「『"), frozenset("”’」』")


def are_all_of_a_tool(found: Annotated) -> bool:
    """Whether the page obeys, and all of its annotations are what a tool makes: then they go.

    What `evidence` finds the long way, where there are no words, glosses or lessons.
    """
    readings, parts = found.readings, found.parts
    last: dict[Reading, int] = dict(zip(readings, range(len(readings)), strict=True))  # type: ignore[arg-type]
    last.pop(None, 0)  # type: ignore[call-overload]  # brackets that hold anything else
    if not all([reading.is_sure and not reading.is_gloss and len(reading.base) == 1 for reading in last]):
        return False
    toned = {reading.is_toned for reading in last}
    if len(toned) > 1 or may_be_lesson(found.text) or _TAKEN in found.text:
        return False
    evident = {reading for reading, k in last.items() if reading.is_witness and not _stands_alone(parts, k, reading)}
    bases = {reading.base for reading in evident}
    if len(bases) < FEWEST_CHARACTERS:
        return False
    rest = _rest(found)
    # the toned kind works on pages, the plain kind on paragraphs
    return _obey([(rest, last.keys())] if True in toned else _lines(rest, readings), evident)


_TAKEN = "\0"
_BUT_THE_LAST = itemgetter(slice(-1))


def _rest(found: Annotated) -> str:
    """The text without the characters of which brackets say how they are read; a NUL stands for the brackets."""
    befores = found.parts[:-1:2]
    if all(found.readings):
        kept = list(map(_BUT_THE_LAST, befores))
    else:
        kept = [before[:-1] if reading else before for before, reading in zip(befores, found.readings, strict=True)]
    kept.append(found.parts[-1])
    return _TAKEN.join(kept)


def _lines(rest: str, readings: Sequence[Reading | None]) -> Iterator[tuple[str, Set[Reading]]]:
    """The lines of the rest, each with the annotations that stood there."""
    first = 0
    for line in rest.split("\n"):
        times = line.count(_TAKEN)
        if times:
            yield line, set(filter(None, readings[first : first + times]))
            first += times


def _obey(units: Iterable[tuple[str, Set[Reading]]], evident: set[Reading]) -> bool:
    """What `obeys` says of one kind of annotations: a character that is left in its unit stands there without its reading."""
    lawful = total = 0
    for rest, here in units:
        bases = {reading.base for reading in here if reading in evident}
        total += len(bases)
        if len({reading.base for reading in here}) < len(here):  # a character with more than one annotation
            bases -= _torn(here, evident)
        lawful += sum([base not in rest for base in bases])
    return lawful >= ALWAYS * total


def _torn(here: Set[Reading], evident: set[Reading]) -> set[str]:
    """The characters that are not always annotated in one way."""
    ways: dict[str, Reading] = {}
    return {reading.base for reading in here
            if reading not in evident or not ways.setdefault(reading.base, reading).agrees_with(reading)}


def _stands_alone(parts: list[str], k: int, reading: Reading) -> bool:
    """What `evidence` says of a word that ends where its annotation does, of the k-th brackets."""
    after = parts[2 * k + 1][reading.length : reading.length + 1] or parts[2 * k + 2][:1]
    if after and after not in CLOSES:
        return False
    before = parts[2 * k][-2:-1]
    if reading.is_traditional:
        return after in UNQUOTES and before in QUOTES
    return before in OPENS or not (k or before)


def obeys(units: Iterable[tuple[str, Mapping[Reading, int]]], evident: set[Reading]) -> bool:
    """Nine tenths of the characters are annotated at every occurrence in their unit, a page or a paragraph, one way."""
    lawful = total = 0
    for text, counts in units:
        notes = [(reading.base, count) for reading, count in counts.items() if reading in evident]
        times = dict(notes)
        if len(times) < len(notes):  # a character with more than one annotation
            times = _times(text, counts, evident)
        occurs = text.count
        if len(times) > MANY:
            at_once = Counter(text)
            lawful += sum([count >= (occurs(base) if len(base) > 1 else at_once[base]) for base, count in times.items()])
        else:
            lawful += sum([count >= occurs(base) for base, count in times.items()])
        total += len(times)
    return lawful >= ALWAYS * total


def _times(text: str, counts: Mapping[Reading, int], evident: set[Reading]) -> dict[str, int]:
    """How often each character is annotated; in more than one way, never as often as it occurs."""
    times: dict[str, int] = {}
    ways: dict[str, Reading] = {}
    for reading, count in counts.items():
        if reading in evident:
            base = reading.base
            first = ways.setdefault(base, reading)
            if first is reading:
                times[base] = count
            else:
                times[base] = times[base] + count if first.agrees_with(reading) else -len(text)
    return times
