"""Offsets of one text in terms of another: composing edits, and mapping spans through the result."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .edits import Edit, apply


class Piece(NamedTuple):
    """A stretch of the raw text and what became of it. Everything between two pieces is unchanged."""

    start: int
    end: int
    new: str
    rules: tuple[str, ...]


def pieces_of(edits: Iterable[Edit], rule: str) -> tuple[Piece, ...]:
    return tuple(Piece(start, end, new, (rule,)) for start, end, new in edits)


def compose(first: Sequence[Piece], second: Sequence[Piece]) -> tuple[Piece, ...]:
    """One set of pieces that does what `first` and then `second` (in the coordinates of the result of `first`) do.

    Pieces that overlap are merged; pieces that only touch stay apart, so that two rules that worked side by side can
    be undone separately. Two empty stretches at the same point are one. A replacement that keeps its length is split
    where something was removed from its middle: 會(huì)議 → 会议 is two characters and a reading, each in its place.
    O(pieces + characters inside of merged pieces).
    """
    if not first:
        return tuple(second)
    if not second:
        return tuple(first)
    second = _split_at(_removals(first), second)
    out: list[Piece] = []
    i = j = shift = 0  # shift: offset in the middle text minus offset in the raw text, behind first[:i]
    while i < len(first) or j < len(second):
        if i < len(first):
            a0 = first[i].start + shift
            a1 = a0 + len(first[i].new)
            if j == len(second) or _before(a0, a1, second[j].start, second[j].end):
                out.append(first[i])
                shift += len(first[i].new) - (first[i].end - first[i].start)
                i += 1
                continue
            if not _before(second[j].start, second[j].end, a0, a1):
                merged, i, j, shift = _merge(first, second, i, j, shift)
                if merged.start != merged.end or merged.new:
                    out.append(merged)
                continue
        b = second[j]
        out.append(Piece(b.start - shift, b.end - shift, b.new, b.rules))
        j += 1
    return tuple(out)


def _removals(pieces: Sequence[Piece]) -> list[int]:
    """Where in the text after the pieces something is gone and nothing came for it."""
    out = []
    shift = 0
    for start, end, new, _ in pieces:
        if not new:
            out.append(start + shift)
        shift += len(new) - (end - start)
    return out


def _split_at(points: list[int], pieces: Sequence[Piece]) -> Sequence[Piece]:
    if not points:
        return pieces
    out: list[Piece] = []
    for piece in pieces:
        start, end, new, rules = piece
        if end - start > 1 and len(new) == end - start:
            inside = points[bisect_right(points, start) : bisect_left(points, end)]
            cuts = [start, *dict.fromkeys(inside), end]
            out.extend(Piece(a, b, new[a - start : b - start], rules) for a, b in zip(cuts, cuts[1:]))
        else:
            out.append(piece)
    return out


def _before(x0: int, x1: int, y0: int, y1: int) -> bool:
    return x1 <= y0 and not x0 == x1 == y0 == y1


def _merge(
    first: Sequence[Piece], second: Sequence[Piece], i: int, j: int, shift: int
) -> tuple[Piece, int, int, int]:
    """The connected group of pieces that begins with first[i] and second[j]."""
    a0 = first[i].start + shift
    begin = min(a0, second[j].start)
    stop = begin
    raw_start = first[i].start - max(0, a0 - second[j].start)
    middle: list[tuple[int, str]] = []  # where an earlier piece put text, and which
    edits: list[Edit] = []
    earlier: list[str] = []
    later: list[str] = []
    gone: list[tuple[int, tuple[str, ...]]] = []  # how many characters the earlier pieces had removed, and whose
    last_stop = last_raw = 0  # where the last earlier piece of the group ends, in the middle and in the raw text
    while True:
        if i < len(first):
            a0 = first[i].start + shift
            a1 = a0 + len(first[i].new)
            if a0 < stop or begin == stop == a0 or not edits:
                middle.append((a0, first[i].new))
                earlier.extend(first[i].rules)
                if not first[i].new:
                    gone.append((first[i].end - first[i].start, first[i].rules))
                shift += len(first[i].new) - (first[i].end - first[i].start)
                stop, last_stop, last_raw = max(stop, a1), a1, first[i].end
                i += 1
                if edits:
                    continue
        if j < len(second):
            b = second[j]
            if b.start < stop or begin == stop == b.start or not edits:
                edits.append(Edit(b.start - begin, b.end - begin, b.new))
                later.extend(b.rules)
                stop = max(stop, b.end)
                j += 1
                continue
        break
    # Characters of the middle text that no earlier piece wrote are all covered by edits: their value does not matter.
    text: list[str] = []
    reached = begin
    for start, new in middle:
        text.append("\0" * (start - reached))
        text.append(new)
        reached = start + len(new)
    text.append("\0" * (stop - reached))
    raw_stop = last_raw + stop - last_stop
    if len(edits) == 1 and not edits[0].new and edits[0].end - edits[0].start == stop - begin:
        # a block that was removed whole: of what had been done inside of it, only removals of that order still count
        earlier = [rule for size, its in gone if 2 * size >= stop - begin for rule in its]
    rules = tuple(dict.fromkeys(earlier + later))
    return Piece(raw_start, raw_stop, apply("".join(text), edits), rules), i, j, shift


class Alignment:
    """Maps spans between a raw text and what its pieces made of it. Offsets are code points."""

    __slots__ = ("_clean", "_pieces", "_raw")

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        self._raw = [piece.start for piece in pieces]
        self._clean: list[int] = []  # where each piece begins in the clean text
        shift = 0
        for piece in pieces:
            self._clean.append(piece.start + shift)
            shift += len(piece.new) - (piece.end - piece.start)

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """The smallest raw span that holds the clean span; for an empty span, what was removed at that point."""
        if start == end:
            left, right = (self._raw_of(start - 1)[1] if start else 0), self._raw_of(start)[0]
            return (left, right) if left <= right else (right, left)
        return self._raw_of(start)[0], self._raw_of(end - 1)[1]

    def to_clean(self, start: int, end: int) -> tuple[int, int]:
        """The smallest clean span that holds what became of the raw span."""
        if start == end:
            left, right = (self._clean_of(start - 1)[1] if start else 0), self._clean_of(start)[0]
            return (left, right) if left <= right else (right, left)
        return self._clean_of(start)[0], self._clean_of(end - 1)[1]

    def _raw_of(self, offset: int) -> tuple[int, int]:
        k = bisect_right(self._clean, offset) - 1
        if k < 0:
            return offset, offset + 1
        piece, begin = self._pieces[k], self._clean[k]
        if offset < begin + len(piece.new):
            return piece.start, piece.end
        raw = offset - begin - len(piece.new) + piece.end
        return raw, raw + 1

    def _clean_of(self, offset: int) -> tuple[int, int]:
        k = bisect_right(self._raw, offset) - 1
        if k < 0:
            return offset, offset + 1
        piece, begin = self._pieces[k], self._clean[k]
        if offset < piece.end:
            return begin, begin + len(piece.new)
        clean = offset - piece.end + begin + len(piece.new)
        return clean, clean + 1
