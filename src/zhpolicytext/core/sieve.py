"""One pass over a text that answers for all literals of a pipeline whether they can occur.

A sieve keeps the characters of an alphabet, a byte each, and drops all others. Keeping is a homomorphism: a literal that
occurs in the text leaves its kept characters, in a row, in what is kept of the text. So a literal whose bytes are not
there does not occur; a literal whose bytes are there may or may not. Measured on 2,000 characters: 10 µs for the pass
and 0.03 µs for each question, where each ``literal in text`` costs 0.3 to 1.7 µs (docs/adr/0050).
"""

import codecs
from collections.abc import Iterable
from typing import Any

#: What every page is full of: the least telling characters of a literal. By frequency in modern policy prose.
_COMMON = ("，的、。展发和国全业产一工大政设建化“”中推动年人实加行市会学点务理经作制地强进高新开生合场体公改法重主要成民"
           "上在不对面治保部资本革安定到为有以区农家育是方社力企人县科务系省提区级机技于质平教")
_LIMIT = 254  # bytes that stand for a character: 0 has to be U+0000, and U+FFFE fills the rest


class Sieve:
    """Made of literals: `kept` passes a text through, `key` says what a literal leaves behind.

    >>> sieve = Sieve(["来源：", "("])
    >>> kept = sieve.kept("新闻来源：教育局")
    >>> sieve.key("来源：") in kept, sieve.key("(") in kept
    (True, False)
    """

    __slots__ = ("_map", "alphabet")

    def __init__(self, literals: Iterable[str]) -> None:
        self.alphabet = _alphabet(literals)
        self._map: Any = codecs.charmap_build(  # CPython's own type, known to the codecs module alone
            "\0" + self.alphabet + "\ufffe" * (255 - len(self.alphabet)))

    def kept(self, text: str) -> bytes:
        return codecs.charmap_encode(text, "ignore", self._map)[0]

    key = kept


def _alphabet(literals: Iterable[str]) -> str:
    """The characters that tell most: the rarest of each literal first, then the next rarest, up to the limit."""
    ranked = [sorted({c for c in literal if "\0" < c < "\ufffe"}, key=_rank) for literal in dict.fromkeys(literals)]
    kept: dict[str, None] = {}
    for place in range(max(map(len, ranked), default=0)):
        for characters in ranked:
            if place < len(characters) and len(kept) < _LIMIT:
                kept[characters[place]] = None
    return "".join(sorted(kept))


def _rank(character: str) -> tuple[int, str]:
    """Rare before common; within the rare ones, any fixed order."""
    place = _COMMON.find(character)
    return (len(_COMMON) - place if place >= 0 else 0, character)
