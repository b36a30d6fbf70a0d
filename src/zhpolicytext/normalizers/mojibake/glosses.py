"""Readings that the mirror tool put between the bytes of two characters: 嚴重損害 became 嚴重?fù)p害.

The tool looks for the bytes of a character wherever they stand: D893, 負, is the second byte of 重 (D6D8) and the first of
損 (9370). The reading is put behind them, its bracket is taken for the second byte of 93 and vanishes with it. No writer
puts a reading behind a ``?`` without its bracket, least of all one of a character that begins within the last one.
"""

from collections.abc import Iterator
from functools import lru_cache

from ...text.codecs import gbk_bytes
from ...text.encodings import ALL_TRAILS
from ...text.language_model import language_model
from ...text.match import Lazy
from ...text.readings import read_as, readings, spelled

_LETTERS = "[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹ]{1,6}"
#: A reading behind a sign of loss, its bracket swallowed or not; or in brackets.
READING_HEAD = Lazy(rf"[?\ufffd]\(?({_LETTERS})\)|\(({_LETTERS})\)")
_SWALLOWED = Lazy(rf"(?<=[!->@-~\u2010-\uffe6])[?\ufffd]({_LETTERS})\)")
#: The second byte of a character with its reading, behind the mark that its first byte became with the last one's second.
_BEHIND_MARK = Lazy(rf"[?\ufffd]?[、。！；，？!;,][@-~]\(({_LETTERS})\)(?=[\u3400-\u9fff])")
#: The same where the lost byte left no sign, and the bracket: 嚴重(fù)p害.
_MISPLACED = Lazy(rf"\((?<=[\u3400-\u9fff].)({_LETTERS})\)(?=[@-~\u3400-\u9fff])")


def annotated(syllable: str) -> tuple[frozenset[str], frozenset[str]]:
    """The characters with this reading: those that mirrors annotate, for they have another form in simplified script; the others."""
    known = spelled(syllable)
    chars = frozenset(read_as(known)) if known else frozenset()
    listed = chars & language_model().traditional_only
    return listed, chars - listed


@lru_cache(maxsize=4096)
def trails_of(char: str, syllable: str) -> tuple[tuple[int, bool], ...]:
    """The bytes that make a character with this reading behind the second byte of `char`, each with whether mirrors annotate it.

    >>> [(hex(byte), listed) for byte, listed in trails_of("重", "fù")], trails_of("校", "fù")
    ([('0x93', True)], ())
    """
    pair = bytes((0xA3, ord(char) | 0x80)) if "!" <= char <= "~" else gbk_bytes(char)  # it may have been of full width
    if pair is None or len(pair) < 2 or pair[1] < 0x81:
        return ()
    listed, others = annotated(syllable)
    made = ((trail, bytes((pair[1], trail)).decode("gb18030", "ignore")) for trail in ALL_TRAILS if trail > 0x80)
    return tuple([(trail, new in listed) for trail, new in made if new in listed or new in others])


def is_glossed(text: str) -> bool:
    """Whether a toned reading stands where no writer puts one: without its bracket behind a sign of loss, of a character
    that begins in the one before; or behind a mark and a letter, the second byte of what it belongs to.

    >>> is_glossed("嚴重?fù)p害"), is_glossed("克服困難?,F(xiàn)在"), is_glossed("嚴重(fù)p害")
    (True, True, True)
    >>> is_glossed("反復(fù)多次"), is_glossed("(念什么?fù)"), is_glossed("学校?fù)"), is_glossed("参考,见A(附表)")
    (False, False, False, False)
    """
    if ")" not in text:
        return False
    return any(_begins_within(text, at, reading) for at, reading in _swallowed(text)) or any(
        not match[1].isascii() and annotated(match[1])[0] for match in _BEHIND_MARK.finditer(text)) or bool(misplaced(text))


def misplaced(text: str) -> list[int]:
    """Where toned readings in brackets stand that are none of the character before, but of one that begins within it.

    >>> misplaced("嚴重(fù)p害"), misplaced("反復(fù)多次")
    ([2], [])
    """
    if ")" not in text:
        return []
    return [match.start() for match in _MISPLACED.finditer(text) if not match[1].isascii()
            and _begins_within(text, match.start(), match[1]) and not _reads(text[match.start() - 1], match[1])]


def _begins_within(text: str, at: int, reading: str) -> bool:
    return any(listed for _, listed in trails_of(text[at - 1], reading))


def is_swallowed(text: str) -> bool:
    """Whether a toned reading stands without its bracket behind a sign of loss, whatever is before it.

    >>> is_swallowed("竟步逃?wù)的"), is_swallowed("教育(念什么?fù)")
    (True, False)
    """
    return ")" in text and next(_swallowed(text), None) is not None


def _swallowed(text: str) -> Iterator[tuple[int, str]]:
    for match in _SWALLOWED.finditer(text):
        at = match.start()
        if not match[1].isascii() and text.count("(", 0, at) <= text.count(")", 0, at):
            yield at, match[1]


def without_readings(text: str) -> str:
    """Without the readings that became well-formed when their character came back."""
    return READING_HEAD.sub(lambda m: "" if m[2] and m.start() and _reads(text[m.start() - 1], m[2]) else m[0], text)


def _reads(char: str, reading: str) -> bool:
    syllable = spelled(reading)
    return syllable is not None and char in readings().get(syllable.plain, "")
