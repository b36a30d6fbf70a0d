"""What the normalisers number and date share: one recognition a text, and no recognition where nothing can change."""

from collections.abc import Mapping

from ..core.edits import Edit
from ..core.profile import Profile
from .candidates import CANDIDATES, first_candidate, may_change, spans_to_look_at
from .model import Entity
from .scan import found_in

__all__ = ["CANDIDATES", "all_entities", "changes", "edit_of", "has_changes"]


def all_entities(profile: Profile) -> tuple[Entity, ...]:
    """Every entity of the text, impossible dates included: a fact."""
    return tuple(found_in(profile.text))


def changes(profile: Profile) -> Mapping[str, tuple[Entity, ...]]:
    """The entities that are not canonical, by the rule that rewrites them, some without their values: a fact.

    Only sentences that hold a candidate are looked at: see `candidates`.
    """
    text = profile.text
    out: dict[str, list[Entity]] = {}
    for start, end in spans_to_look_at(text, profile.fact(first_candidate)):
        for entity in found_in(text, start, end, valued=False):
            if entity.canonical != text[entity.start : entity.end]:
                out.setdefault(entity.rule, []).append(entity)
    return {rule: tuple(found) for rule, found in out.items()}


def has_changes(profile: Profile) -> bool:
    """Whether any entity is not canonical: the gate of all rules, which then need not look."""
    return may_change(profile) and bool(profile.fact(changes))


def edit_of(text: str, entity: Entity, new: str) -> Edit:
    """The edit that writes `new` over an entity, without what stays at both ends.

    >>> edit_of("近三万名", Entity(0, 4, "quantity", {}, "近3万名", "number.quantity"), "近3万名")
    Edit(start=1, end=2, new='3')
    """
    start, end = entity.start, entity.end
    head = 0
    while head < len(new) and start < end and text[start] == new[head]:
        start, head = start + 1, head + 1
    tail = len(new)
    while tail > head and end > start and text[end - 1] == new[tail - 1]:
        end, tail = end - 1, tail - 1
    return Edit(start, end, new[head:tail])
