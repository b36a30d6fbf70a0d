"""Which decoder read a document: the one under which a sample of it is the likeliest."""

import math
from collections.abc import Sequence

from ...text.codecs import EURO
from ...text.encodings import Encoding
from ...text.language_model import language_model
from ...text.lattice import read
from .decoders import REPLACEMENT, Decoder
from .gaps import CONTEXT, Slots, Split, doubled

SAMPLE = 300  # characters of a line, and twice that of a document, by which the decoder is told
APART = 16.0  # bits by which a decoder is known to be another one than the best; at 30 they were the same in 1,000 documents
IMPOSSIBLE = 1e6  # bits: what no decoder makes; more than any text costs
ENOUGH = 16  # signs of loss, lines counted as one
FEW, GLANCE = 2, 80  # of more decoders most are ruled out by so many characters


def fitting(texts: Sequence[str], known: Sequence[Decoder], encoding: Encoding, split: Split, sample: int = SAMPLE,
            enough: int = ENOUGH) -> Decoder:
    """The one of these decoders under which these lines of the document are the likeliest."""
    if len(known) == 1:
        return known[0]
    samples = []
    seen = size = 0
    for text in texts:
        # a euro sign tells as much as a loss: 80 of 一 or 、 to some decoders, A2E3 to the others
        first = max(0, min((k for k in map(text.find, (REPLACEMENT, EURO)) if k >= 0), default=0) - 20)
        if REPLACEMENT not in text:  # what was lost without a sign tells anywhere
            first = 0
        samples.append(text[first : first + sample])
        seen += 1 + samples[-1].count(REPLACEMENT)
        size += len(samples[-1])
        if seen >= enough or size >= 2 * sample:
            break
    if len(known) > FEW:  # under most of them half of the bytes are out of place, which shows soon
        samples[:1] = samples[0][:GLANCE], samples[0][GLANCE:]
    totals = dict.fromkeys(known, 0.0)
    for text in samples:
        cheapest = math.inf
        for decoder, so_far in totals.items():
            total = so_far + _cost(split(text, decoder), encoding, cheapest + APART - so_far)
            totals[decoder] = total
            cheapest = min(cheapest, total)
        totals = {decoder: total for decoder, total in totals.items() if total <= cheapest + APART}
        if len(totals) == 1:
            break
    return min(totals, key=totals.__getitem__)


def _cost(pieces: list[str | Slots], encoding: Encoding, limit: float) -> float:
    """What the pieces of a line cost, or so much of it as is beyond the limit."""
    model = language_model()
    total = 0.0
    before = "\n"
    for piece in pieces:
        if total > limit:
            break
        if isinstance(piece, str):
            total += model.bits(piece, before)
            before = (before + piece)[-CONTEXT:]
        else:
            found = read(piece, encoding, before, "", 1)
            if not found:
                return IMPOSSIBLE
            total += found[0].cost
            before = (before + found[0].text)[-CONTEXT:]
    return total


def likelier(texts: Sequence[str], one: Decoder, other: Decoder, encoding: Encoding, sample: int) -> Decoder:
    """Which of two decoders that differ only in what becomes of a byte 80 behind the first byte of a lost pair."""
    apart = 0.0
    size = 0
    for text in texts:
        for before, *ways in doubled(text[:sample], one, other):
            costs = [found[0].cost if found else IMPOSSIBLE for found in (read(slots, encoding, before, "", 1) for slots in ways)]
            apart += costs[0] - costs[1]
        size += len(text)
        if abs(apart) > APART or size >= sample:
            break
    return other if apart > 0 else one
