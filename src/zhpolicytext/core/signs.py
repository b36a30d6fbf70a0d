"""The pre-scan: what a text must show before a rule is possible, asked of all rules at once.

A rule names its signs; a pipeline compiles the signs of all its rules into tables from sign to rules. One look at the
text (the characters below U+0100, the first and last characters of its lines, a few literals, facts made for many)
then gives the rules that may fire, as the bits of an integer: mostly none (docs/adr/0050).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from .profile import ENDS, Profile

#: A fact whose bits are signs.
Fact = Callable[[Any], int]
#: What no sign has to do with: what numbers and dates are written with (`core.plan.WRITTEN`); Han before anything else.
NUMBERS, HAN = 1, 2


@dataclass(frozen=True, slots=True)
class Signs:
    """What a text must show: any one of these. No sign at all: the rule is always possible.

    >>> Signs(below="[", tails="】").shown(Profile("通知【2023】"))
    True
    >>> Signs(below="[", tails="】").shown(Profile("通知【2023】号"))
    False

    below          characters below U+0100
    heads, tails   first and last characters of lines, blanks aside (tails: none that ends sentences)
    literals       strings
    facts          facts, and the bits of them that count
    single         the facts tell of characters, and not of what stands beside what
    across         a fact tells of several lines together: it may become true where a line goes
    apart          `NUMBERS`: no sign is, or stands beside, what numbers are written with; `HAN`: no sign is a Han character at
                   the end of a line or before anything
    """

    below: str = ""
    heads: str = ""
    tails: str = ""
    literals: tuple[str, ...] = ()
    facts: tuple[tuple[Fact, int], ...] = ()
    single: bool = False
    across: bool = False
    apart: int = 0

    @property
    def are_of_lines(self) -> bool:
        """Whether each of them is shown by some line: what a text does not show, no choice of its lines does."""
        return not self.across and not any("\n" in literal for literal in self.literals)

    @property
    def are_characters(self) -> bool:
        """Whether each of them is a character, wherever it stands: what a text does not show, no part of it does."""
        return not (self.heads or self.tails) and (self.single or not self.facts) and all(
            len(literal) == 1 for literal in self.literals)

    def shown(self, profile: Profile) -> bool:
        """Whether the text shows one of them."""
        return Scan([self])(profile) != 0

    def __or__(self, other: "Signs") -> "Signs":
        """The signs of either."""
        return Signs(self.below + other.below, self.heads + other.heads, self.tails + other.tails,
                     self.literals + other.literals, self.facts + other.facts,
                     all(sign.single for sign in (self, other) if sign.facts), self.across or other.across, self.apart & other.apart)


class Scan:
    """The signs of several rules, or None where a rule has none: a text's rules that may fire, bit by bit."""

    def __init__(self, signs: Sequence[Signs | None]) -> None:
        marked = [(1 << k, sign) for k, sign in enumerate(signs) if sign is not None]
        self._always = sum(1 << k for k, sign in enumerate(signs) if sign is None)
        below = _table((char, bit) for bit, sign in marked for char in sign.below)
        self._below = [below.get(chr(code), 0) for code in range(256)]
        self._quiet = bytes(code for code in range(256) if not self._below[code])
        self._heads = _table((char, bit) for bit, sign in marked for char in sign.heads)
        self._tails = _table((char, bit) for bit, sign in marked for char in sign.tails)
        if not self._tails.keys().isdisjoint(ENDS):
            raise ValueError("the end of a sentence is no sign: nearly every line has it")
        self._literals = tuple(_table((literal, bit) for bit, sign in marked for literal in sign.literals).items())
        self._facts = _by_fact((bit, sign.facts) for bit, sign in marked)

    def __call__(self, profile: Profile) -> int:
        if self._heads or self._tails:
            profile.look()
        out = self._always
        text = profile.text
        below, telling = self._below, profile.latin1.translate(None, self._quiet)
        if telling:
            for code in set(telling):
                out |= below[code]
        firsts, lasts = self._heads, self._tails
        if firsts or lasts:
            stripped, _, tails = profile.edges
            for char in [line[0] for line in stripped if line and line[0] in firsts]:
                out |= firsts[char]
            for char in tails & lasts.keys():
                out |= lasts[char]
        for literal, mask in self._literals:
            if literal in text:
                out |= mask
        for fact, pairs in self._facts:
            value = profile[fact] if fact in profile else profile.learn(fact)
            if value:
                for mask, bit in pairs:
                    if value & mask:
                        out |= bit
        return out


def _by_fact(marked: Iterable[tuple[int, tuple[tuple[Fact, int], ...]]]) -> tuple[tuple[Fact, tuple[tuple[int, int], ...]], ...]:
    """The facts that are asked for, each with its masks and the bits that they open."""
    out: dict[Fact, list[tuple[int, int]]] = {}
    for bit, facts in marked:
        for fact, mask in facts:
            out.setdefault(fact, []).append((mask, bit))
    return tuple((fact, tuple(pairs)) for fact, pairs in out.items())


def _table(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    """The bits of each sign."""
    out: dict[str, int] = {}
    for sign, bit in pairs:
        out[sign] = out.get(sign, 0) | bit
    return out
