"""The states of a search, and which of them it goes on with."""

from operator import itemgetter
from typing import TypeAlias

from .language_model import Row

BEAM = 24  # readings kept side by side

#: A state of the search: what the cheapest way to it costs, the state that came before, the text that this step adds,
#: and the dearer ways. A tuple: a search makes ten thousand of them.
Reached: TypeAlias = "tuple[float, Reached | None, str, list[Reached] | None]"
#: The states in which the same is pending, by what the model knows of the context, the cheapest first.
States: TypeAlias = list[tuple[Row, Reached]]
START: Reached = (0.0, None, "", None)


def pruned(grown: dict[int, dict[Row, Reached]], floor: float, width: float, in_order: bool) -> list[tuple[int, States]]:
    """The cheapest readings. Those in the middle of a character have not paid for it yet: they do not compete.

    `grown`: the states by what is pending; `floor`: what the cheapest whole reading costs; `in_order`: whether the whole ones
    stand in the order of their costs.
    """
    out: list[tuple[int, States]] = []
    begun = []
    for pending, target in grown.items():
        if not target:
            continue
        if pending:
            begun.append((pending, target))
            continue
        states = [*target.items()]
        if in_order:
            del states[BEAM:]
        elif len(states) > 1:
            limit = floor + width
            states = [entry for entry in states if entry[1][0] <= limit]
            states.sort(key=_cost_of)
            del states[BEAM:]
        out.insert(0, (0, states))
    if len(begun) == 1:
        (pending, target), = begun
        states = sorted(target.items(), key=_cost_of)[:BEAM]
        limit = min(states[0][1][0], floor) + width
        if states[-1][1][0] > limit:
            states = [entry for entry in states if entry[1][0] <= limit]
        if states:
            out.append((pending, states))
    elif begun:
        flat = [(reached[0], pending, row, reached) for pending, target in begun for row, reached in target.items()]
        flat.sort(key=_cost)
        limit = min(flat[0][0], floor) + width
        groups: dict[int, States] = {}
        for cost, pending, row, reached in flat[:BEAM]:
            if cost > limit:
                break
            groups.setdefault(pending, []).append((row, reached))
        out += groups.items()
    return out


def _cost_of(entry: tuple[Row, Reached]) -> float:
    return entry[1][0]


_cost = itemgetter(0)
