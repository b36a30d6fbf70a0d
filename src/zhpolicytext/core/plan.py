"""The order in which a pipeline asks its rules whether they are possible: as few questions as the rules allow.

On clean text nearly all of a pipeline's time goes into finding out that there is nothing to do. Neighbours with the same
literals and the same gate are asked once, together. Literals with a character below U+0100 are looked for in the part of
the text that is below U+0100: a tenth of the characters, and what occurs in the text occurs in its part
(docs/adr/0050).
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from .rule import Gate, Rule


class Question(NamedTuple):
    """Neighbouring rules with the same `needs` and `gate`: all of them are possible, or none."""

    narrow: tuple[bytes, ...]  # what literals leave in the part below U+0100
    wide: tuple[str, ...]  # literals that leave nothing there
    is_needy: bool
    gate: Gate | None
    rules: tuple[tuple[Rule, bool], ...]  # with the answer whether a new stage begins here


def plan(rules: Iterable[Rule]) -> tuple[Question, ...]:
    """The questions of a pipeline, in its order."""
    out = []
    for (needs, gate), group in groupby(_staged(rules), key=lambda member: (member[0].needs, member[0].gate)):
        narrow = tuple(dict.fromkeys(part(literal) for literal in needs if part(literal)))
        wide = tuple(literal for literal in needs if not part(literal))
        out.append(Question(narrow, wide, bool(needs), gate, tuple(group)))
    return tuple(out)


def part(text: str) -> bytes:
    """The characters below U+0100, in order.

    >>> part("增长52.6%（以上）"), part("（")
    (b'52.6%', b'')
    """
    return text.encode("latin-1", "ignore")


def _staged(rules: Iterable[Rule]) -> Iterator[tuple[Rule, bool]]:
    stage: str | None = None
    for rule in rules:
        yield rule, not rule.stage or rule.stage != stage
        stage = rule.stage
