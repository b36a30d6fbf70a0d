"""The likeliest text that a row of bytes can stand for, some of which are unknown or lost.

A lattice is a row of slots; a slot offers options; an option is a few items: a byte, a set of possible bytes, or text
that stands as it is. The search (`search.py`) keeps the cheapest readings side by side; what it merged away may be the
second best.
"""

from collections.abc import Iterable, Sequence
from heapq import heappop, heappush
from operator import itemgetter
from typing import NamedTuple

from .beam import Reached, States
from .encodings import Aside, Encoding
from .language_model import LONGEST, Row
from .search import WIDTH, searched
from .slots import UNEXPLAINED, Option, Slot, coarse, slot

__all__ = ["UNEXPLAINED", "Aside", "Option", "Reading", "Slot", "read", "read_before", "slot"]

FLUENT = 9.0  # bits a character: a reading that costs no more has no byte that nothing explains
MOST_READINGS = 1_500_000  # slots, each reading counted as so many: 12 MB; the gaps of fifty pages
SIZE_OF_READING = 20  # slots: what a reading takes besides its own
TRIED = 64  # readings looked at for the few that are asked for: most differ in nothing but the width of a character
_cost = itemgetter(0)


class Reading(NamedTuple):
    """A text and what it costs, in bits."""

    cost: float
    text: str


def read(slots: Sequence[Iterable[Option]], encoding: Encoding, before: str = "", after: str = "",
         results: int = 2) -> list[Reading]:
    """The cheapest readings of the lattice, in the context of the texts around it, cheapest first."""
    return read_before(slots, encoding, before, (after,), results)[0]


def read_before(slots: Sequence[Iterable[Option]], encoding: Encoding, before: str, after: Sequence[str],
                results: int) -> list[list[Reading]]:
    """The same, before each of these texts. What was found is remembered: the same gap stands in a document again and again."""
    row = encoding.model.row(before[-LONGEST:].translate(encoding.model.fold))
    tails = tuple([tail[: LONGEST + 1] for tail in after])
    known = encoding.readings
    key = tuple(map(slot, slots)), row, tails, results
    out = known.get(key)
    if out is None:
        out = _read_first(*key, encoding)
        size = len(slots) + SIZE_OF_READING * results
        if size <= MOST_READINGS // 16:
            encoding.remembered += size
            if encoding.remembered > MOST_READINGS:
                known.clear()
                encoding.remembered = size
            known[key] = out
    return out


def _read_first(slots: tuple[Slot, ...], row: Row, tails: tuple[str, ...], results: int, encoding: Encoding) -> list[list[Reading]]:
    """The readings in which every byte is explained, unless they are so dear that one must be in the way."""
    bare = coarse(slots, encoding.of_characters)
    if bare != slots:
        states = searched(bare, encoding, row, results == 1)
        if states:
            out = _finished(states, encoding, tails, results)
            if min(reached[0] for _, reached in states) <= max(UNEXPLAINED, FLUENT * len(out[0][0].text)):
                return out
    return _finished(searched(slots, encoding, row, results == 1), encoding, tails, results)


def _finished(states: States, encoding: Encoding, tails: tuple[str, ...], results: int) -> list[list[Reading]]:
    step = encoding.model.step
    out = []
    for tail in tails:
        ends = []
        for row, reached in states:
            cost = reached[0]
            for char in tail:
                more, row = row.steps.get(char) or step(row, char)
                cost += more
            ends.append((cost, reached))
        out.append(_single(ends) if results == 1 else _cheapest(ends, encoding, results))
    return out


def _single(ends: list[tuple[float, Reached]]) -> list[Reading]:
    if not ends:
        return []
    cost, at = min(ends, key=_cost)
    pieces = [at[2]]
    way = at[1]
    while way is not None:
        pieces.append(way[2])
        way = way[1]
    pieces.reverse()
    return [Reading(cost, "".join(pieces))]


def _cheapest(ends: list[tuple[float, Reached]], encoding: Encoding, results: int) -> list[Reading]:
    """The cheapest texts that differ in more than the form or width of a character."""
    fold = encoding.model.fold
    heap: list[tuple[float, int, Reached | None, str, tuple[object, ...]]] = []
    serial = 0
    for cost, reached in ends:
        heappush(heap, (cost, serial, reached[1], reached[2], ()))
        serial += 1
        for dearer, way, text, _ in reached[3] or ():
            heappush(heap, (cost - reached[0] + dearer, serial, way, text, ()))
            serial += 1
    out: dict[str, Reading] = {}
    for _ in range(TRIED):
        if not heap or len(out) == results:
            break
        cost, _, at, piece, tail = heappop(heap)
        while at is not None:
            tail = (piece, tail)
            if at[3]:
                for dearer, way, text, _ in at[3]:
                    if dearer - at[0] <= WIDTH:
                        heappush(heap, (cost - at[0] + dearer, serial, way, text, tail))
                        serial += 1
            piece, at = at[2], at[1]
        whole = _joined((piece, tail))
        out.setdefault(whole.translate(fold), Reading(cost, whole))
    return list(out.values())


def _joined(linked: tuple[object, ...]) -> str:
    out: list[str] = []
    while linked:
        piece, linked = linked  # type: ignore[assignment]  # a pair of a text and such a pair, or nothing
        out.append(piece)  # type: ignore[arg-type]
    return "".join(out)
