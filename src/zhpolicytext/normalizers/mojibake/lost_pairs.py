"""The characters of Big5 whose pairs GBK lacks: each sign of loss is one of some hundred, and all of them are weighed.

A character may be hardly expected behind the last ones and be the only one that the next ones can follow: 協 of 協議,
奉 of 奉獻. So none is left out before what follows is known, and what is given is how likely each is there, whatever
stands in the gaps beside it.
"""

import math
from collections.abc import Callable, Sequence
from functools import cache, cached_property, lru_cache
from typing import TypeAlias

from ...text.encodings import WIDE_LETTERS, double_bytes
from ...text.language_model import LONGEST, Row, language_model
from ...text.lattice import Reading
from ...text.match import Lazy
from .decoders import Decoder, pairs
from .filling import CANDIDATES, Gap
from .gaps import CONTEXT

FEW = 300  # characters that one sign can stand for
BETWEEN = 24  # readings of a gap that are read on with the next one
CROWDED = 8  # gaps with hardly a certain character between: what stood there nobody can tell
WIDTH = 20.0  # bits
QUESTION = 6.0  # bits: a ? is one, where most are none; and four times that against it, where most may be
UNASKED = 14.0  # bits against it in a short text that no word asks in: at 12 of 277 real questions eight were lost, at 14 two
PROVEN = 3  # of them in a document
TELLING = 100  # characters, of which four would be in the cells that GBK lacks, and none is
NARROW_DIGITS = 14.0  # bits more for a digit of full width where the document's other ones are of half width
#: What a question is asked with. 0.55 of 150 sentences were restored where each ? was one, 0.81 of them since.
_ASKS = Lazy("[誰怎嗎呢哪麼何幾吧嘛啊否]")
_FULL_WIDTH = frozenset("２３４５６７８９")
Candidate: TypeAlias = tuple[str, str, float]  # a character, its symbol, what choosing it costs besides


class Candidates(tuple[Candidate, ...]):
    """What a sign of loss can be. Known by its identity, as readings are that were found with it."""

    @cached_property
    def places(self) -> dict[str, list[tuple[int, float]]]:
        """Where each symbol stands among the candidates, and what it costs besides."""
        out: dict[str, list[tuple[int, float]]] = {}
        for k, (_, symbol, extra) in enumerate(self):
            out.setdefault(symbol, []).append((k, extra))
        return out

    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other


NONE = Candidates()
_Partial: TypeAlias = tuple[float, Row, tuple[str, ...]]  # a reading of the gaps so far: its cost, the row of what comes next


def candidates(decoder: Decoder, target: str) -> Candidates:
    """What a sign of this decoder can stand for; nothing where that is more than a few characters, or fewer bytes than two."""
    if not decoder.sign or decoder.again or decoder.keeps or decoder.gone != "none" or target != "big5":
        return NONE
    return _of_cells(decoder)


@cache
def _of_cells(decoder: Decoder) -> Candidates:
    model = language_model()
    table = double_bytes("big5")
    chars = {table[lead][trail] for lead, trails in pairs(decoder.lost).items() for trail in trails if trail in table[lead]}
    if len(chars) > FEW:
        return NONE
    return Candidates((char, model.fold[ord(char)], model.script_cost(char, True)) for char in sorted(chars, key=lambda char: (model.alone[model.fold[ord(char)]], char)))


def for_lines(lines: Sequence[str], decoder: Decoder, split: Callable[[str], list[str]], target: str) -> Candidates:
    """The candidates in the lines of this document; nothing as of `candidates`. `split`: the characters of a line."""
    known = candidates(decoder, target)
    return for_document(known, decoder, "".join(lines), "".join(map("".join, map(split, lines)))) if known else known


def for_document(known: Candidates, decoder: Decoder, damaged: str, certain: str) -> Candidates:
    """The candidates in a document of which this is certain: it writes its digits in one width, and a ? can be one."""
    cost = 0.0
    if _FULL_WIDTH.isdisjoint(certain):
        cost = WIDE_LETTERS + NARROW_DIGITS * any(map(certain.__contains__, "0123456789"))
    asks = decoder.sign == "?" and _ASKS.search(certain) is not None
    return _weighted(known, cost, _question(len(damaged), damaged.count("?"), asks) if decoder.sign == "?" else None)


@lru_cache(maxsize=64)
def _weighted(known: Candidates, wide: float, question: float | None) -> Candidates:
    if not wide and question is None:
        return known
    out = [(char, symbol, extra + (wide if symbol in "0a" else 0.0)) for char, symbol, extra in known]
    return Candidates([("?", "?", question), *out] if question is not None else out)


