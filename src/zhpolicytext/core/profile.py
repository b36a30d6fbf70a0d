"""What can be known only by looking at the whole text."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

T = TypeVar("T")


class Profile(dict[Callable[["Profile"], Any], Any]):  # values of many types, one per fact
    """The document-level facts of one text: computed when first asked for, at most once.

    One profile belongs to one intermediate text and is dropped with it, so it cannot go stale. A fact is any pure
    function ``Profile -> value`` defined at the top level of a module; a normaliser brings its own.

    >>> def brackets(profile): return profile.text.count("(")
    >>> Profile("教(jiao)育(yu)").fact(brackets)
    2

    A profile is the table of its facts: a known fact is one look-up in C (0.04 µs), and clean text asks for sixty.
    """

    __slots__ = ("__dict__", "text")

    def __init__(self, text: str) -> None:
        self.text = text

    def __missing__(self, function: "Callable[[Profile], T]") -> T:
        value = self[function] = function(self)
        return value

    if TYPE_CHECKING:

        def fact(self, function: "Callable[[Profile], T]") -> T: ...

    else:
        fact = dict.__getitem__

    @cached_property
    def latin1(self) -> bytes:
        """The characters below U+0100, in order: a tenth of a Chinese text, and 0.5 ns a character to get at."""
        return self.text.encode("latin-1", "ignore")

    @cached_property
    def lines(self) -> tuple[str, ...]:
        r"""The lines without their ends. Only ``\n`` ends a line: see `line_spans` for their offsets."""
        return tuple(self.text.split("\n"))

    @cached_property
    def line_spans(self) -> tuple[tuple[int, int], ...]:
        """Start and end (without the line end) of every line, in code points."""
        spans = []
        start = 0
        for line in self.lines:
            end = start + len(line)
            spans.append((start, end))
            start = end + 1
        return tuple(spans)
