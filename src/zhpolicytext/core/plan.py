"""The order in which a pipeline asks its rules whether they are possible: as few questions as the rules allow.

On clean text nearly all of a pipeline's time goes into finding out that there is nothing to do. Neighbours with the same
literals, gate and signs are asked once, together, and only if the text shows one of their signs at all (`core.signs`).
Literals with a character below U+0100 are looked for in the part of the text that is below U+0100: a tenth of the
characters, and what occurs in the text occurs in its part (docs/adr/0050).
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from .profile import Profile
from .rule import Gate, Rule
from .signs import HAN, NUMBERS, Scan, Signs


class Question(NamedTuple):
    """Neighbouring rules with the same `needs`, `gate` and `signs`: all of them are possible, or none."""

    stage: int  # the number of the first rule's stage
    narrow: tuple[bytes, ...]  # what literals leave in the part below U+0100
    wide: tuple[str, ...]  # literals that leave nothing there
    gate: Gate | None
    rules: tuple[tuple[Rule, int], ...]  # with the numbers of their stages

    def is_possible(self, profile: Profile) -> bool:
        """The same as `Rule.possible`, for all of them at once."""
        if self.narrow or self.wide:
            below, text = profile.latin1, profile.text
            for key in self.narrow:
                if key in below:
                    break
            else:
                for literal in self.wide:
                    if literal in text:
                        break
                else:
                    return False
        gate = self.gate
        return gate is None or (profile[gate] if gate in profile else profile.learn(gate))


class Plan(NamedTuple):
    """The questions of a pipeline, in its order, and what finds out which of them to ask: bit k is question k."""

    questions: tuple[Question, ...]
    scan: Scan
    lasting: int  # those that stay closed where a text only loses characters
    silent: frozenset[str]  # or gains these
    lines: int  # those that stay closed where a text only loses lines
    numbers: int  # or where silent characters take the place of others
    readings: int  # or where brackets behind Han characters go


def plan(rules: Iterable[Rule]) -> Plan:
    """What a pipeline asks."""
    questions, signs = [], []
    for (needs, gate, sign), group in groupby(
            _staged(rules), key=lambda member: (member[0].needs, member[0].gate, member[0].signs)):
        members = tuple(group)
        narrow = tuple(dict.fromkeys(part(literal) for literal in needs if part(literal)))
        wide = tuple(literal for literal in needs if not part(literal))
        questions.append(Question(members[0][1], narrow, wide, gate, members))
        signs.append(sign or _signs_of(narrow, wide))
    lasting = sum(1 << k for k, sign in enumerate(signs) if sign is not None and sign.are_characters)
    lines = sum(1 << k for k, sign in enumerate(signs) if sign is not None and sign.are_of_lines)
    numbers, readings = (sum(1 << k for k, sign in enumerate(signs) if sign is not None and sign.apart & what) for what in (NUMBERS, HAN))
    scan = Scan(signs)
    return Plan(tuple(questions), scan, lasting, frozenset(_silent(WRITTEN, scan, lasting)), lines | lasting, numbers | lasting,
                readings | lasting)


def _silent(chars: str, scan: Scan, lasting: int) -> str:
    """Those of the characters that are no sign of a lasting question: mostly all."""
    if not scan(Profile(chars)) & lasting:
        return chars
    return "".join([char for char in chars if not scan(Profile(char)) & lasting])


#: What numbers and dates are written with: most of what edits put in.
WRITTEN = "0123456789年月日号.%—〔〕"


def _signs_of(narrow: tuple[bytes, ...], wide: tuple[str, ...]) -> Signs | None:
    """What rules with literals show: the characters that the literals begin with below U+0100, or the literals."""
    if not narrow and not wide:
        return None
    return Signs(below="".join(chr(key[0]) for key in narrow), literals=wide)


def part(text: str) -> bytes:
    """The characters below U+0100, in order.

    >>> part("增长52.6%（以上）"), part("（")
    (b'52.6%', b'')
    """
    return text.encode("latin-1", "ignore")


def _staged(rules: Iterable[Rule]) -> Iterator[tuple[Rule, int]]:
    number, stage = 0, ""
    for rule in rules:
        if not rule.stage or rule.stage != stage:
            number, stage = number + 1, rule.stage
        yield rule, number
