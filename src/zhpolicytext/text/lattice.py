"""The likeliest text that a row of bytes can stand for, some of which are unknown or lost.

A lattice is a row of slots; a slot offers options; an option is a few items: a byte, a set of possible bytes, or text
that stands as it is. The search keeps the cheapest readings side by side (a beam) and merges those that agree in what
is still pending and in what the model knows of the characters before. What was merged away is remembered: it may be
the second best.
"""

from collections.abc import Iterable, Sequence
from heapq import heappop, heappush
from typing import NamedTuple

from .encodings import Aside, Encoding, Item, Outcome
from .language_model import LONGEST, Row

__all__ = ["Aside", "Option", "Reading", "read"]

BEAM = 24  # readings kept side by side
SETTLED = 48  # and looked at before those that agree are merged
SOME = 16
WIDTH = 20.0  # bits: a reading so much dearer than the best never came back
TRIED = 64  # readings looked at for the few that are asked for: most differ in nothing but the width of a character


class Option(NamedTuple):
    """One way to read a slot. `pending`: only while a character is (True) or is not (False) begun; None: always."""

    cost: float
    items: tuple[Item, ...]
    pending: bool | None = None


class Reading(NamedTuple):
    """A text and what it costs, in bits."""

    cost: float
    text: str


class _Reached:
    """A state of the search: what the cheapest way to it costs, where that came from, and the dearer ways."""

    __slots__ = ("cost", "others", "text", "way")

    def __init__(self, cost: float, way: "_Reached | None", text: str) -> None:
        self.cost = cost
        self.way = way
        self.text = text  # what this step adds
        self.others: list[tuple[float, _Reached | None, str]] | None = None  # most have none, and a list each is dear


#: What is pending (a number of the encoding, 0: nothing) and what the model knows of the context.
_State = tuple[int, Row]


def read(slots: Sequence[Iterable[Option]], encoding: Encoding, before: str = "", after: str = "",
         results: int = 2) -> list[Reading]:
    """The cheapest readings of the lattice, in the context of the texts around it, cheapest first."""
    model = encoding.model
    search = _Search(encoding, results == 1)
    beam: dict[_State, _Reached] = {(0, model.row(before[-LONGEST:].translate(model.fold))): _Reached(0.0, None, "")}
    for slot in slots:
        beam = search.grown(beam, [*slot])
        if not beam:
            return []
    tail = after[: LONGEST + 1].translate(model.fold)
    ends = []
    for (pending, row), reached in beam.items():
        if pending:
            continue
        cost = reached.cost
        for symbol in tail:
            more, row = row.steps.get(symbol) or model.step(row, symbol)
            cost += more
        ends.append((cost, reached))
    return _cheapest(ends, encoding, results)


