"""The file of the language model: the symbols that follow a context, and what each costs, read where they lie."""

import sys
from array import array
from collections.abc import Sequence
from itertools import accumulate


class Trie:
    """The rows as they lie in the file: contexts of one symbol, of two, of three, each sorted within the shorter one."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        #: By length of the context: its last symbol, its cost of falling back, how many symbols follow, with their costs.
        self.symbols = [array("H"), array("H"), _numbers("H", parts["contexts2"]), _numbers("H", parts["contexts3"])]
        self.backoff = [b"", *(parts[f"backoff{n}"] for n in (1, 2, 3))]
        self.sizes = [array("H"), *(_numbers("H", parts[f"sizes{n}"]) for n in (1, 2, 3))]
        #: Of the rows of each length, one behind the other, the symbols that follow, and what each costs in the units of the file.
        self.next = [array("H"), *(_numbers("H", parts[f"next{n}"]) for n in (1, 2, 3))]
        self.costs = [b"", *(parts[f"costs{n}"] for n in (1, 2, 3))]
        #: For every symbol, where its rows of each length, and the contexts of each length that begin with it, start.
        self._contexts2 = list(accumulate(_numbers("H", parts["inner1"]), initial=0))
        base2, base3, contexts3 = [_numbers("I", parts[name]) for name in ("base2", "base3", "base_contexts3")]
        self._inner2 = _numbers("H", parts["inner2"])  # how many longer contexts begin with this one
        self._starts1 = list(accumulate(self.sizes[1], initial=0))
        self._starts2 = _Sums(self.sizes[2], base2, self._contexts2)
        self._starts3 = _Sums(self.sizes[3], base3, contexts3)
        self._contexts3 = _Sums(self._inner2, contexts3, self._contexts2)

    def inner(self, first: int, place: int, length: int) -> tuple[int, int]:
        """Where the contexts of this length begin that go on with one more symbol, and where they end."""
        if length == 2:
            return self._contexts2[first], self._contexts2[first + 1]
        size = self._inner2[place]
        if not size:
            return 0, 0
        start = self._contexts3.before(first, place)
        return start, start + size

    def start(self, first: int, place: int, length: int) -> int:
        """Where the symbols start that follow the context at this place, whose first symbol is `first`."""
        return self._starts1[first] if length == 1 else (self._starts2 if length == 2 else self._starts3).before(first, place)

    def row(self, length: int, start: int, end: int) -> "tuple[array[int], bytes]":
        return self.next[length][start:end], self.costs[length][start:end]


class _Sums:
    """Sums of a row of sizes, from where a symbol's begin: a file of them would be as large, and to make all takes 6 ms."""

    def __init__(self, sizes: "array[int]", bases: Sequence[int], places: Sequence[int]) -> None:
        self._sizes, self._bases, self._places = sizes, bases, places
        self._known: dict[int, list[int]] = {}  # at every 64th place

    def before(self, symbol: int, place: int) -> int:
        """The sum of the sizes before a place, all symbols before this one counted."""
        start = self._places[symbol]
        known = self._known.get(symbol) or [self._bases[symbol]]
        blocks = place - start >> 6
        sizes = self._sizes
        if len(known) <= blocks:
            known = known.copy()  # another thread may be doing the same
            while len(known) <= blocks:
                end = start + (len(known) << 6)
                known.append(known[-1] + sum(sizes[end - 64 : end]))
            self._known[symbol] = known
        return known[blocks] + sum(sizes[start + (blocks << 6) : place])


#: The parts of the file, in their order.
PARTS = ("chars", "alone", "backoff1", "sizes1", "next1", "costs1", "inner1", "base2", "base3", "base_contexts3",
         "contexts2", "backoff2", "sizes2", "next2", "costs2", "inner2", "contexts3", "backoff3", "sizes3", "next3", "costs3",
         "forms", "shares", "simplified")


def unpacked(data: bytes) -> dict[str, bytes]:
    """The parts of a model file, by name."""
    _, _, body = data.partition(b"\n")
    sizes = _numbers("I", body[: 4 * len(PARTS)])
    ends = list(accumulate(sizes, initial=4 * len(PARTS)))
    return {name: body[start:end] for name, start, end in zip(PARTS, ends[:-1], ends[1:], strict=True)}


def _numbers(kind: str, data: bytes) -> "array[int]":
    out = array(kind)
    if kind == "H":  # the low bytes, then the high ones
        pairs = bytearray(len(data))
        pairs[::2], pairs[1::2] = data[: len(data) // 2], data[len(data) // 2 :]
        data = bytes(pairs)
    out.frombytes(data)
    if sys.byteorder == "big":
        out.byteswap()
    return out