def _question(size: int, asked: int, asks: bool) -> float:
    """What it costs that a ? is one: of the characters of Big5 one in 26 is in a cell that GBK lacks."""
    if size < TELLING:  # a page of questions has as many
        if asked >= PROVEN and asked * 15 <= size:
            return -2 * QUESTION
        return -4 * QUESTION if asks else -UNASKED
    if asked >= PROVEN and asked * 40 >= size:
        return QUESTION
    return -QUESTION if asked > 1 and asked * 80 >= size else -4 * QUESTION


def weighed_pairs(chars: Sequence[str], known: Candidates, sign: str, below: str | None) -> list[str | Gap]:
    """The line with the candidates of its gaps, each a character of its own; `chars`: an empty one is lost.

    `sign`: what is left where there is no telling; `below`: as of `filling.filled`.
    """
    model = language_model()
    out: list[str | Gap] = []
    tail = [*(("\n" + below)[:CONTEXT] if below is not None else "")]
    whole = [*chars, *tail]
    symbols = [char and char.translate(model.fold) for char in whole]
    k = 0
    while k < len(chars):
        if chars[k]:
            begin = k
            while k < len(chars) and chars[k]:
                k += 1
            out.append("".join(chars[begin:k]))
            continue
        end = k + 1  # of the cluster, with the certain characters behind it that still depend on it
        while end < len(whole) and not all(symbols[max(k, end - LONGEST) : end]) or end < min(k + LONGEST + 1, len(whole)):
            end += 1
        before = "".join(symbols[max(0, k - LONGEST) : k]) or "\n"
        gaps = [place for place in range(k, end) if place < len(chars) and not chars[place]]
        crowded = len(gaps) > CROWDED or sign == "?" and "???" in "".join(char or sign for char in chars[k:end])
        found = () if crowded else _weighed(tuple(symbols[k:end]), model.row(before), known)
        for n, place in enumerate(gaps):
            out.append(Gap(found[n]) if found else sign)
            following = gaps[n + 1] if n + 1 < len(gaps) else place + 1
            if following > place + 1:
                out.append("".join(chars[place + 1 : following]))
        k = gaps[-1] + 1
    return out


@lru_cache(maxsize=1024)
def _weighed(symbols: tuple[str, ...], row: Row, known: Candidates) -> tuple[list[Reading], ...]:
    """How likely the characters of each gap of a row are."""
    readings = _readings(symbols, row, known)
    return tuple([_marginal(readings, n) for n in range(symbols.count(""))])


def _readings(symbols: tuple[str, ...], row: Row, known: Candidates) -> list[_Partial]:
    """The readings of a row of gaps with what stands between and behind them, cheapest first."""
    step = language_model().step
    readings: list[_Partial] = [(0.0, row, ())]
    for symbol in symbols:
        grown: list[_Partial] = []
        if symbol:
            for cost, row, chars in readings:
                more, row = row.steps.get(symbol) or step(row, symbol)
                grown.append((cost + more, row, chars))
        else:
            readings.sort(key=_cost)
            limit = math.inf
            for cost, row, chars in readings[:BETWEEN]:
                for more, after, char in _likeliest(row, known):
                    more += cost
                    if more >= limit:
                        break
                    grown.append((more, after, (*chars, char)))
                    if more + WIDTH < limit:
                        limit = more + WIDTH
        readings = grown
    readings.sort(key=_cost)
    limit = readings[0][0] + WIDTH
    return [reading for reading in readings if reading[0] <= limit]


@lru_cache(maxsize=512)
def _likeliest(row: Row, known: Candidates) -> list[tuple[float, Row, str]]:
    return sorted(_after(row, known), key=_cost)


@lru_cache(maxsize=512)
def _after(row: Row, known: Candidates) -> list[tuple[float, Row, str]]:
    """What each candidate costs behind this context, and the row of what comes next; most as behind the shorter one."""
    model = language_model()
    if row.shorter is None:
        return [(cost + extra, after, char) for char, symbol, extra in known for cost, after in (model.step(row, symbol),)]
    backoff = row.backoff
    out = [(cost + backoff, after, char) for cost, after, char in _after(row.shorter, known)]
    for symbol in model.following(row).keys() & known.places.keys():
        cost, after = row.steps.get(symbol) or model.step(row, symbol)
        for k, extra in known.places[symbol]:
            out[k] = cost + extra, after, out[k][2]
    return out


def _cost(reading: _Partial | Reading | tuple[float, Row, str]) -> float:
    return reading[0]


def _marginal(readings: Sequence[_Partial], place: int) -> list[Reading]:
    """How likely each character of a gap is, in bits, the likeliest first."""
    least = readings[0][0]
    shares: dict[str, float] = {}
    for cost, _, chars in readings:
        shares[chars[place]] = shares.get(chars[place], 0.0) + 2.0 ** (least - cost)
    whole = sum(shares.values())
    found = sorted((Reading(-math.log2(share / whole), char) for char, share in shares.items()), key=_cost)
    return found[:CANDIDATES]
