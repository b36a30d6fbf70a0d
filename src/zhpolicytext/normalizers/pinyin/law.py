"""The law of a mirror tool: it annotates a character always or never, in one way."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

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
    if len(toned) > 1 or may_be_lesson(found.text):
        return False
    evident = {reading for reading, k in last.items() if reading.is_witness and not _stands_alone(parts, k, reading)}
    bases = {reading.base for reading in evident}
    if len(bases) < FEWEST_CHARACTERS:
        return False
    if False in toned:  # the plain kind works on paragraphs
        return obeys(_by_line(found), evident)
    if len({reading.base for reading in last}) < len(last):
        return obeys([(found.bare, Counter(filter(None, readings)))], evident)
    befores = parts[:-1:2]
    rest = "".join([before[:-1] if reading else before for before, reading in zip(befores, readings, strict=True)]) + parts[-1]
    return sum([base not in rest for base in bases]) >= ALWAYS * len(bases)


def _by_line(found: Annotated) -> Iterator[tuple[str, Counter[Reading]]]:
    """The lines, without brackets, each with its annotations."""
    lines = found.bare.split("\n")
    first = line = 0
    for k, before in enumerate(found.parts[:-1:2]):
        if "\n" in before:
            if k > first:
                yield lines[line], Counter(filter(None, found.readings[first:k]))
            first, line = k, line + before.count("\n")
    yield lines[line], Counter(filter(None, found.readings[first:]))


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
