"""Stretches of double-byte text that need no search: read straight on, they are fluent Chinese.

Where bytes were lost, or some were decoded by ftfy, most of a line stands as it stood. GBK or Big5 read one byte off
costs 14 bits a character; a row of characters that each follow from the one before is read right, and what is
doubtful lies between two such islands. A search of everything costs fifty times as much.
"""

from collections.abc import Container, Sequence
from typing import NamedTuple

from ...text.encodings import double_bytes
from ...text.language_model import LanguageModel

SURE, SURE_THREE = 12.0, 27.0  # bits of one character, and of three in a row, where a row begins
DOUBTFUL = 9.0  # bits of a character beside one that several bytes became: 卓國 for 祖國 costs 11
FLUENT, FLUENT_THREE = 15.0, 32.0  # the same further on: one byte off, three characters cost 42 on average
LENGTH = 7  # characters: a row of fewer may be chance
AGAIN = 4  # where it goes on in step with the row before, or to the end of the line
SKIPPED = 4  # characters between two rows that are in step, each a word of its own
HAN = "\u2e80"
EDGE = 2  # characters at both ends of a row that are searched: a byte may be missing right there


class Island(NamedTuple):
    """From one unit to another, and what the units between them are."""

    start: int
    end: int
    text: str


def islands(units: Sequence[bytes], codec: str, model: LanguageModel) -> list[Island]:
    """The fluent stretches of a row of units, each with the bytes that it most likely stands for; none of them overlap."""
    data = b"".join(units)
    unit_of: dict[int, int] = {}
    doubtful: set[int] = set()  # bytes of which several became one character, and what stands beside them
    at = 0
    for k, unit in enumerate(units):
        unit_of[at] = k
        at += len(unit)
        if len(unit) > 1:
            doubtful.update(range(at - len(unit), at + 3))
    unit_of[at] = len(units)
    out: list[Island] = []
    start = 0
    in_step: list[int] = []
    while start < len(data) - AGAIN:
        starts, chars = _row(data, start, doubtful, codec, model)
        at_end = starts[-1] == len(data)
        if len(chars) < (AGAIN if at_end or start in in_step else LENGTH):
            start += 1
            continue
        first, last = EDGE, len(chars) - (0 if at_end else EDGE)
        if start in in_step:
            first = 1
        while first < last and starts[first] not in unit_of:
            first += 1
        while first < last and starts[last] not in unit_of:
            last -= 1
        if first < last:
            out.append(Island(unit_of[starts[first]], unit_of[starts[last]], "".join(chars[first:last])))
        if at_end:
            break
        in_step = _path(data, starts[-1])
        start = starts[-3]
    return out


def _row(data: bytes, start: int, doubtful: Container[int], codec: str, model: LanguageModel) -> tuple[list[int], list[str]]:
    """The characters from `start` on, as long as they are fluent, and where each begins and the last one ends."""
    table, fold, step = double_bytes(codec), model.fold, model.step
    context = model.row("")
    starts, chars = [start], list[str]()
    last = ""
    before2 = before = 0.0
    size = len(data)
    while start < size:
        lead = data[start]
        if lead < 0x80:
            char = chr(lead)
            if lead >= 0x40 and last >= HAN and data[start + 1 : start + 2] > b"\x7f":
                break  # a letter between two Chinese characters may be what is left of one
            start += 1
        else:
            row = table.get(lead)
            new = row.get(data[start + 1]) if row is not None and start + 1 < size else None
            if new is None:
                break
            char = new
            if "Ａ" <= char <= "ｚ":
                break
            start += 2
        symbol = fold[ord(char)]
        bits, following = context.steps.get(symbol) or step(context, symbol)
        if start in doubtful and bits > DOUBTFUL:
            break
        if bits > SURE or before2 + before + bits > SURE_THREE:
            if len(chars) < LENGTH or start in doubtful or bits > FLUENT or before2 + before + bits > FLUENT_THREE:
                break
        context, last = following, symbol
        before2, before = before, bits
        starts.append(start)
        chars.append(char)
    return starts, chars


def _path(data: bytes, start: int) -> list[int]:
    """Where the characters begin that follow if no byte is missing."""
    out: list[int] = []
    while len(out) <= SKIPPED and start < len(data):
        out.append(start)
        start += 1 if data[start] < 0x80 else 2
    return out
