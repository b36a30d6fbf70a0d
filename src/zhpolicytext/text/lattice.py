"""The likeliest text that a row of bytes can stand for, some of which are unknown or lost.

A lattice is a row of slots; a slot offers options; an option is a few items: a byte, a set of possible bytes, or text
that stands as it is. The search keeps the cheapest readings side by side (a beam) and merges those that agree in what
is still pending and in the two characters before.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .encodings import Candidates, Encoding, Entry, Item, Pattern
from .language_model import LanguageModel

class Aside(str):
    """Text that stands as it is and that the text around it does not care for: a reading in brackets."""

    __slots__ = ()


BEAM = 24  # readings kept side by side
BRANCHES = 16  # characters that one gap is filled with, after one context
WIDTH = 20.0  # bits: a reading so much dearer than the best never came back


BROKEN_CLAUSE = 10.0  # bits
_INNER_MARKS = (",", "、")


class Option(NamedTuple):
    """One way to read a slot. `pending`: only while a character is (True) or is not (False) begun; None: always."""

    cost: float
    items: tuple[Item, ...]
    pending: bool | None = None


class Reading(NamedTuple):
    """A text and what it costs, in bits."""

    cost: float
    text: str


def read(slots: Sequence[Iterable[Option]], encoding: Encoding, before: str = "", after: str = "",
         results: int = 2) -> list[Reading]:
    """The cheapest readings of the lattice, in the context of the texts around it, cheapest first."""
    model = encoding.model
    history = before[-2:].translate(model.fold)
    # a hypothesis: what is pending, the two symbols before, -> cost, and the text as a linked list
    beam: dict[tuple[Pattern, str], tuple[float, object]] = {((), history): (0.0, None)}
    for slot in slots:
        grown: dict[tuple[Pattern, str], tuple[float, object]] = {}
        extended: dict[tuple[str, Pattern], list[tuple[float, str, str]]] = {}
        floor = [1e9]  # the cheapest whole reading of this slot so far: what is much dearer need not be tried
        for (pending, context), (cost, text) in sorted(beam.items(), key=_cost_of) if len(beam) > 1 else beam.items():
            begun = pending != ()
            for option in slot:
                if option[2] is not None and option[2] is not begun or cost + option[0] > floor[0] + WIDTH:
                    continue
                _feed(grown, extended, encoding, pending, context, cost + option[0], text, option[1], floor)
        beam = _pruned(grown)
        if not beam:
            return []
    tail = after[:2]  # paragraphs end with a clause; that some texts of the model break lines elsewhere must not count
    out = []
    for (pending, context), (cost, text) in beam.items():
        if pending == ():
            broken = BROKEN_CLAUSE if tail[:1] == "\n" and context[-1:] in _INNER_MARKS else 0.0
            out.append(Reading(cost + broken + model.bits(tail, context), _text(text)))
    out.sort()
    kept: dict[str, Reading] = {}
    for reading in out:
        kept.setdefault(reading.text, reading)
    return list(kept.values())[:results]


def _feed(grown: dict[tuple[Pattern, str], tuple[float, object]],
          extended: dict[tuple[str, Pattern], list[tuple[float, str, str]]],
          encoding: Encoding, pending: Pattern, context: str, cost: float, text: object, items: tuple[Item, ...],
          floor: list[float]) -> None:
    for k, item in enumerate(items):
        if isinstance(item, str):
            if pending:
                return
            if isinstance(item, Aside):
                text = (text, item)
                continue
            model = encoding.model
            cost += model.bits(item, context)
            context = (context + item[-2:].translate(model.fold))[-2:]
            text = (text, item)
            continue
        pattern = (*pending, item)
        found = encoding.candidates(pattern)
        if found is None:
            pending = pattern
            continue
        entries = found.entries
        if not entries:
            return
        pending = ()
        if len(entries) == 1:
            char, symbol, extra = entries[0]
            cost += extra + encoding.model.cost(context[:-1], context[-1:], symbol)
            context = context[-1:] + symbol
            text = (text, char)
            continue
        key = (context, pattern)
        best = extended.get(key)
        if best is None:
            best = extended[key] = _best(encoding.model, context, found)
        for more, char, symbol in best:
            if cost + more > floor[0] + WIDTH:
                break
            _feed(grown, extended, encoding, (), context[-1:] + symbol, cost + more, (text, char), items[k + 1 :], floor)
        return
    state = (pending, context)
    known = grown.get(state)
    if known is None or cost < known[0]:
        grown[state] = cost, text
        if not pending and cost < floor[0]:
            floor[0] = cost


def _cost_of(entry: tuple[tuple[Pattern, str], tuple[float, object]]) -> float:
    return entry[1][0]


def _best(model: LanguageModel, context: str, found: Candidates) -> list[tuple[float, str, str]]:
    """The candidates that are likeliest after the context."""
    first, last = context[:-1], context[-1:]
    pair = model.follows_pair[context] if first else None
    thirds, extra3 = pair if pair is not None else (_NOTHING, 0.0)
    seconds = model.follows[last] if last else _NOTHING
    base = extra3 + model.backoff.get(last, 0.0)
    alone = model.alone
    entries: Iterable[Entry] = found.frequent
    if found.by_symbol:
        chosen = list(found.frequent)
        for symbol in seconds.keys() & found.by_symbol.keys():
            chosen += found.by_symbol[symbol]
        entries = chosen
    out = set()
    for char, symbol, extra in entries:
        cost = thirds.get(symbol)
        if cost is None:
            cost = seconds.get(symbol)
            cost = base + alone[symbol] if cost is None else extra3 + cost
        out.add((cost + extra, char, symbol))
    ranked = sorted(out)
    limit = ranked[0][0] + WIDTH / 2
    return [entry for entry in ranked[:BRANCHES] if entry[0] <= limit]


_NOTHING: dict[str, float] = {}


def _pruned(grown: dict[tuple[Pattern, str], tuple[float, object]]) -> dict[tuple[Pattern, str], tuple[float, object]]:
    """The cheapest readings. Those in the middle of a character have not paid for it yet: they do not compete."""
    if len(grown) < 2:
        return grown
    between = [entry for entry in grown.items() if not entry[0][0]]
    begun = [entry for entry in grown.items() if entry[0][0]] if len(between) < len(grown) else []
    out: dict[tuple[Pattern, str], tuple[float, object]] = {}
    for group in (between, begun):
        if group:
            limit = min(entry[1][0] for entry in group) + WIDTH
            kept = [entry for entry in group if entry[1][0] <= limit]
            if len(kept) > BEAM:
                kept.sort(key=lambda entry: entry[1][0])
                del kept[BEAM:]
            out.update(kept)
    return out


def _text(linked: object) -> str:
    out: list[str] = []
    while isinstance(linked, tuple):
        out.append(linked[1])
        linked = linked[0]
    return "".join(reversed(out))
