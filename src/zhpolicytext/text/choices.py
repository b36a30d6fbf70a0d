"""The characters that bytes can be of which some are unknown, and which of them are likely after a context."""

from bisect import bisect_right
from collections.abc import Sequence
from operator import add
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

    __slots__ = ("_alone", "_branches", "_by_symbol", "_close", "_least", "_symbols", "entries", "known")

    def __init__(self, entries: Sequence[Entry], wide: bool = False) -> None:
        self.entries = tuple(entries)
        self._branches, self._close = (WIDE_BRANCHES, WIDE_CLOSE) if wide else (BRANCHES, CLOSE)
        self._by_symbol: dict[str, list[Entry]] = {}
        for entry in entries:
            self._by_symbol.setdefault(entry[1], []).append(entry)
        #: What choosing a symbol costs at least beyond its place; never less than nothing.
        self._least = {symbol: min(extra for *_, extra in among) for symbol, among in self._by_symbol.items()}
        self._symbols = [*self._by_symbol][:FREQUENT]
        self._alone: list[float] = []  # of these symbols; known with the first context
        self.known: dict[str, Ranked] = {}  # a hundred thousand contexts: objects for the garbage collector to look at are dear

    def ranked(self, model: LanguageModel, row: Row) -> Ranked:
        """The likeliest characters after the row's context."""
        known = self.known.get(row.context)
        if known is None:
            if len(self.known) > MOST_RANKED:
                self.known.clear()
            known = self.known[row.context] = self._rank(model, row)
        return known

    def _rank(self, model: LanguageModel, row: Row) -> Ranked:
        by_symbol = self._by_symbol
        many = by_symbol.keys()
        longer: dict[str, float] = {}  # what longer contexts than the last symbol know: in seven of eight, nothing of these
        base = 0.0
        at = row
        while len(at.context) > 1 and at.shorter is not None:
            follows = model.following(at)
            for symbol in follows.keys() & many:
                if symbol not in longer:
                    longer[symbol] = base + follows[symbol]
            base += at.backoff
            at = at.shorter
        if at is row:
            return self._rank_alone(model, row)
        more, values, chars, symbols = self.ranked(model, at)
        if not longer:
            return base + more, values, chars, symbols
        # what stands further down the shorter ranking has as many before it here
        base += more
        found = [(base + value, char, symbol) for value, char, symbol in zip(values, chars, symbols) if symbol not in longer]  # noqa: B905
        found += [(cost + extra, char, symbol) for symbol, cost in longer.items() for char, _, extra in by_symbol[symbol]]
        found.sort()
        return self._cut(found)

    def _rank_alone(self, model: LanguageModel, row: Row) -> Ranked:
        """The ranking after one symbol, or none."""
        many = self._by_symbol.keys()
        most = row.backoff
        if not self._alone:
            self._alone = [model.alone[symbol] for symbol in self._symbols]
        costs = dict(zip(self._symbols, map(most.__add__, self._alone)))  # noqa: B905 - of one length
        if row.shorter is not None:
            follows = model.following(row) if len(many) < MANY else model.often_following(row)
            for symbol in follows.keys() & many:
                costs[symbol] = follows[symbol]
        by_symbol = self._by_symbol
        limit = min(map(add, costs.values(), map(self._least.__getitem__, costs))) + self._close
        return self._cut(sorted([(cost + extra, char, symbol) for symbol, cost in costs.items() if cost <= limit
                                 for char, _, extra in by_symbol[symbol] if cost + extra <= limit]))

    def _cut(self, found: list[tuple[float, str, str]]) -> Ranked:
        limit = found[0][0] + self._close
        best, every, folded = zip(*found[: self._branches], strict=True)
        if best[-1] > limit:
            few = bisect_right(best, limit)
            best, every, folded = best[:few], every[:few], folded[:few]
        return 0.0, best, "".join(every), "".join(folded)
