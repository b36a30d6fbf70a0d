"""The gaps of UTF-8 that was read as GBK: what can have stood in them, as slots of a lattice."""

from collections.abc import Callable, Container, Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from typing import TypeAlias

from ...text.codecs import EURO
from ...text.language_model import language_model
from ...text.lattice import UNEXPLAINED, Aside, Option, Slot, slot
from ...text.match import Lazy
from .decoders import REPLACEMENT, Decoder, byte_items, gone, lost_before, run_of_two, single_lost, two_lost_before

CONTINUATION = tuple(range(0x80, 0xC0))
STRAY = Option(UNEXPLAINED, ())  # a byte that nothing explains: without it one such byte would cost the whole line
_REAL = 20.0  # bits: a U+FFFD that stood in the text before
_INSERTED = 1.0  # bits: something is missing where nothing shows it
RARE = 13.5  # bits of a character by itself: 1,500 characters are below
_BESIDES = 3.0  # bits: and before it something else is
_NOTHING = Option(0.0, ())
Slots: TypeAlias = list[Sequence[Option]]
#: What a line of the text was: what is certain of it, and the slots of the gaps between.
Split: TypeAlias = Callable[[str, Decoder], list[str | Slots]]

#: The whole characters of UTF-8, and what no decoder of GBK has made; no sign of loss. A byte is a character below U+0100.
_ONE = "[\0-\x7f]|[\xe1-\xe9\xef][\x80-\xbf]{2}|[\xc2-\xd9][\x80-\xbf]|[^\0-\xff\u20ac\ufffd]"
_ONE_ASKED = "[\0->@-\x7f]" + _ONE[len("[\0-\x7f]") :]  # where a ? is a sign of loss
_RUN, _RUN_ASKED = (Lazy(f"(?:{one})*+") for one in (_ONE, _ONE_ASKED))
#: Two whole characters in a row, which is what the model looks back at, or one and the end.
_GOOD, _GOOD_ASKED = (Lazy(rf"(?:{one})(?:(?:{one})++|\Z)") for one in (_ONE, _ONE_ASKED))
_FOREIGN = Lazy("[^\0-\xff]+")
_AWAY = 0x10FF00  # where characters below U+0100 go that are no bytes of GBK


def parts(line: str, decoder: Decoder) -> list[str | Slots]:
    """The line as it was: text that is certain, and the gaps between, each as slots."""
    silent = not decoder.sign or decoder.gone != "none"
    table = _bytes(decoder.lost == decoder.gone == "none")
    items = line.translate(table)
    # where characters of the text begin: between them something can be missing
    boundary = frozenset(accumulate(map(len, map(table.__getitem__, map(ord, line))), initial=0)) if silent else frozenset()
    hidden = silent and decoder.lost == "both" and not decoder.again and not decoder.euro
    out: list[str | Slots] = []
    k = 0
    for start, end in _windows(items, decoder.sign, silent, hidden):
        out += (_certain(items[k:start]), list(_slots(items, boundary, start, end, decoder, silent)))
        k = end
    out.append(_certain(items[k:]))
    return out


def doubled(line: str, one: Decoder, other: Decoder) -> Iterator[tuple[str, Slots, Slots]]:
    """The gaps that two decoders differ in which have one sign for a pair that ends in 80, and two for it; before each, what is certain.

    Where the bytes come out even with single signs, both can have lost the same ones.
    """
    items = line.translate(_bytes(False))
    before = 0
    for start, end in _windows(items, one.sign, False, False):
        if REPLACEMENT * 2 in items[start:end] or not _EVEN.fullmatch(items, start, end):
            known = _certain(items[before:start])[-CONTEXT:] or "\n"
            ways = [list[Sequence[Option]](_slots(items, frozenset(), start, end, decoder, False)) for decoder in (one, other)]
            yield known, ways[0], ways[1]
        before = end


_EVEN = Lazy(f"(?:{_ONE}|[\xe1-\xe9\xef](?:\ufffd[\x80-\xbf]|[\x80-\xbf]\ufffd))*+")
CONTEXT = 6  # characters beside a gap that the model may look at


