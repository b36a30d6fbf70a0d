"""The file of the language model: the symbols that follow a context, and what each costs, read where they lie."""

import sys
from array import array
from bisect import bisect_left
from itertools import accumulate


class Trie:
    """The rows as they lie in the file: contexts of one symbol, of two, of three, each sorted within the shorter one."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        #: By length of the context: its last symbol, its cost of falling back, how many symbols follow, with their costs.
        self._symbols = [array("H"), array("H"), _numbers("H", parts["contexts2"]), _numbers("H", parts["contexts3"])]
        self._backoff = [b"", *(parts[f"backoff{n}"] for n in (1, 2, 3))]
        self._sizes = [array("H"), *(_numbers("H", parts[f"sizes{n}"]) for n in (1, 2, 3))]
        #: Of the rows of each length, one behind the other, the symbols that follow, and what each costs in the units of the file.
        self.next = [array("H"), *(_numbers("H", parts[f"next{n}"]) for n in (1, 2, 3))]
        self.costs = [b"", *(parts[f"costs{n}"] for n in (1, 2, 3))]
        #: How many longer contexts begin with this one.
        self._inner1, self._inner2 = _numbers("H", parts["inner1"]), _numbers("H", parts["inner2"])
        #: For every symbol, where its rows of each length, and the contexts of each length that begin with it, start.
        self._starts1 = list(accumulate(self._sizes[1], initial=0))
        self._contexts2 = list(accumulate(self._inner1, initial=0))
        bases = [_numbers("I", parts[name]) for name in ("base2", "base3", "base_contexts3")]
        self._base2, self._base3, self._base_contexts3 = bases

    def find(self, context: list[int]) -> tuple[int, int, int] | None:
        """Where the row of a context starts and ends, and its cost of falling back."""
        first = context[0]
        if len(context) == 1:
            start, end = self._starts1[first], self._starts1[first + 1]
            return (start, end, self._backoff[1][first]) if end > start else None
        low, high = self._contexts2[first], self._contexts2[first + 1]
        place = bisect_left(self._symbols[2], context[1], low, high)
        if place == high or self._symbols[2][place] != context[1]:
            return None
        if len(context) == 2:
            start = self._base2[first] + sum(self._sizes[2][low:place])
            return start, start + self._sizes[2][place], self._backoff[2][place]
        base = self._base_contexts3[first]
        begin = base + sum(self._inner2[low:place])
        end = begin + self._inner2[place]
        spot = bisect_left(self._symbols[3], context[2], begin, end)
        if spot == end or self._symbols[3][spot] != context[2]:
            return None
        start = self._base3[first] + sum(self._sizes[3][base:spot])
        return start, start + self._sizes[3][spot], self._backoff[3][spot]

    def row(self, length: int, start: int, end: int) -> "tuple[array[int], bytes]":
        return self.next[length][start:end], self.costs[length][start:end]


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
