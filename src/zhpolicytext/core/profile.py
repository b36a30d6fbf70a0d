"""What can be known only by looking at the whole text."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

T = TypeVar("T")


#: What sentences end with: most lines do, so the others are told apart once, for all that look at ends of lines.
ENDS = "。！？；"


class Edges(NamedTuple):
    """How the lines of a text begin and end, blanks aside."""

    stripped: tuple[str, ...]
    loose: tuple[str, ...]  # the lines that end otherwise than sentences do: headings, and what is no prose
    tails: frozenset[str]  # the last characters of these

    @property
    def heads(self) -> frozenset[str]:
        """The first characters of all lines."""
        return frozenset([line[0] for line in self.stripped if line])


class Profile(dict[Callable[["Profile"], Any], Any]):  # values of many types, one per fact
    """The document-level facts of one text: computed when first asked for, at most once.

    One profile belongs to one intermediate text and is dropped with it, so it cannot go stale. A fact is any pure
    function ``Profile -> value`` defined at the top level of a module; a normaliser brings its own.

    >>> def brackets(profile): return profile.text.count("(")
    >>> Profile("教(jiao)育(yu)").fact(brackets)
    2

    A profile is the table of its facts: a known fact is one look-up in C (0.04 µs), and clean text asks for sixty.
    """

    __slots__ = ("edges", "latin1", "line_spans", "lines", "text")

    #: The characters below U+0100, in order: a tenth of a Chinese text, and 0.5 ns a character to get at.
    latin1: bytes
    #: The lines without their ends. Only ``\n`` ends a line: see `line_spans` for their offsets.
    lines: tuple[str, ...]
    #: Start and end (without the line end) of every line, in code points.
    line_spans: tuple[tuple[int, int], ...]
    #: How the lines begin and end: nothing that stands at the edge of a line is there without its character.
    edges: Edges

    def __init__(self, text: str) -> None:
        self.text = text

    def look(self) -> None:
        """Make at once what every pre-scan asks for: each first question for an attribute costs 1 µs by itself."""
        text = self.text
        self.latin1 = text.encode("latin-1", "ignore")
        self.lines = lines = tuple(text.split("\n"))
        self.edges = _edges_of(lines)

    def learn(self, function: "Callable[[Profile], T]") -> T:
        """A fact that is not known yet."""
        value = self[function] = function(self)
        return value

    __missing__ = learn

    def __getattr__(self, name: str) -> Any:  # what is asked for the first time; a cached_property costs 1 µs more
        make = _FACTS.get(name)
        if make is None:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        value = make(self)
        setattr(self, name, value)
        return value

    if TYPE_CHECKING:

        def fact(self, function: "Callable[[Profile], T]") -> T: ...

    else:
        fact = dict.__getitem__


def _latin1(profile: Profile) -> bytes:
    return profile.text.encode("latin-1", "ignore")


def _lines(profile: Profile) -> tuple[str, ...]:
    return tuple(profile.text.split("\n"))


def _line_spans(profile: Profile) -> tuple[tuple[int, int], ...]:
    spans = []
    start = 0
    for line in profile.lines:
        end = start + len(line)
        spans.append((start, end))
        start = end + 1
    return tuple(spans)


def _edges(profile: Profile) -> Edges:
    return _edges_of(profile.lines)  # behind a change somebody asked for lines or `latin1` before


def _edges_of(lines: tuple[str, ...]) -> Edges:
    stripped = tuple(map(str.strip, lines))
    loose = [line for line in stripped if line and line[-1] not in ENDS]
    return Edges(stripped, tuple(loose), frozenset([line[-1] for line in loose]))


_FACTS: Mapping[str, Callable[[Profile], Any]] = MappingProxyType(
    {"latin1": _latin1, "lines": _lines, "line_spans": _line_spans, "edges": _edges})
