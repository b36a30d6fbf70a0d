"""What the characters that single bytes became can stand for, as slots of a lattice."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations

from ...text.codecs import cp1252_bytes
from ...text.language_model import LONGEST
from ...text.lattice import Option, Slot, slot
from .islands import HAN
from .layers import sources

UNEXPLAINED = 20.0
SOFT_HYPHEN = 0xAD
#: Quotation marks that were entities (&ldquo;) when the bytes around them were read wrongly: themselves.
QUOTES = frozenset("“”‘’—…")
WRITTEN = 2.0  # bits of that


def gap_end(whole: Sequence[str | None], start: int) -> int:
    """Where characters begin that are whole, as many as the model looks back at, or the end of the line."""
    run = 0
    for k in range(start, len(whole)):
        run = run + 1 if whole[k] is not None else 0
        if run == LONGEST:
            return k + 1 - run
    return len(whole) - run


@lru_cache(maxsize=8192)
def whole_character(slot: Slot) -> str | None:
    """The character of a slot that has no choice."""
    items = slot[0].items
    if len(slot) == 1 and isinstance(items[0], str):
        return items[0]
    if len(slot) > 1 or not all(isinstance(item, int) for item in items) or items[0] == 0xE0:
        return None
    try:
        return bytes(item for item in items if isinstance(item, int)).decode("utf-8")
    except UnicodeDecodeError:
        return None


@lru_cache(maxsize=8192)
def of_utf8(chars: str, size: int, lost: tuple[int, ...]) -> Slot:
    """The ways in which a character of `size` bytes can have become these characters by the loss of some."""
    table = cp1252_bytes()
    if chars[0] not in table or chars in QUOTES:
        return slot((Option(0.0, (chars,)),))
    data = [table[char] for char in chars]
    lack = size - len(data)
    if not lack or not lost:
        return slot((Option(0.0, tuple(data)),))
    places = combinations(range(1, size), lack)
    out = []
    for gaps in places:
        rest = iter(data)
        out.append(Option(0.0, tuple(lost if k in gaps else next(rest) for k in range(size))))
    return slot(out)


@lru_cache(maxsize=8192)
def of_byte(char: str) -> Slot:
    code = cp1252_bytes().get(char)
    if code is None:
        return slot((Option(0.0, (char,), False),))
    return slot((Option(0.0, (code,)), Option(WRITTEN, (char,), False))) if char in QUOTES else slot((Option(0.0, (code,)),))


@lru_cache(maxsize=4096)
def of_layers(cluster: str, dropped: float) -> Slot:
    """What a cluster can stand for after ftfy; `dropped`: bits of a U+00AD that is gone, if one can be."""
    if cluster.isascii() and cluster != ";" and len(cluster) == 1:
        return slot((Option(0.0, (ord(cluster),)),))
    ways = [Option(cost, data) for data, cost in sources(cluster)]
    if dropped and cluster >= HAN:  # the bytes that became one character when the U+00AD between them was gone: 徼 of å¾ and ¼, from 体经济
        ways += [Option(cost + dropped, (*data[:k], SOFT_HYPHEN, *data[k:])) for data, cost in sources(cluster)[:2] for k in range(1, len(data))]
    return slot((*ways, Option(UNEXPLAINED, (cluster,), False)))
