"""The search through a lattice: a beam of the cheapest readings.

Those that agree in what is still pending and in what the model knows of the characters before are merged. What was
merged away is remembered: it may be the second best.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import repeat
from operator import itemgetter
from typing import TypeAlias

from .beam import BEAM, START, Reached, States, pruned
from .encodings import Encoding, Outcome
from .language_model import Row
from .slots import Chosen, Plain, Slot, moves

SETTLED = 48  # and looked at before those that agree are merged
SETTLED_BEGUN = 48  # likewise of those behind which a character is begun
SOME = 16  # more than that many before they are sorted and cut: sorting at every one would be the work
WIDTH = 20.0  # bits: a reading so much dearer than the best never came back

#: Where characters are chosen: what is known of the context, the way to it, the text before; the characters, their symbols.
_Run: TypeAlias = tuple[Row, Reached, str, str, str]
#: A chosen character: its cost, its place in the run, and that.
_Late: TypeAlias = tuple[float, int, _Run]
_cost = itemgetter(0)
_PLACES = range(64)  # in a ranking; more than any has


def searched(slots: Sequence[Slot], encoding: Encoding, row: Row, single: bool) -> States:
    """The states behind the last slot in which nothing is pending; `single`: the best way to each is enough."""
    search = _Search(encoding, single)
    beam: list[tuple[int, States]] = [(0, [(row, START)])]
    for here in slots:
        beam = search.grown(beam, here)
    return beam[0][1] if beam and beam[0][0] == 0 else []


class _Search:
    """The search through one lattice."""

    def __init__(self, encoding: Encoding, single: bool) -> None:
        self._encoding = encoding
        self._single = single  # the best reading alone is asked for: what is dearer need not be remembered
        self._width = encoding.narrow if single else WIDTH
        self._model = encoding.model
        self._grown: dict[int, dict[Row, Reached]] = {}
        self._late: list[_Late] = []  # chosen characters, before which nothing is pending
        self._begun: list[tuple[float, int, _Run, int]] = []  # and those behind which a character is begun
        self._floor = self._bar = self._begun_floor = self._begun_bar = 0.0
        self._in_order = False  # whether the states before which nothing is pending stand in the order of their costs

    def grown(self, beam: list[tuple[int, States]], here: Slot) -> list[tuple[int, States]]:
        """The states after one more slot."""
        self._grown = {}
        self._late, self._begun = [], []
        self._begun_floor = self._begun_bar = 1e9
        self._floor = 1e9  # the cheapest whole reading of this slot so far: what is much dearer need not be tried
        self._in_order = False
        self._bar = 1e9  # the dearest of the chosen characters of which there are enough already
        known = self._encoding.moves
        ways = [known.get((here, pending)) or moves(self._encoding, here, pending) for pending, _ in beam]
        for plain, chosen, stays in ways:
            if plain or chosen or not stays:
                break
        else:  # nothing can happen here
            return beam
        for (pending, states), (plain, chosen, stays) in zip(beam, ways, strict=True):
            if stays and pending not in self._grown:
                self._grown[pending] = dict(states)
                if not pending and states[0][1][0] < self._floor:
                    self._floor = states[0][1][0]
            elif stays:
                self._go_on(states, [(0.0, "", "", pending)])
            if plain:
                self._go_on(states, plain)
            for way in chosen:
                self._choose(states, way)
        if self._late:
            self._settle()
        if self._begun:
            self._settle_begun()
        return pruned(self._grown, self._floor, self._width, self._in_order)

    def _go_on(self, states: States, plain: list[Plain]) -> None:
        grown, floor, width, step = self._grown, self._floor, self._width, self._model.step
        least = states[0][1][0]
        single = self._single
        for more, symbols, text, pending in plain:
            if least + more > floor + width:  # and so are all that follow
                break
            target = grown.get(pending)
            if target is None:
                if pending and not more and not text and not symbols:  # a character is begun, and nothing else is
                    limit = floor + width
                    grown[pending] = dict(states if states[-1][1][0] <= limit else [state for state in states if state[1][0] <= limit])
                    continue
                target = grown[pending] = {}
            for row, way in states:
                cost = way[0] + more
                if cost > floor + width:
                    break
                for symbol in symbols:
                    further, row = row.steps.get(symbol) or step(row, symbol)
                    cost += further
                there = target.get(row)
                if there is None:
                    target[row] = cost, way, text, None
                elif not single or cost < there[0]:
                    self._meet(target, row, cost, way, text)
                if not pending and cost < floor:
                    floor = cost
        self._floor = floor

    def _meet(self, target: dict[Row, Reached], row: Row, cost: float, way: Reached, text: str) -> None:
        """Another way to a state that is known."""
        known = target[row]
        least, _, _, others = known
        if self._single:
            if cost < least:
                target[row] = cost, way, text, None
        elif cost >= least:
            if cost <= least + WIDTH:
                dearer: Reached = (cost, way, text, None)  # never into a list that is there: the state may stand before this slot as well
                target[row] = (*known[:3], [dearer] if others is None else [*others, dearer])
        else:
            dearer = (*known[:3], None)
            target[row] = cost, way, text, [dearer] if others is None else [*others, dearer]

    def _choose(self, states: States, chosen: Chosen) -> None:
        extra, symbols, text, choice, rest = chosen
        model, late, floor, width, bar = self._model, self._late, self._floor, self._width, self._bar
        step = model.step
        ranking = choice.known
        begins = rest is not None and rest.choice is None and rest.pending != 0 and not rest.text
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
            if begins:  # these do not compete with what is whole
                assert rest is not None
                cost += rest.extra
                limit = min(floor, self._begun_floor) + width
                if self._begun_bar < limit:
                    limit = self._begun_bar
                if cost + values[0] > limit:
                    continue
                if cost + values[0] < self._begun_floor:
                    self._begun_floor = cost + values[0]
                if cost + values[-1] > limit:
                    values = values[: bisect_right(values, limit - cost)]
                begun = self._begun
                begun += zip(map(cost.__add__, values), _PLACES, repeat((row, way, text, chars, folded)), repeat(rest.pending))  # noqa: B905
                if len(begun) >= SETTLED_BEGUN + SOME:
                    begun.sort(key=_cost)
                    del begun[SETTLED_BEGUN:]
                    self._begun_bar = begun[-1][0]
                continue
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

    def _follow(self, row: Row, cost: float, way: Reached, text: str, values: Sequence[float], chars: str, folded: str,
                rest: Outcome) -> None:
        """A choice that something follows in the same slot."""
        step, after = self._model.step, self._model.after
        k = 0
        for more in values:
            total = cost + more
            if total > self._floor + self._width:
                break
            following = row.ahead.get(folded[k]) or after(row, folded[k])
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
        late, after = self._late, self._model.after
        # where the best way alone counts, the others are dearer than all that will be kept once so many are as cheap
        known = sorted([reached[0] for reached in target.values()]) if self._single else []
        left = BEAM if self._single else SETTLED
        late.sort(key=_cost)
        limit = self._floor + self._width
        for cost, k, (row, way, text, chars, folded) in late[:SETTLED]:
            if cost > limit or left <= len(known) and (not left or known[left - 1] <= cost):
                break
            symbol = folded[k]
            row = row.ahead.get(symbol) or after(row, symbol)
            there = target.get(row)
            if there is None:
                if not left:
                    break
                left -= 1
                target[row] = cost, way, text + chars[k], None
            elif not self._single or cost < there[0]:
                self._meet(target, row, cost, way, text + chars[k])

    def _settle_begun(self) -> None:
        """The same for chosen characters behind which another one is begun."""
        after = self._model.after
        begun = self._begun
        begun.sort(key=_cost)
        limit = min(self._floor, self._begun_floor) + self._width
        for cost, k, (row, way, text, chars, folded), pending in begun[:SETTLED_BEGUN]:
            if cost > limit:
                break
            target = self._grown.setdefault(pending, {})
            row = row.ahead.get(folded[k]) or after(row, folded[k])
            if row not in target:
                target[row] = cost, way, text + chars[k], None
            else:
                self._meet(target, row, cost, way, text + chars[k])
