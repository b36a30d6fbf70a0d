"""What the normalisers number and date share: one recognition a text, and no recognition where nothing can change."""

from collections.abc import Mapping
from functools import partial

from ..core.edits import Edit
from ..core.profile import Profile
from .candidates import CANDIDATES, clause_before, first_candidate, may_change, next_candidate, sentence_around
from .lists import BETWEEN_MEMBERS
from .model import Entity
from .plain import reading_at, share_at
from .scan import ARABIC, IN_NUMERAL, START, closer_look, found_in, likely_start

__all__ = ["CANDIDATES", "all_entities", "changes", "edit_of", "has_changes"]


def all_entities(profile: Profile) -> tuple[Entity, ...]:
    """Every entity of the text, impossible dates included: a fact."""
    return tuple(found_in(profile.text))


#: So far away a candidate is worth to be jumped to.
_NEAR = 8


def changes(profile: Profile) -> Mapping[str, list[Edit]]:
    """The edits that write canonically what is not, by rule: a fact.

    Only sentences that hold a candidate are looked at, up to where the last one is passed: see `candidates`.
    """
    text = profile.text
    out: dict[str, list[Edit]] = {}
    candidate, stop, size = profile.fact(first_candidate), 0, len(text)
    search = likely_start().search
    while 0 <= candidate < size:
        position, stop = sentence_around(text, candidate, stop)
        floor = position
        # as `scan.next_start`, which takes as long again
        while begin := (START.search if position and text[position - 1] in IN_NUMERAL else search)(text, position, stop):
            at = begin.start()
            if at > candidate and not (0 < at - floor < 5 and text[floor] in BETWEEN_MEMBERS):
                candidate = next_candidate(text, at)
                if candidate >= stop:
                    break  # what holds no candidate stays as it is
                if candidate > at + _NEAR and (clause := clause_before(text, at, candidate)) > at:
                    position = floor = clause
                    continue
            first = text[at]
            found = reading_at(text, at) if first in ARABIC else share_at(text, at, floor) if first == "百" else None
            if found:
                position, new, rule = found
            else:
                entity, position = closer_look(text, at, floor)
                if not entity:
                    continue
                at, new, rule = entity.start, entity.canonical, entity.rule
            floor = position
            if new != text[at:position]:
                out.setdefault(rule, []).append(_edit(text, at, position, new))
        if candidate < stop:
            candidate = next_candidate(text, stop)
    return out


def has_changes(profile: Profile) -> bool:
    """Whether any entity is not canonical: the gate of all rules, which then need not look."""
    return may_change(profile) and bool(profile.fact(changes))


def edit_of(text: str, entity: Entity, new: str) -> Edit:
    """The edit that writes `new` over an entity, without what stays at both ends.

    >>> edit_of("近三万名", Entity(0, 4, "quantity", {}, "近3万名", "number.quantity"), "近3万名")
    Edit(start=1, end=2, new='3')
    """
    return _edit(text, entity.start, entity.end, new)


def _edit(text: str, start: int, end: int, new: str) -> Edit:
    head, tail = 0, len(new)
    while head < tail and start < end and text[start] == new[head]:
        start, head = start + 1, head + 1
    while tail > head and end > start and text[end - 1] == new[tail - 1]:
        end, tail = end - 1, tail - 1
    return _made((start, end, new[head:tail]))


_made = partial(tuple.__new__, Edit)  # a third of what the constructor takes
