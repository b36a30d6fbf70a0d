"""Big5 that was read as GBK, and GBK that was read as Big5: the bytes of the one encoding, as characters of the other."""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from ...text.codecs import big5_bytes
from .decoders import REPLACEMENT, byte_items


class Direction(NamedTuple):
    """One encoding read as another."""

    name: str
    target: str  # what the bytes are
    encode: Callable[[str], bytes | None]  # how the characters were made of them


DIRECTIONS = (Direction("big5-as-gbk", "big5", byte_items), Direction("gbk-as-big5", "gb18030", big5_bytes))


class _Bytes(dict[int, str]):
    """The bytes of characters in one direction, a character each; of what has none, U+0100."""

    def __init__(self, encode: Callable[[str], bytes | None]) -> None:
        self._encode = encode

    def __missing__(self, code: int) -> str:
        data = self._encode(chr(code))
        self[code] = out = NO_BYTES if data is None else data.decode("latin-1")
        return out


NO_BYTES = "\u0100"


@cache
def _bytes(direction: Direction) -> _Bytes:
    return _Bytes(direction.encode)


def made_of(line: str, direction: Direction) -> bool:
    """Whether the decoder has all of these characters: no byte of GBK ever became 한."""
    return NO_BYTES not in line.replace(REPLACEMENT, "").translate(_bytes(direction))


def raw(text: str, direction: Direction) -> bytes:
    """The bytes of a text, those that are not known left out."""
    return text.translate(_bytes(direction)).replace(NO_BYTES, "").encode("latin-1")


def strict(line: str, direction: Direction) -> str | None:
    try:
        return line.translate(_bytes(direction)).encode("latin-1").decode(direction.target)
    except UnicodeError:
        return None
