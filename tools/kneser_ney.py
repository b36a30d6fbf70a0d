"""Smoothed n-grams for tools/build_language_model.py: Kneser-Ney by source, mixed by context, pruned by entropy.

Modified Kneser-Ney (Chen and Goodman 1998) for running text, absolute discounting for lists of words. The mixture
trusts a source in a context by how often it has seen the context. Pruned is what gains least beyond falling back to a
shorter context (Stolcke 1998), for the room that it takes in the file, so that all of what was counted decides which of
it is kept.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Set

ORDER = 4
LEAST_LEFT = 1e-3  # of a context for what was never seen after it
ROW = 0.8  # the room that a row takes beside its grams, in grams
FAVOUR = 4  # times as much a gram of a favoured symbol gains
SHORTER = 0.02  # of the trust in a source: what it is worth that the last two symbols have been seen there


def count(texts: Iterable[str]) -> list[Counter[str]]:
    """How often each n-gram stands in the texts; by its length, which begins at 1."""
    out: list[Counter[str]] = [Counter() for _ in range(ORDER + 1)]
    for text in texts:
        for n in range(1, ORDER + 1):
            out[n].update(map("".join, zip(*(text[k:] for k in range(n)))))
    return out


class Source:
    """The n-gram probabilities of one kind of text. `share`: of the text that the model is for; `trust`: per count of a context."""

    def __init__(self, counts: list[Counter[str]], share: float, trust: float, prior: float, running: bool = True) -> None:
        self.counts, self.share, self.trust, self.prior, self._running = counts, share, trust, prior, running
        self.size = sum(counts[1].values())
        self.types = self._continuations() if running else counts
        self._discounts = [self._discount(n) for n in range(ORDER + 1)]
        self.seen: list[Counter[str]] = [Counter() for _ in range(ORDER + 1)]
        self._held: list[Counter[str]] = [Counter() for _ in range(ORDER + 1)]
        for n in range(1, ORDER + 1):
            for gram, times in self.types[n].items():
                self.seen[n][gram[:-1]] += times
                self._held[n][gram[:-1]] += self._off(n, times)
        self._uniform = 1 / (len(counts[1]) + 10_000)

    def _continuations(self) -> list[Counter[str]]:
        """Below the highest order a gram counts once for every symbol that stands before it."""
        out = [*self.counts]
        for n in range(ORDER - 1, 0, -1):
            out[n] = Counter(gram[1:] for gram in out[n + 1])
        return out

    def _discount(self, n: int) -> tuple[float, ...]:
        if not self._running or not n:
            return ()
        by_count = Counter(self.types[n].values())
        one, two, three, four = (by_count[k] + 1 for k in (1, 2, 3, 4))
        y = one / (one + 2 * two)
        return 0.0, 1 - 2 * y * two / one, 2 - 3 * y * three / two, 3 - 4 * y * four / three

    def _off(self, n: int, times: float) -> float:
        if self._running:
            return min(times, self._discounts[n][min(int(times), 3)])
        return min(times, 0.5 * max(1.0, math.sqrt(times)))

    def probability(self, context: str, symbol: str) -> float:
        n = len(context) + 1
        shorter = self.probability(context[1:], symbol) if context else self._uniform
        seen = self.seen[n].get(context)
        if not seen:
            return shorter
        times = self.types[n].get(context + symbol)
        whole = self._held[n][context] * shorter
        return (whole if times is None else times - self._off(n, times) + whole) / seen


class Mixture:
    """Several sources as one, in the form that the file has: what a gram costs, and what falling back costs.

    `favoured`: symbols that are looked for more often than they stand in text.
    """

    def __init__(self, sources: list[Source], alone: Mapping[str, float], favoured: Set[str] = frozenset()) -> None:
        self._sources, self._alone, self._favoured = sources, alone, favoured
        self.costs: dict[str, float] = {}  # probabilities of all grams
        self.gains: dict[str, float] = {}
        self._left: dict[str, float] = {}
        for n in range(2, ORDER + 1):
            self._add(n)

    def _add(self, n: int) -> None:
        after: dict[str, set[str]] = defaultdict(set)
        for source in self._sources:
            for gram in source.counts[n]:
                if gram[-1] in self._alone:
                    after[gram[:-1]].add(gram[-1])
        for context, symbols in after.items():
            weights = self._weights(context)
            row = {symbol: sum(weight * source.probability(context, symbol) for weight, source in zip(weights, self._sources))
                   for symbol in sorted(symbols)}
            shorter = {symbol: backed_off(self.costs, self._left, self._alone, context[1:], symbol) for symbol in row}
            left = self._left[context] = remainder(row, shorter)
            often = sum(source.share * source.counts[n - 1][context] / source.size for source in self._sources)
            for symbol, p in row.items():
                gram = context + symbol
                self.costs[gram] = p
                favour = 1 if self._favoured.isdisjoint(gram) else FAVOUR
                self.gains[gram] = favour * often * p * math.log2(p / (left * shorter[symbol]))

    def _weights(self, context: str) -> list[float]:
        raw = []
        for source in self._sources:
            weight = source.prior
            if len(context) > 1:
                weight += SHORTER * source.trust * source.seen[3][context[-2:]]
            if len(context) > 2:
                weight += source.trust * source.seen[4][context]
            raw.append(weight)
        return [weight / sum(raw) for weight in raw]

    def _ranked(self) -> list[str]:
        """The grams by what they gain for the room that they take; the best ones of a row pay for the row."""
        rows: dict[str, list[tuple[float, str]]] = defaultdict(list)
        for gram, gain in self.gains.items():
            if gain > 0:
                rows[gram[:-1]].append((gain, gram))
        worth: list[tuple[float, str]] = []
        for context, row in rows.items():
            row.sort(reverse=True)
            room = ROW if len(context) > 1 else 0.0
            whole = best = 0.0
            first = 0  # so many pay for the row together
            for k, (gain, _) in enumerate(row, 1):
                whole += gain
                if whole / (room + k) < best:
                    break
                best, first = whole / (room + k), k
            worth += ((best if k < first else gain, gram) for k, (gain, gram) in enumerate(row))
        return [gram for _, gram in sorted(worth, key=lambda item: (-item[0], item[1]))]

    def pruned(self, most: int) -> tuple[dict[str, float], dict[str, float]]:
        """The probabilities of the grams that gain most, with all that they begin with, and the factors of falling back."""
        kept = set(self._ranked()[:most])
        for n in range(ORDER, 2, -1):
            kept |= {gram[:-1] for gram in kept if len(gram) == n}
        grams = {gram: self.costs[gram] for gram in sorted(kept)}
        rows: dict[str, dict[str, float]] = defaultdict(dict)
        for gram, p in grams.items():
            rows[gram[:-1]][gram[-1]] = p
        left: dict[str, float] = {}
        for context in sorted(rows, key=lambda c: (len(c), c)):
            shorter = {symbol: backed_off(grams, left, self._alone, context[1:], symbol) for symbol in rows[context]}
            left[context] = remainder(rows[context], shorter)
        return grams, left


def remainder(row: Mapping[str, float], shorter: Mapping[str, float]) -> float:
    return max(LEAST_LEFT, 1 - sum(row.values())) / max(LEAST_LEFT, 1 - sum(shorter.values()))


def backed_off(grams: Mapping[str, float], left: Mapping[str, float], alone: Mapping[str, float], context: str, symbol: str) -> float:
    factor = 1.0
    while context:
        known = grams.get(context + symbol)
        if known is not None:
            return factor * known
        factor *= left.get(context, 1.0)
        context = context[1:]
    return factor * alone[symbol]
