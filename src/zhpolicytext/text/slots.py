"""The slots of a lattice, and what an encoding makes of each: worked out once, for the same slots stand in every document."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from .choices import Choice
from .encodings import Encoding, Item, Outcome


class Option(NamedTuple):
    """One way to read a slot. `pending`: only while a character is (True) or is not (False) begun; None: always."""

    cost: float
    items: tuple[Item, ...]
    pending: bool | None = None


class Slot(tuple[Option, ...]):
    """The options of a place. Known by its identity: to compare the bytes that a hundred options allow takes too long."""

    bare: "Slot"  # without the options that explain nothing: for a byte that is in the way
    byte: int  # that is known to stand here, if nothing else is; or -1

    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other


@lru_cache(maxsize=16_384)
def _known(options: tuple[Option, ...]) -> Slot:
    out = Slot(options)
    rest = tuple(option for option in options if option.items or option.cost < UNEXPLAINED)
    out.bare = out if len(rest) in (0, len(options)) else _known(rest)
    only = rest[0] if len(rest) == 1 else None
    certain = only is not None and len(only.items) == 1 and not only.cost and only.pending is None
    byte = only.items[0] if only is not None and certain else None
    out.byte = byte if isinstance(byte, int) else -1
    return out


UNEXPLAINED = 30.0  # bits for a byte that nothing explains


def slot(options: Iterable[Option]) -> Slot:
    """The slot of these options; the same one for the same options."""
    return options if type(options) is Slot else _known(tuple(options))


def coarse(slots: Sequence[Slot], of_characters: bool) -> tuple[Slot, ...]:
    """The slots without what explains nothing; the known bytes of one character of UTF-8 are one slot."""
    if not of_characters:
        return tuple([one.bare for one in slots])
    out: list[Slot] = []
    run: tuple[int, ...] = ()
    for one in slots:
        byte = one.byte
        if 0x80 <= byte < 0xC0:
            run = (*run, byte)
            continue
        if run:
            out.append(_of_bytes(run))
            run = ()
        if byte >= 0xC0:
            run = (byte,)
        else:
            out.append(one.bare)
    if run:
        out.append(_of_bytes(run))
    return tuple(out)


@lru_cache(maxsize=16_384)
def _of_bytes(known: tuple[int, ...]) -> Slot:
    return slot((Option(0.0, known),))


#: What it costs, the symbols and the text that it adds, and what is pending then.
Plain: TypeAlias = tuple[float, str, str, int]
#: The same before a choice, the choice, and what follows it.
Chosen: TypeAlias = tuple[float, str, str, Choice, Outcome | None]
#: The ways without a choice, those with one, and whether besides nothing can happen here.
Moves: TypeAlias = tuple[list[Plain], list[Chosen], bool]
MOST_MOVES = 16_384  # remembered for an encoding: beyond, all are forgotten, and memory stays bounded


def moves(encoding: Encoding, here: Slot, pending: int) -> Moves:
    """What can become of what is pending in this slot, the cheapest ways first."""
    plain: list[Plain] = []
    chosen: list[Chosen] = []
    stays = False
    for cost, items, begun in here:
        if begun is not None and begun is not (pending != 0):
            continue
        if not items:
            if cost:
                plain.append((cost, "", "", pending))
            else:
                stays = True
            continue
        found = encoding.outcome(pending, items)
        if found is not None:
            symbols, text, extra, to, choice, rest = found
            if choice is None:
                plain.append((cost + extra, symbols, text, to))
            else:
                chosen.append((cost + extra, symbols, text, choice, rest))
    plain.sort(key=_first)
    chosen.sort(key=_first)
    known = encoding.moves
    if len(known) > MOST_MOVES:
        known.clear()
    known[here, pending] = out = plain, chosen, stays
    return out


_first = itemgetter(0)
Slots: TypeAlias = Sequence[Sequence[Option]]
