"""Spans that no NORMALIZE edit may touch."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from .edits import Edit

Span: TypeAlias = tuple[int, int]
Protector: TypeAlias = Callable[[str], Iterable[Span]]


@dataclass(frozen=True, slots=True, init=False)
class Phrases:
    """Every occurrence of the given phrases.

    >>> list(Phrases("一带一路")("共建一带一路"))
    [(2, 6)]
    """

    phrases: tuple[str, ...]

    def __init__(self, *phrases: str) -> None:
        if not all(isinstance(phrase, str) and phrase for phrase in phrases):
            raise TypeError("Phrases takes non-empty strings")
        object.__setattr__(self, "phrases", tuple(dict.fromkeys(phrases)))

    def __call__(self, text: str) -> Iterable[Span]:
        for phrase in self.phrases:
            start = text.find(phrase)
            while start >= 0:
                yield start, start + len(phrase)
                start = text.find(phrase, start + 1)


def title_marks(text: str) -> Iterable[Span]:
    """What stands inside of 《》, the marks not included.

    >>> list(title_marks("印发《一二三计划》"))
    [(3, 8)]
    """
    start = text.find("《")
    while start >= 0:
        end = text.find("》", start)
        if end < 0:
            return
        yield start + 1, end
        start = text.find("《", end)


def allowed(edits: tuple[Edit, ...], text: str, protectors: tuple[Protector, ...]) -> tuple[Edit, ...]:
    """The edits that overlap no protected span."""
    spans = sorted(span for protect in protectors for span in protect(text))
    if not spans:
        return edits
    kept = []
    k = 0
    reach = -1  # the furthest end of all spans that begin before the edit ends
    for edit in edits:
        while k < len(spans) and spans[k][0] < edit.end:
            reach = max(reach, spans[k][1])
            k += 1
        if edit.start >= reach:
            kept.append(edit)
    return tuple(kept)
