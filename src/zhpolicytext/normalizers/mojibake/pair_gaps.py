"""The gaps of Big5 that was read as GBK, or GBK as Big5: what can have stood in them, as slots of a lattice.

Both encodings have two bytes a character. A decoder that skips both bytes of a pair it does not know stays in step: a
gap is a character. One that skips a single byte and tries again is out of step behind it: then the line is one gap.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from ...text.codecs import EURO
from ...text.encodings import double_bytes
from ...text.language_model import language_model
from ...text.lattice import Option, Slot, slot
from .decoders import REPLACEMENT, Decoder, gone, lost_before, single_lost, two_lost_before
from .gaps import STRAY, Slots

_REAL = 20.0  # bits: a U+FFFD that stood in the text before
_INSERTED = 0.5  # bits: something is missing where nothing shows it; the model has paid for what is put there
_QUESTION = 6.0  # bits: a question mark is none
_NOTHING = Option(0.0, ())
_HANDFUL = 8
_COMMON = 96
_FEW = 300
_LEADS = tuple(range(0x81, 0xFF))
_EURO = b"\xa2\xe3"  # of GB18030; neither encoding has a byte 80
Encode = Callable[[str], bytes | None]


def pair_parts(line: str, decoder: Decoder, encode: Encode, target: str) -> list[str | Slots]:
    """The line as it was: text that is certain, and the gaps between, each as slots."""
    data = [_EURO if char == EURO else None if char == decoder.sign else encode(char) for char in line]
    if not decoder.sign or decoder.gone != "none":
        return ["", list(_slots(line, data, 0, len(line), decoder, target)), ""]
    table = double_bytes(target)
    if decoder.again:
        found = _counted(line, data, decoder, target)
        return ["", list(_slots(line, data, 0, len(line), decoder, target)), ""] if found is None else _merged(found)
    out: list[str | Slots] = []
    for k, char in enumerate(line):
        known = _known(char, data[k], decoder, table)
        after_loss = decoder.keeps and k > 0 and line[k - 1] == decoder.sign and "@" <= char <= "~"
        out.append(known if known and not after_loss else list(_slots(line, data, k, k + 1, decoder, target)))
    return _merged(out)


def characters(line: str, decoder: Decoder, encode: Encode, target: str) -> list[str]:
    """The characters that the line was made of, an empty one for each that is not certain; of a decoder that loses whole pairs."""
    table = double_bytes(target)
    return [_known(char, None if char == decoder.sign else _EURO if char == EURO else encode(char), decoder, table) for char in line]


def comes_out_even(lines: Sequence[str], decoder: Decoder, encode: Encode, target: str) -> bool:
    """Whether a decoder that loses single bytes can have read these lines: its signs counted, all that is known is whole."""
    return all(_counted(line, [None if char == decoder.sign else encode(char) for char in line], decoder, target) is not None
               for line in lines)


def _counted(line: str, data: Sequence[bytes | None], decoder: Decoder, target: str) -> list[str | Slots] | None:
    """The line of a decoder that loses single bytes and shows every one of them: two bytes are a character, or one of ASCII.

    None where that does not come out even: then something else has happened to the line.
    """
    table = double_bytes(target)
    slots: list[Sequence[Option]] = []
    bytes_: list[int | str] = []  # what is known; a sign of loss, or a character that has no bytes, as it is
    for k, char in enumerate(line):
        part = data[k]
        if part is None:
            bytes_.append(char)
            slots += _of_character(char, part, _following(line, data, k + 1, decoder), decoder, target)
        else:
            bytes_ += part
            slots += map(_certain, part)
    out: list[str | Slots] = []
    k = 0
    while k < len(bytes_):
        first = bytes_[k]
        if isinstance(first, int) and first < 0x80:
            out.append(chr(first))
        elif isinstance(first, str) and first != decoder.sign:
            out.append(first)
        else:
            k += 1
            second = bytes_[k] if k < len(bytes_) else ""
            if isinstance(first, int) and isinstance(second, int):
                char = table.get(first, {}).get(second, "")
                if not char:
                    return None
                out.append(char)
            elif isinstance(second, int) and second >= 0x40 or second == decoder.sign:
                out.append([_only_bytes(slots[k - 1]), _only_bytes(slots[k])])
            else:
                return None
        k += 1
    return out


def _only_bytes(slot: Sequence[Option]) -> Sequence[Option]:
    return [option for option in slot if option.items and not isinstance(option.items[0], str)]


def _merged(pieces: Sequence[str | Slots]) -> list[str | Slots]:
    """Text and gaps by turns; gaps with less than two characters between are one, for so far the model looks back."""
    out: list[str | Slots] = [""]
    for piece in pieces:
        last = out[-1]
        if isinstance(piece, str):
            out[-1] = last + piece if isinstance(last, str) else last
            if not isinstance(last, str):
                out.append(piece)
        elif isinstance(last, str) and len(last) < 2 and len(out) > 1:
            out.pop()
            before = out[-1]
            assert isinstance(before, list)
            before += [(Option(0.0, (char,), False),) for char in last]
            before += piece
        elif isinstance(last, str):
            out.append(piece)
        else:
            last += piece
    return out if isinstance(out[-1], str) else [*out, ""]


def _known(char: str, data: bytes | None, decoder: Decoder, table: dict[int, dict[int, str]]) -> str:
    """The character that stood here; empty where that is not certain."""
    if char == decoder.sign:
        return ""
    if data is None or len(data) == 1 and data < b"\x80":
        return char
    return table.get(data[0], {}).get(data[1], "") if len(data) == 2 else ""


def _slots(line: str, data: Sequence[bytes | None], start: int, end: int, decoder: Decoder,
           target: str) -> Iterator[Sequence[Option]]:
    silent = not decoder.sign or decoder.gone != "none"
    for k in range(start, end + 1):
        following = _following(line, data, k, decoder)
        if silent:
            yield _missing(decoder, target, following)
        if k < end:
            after = _following(line, data, k + 1, decoder)
            yield from _of_character(line[k], data[k], after, decoder, target)


def _following(line: str, data: Sequence[bytes | None], k: int, decoder: Decoder) -> int | tuple[int, ...]:
    """The byte that stands there, or, where it is lost, what it can be."""
    run = 0
    while k + run < len(line) and line[k + run] == decoder.sign and run < 4:
        run += 1
    first = data[k + run] if k + run < len(line) else None
    following: int | tuple[int, ...] = first[0] if first else 0x0A
    for _ in range(run):
        following = single_lost(decoder, following)
    return following


@cache
def _certain(byte: int) -> Slot:
    return slot((Option(0.0, (byte,)),))


@cache
def _byte(byte: int) -> Slot:
    return slot((Option(0.0, (byte,)), STRAY))


@cache
def _missing(decoder: Decoder, target: str, following: int | tuple[int, ...]) -> Slot:
    out = list(_as_characters(gone(decoder), target))
    if not decoder.sign and isinstance(following, int):
        out += (*_as_characters(lost_before(decoder, following), target), *two_lost_before(decoder, following))
    return slot((_NOTHING, *(option._replace(cost=_INSERTED, pending=False if len(option.items) == 2 and not decoder.again else None)
                             for option in out)))


def _of_character(char: str, data: bytes | None, after: int | tuple[int, ...], decoder: Decoder,
                  target: str) -> Iterator[Sequence[Option]]:
    if char and char == decoder.sign:
        yield _lost(decoder, target, after, char == "?")
    elif data is None:
        yield (Option(0.0, (char,), False), STRAY)
    else:
        yield from map(_byte, data)


@cache
def _lost(decoder: Decoder, target: str, after: int | tuple[int, ...], question: bool) -> Slot:
    extra = _QUESTION if question else 0.0
    out = [Option(extra, option.items, False if len(option.items) == 2 else None)
           for option in _as_characters(lost_before(decoder, after), target)]
    return slot((*out, Option(0.0 if question else _REAL, (0x3F,) if question else (REPLACEMENT,), False)))


@cache
def _as_characters(options: tuple[Option, ...], target: str) -> tuple[Option, ...]:
    """The pairs that are lost as the characters that they are: few options, not one for every lead byte.

    Of an option with many characters the search tries those that the model expects behind the last ones; which is best
    may show only by what follows. The commonest are therefore given in handfuls that it tries whole.
    """
    table = double_bytes(target)
    chars = set()
    rest = []
    for option in options:
        if len(option.items) < 2:
            rest.append(option)
            continue
        leads, trails = ((item,) if isinstance(item, int) else item for item in option.items)
        chars |= {table[lead][trail] for lead in leads if isinstance(lead, int) for trail in trails if trail in table[lead]}
    model = language_model()
    row = sorted(chars, key=lambda char: (model.alone[model.fold[ord(char)]], char))
    size, common = (_HANDFUL, _COMMON) if len(row) < _FEW else (_COMMON, _COMMON)
    handfuls = [row[k : k + size] for k in range(0, min(common, len(row)), size)] + [row[common:]]
    return (*rest, *(Option(0.0, (_LEADS, frozenset(group))) for group in handfuls if group))
