"""The characters that bytes can be of which some are unknown, and which of them are likely after a context."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import TypeAlias

from .language_model import LanguageModel, Row

FREQUENT = 24  # characters tried for one gap whatever stands before it; beyond them those that are known to follow
#: Characters that one gap is filled with, after one context; and bits: one so much dearer than the best is not tried.
BRANCHES, CLOSE = 16, 10.0
WIDE_BRANCHES, WIDE_CLOSE = 30, 14.0  # of Big5, where no byte of the character may be known
MANY = 300  # of more characters only those are tried that follow the context often, or two symbols of it at all
MOST_RANKED = 4000  # contexts whose characters a choice remembers

#: What to add to the costs; the costs, lowest first; the characters, and their symbols, in that order.
Ranked: TypeAlias = tuple[float, tuple[float, ...], str, str]
Entry: TypeAlias = tuple[str, str, float]  # a character, its symbol, and what choosing it costs beyond its place


class Choice:
    """The characters that a pattern can be, the most frequent first; many of them also by their symbol."""

    __slots__ = ("_alone", "_branches", "_by_symbol", "_close", "entries", "known")

    def __init__(self, entries: Sequence[Entry], wide: bool = False) -> None:
        self.entries = tuple(entries)
        self._branches, self._close = (WIDE_BRANCHES, WIDE_CLOSE) if wide else (BRANCHES, CLOSE)
        self._by_symbol: dict[str, list[Entry]] = {}  # filled with the first context: most are one character, and need none
        #: What the most frequent of them cost after nothing, the cheapest first; found with the first context.
        self._alone: list[tuple[float, str, str]] = []
        self.known: dict[str, Ranked] = {}  # a hundred thousand contexts: objects for the garbage collector to look at are dear

    def ranked(self, model: LanguageModel, row: Row) -> Ranked:
        """The likeliest characters after the row's context; callers ask `known` first."""
        known = self.known
        if not self._by_symbol:
            by_symbol: dict[str, list[Entry]] = {}
            for entry in self.entries:
                by_symbol.setdefault(entry[1], []).append(entry)
            self._by_symbol = by_symbol  # at once, for other threads
        at = row
        longer: dict[str, float] | None = None  # what longer contexts than the last symbol know: in seven of eight, nothing of these
        base = 0.0
        by_symbol = self._by_symbol
        many = by_symbol.keys()
        while at.length > 1 and at.shorter is not None:
            follows = at.symbols or model.following(at)
            for symbol in follows.keys() & many:
                if longer is None:
                    longer = {}
                if symbol not in longer:
                    longer[symbol] = base + follows[symbol]
            base += at.backoff
            at = at.shorter
        out = known.get(at.context)
        if out is None:
            out = self._remember(at, self._rank_alone(model, at))
        if at is row:
            return out
        if longer is None:
            more, values, chars, symbols = out
            return self._remember(row, (base + more, values, chars, symbols))
        more, values, chars, symbols = out
        # what stands further down the shorter ranking has as many before it here
        base += more
        found = [(base + value, char, symbol) for value, char, symbol in zip(values, chars, symbols) if symbol not in longer]  # noqa: B905
        found += [(cost + extra, char, symbol) for symbol, cost in longer.items() for char, _, extra in by_symbol[symbol]]
        found.sort()
        return self._remember(row, self._cut(found))

    def _remember(self, row: Row, ranked: Ranked) -> Ranked:
        if len(self.known) > MOST_RANKED:
            self.known.clear()
        self.known[row.context] = ranked
        return ranked

    def _rank_alone(self, model: LanguageModel, row: Row) -> Ranked:
        """The ranking after one symbol, or none: of half of the symbols nothing is known that tells these apart."""
        by_symbol = self._by_symbol
        most = row.backoff
        if not self._alone:
            self._alone = sorted([(model.alone[symbol] + extra, char, symbol) for symbol in [*by_symbol][:FREQUENT]
                                  for char, _, extra in by_symbol[symbol]])
        if row.shorter is not None:
            follows = model.following(row) if len(by_symbol) < MANY else model.often_following(row)
            known = follows.keys() & by_symbol.keys()
            if known:
                found = [(follows[symbol] + extra, char, symbol) for symbol in known for char, _, extra in by_symbol[symbol]]
                found += [(most + value, char, symbol) for value, char, symbol in self._alone[: self._branches + len(found)] if symbol not in known]
                found.sort()
                return self._cut(found)
        _, values, chars, symbols = self._cut(self._alone)
        return most, values, chars, symbols
    def _cut(self, found: list[tuple[float, str, str]]) -> Ranked:
        limit = found[0][0] + self._close
        best, every, folded = zip(*found[: self._branches], strict=True)
        if best[-1] > limit:
            few = bisect_right(best, limit)
            best, every, folded = best[:few], every[:few], folded[:few]
        return 0.0, best, "".join(every), "".join(folded)
