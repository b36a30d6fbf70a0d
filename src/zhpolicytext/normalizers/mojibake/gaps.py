"""The gaps of UTF-8 that was read as GBK: what can have stood in them, as slots of a lattice."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TypeAlias

from ...text.codecs import EURO
from ...text.language_model import language_model
from ...text.lattice import Aside, Option
from .decoders import REPLACEMENT, Decoder, byte_items, gone, lost_before, run_of_two, single_lost, two_lost_before

CONTINUATION = tuple(range(0x80, 0xC0))
STRAY = Option(30.0, ())  # a byte that nothing explains: without it one such byte would cost the whole line
_REAL = 20.0  # bits: a U+FFFD that stood in the text before
_INSERTED = 1.0  # bits: something is missing where nothing shows it
RARE = 13.5  # bits of a character by itself: 1,500 characters are below
_BESIDES = 3.0  # bits: and before it something else is
_NOTHING = Option(0.0, ())
Slots: TypeAlias = list[Sequence[Option]]
Items: TypeAlias = list[int | str]


def parts(line: str, decoder: Decoder) -> list[str | Slots]:
    """The line as it was: text that is certain, and the gaps between, each as slots."""
    items, boundary = items_of(line, decoder.lost == decoder.gone == "none")
    silent = not decoder.sign or decoder.gone != "none"
    out: list[str | Slots] = []
    k = 0
    hidden = silent and decoder.lost == "both" and not decoder.again and not decoder.euro
    for start, end in _windows(items, decoder.sign, silent, hidden):
        out += (_certain(items, k, start), list(_slots(items, boundary, start, end, decoder, silent)))
        k = end
    out.append(_certain(items, k, len(items)))
    return out


def items_of(text: str, two_euros: bool = False) -> tuple[Items, list[bool]]:
    """Bytes, and characters that have none (U+FFFD among them); whether a character of the text begins here.

    `two_euros`: a euro sign is no byte 80 but a character, for it can have been A2E3 as well.
    """
    items: Items = []
    boundary: list[bool] = []
    for char in text:
        data = byte_items(char)
        if data is None or two_euros and data == b"\x80":
            items.append(char)
            boundary.append(True)
        else:
            items += data
            boundary += [True, False][: len(data)]
    return items, boundary


def size_of(items: Items, k: int, sign: str = "?") -> int:
    """The length of the whole UTF-8 character that begins here; 0 if there is none."""
    first = items[k]
    if not isinstance(first, int):
        return 0 if first in (REPLACEMENT, EURO) else 1
    if first < 0x80:
        return 1 if first != 0x3F or sign != "?" else 0
    size = 3 if 0xE1 <= first <= 0xE9 or first == 0xEF else 2 if 0xC2 <= first <= 0xD9 else 0
    if not size or k + size > len(items):
        return 0
    for item in items[k + 1 : k + size]:
        if not isinstance(item, int) or not 0x80 <= item < 0xC0:
            return 0
    return size


def _windows(items: Items, sign: str, silent: bool, hidden: bool) -> list[tuple[int, int]]:
    """Stretches that are no whole characters, two whole characters apart at least: what the model looks back at.

    Where losses are silent, a gap can hide behind a false character: two more on the left belong to it. And where a
    pair can vanish with a byte 80 (`hidden`), three bytes can, and leave one character that no text holds: 航、 is 舁.
    """
    windows: list[tuple[int, int]] = []
    starts: list[int] = []
    k = 0
    n = len(items)
    while k < n:
        size = size_of(items, k, sign)
        if size and not (hidden and size == 3 and _rare(items[k : k + 3])):
            starts.append(k)
            k += size
            continue
        begin = (starts[-2] if len(starts) > 1 else 0) if silent else k
        if windows and (begin < windows[-1][1] or len(starts) < 2):
            begin = windows.pop()[0]
        k += 1
        good = 0
        resume = k
        while k < n and good < 2:  # two whole characters in a row, or one and the end
            size = size_of(items, k, sign)
            if size:
                if not good:
                    resume = k
                good += 1
                k += size
            else:
                good = 0
                k += 1
                resume = k
        k = resume
        windows.append((begin, k))
        starts = []
    return windows


def _rare(items: Items) -> bool:
    model = language_model()
    char = bytes(item for item in items if isinstance(item, int)).decode("utf-8", "ignore")
    return len(char) == 1 and model.alone[model.fold[ord(char)]] > RARE


def _certain(items: Items, start: int, end: int) -> str:
    out = []
    k = start
    while k < end:
        first = items[k]
        if isinstance(first, str):
            out.append(first)
            k += 1
            continue
        size = max(1, size_of(items, k, ""))
        out.append(bytes(item for item in items[k : k + size] if isinstance(item, int)).decode("utf-8", "replace"))
        k += size
    return "".join(out)


def _slots(items: Items, boundary: list[bool], start: int, end: int, decoder: Decoder, silent: bool) -> Iterator[Sequence[Option]]:
    n = len(items)
    two = -1  # the second of two signs in a row, of which the slot of the first one tells
    for k in range(start, end + 1):
        if silent and (k == n or boundary[k]):
            if decoder.lost == "both" and not decoder.again and not decoder.sign:
                yield _pairs_missing(decoder)
            yield _missing(decoder, _byte(items, k), k < n and items[k] == REPLACEMENT)
        if k < end and k != two:
            if decoder.again and items[k : k + 2] == [REPLACEMENT] * 2 and items[k + 2 : k + 3] != [REPLACEMENT]:
                two = k + 1
                yield _run_of_two(decoder, _byte(items, k + 2))
                continue
            if decoder.eats and items[k] == 0x3F and (century := _century(items, k + 1)):
                yield (Option(0.0, (0x3F,), False), Option(1.0, (CONTINUATION, century), True), STRAY)
                continue
            yield (*_options(items[k], _following(items, k + 1, decoder), decoder), STRAY)


def _century(items: Items, k: int) -> str:
    """The first digit of a year of which the others stand here: 19xx, 20xx."""
    if items[k + 3 : k + 6] != _YEAR or not all(isinstance(item, int) and 0x30 <= item <= 0x39 for item in items[k : k + 3]):
        return ""
    return {0x39: "1", 0x30: "2"}.get(items[k], "")  # type: ignore[arg-type]  # one of the digits


_YEAR = [*"年".encode()]


def _byte(items: Items, k: int) -> int:
    """The byte that a decoder saw there, as far as it matters: a line end or a foreign character is no trail byte."""
    item = items[k] if k < len(items) else 0x0A
    return item if isinstance(item, int) else 0x0A


def _following(items: Items, k: int, decoder: Decoder) -> int | tuple[int, ...]:
    """The byte behind a lost one, or, where that is lost too, what it can be."""
    run = 0
    while k + run < len(items) and items[k + run] == REPLACEMENT and run < 4:
        run += 1
    following: int | tuple[int, ...] = _byte(items, k + run)
    for _ in range(run):
        following = single_lost(decoder, following)
    return following


@cache
def _missing(decoder: Decoder, following: int, shown: bool) -> tuple[Option, ...]:
    out = list(gone(decoder))
    if not decoder.sign and not shown:
        out += (*lost_before(decoder, following), *two_lost_before(decoder, following))
    return (_NOTHING, *(Option(_INSERTED, option.items, True) for option in out))


@cache
def _pairs_missing(decoder: Decoder) -> tuple[Option, ...]:
    """A pair, or a byte 80, that vanished before another one: of the pairs of UTF-8 one in ten has no character."""
    return (_NOTHING, *(Option(_BESIDES, option.items, True) for option in lost_before(decoder, 0xFF)))


@cache
def _run_of_two(decoder: Decoder, following: int) -> tuple[Option, ...]:
    lost = [Option(option.cost, option.items, True) for option in run_of_two(decoder, following)]
    return (*lost, Option(2 * _REAL, (REPLACEMENT, REPLACEMENT), False), Option(2 * STRAY.cost, ()))


@cache
def _options(item: int | str, following: int | tuple[int, ...], decoder: Decoder) -> tuple[Option, ...]:
    if item == REPLACEMENT:
        lost = [Option(option.cost, option.items, True) for option in lost_before(decoder, following)]
        return (*lost, Option(_REAL, (REPLACEMENT,), False))
    if item == EURO:  # byte 80; GB18030 has it at A2E3, and the decoders of browsers know both
        return ((Option(0.0, (0x80,)),) if decoder.euro else ()) + (Option(0.0, (0xA2, 0xE3), True),)
    if isinstance(item, str):
        return (Option(0.0, (item,), False),)
    if item == 0x3F and decoder.sign == "?":
        return (Option(0.0, (0x3F,), False), *_asking(following if isinstance(following, int) else 0x0A, decoder))
    if decoder.folded and 0x21 <= item <= 0x7E:  # the g of 浠g爜, 代码: A3E7 is ｇ
        return (Option(0.0, (item,)), Option(0.0, (0xA3, item + 0x80), True))
    return (Option(0.0, (item,)),)


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
