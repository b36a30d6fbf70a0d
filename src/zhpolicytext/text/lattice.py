"""The likeliest text that a row of bytes can stand for, some of which are unknown or lost.

A lattice is a row of slots; a slot offers options; an option is a few items: a byte, a set of possible bytes, or text
that stands as it is. The search keeps the cheapest readings side by side (a beam) and merges those that agree in what
is still pending and in what the model knows of the characters before. What was merged away is remembered: it may be
the second best.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from heapq import heappop, heappush
from itertools import repeat
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from .encodings import Aside, Encoding, Outcome
from .language_model import LONGEST, Row
from .slots import UNEXPLAINED, Chosen, Option, Plain, Slot, coarse, moves, slot

__all__ = ["UNEXPLAINED", "Aside", "Option", "Reading", "Slot", "read", "read_before", "slot"]

BEAM = 24  # readings kept side by side
SETTLED = 48  # and looked at before those that agree are merged
SOME = 16
WIDTH = 20.0  # bits: a reading so much dearer than the best never came back
FLUENT = 9.0  # bits a character: a reading that costs no more has no byte that nothing explains
MOST_READINGS = 4096  # gaps, a few kilobytes each where a dozen readings are asked for
TRIED = 64  # readings looked at for the few that are asked for: most differ in nothing but the width of a character


class Reading(NamedTuple):
    """A text and what it costs, in bits."""

    cost: float
    text: str


#: A state of the search: what the cheapest way to it costs, the state that came before, the text that this step adds,
#: and the dearer ways. A tuple: a search makes ten thousand of them.
_Reached: TypeAlias = "tuple[float, _Reached | None, str, list[_Reached] | None]"
#: The states in which the same is pending, by what the model knows of the context, the cheapest first.
_States: TypeAlias = list[tuple[Row, _Reached]]
#: Where characters are chosen: what is known of the context, the way to it, the text before; the characters, their symbols.
_Run: TypeAlias = tuple[Row, _Reached, str, str, str]
#: A chosen character: its cost, its place in the run, and that.
_Late: TypeAlias = tuple[float, int, _Run]
_cost = itemgetter(0)
_PLACES = range(64)  # in a ranking; more than any has
START: _Reached = (0.0, None, "", None)


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
        if len(known) >= MOST_READINGS:
            known.clear()
        known[key] = out
    return out


def _read_first(slots: tuple[Slot, ...], row: Row, tails: tuple[str, ...], results: int, encoding: Encoding) -> list[list[Reading]]:
    """The readings in which every byte is explained, unless they are so dear that one must be in the way."""
    bare = coarse(slots, encoding.of_characters)
    if bare != slots:
        states = _searched(bare, encoding, row, results)
        if states:
            out = _finished(states, encoding, tails, results)
            if min(states, key=_cost_of)[1][0] <= max(UNEXPLAINED, FLUENT * len(out[0][0].text)):
                return out
    return _finished(_searched(slots, encoding, row, results), encoding, tails, results)


def _searched(slots: Sequence[Slot], encoding: Encoding, row: Row, results: int) -> _States:
    """The states behind the last slot in which nothing is pending."""
    search = _Search(encoding, results == 1)
    beam: list[tuple[int, _States]] = [(0, [(row, START)])]
    for here in slots:
        beam = search.grown(beam, here)
    return beam[0][1] if beam and beam[0][0] == 0 else []


def _finished(states: _States, encoding: Encoding, tails: tuple[str, ...], results: int) -> list[list[Reading]]:
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


class _Search:
    """The search through one lattice."""

    def __init__(self, encoding: Encoding, single: bool) -> None:
        self._encoding = encoding
        self._single = single  # the best reading alone is asked for: what is dearer need not be remembered
        self._width = encoding.narrow if single else WIDTH
        self._model = encoding.model
        self._grown: dict[int, dict[Row, _Reached]] = {}
        self._late: list[_Late] = []  # chosen characters, before which nothing is pending
        self._floor = self._bar = 0.0
        self._in_order = False  # whether the states before which nothing is pending stand in the order of their costs

    def grown(self, beam: list[tuple[int, _States]], here: Slot) -> list[tuple[int, _States]]:
        """The states after one more slot."""
        self._grown = {}
        self._late = []
        self._floor = 1e9  # the cheapest whole reading of this slot so far: what is much dearer need not be tried
        self._in_order = False
        self._bar = 1e9  # the dearest of the chosen characters of which there are enough already
        known = self._encoding.moves
        for pending, states in beam:
            plain, chosen = known.get((here, pending)) or moves(self._encoding, here, pending)
            if plain:
                self._go_on(states, plain)
            for way in chosen:
                self._choose(states, way)
        if self._late:
            self._settle()
        return self._pruned()

    def _go_on(self, states: _States, plain: list[Plain]) -> None:
        grown, floor, width, step = self._grown, self._floor, self._width, self._model.step
        least = states[0][1][0]
        for more, symbols, text, pending in plain:
            if least + more > floor + width:  # and so are all that follow
                break
            target = grown.get(pending)
            if target is None:
                target = grown[pending] = {}
            for row, way in states:
                cost = way[0] + more
                if cost > floor + width:
                    break
                for symbol in symbols:
                    further, row = row.steps.get(symbol) or step(row, symbol)
                    cost += further
                if row not in target:
                    target[row] = cost, way, text, None
                else:
                    self._meet(target, row, cost, way, text)
                if not pending and cost < floor:
                    floor = cost
        self._floor = floor

    def _meet(self, target: dict[Row, _Reached], row: Row, cost: float, way: _Reached, text: str) -> None:
        """Another way to a state that is known."""
        known = target[row]
        least, _, _, others = known
        if self._single:
            if cost < least:
                target[row] = cost, way, text, None
        elif cost >= least:
            if cost <= least + WIDTH:
                if others is None:
                    target[row] = (*known[:3], [(cost, way, text, None)])
                else:
                    others.append((cost, way, text, None))
        else:
            dearer: _Reached = (*known[:3], None)
            target[row] = cost, way, text, [dearer] if others is None else [*others, dearer]

    def _choose(self, states: _States, chosen: Chosen) -> None:
        extra, symbols, text, choice, rest = chosen
        model, late, floor, width, bar = self._model, self._late, self._floor, self._width, self._bar
        step = model.step
        ranking = choice.known
        for row, way in states:
            cost = way[0] + extra
            if cost > floor + width:
                break
            for symbol in symbols:
                more, row = row.steps.get(symbol) or step(row, symbol)
                cost += more
            if rest is None and cost > bar:  # nothing costs less than nothing
                continue
            more, values, chars, folded = ranking.get(row.context) or choice.ranked(model, row)
            cost += more
            least = cost + values[0]
            if rest is not None:
                self._floor = floor
                self._follow(row, cost, way, text, values, chars, folded, rest)
                floor = self._floor
                continue
            if least < floor:
                floor = least
            limit = floor + width
            if bar < limit:
                limit = bar
            if least > limit:
                continue
            if cost + values[-1] > limit:
                values = values[: bisect_right(values, limit - cost)]
            late += zip(map(cost.__add__, values), _PLACES, repeat((row, way, text, chars, folded)))  # noqa: B905
            if len(late) >= SETTLED + SOME:
                late.sort(key=_cost)
                del late[SETTLED:]
                bar = late[-1][0]
        self._floor, self._bar = floor, bar

    def _follow(self, row: Row, cost: float, way: _Reached, text: str, values: Sequence[float], chars: str, folded: str,
                rest: Outcome) -> None:
        """A choice that something follows in the same slot."""
        step = self._model.step
        k = 0
        for more in values:
            total = cost + more
            if total > self._floor + self._width:
                break
            following = (row.steps.get(folded[k]) or step(row, folded[k]))[1]
            piece = text + chars[k]
            k += 1
            symbols, tail, extra, pending, choice, further = rest
            total += extra
            for symbol in symbols:
                also, following = following.steps.get(symbol) or step(following, symbol)
                total += also
            if choice is not None:
                base, ranks, among, as_symbols = choice.ranked(self._model, following)
                if further is None:
                    total += base
                    self._floor = min(self._floor, total + ranks[0])
                    ranks = ranks[: bisect_right(ranks, self._floor + self._width - total)]
                    self._late += zip(map(total.__add__, ranks), _PLACES, repeat((following, way, piece + tail, among, as_symbols)))  # noqa: B905
                else:
                    self._follow(following, total + base, way, piece + tail, ranks, among, as_symbols, further)
                continue
            target = self._grown.setdefault(pending, {})
            if following not in target:
                target[following] = total, way, piece + tail, None
            else:
                self._meet(target, following, total, way, piece + tail)
            if not pending and total < self._floor:
                self._floor = total

    def _settle(self) -> None:
        """The chosen characters that are worth it become states: most of them never will, and a new row is dear."""
        target = self._grown.get(0)
        if target is None:
            target = self._grown[0] = {}
        self._in_order = not target
        late, step = self._late, self._model.step
        enough = BEAM if self._single and not target else -1
        late.sort(key=_cost)
        limit = self._floor + self._width
        for cost, k, (row, way, text, chars, folded) in late[:SETTLED]:
            if cost > limit:
                break
            row = (row.steps.get(folded[k]) or step(row, folded[k]))[1]
            if row not in target:
                if len(target) == enough:  # the others are dearer than all that will be kept
                    break
                target[row] = cost, way, text + chars[k], None
            else:
                self._meet(target, row, cost, way, text + chars[k])

    def _pruned(self) -> list[tuple[int, _States]]:
        """The cheapest readings. Those in the middle of a character have not paid for it yet: they do not compete."""
        out: list[tuple[int, _States]] = []
        begun = []
        for pending, target in self._grown.items():
            if not target:
                continue
            if pending:
                begun.append((pending, target))
                continue
            states = [*target.items()]
            if self._in_order:
                del states[BEAM:]
            elif len(states) > 1:
                limit = self._floor + self._width
                states = [entry for entry in states if entry[1][0] <= limit]
                states.sort(key=_cost_of)
                del states[BEAM:]
            out.insert(0, (0, states))
        if len(begun) == 1 and len(begun[0][1]) == 1:
            ((pending, target),) = begun
            (entry,) = target.items()
            if entry[1][0] <= self._floor + self._width:
                out.append((pending, [entry]))
        elif begun:
            flat = [(reached[0], pending, row, reached) for pending, target in begun for row, reached in target.items()]
            flat.sort(key=_cost)
            limit = min(flat[0][0], self._floor) + self._width
            groups: dict[int, _States] = {}
            for cost, pending, row, reached in flat[:BEAM]:
                if cost > limit:
                    break
                groups.setdefault(pending, []).append((row, reached))
            out += groups.items()
        return out


def _cost_of(entry: tuple[Row, _Reached]) -> float:
    return entry[1][0]


def _single(ends: list[tuple[float, _Reached]]) -> list[Reading]:
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


def _cheapest(ends: list[tuple[float, _Reached]], encoding: Encoding, results: int) -> list[Reading]:
    """The cheapest texts that differ in more than the form or width of a character."""
    fold = encoding.model.fold
    heap: list[tuple[float, int, _Reached | None, str, tuple[object, ...]]] = []
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