def in_bytes(text: str) -> str:
    """The bytes of GBK that a text was read from, a character each; what was none is a character above U+00FF."""
    return text.translate(_bytes(False))


class _Bytes(dict[int, str]):
    """The bytes of a character, a character each; those that have none (U+FFFD among them) stand for themselves.

    `two_euros`: a euro sign is no byte 80 but a character, for it can have been A2E3 as well.
    """

    def __init__(self, two_euros: bool) -> None:
        self._two_euros = two_euros

    def __missing__(self, code: int) -> str:
        data = byte_items(chr(code))
        if data is None or self._two_euros and data == b"\x80":
            out = chr(code if code > 0xFF else code + _AWAY)
        else:
            out = data.decode("latin-1")
        if len(self) >= MOST_KNOWN:
            self.clear()
        self[code] = out
        return out


MOST_KNOWN = 32_768  # characters remembered: more than GBK has
_bytes = cache(_Bytes)


def _windows(items: str, sign: str, silent: bool, hidden: bool) -> list[tuple[int, int]]:
    """Stretches that are no whole characters, two whole characters apart at least: what the model looks back at.

    Where losses are silent, a gap can hide behind a false character: two more on the left belong to it. And where a
    pair can vanish with a byte 80 (`hidden`), three bytes can, and leave one character that no text holds: 航、 is 舁.
    """
    run, good = (_RUN_ASKED, _GOOD_ASKED) if sign == "?" else (_RUN, _GOOD)
    windows: list[tuple[int, int]] = []
    n = len(items)
    start, end = 0, run.match(items).end()  # type: ignore[union-attr]  # it may be empty
    while True:
        if hidden:
            end = _to_rare(items, start, end)
        if end == n:
            return windows
        begin = end
        if silent:
            begin = _back(items, start, _back(items, start, end))
            if windows and _back(items, start, end) <= start:
                begin = windows.pop()[0]
        match = good.search(items, end + 1)
        start, end = match.span() if match else (n, n)
        windows.append((begin, start))


def _back(items: str, start: int, end: int) -> int:
    """Where the character before begins."""
    end -= 1
    while end > start and "\x80" <= items[end] <= "\xbf":
        end -= 1
    return max(start, end)


def _to_rare(items: str, start: int, end: int) -> int:
    for match in _THREE.finditer(items, start, end):
        if _rare(match[0]):
            return match.start()
    return end


_THREE = Lazy("[\xe1-\xe9\xef][\x80-\xbf]{2}")


@lru_cache(maxsize=MOST_KNOWN)
def _rare(data: str) -> bool:
    model = language_model()
    return model.alone[model.fold[ord(data.encode("latin-1").decode())]] > RARE


def _certain(items: str) -> str:
    """The text of whole characters."""
    try:
        return items.encode("latin-1").decode()
    except UnicodeEncodeError:
        return "".join(_foreign(piece) if piece > "\xff" else piece.encode("latin-1").decode() for piece in _PIECES.findall(items))


_PIECES = Lazy("[\0-\xff]+|[^\0-\xff]")


def _foreign(item: str) -> str:
    return item if ord(item) < _AWAY else chr(ord(item) - _AWAY)


def _slots(items: str, boundary: Container[int], start: int, end: int, decoder: Decoder, silent: bool) -> Iterator[Slot]:
    n = len(items)
    two = -1  # the second of two signs in a row, of which the slot of the first one tells
    again_unseen = decoder.lost == "both" and not decoder.again and not decoder.sign
    for k in range(start, end + 1):
        if silent and (k == n or k in boundary):
            if again_unseen:
                yield _pairs_missing(decoder)
            yield _missing(decoder, _byte(items, k), items[k : k + 1] == REPLACEMENT)
        if k < end and k != two:
            char = items[k]
            if char == REPLACEMENT and decoder.again and items[k + 1 : k + 2] == REPLACEMENT != items[k + 2 : k + 3]:
                two = k + 1
                yield _run_of_two(decoder, _byte(items, k + 2))
            elif char == "?" and decoder.eats and (century := _CENTURY.match(items, k + 1)):
                yield _of_a_year("1" if century[0] == "9" else "2")
            else:
                yield _options(char, _following(items, k + 1, decoder) if char in _LOST else 0x0A, decoder)