class _Search:
    """The search through one lattice."""

    def __init__(self, encoding: Encoding, single: bool) -> None:
        self._encoding = encoding
        self._single = single  # the best reading alone is asked for: what is dearer need not be remembered
        self._width = encoding.narrow if single else WIDTH
        self._model = encoding.model
        self._outcomes: dict[tuple[int, int], Outcome | None] = {}
        self._held: list[list[Option]] = []  # the outcomes are known by the identity of items that must not go away
        self._grown: dict[_State, _Reached] = {}
        self._late: list[tuple[float, Row, str, _Reached, str]] = []
        self._floor = self._bar = 0.0

    def grown(self, beam: dict[_State, _Reached], slot: list[Option]) -> dict[_State, _Reached]:
        """The states after one more slot."""
        self._held.append(slot)
        self._grown = {}
        self._late = []
        self._floor = 1e9  # the cheapest whole reading of this slot so far: what is much dearer need not be tried
        self._bar = 1e9  # the dearest of the chosen characters of which there are enough already
        states = sorted(beam.items(), key=_cost_of) if len(beam) > 1 else beam.items()
        for (pending, row), reached in states:
            for option in slot:
                cost = reached.cost + option[0]
                if option[2] is not None and option[2] is not (pending != 0) or cost > self._floor + self._width:
                    continue
                items = option[1]
                if not items:
                    self._reach(pending, row, cost, reached, "")
                    continue
                key = pending, id(items)
                try:
                    outcome = self._outcomes[key]
                except KeyError:
                    outcome = self._outcomes[key] = self._encoding.outcome(pending, items)
                if outcome is not None:
                    self._follow(row, cost, reached, "", outcome)
        if self._late:
            self._settle()
        return _pruned(self._grown, self._width)

    def _follow(self, row: Row, cost: float, way: _Reached, text: str, outcome: Outcome) -> None:
        model = self._model
        for symbol in outcome.symbols:
            more, row = row.steps.get(symbol) or model.step(row, symbol)
            cost += more
        cost += outcome.extra
        text += outcome.text
        choice = outcome.choice
        if choice is None:
            self._reach(outcome.pending, row, cost, way, text)
            return
        if cost > self._bar and outcome.rest is None:  # nothing costs less than nothing
            return
        late = self._late
        more, values, chars, symbols = choice.ranked(model, row)
        cost += more
        for more, char, symbol in zip(values, chars, symbols):  # noqa: B905 - of one length
            total = cost + more
            if total > self._bar and outcome.rest is None or total > self._floor + self._width:
                break
            if outcome.rest is None:
                late.append((total, row, symbol, way, text + char))
                if total < self._floor:
                    self._floor = total
                if len(late) == SETTLED + SOME:  # what comes now must be cheaper than the last of those that will be settled
                    late.sort(key=_first)
                    del late[SETTLED:]
                    self._bar = late[-1][0]
            else:
                following = (row.steps.get(symbol) or model.step(row, symbol))[1]
                self._follow(following, total, way, text + char, outcome.rest)

    def _settle(self) -> None:
        """The chosen characters that are worth it become states: most of them never will, and a new row is dear."""
        limit = self._floor + self._width
        worth = [late for late in self._late if late[0] <= limit]
        enough = BEAM if self._single and not self._grown else 0
        if enough or len(worth) > SETTLED:
            worth.sort(key=_first)
            del worth[SETTLED:]
        for cost, row, symbol, way, text in worth:
            if enough and len(self._grown) == enough:  # the others are dearer than all that will be kept
                break
            self._reach(0, (row.steps.get(symbol) or self._model.step(row, symbol))[1], cost, way, text)

    def _reach(self, pending: int, row: Row, cost: float, way: _Reached, text: str) -> None:
        state = pending, row
        known = self._grown.get(state)
        if known is None:
            self._grown[state] = _Reached(cost, way, text)
        elif self._single:
            if cost >= known.cost:
                return
            known.cost, known.way, known.text = cost, way, text
        else:
            if known.others is None:
                known.others = []
            if cost >= known.cost:
                known.others.append((cost, way, text))
                return
            known.others.append((known.cost, known.way, known.text))
            known.cost, known.way, known.text = cost, way, text
        if not pending and cost < self._floor:
            self._floor = cost


def _first(late: tuple[float, Row, str, _Reached, str]) -> float:
    return late[0]


def _cost_of(entry: tuple[_State, _Reached]) -> float:
    return entry[1].cost


def _pruned(grown: dict[_State, _Reached], width: float) -> dict[_State, _Reached]:
    """The cheapest readings. Those in the middle of a character have not paid for it yet: they do not compete."""
    if len(grown) < 2:
        return grown
    between = [entry for entry in grown.items() if not entry[0][0]]
    begun = [entry for entry in grown.items() if entry[0][0]] if len(between) < len(grown) else []
    out: dict[_State, _Reached] = {}
    for group in (between, begun):
        if group:
            limit = min(map(_cost_of, group)) + width
            kept = [entry for entry in group if entry[1].cost <= limit]
            if len(kept) > BEAM:
                kept.sort(key=_cost_of)
                del kept[BEAM:]
            out.update(kept)
    return out


def _cheapest(ends: list[tuple[float, _Reached]], encoding: Encoding, results: int) -> list[Reading]:
    """The cheapest texts that differ in more than the form or width of a character."""
    fold = encoding.model.fold
    heap: list[tuple[float, int, _Reached | None, str, tuple[object, ...]]] = []
    serial = 0
    for cost, reached in ends:
        heappush(heap, (cost, serial, reached.way, reached.text, ()))
        serial += 1
        for dearer, way, text in reached.others or ():
            heappush(heap, (cost - reached.cost + dearer, serial, way, text, ()))
            serial += 1
    out: dict[str, Reading] = {}
    for _ in range(TRIED):
        if not heap or len(out) == results:
            break
        cost, _, at, piece, tail = heappop(heap)
        while at is not None:
            tail = (piece, tail)
            for dearer, way, text in at.others or ():
                if dearer - at.cost <= WIDTH:
                    heappush(heap, (cost - at.cost + dearer, serial, way, text, tail))
                    serial += 1
            piece, at = at.text, at.way
        whole = _joined((piece, tail))
        out.setdefault(whole.translate(fold), Reading(cost, whole))
    return list(out.values())


def _joined(linked: tuple[object, ...]) -> str:
    out: list[str] = []
    while linked:
        piece, linked = linked  # type: ignore[assignment]  # a pair of a text and such a pair, or nothing
        out.append(piece)  # type: ignore[arg-type]
    return "".join(out)
