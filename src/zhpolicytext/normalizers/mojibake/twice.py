"""UTF-8 that was read as GBK twice: a byte that the second round lost stands for several of the first."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from ...text.lattice import Option, Slot, slot
from .decoders import REPLACEMENT, Decoder, byte_items, lost_before
from .gaps import STRAY, Slots, parts

MOST = 4096  # ways to fill one gap of the second round


def twice_slots(line: str, decoder: Decoder) -> Slots:
    """Slots of a line that was read wrongly twice, by one decoder: the bytes of what the first round made of it."""
    out: Slots = []
    pieces = parts(line, decoder)
    for k, piece in enumerate(pieces):
        following = pieces[k + 1] if k + 1 < len(pieces) else "\n"
        if isinstance(piece, str):
            for char, after in zip(piece, piece[1:] + "\n", strict=False):
                out.append(_of_character(char, after, decoder))
        else:
            after = following[:1] if isinstance(following, str) else ""
            out.append(_gap(tuple(map(slot, piece)), after, decoder))
    return out


def _of_character(char: str, after: str, decoder: Decoder) -> Slot:
    """A character of the first round: its bytes, or, if it is a sign of loss, what was lost."""
    return _lost(_first_byte(after), decoder) if char == REPLACEMENT else _known(char)


@lru_cache(maxsize=8192)
def _known(char: str) -> Slot:
    data = byte_items(char)
    return slot((Option(0.0, (char,), False) if data is None else Option(0.0, tuple(data)), STRAY))


@cache
def _lost(following: int, decoder: Decoder) -> Slot:
    return slot((*(option._replace(pending=True) for option in lost_before(decoder, following)), STRAY))


@lru_cache(maxsize=2048)
def _gap(slots: tuple[Slot, ...], after: str, decoder: Decoder) -> Slot:
    return slot((*_through_both(slots, after, decoder), STRAY))


def _first_byte(after: str) -> int:
    return (byte_items(after) or b"\n")[0] if after else 0x0A


def _through_both(slots: Sequence[Slot], after: str, decoder: Decoder) -> Iterator[Option]:
    """The bytes, in the first round, of all that a gap of the second can be."""
    rows: list[bytes] = [b""]
    for slot in slots:
        rows = [row + more for row in rows for more in _spelled(slot) if _begins_characters(row + more)][:MOST]
    for row in rows:
        try:
            text = row.decode("utf-8")
        except UnicodeDecodeError:
            continue
        data = [byte_items(char) for char in text if char != REPLACEMENT]
        if text and None not in data and (REPLACEMENT not in text[:-1]):
            known = tuple(byte for part in data if part for byte in part)
            if text[-1] != REPLACEMENT:
                yield Option(0.0, known)
            else:
                for option in lost_before(decoder, _first_byte(after)):
                    yield Option(0.0, (*known, *option.items))


def _spelled(slot: Sequence[Option]) -> Iterator[bytes]:
    for option in slot:
        if option is STRAY or any(isinstance(item, str) for item in option.items):
            continue
        rows = [b""]
        for item in option.items:
            values = (item,) if isinstance(item, int) else item
            rows = [row + bytes((value,)) for row in rows for value in values if isinstance(value, int)]
        yield from rows


def _begins_characters(row: bytes) -> bool:
    """Whether the bytes are whole characters of UTF-8, and perhaps the beginning of one."""
    try:
        row.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data"
    return True