_LOST = "?\ufffd"
#: The first digit of a year of which the others stand here: 19xx, 20xx.
_CENTURY = Lazy("[90](?=[0-9]{2}\xe5\xb9\xb4)")


def _byte(items: str, k: int) -> int:
    """The byte that a decoder saw there, as far as it matters: a line end or a foreign character is no trail byte."""
    item = items[k] if k < len(items) else "\n"
    return ord(item) if item <= "\xff" else 0x0A


def _following(items: str, k: int, decoder: Decoder) -> int | tuple[int, ...]:
    """The byte behind a lost one, or, where that is lost too, what it can be."""
    run = 0
    while run < 4 and items[k + run : k + run + 1] == REPLACEMENT:
        run += 1
    following: int | tuple[int, ...] = _byte(items, k + run)
    for _ in range(run):
        following = single_lost(decoder, following)
    return following


@cache
def _missing(decoder: Decoder, following: int, shown: bool) -> Slot:
    out = list(gone(decoder))
    if not decoder.sign and not shown:
        out += (*lost_before(decoder, following), *two_lost_before(decoder, following))
    return slot((_NOTHING, *(Option(_INSERTED, option.items, True) for option in out)))


@cache
def _pairs_missing(decoder: Decoder) -> Slot:
    """A pair, or a byte 80, that vanished before another one: of the pairs of UTF-8 one in ten has no character."""
    return slot((_NOTHING, *(Option(_BESIDES, option.items, True) for option in lost_before(decoder, 0xFF))))


@cache
def _run_of_two(decoder: Decoder, following: int) -> Slot:
    lost = [Option(option.cost, option.items, True) for option in run_of_two(decoder, following)]
    return slot((*lost, Option(2 * _REAL, (REPLACEMENT, REPLACEMENT), False), Option(2 * STRAY.cost, ())))


@cache
def _of_a_year(century: str) -> Slot:
    return slot((Option(0.0, (0x3F,), False), Option(1.0, (CONTINUATION, century), True), STRAY))


@lru_cache(maxsize=MOST_KNOWN)
def _options(char: str, following: int | tuple[int, ...], decoder: Decoder) -> Slot:
    return slot((*_ways(char, following, decoder), STRAY))


def _ways(char: str, following: int | tuple[int, ...], decoder: Decoder) -> Iterator[Option]:
    item = ord(char)
    if char == REPLACEMENT:
        yield from (Option(option.cost, option.items, True) for option in lost_before(decoder, following))
        yield Option(_REAL, (REPLACEMENT,), False)
    elif char == EURO:  # byte 80; GB18030 has it at A2E3, and the decoders of browsers know both
        if decoder.euro:
            yield Option(0.0, (0x80,))
        yield Option(0.0, (0xA2, 0xE3), True)
    elif item > 0xFF:
        yield Option(0.0, (_foreign(char),), False)
    elif char == "?" and decoder.sign == "?":
        yield Option(0.0, (0x3F,), False)
        yield from _asking(following if isinstance(following, int) else 0x0A, decoder)
    else:
        yield Option(0.0, (item,))
        if decoder.folded and 0x21 <= item <= 0x7E:  # the g of 浠g爜, 代码: A3E7 is ｇ
            yield Option(0.0, (0xA3, item + 0x80), True)


def _asking(after: int, decoder: Decoder) -> Iterator[Option]:
    """What a ``?`` can stand for. What it ate can be told if it was a line end or a blank; a digit stays a ``?``."""
    if not decoder.eats:
        yield from (Option(1.0, option.items, True) for option in lost_before(decoder, after))
        return
    if decoder.lost != "none":
        yield from (Option(1.0, option.items, True) for option in lost_before(decoder, 0xFF))
    digit = 0x30 <= after <= 0x39 or after in b".%"
    yield Option(1.0 if digit else 11.0, (CONTINUATION, Aside("?")), True)
    yield Option(4.0 if digit else 1.0, (CONTINUATION, "\n"), True)
    yield Option(2.0, (CONTINUATION, " "), True)
    if after == 0x0A:
        yield Option(0.0, (CONTINUATION,), True)
