"""The gaps of UTF-8 that was read as GBK: what can have stood in them, as slots of a lattice."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from ...text.codecs import gbk_bytes
from ...text.lattice import Option

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_ANY = tuple(range(0x80, 0x100))
_CONTINUATION = tuple(range(0x80, 0xC0))
_PRIVATE = (
    Option(5.0, (tuple(range(0xA1, 0xA8)), tuple(range(0x80, 0xA1))), True),
    Option(5.0, (tuple(range(0xAA, 0xB0)), tuple(range(0xA1, 0xF0))), True),
)
_NOTHING = Option(0.0, ())


class Habits(NamedTuple):
    """What the decoder, or a cleaner after it, seems to have dropped without a trace."""

    leads: bool
    pairs: bool


def lossy_slots(text: str, dropped: Habits) -> list[Sequence[Option]]:
    """Slots: whole characters as they are, and the bytes around gaps with all that can be missing there."""
    items, boundary = _items(text)
    out: list[Sequence[Option]] = []
    windows = _gaps(items)
    k = 0
    for start, end in windows:
        out += _plain(items, k, start)
        out += _window(items, boundary, start, end, dropped)
        k = end
    out += _plain(items, k, len(items))
    return out


def _items(text: str) -> tuple[list[int | str], list[bool]]:
    """Bytes, and characters that have none (U+FFFD among them); whether a character of the text begins here."""
    items: list[int | str] = []
    boundary: list[bool] = []
    for char in text:
        data = gbk_bytes(char)
        if data is None:
            items.append(char)
            boundary.append(True)
        else:
            items += data
            boundary += [True, False][: len(data)]
    return items, boundary


def _size(items: list[int | str], k: int) -> int:
    """The length of the whole UTF-8 character that begins here; 0 if there is none."""
    first = items[k]
    if not isinstance(first, int):
        return 0 if first == REPLACEMENT else 1
    if first < 0x80:
        return 1 if first != 0x3F else 0
    size = 3 if 0xE1 <= first <= 0xE9 or first == 0xEF else 2 if 0xC2 <= first <= 0xD9 else 0
    if not size or k + size > len(items):
        return 0
    for item in items[k + 1 : k + size]:
        if not isinstance(item, int) or not 0x80 <= item < 0xC0:
            return 0
    return size


def _gaps(items: list[int | str]) -> list[tuple[int, int]]:
    """Stretches that are no whole characters, widened by two to the left: a gap can hide behind a false one."""
    windows: list[tuple[int, int]] = []
    starts: list[int] = []
    k = 0
    n = len(items)
    while k < n:
        size = _size(items, k)
        if size:
            starts.append(k)
            k += size
            continue
        begin = starts[-2] if len(starts) > 1 else 0
        if windows and begin < windows[-1][1]:
            begin = windows.pop()[0]
        k += 1
        good = 0
        resume = k
        while k < n and good < 2:  # two whole characters in a row, or one and the end
            size = _size(items, k)
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


def _plain(items: list[int | str], start: int, end: int) -> Iterator[Sequence[Option]]:
    k = start
    while k < end:
        size = max(1, _size(items, k))
        part = items[k : k + size]
        first = part[0]
        if isinstance(first, str):
            yield (Option(0.0, (first,)),)
        else:
            yield (Option(0.0, tuple(part)),)
        k += size


def habits(text: str) -> Habits:
    """No U+FFFD in the text: stray bytes may have vanished. No private use: pairs may have."""
    chars = set(text)
    return Habits(REPLACEMENT not in chars, not any("\ue000" <= char <= "\uf8ff" for char in chars))


def _window(items: list[int | str], boundary: list[bool], start: int, end: int, dropped: Habits) -> Iterator[Sequence[Option]]:
    for k in range(start, end + 1):
        last = k == len(items)
        if last or boundary[k]:
            item = 0x0A if last else items[k]
            missing: list[Option] = []
            if dropped.leads and item != REPLACEMENT:
                missing += _BEFORE_ASCII if isinstance(item, str) or item < 0x40 else _BEFORE_PAIR
            if dropped.pairs:
                missing += _PRIVATE
            if missing:
                yield (_NOTHING, *missing)
        if k < end:
            yield (*_item_options(items[k], items[k + 1] if k + 1 < len(items) else 0x0A), _STRAY)


_STRAY = Option(30.0, ())  # a byte that nothing explains: without it one such byte would cost the whole line
_BEFORE_ASCII = (Option(2.0, (_CONTINUATION,), True),)
#: A pair without a character, or, if the decoder skips one byte and tries again, its first byte.
_BEFORE_PAIR = (Option(7.0, ((0xA2, *range(0xA4, 0xAA)), tuple(range(0xA1, 0xF0))), True), Option(7.0, (tuple(range(0xA1, 0xC0)),), True), Option(4.0, (0x80,), True))


@cache
def _no_character() -> tuple[Option, ...]:
    """The pairs for which cp936 has no character, not even a private one."""
    out = []
    for lead in (0xA2, *range(0xA4, 0xAA)):
        trails = []
        for trail in range(0x80, 0xF0):
            char = bytes((lead, trail)).decode("gb18030", "ignore")
            if char and "\ue765" < char <= "\uf8ff":
                trails.append(trail)
        if trails:
            out.append(Option(2.0, (lead, tuple(trails)), True))
    return tuple(out)


@cache
def _item_options(item: int | str, following: int | str) -> tuple[Option, ...]:
    if item == REPLACEMENT:
        stray = isinstance(following, str) or following < 0x40  # a lone lead byte before an ASCII character
        return (Option(0.0 if stray else 4.0, (_ANY,), True), Option(2.0, (0x80,), True), *_no_character(),
                Option(9.0, (_ANY, _ANY), True), Option(20.0, (REPLACEMENT,), False))
    if isinstance(item, str):
        return (Option(0.0, (item,), False), Option(25.0, (_CONTINUATION, item), True))
    if item == 0x3F:
        digit = isinstance(following, int) and (0x30 <= following <= 0x39 or following in b".%")
        eaten = "?" if digit else "\n" if isinstance(following, int) and following > 0x80 else " "
        return (Option(0.0, (0x3F,), False), Option(1.0, (_CONTINUATION,), True), Option(2.0, (_CONTINUATION, eaten), True),
                Option(4.0, (_ANY, _ANY), True))
    if item == 0x80:  # a euro sign: 80 for browsers and Windows, A2E3 for those who go by GB18030
        return (Option(0.0, (item,)), Option(2.0, (0xA2, 0xE3), True))
    return (Option(0.0, (item,)),)


def twice_slots(line: str) -> list[Sequence[Option]]:
    """Slots of a line that was read wrongly twice: a byte lost in the second round stands for several in the first."""
    items, _ = _items(line)
    out: list[Sequence[Option]] = []
    k = 0
    while k < len(items):
        size = _size(items, k)
        part = [item for item in items[k : k + max(1, size)] if isinstance(item, int)]
        if size:
            char = bytes(part).decode("utf-8", "ignore") if part else str(items[k])
            data = gbk_bytes(char) if char != REPLACEMENT else None
            if char == REPLACEMENT:
                out.append(_item_options(REPLACEMENT, 0x0A))
            elif data is None:
                out.append((Option(0.0, (char,), False),))
            else:
                out.append((Option(0.0, tuple(data)),))
            k += size
            continue
        prefix: list[int] = []
        while k < len(items):
            item = items[k]
            if not isinstance(item, int) or item < 0x80 or prefix and not 0x80 <= item < 0xC0:
                break
            prefix.append(item)
            k += 1
        lost = k < len(items) and items[k] == REPLACEMENT
        k += lost
        tail: list[int] = []  # of the next character, whose lead was lost in one pair with our last byte
        while lost and k < len(items) and len(tail) < 2:
            item = items[k]
            if not isinstance(item, int) or not 0x80 <= item < 0xC0:
                break
            tail.append(item)
            k += 1
        out.append(_through_both(prefix, tail) or (_STRAY,))
        if not prefix and not lost:
            k += 1
    return out


def _through_both(prefix: list[int], tail: list[int]) -> list[Option]:
    """The bytes, in the first round, of what a gap in the second can be."""
    if not prefix or not 0xE1 <= prefix[0] <= 0xEF or len(tail) == 1:
        return []
    if len(prefix) == 1:
        middle = [(*prefix, one, two) for one in (0xA2, *range(0xA4, 0xAA)) for two in range(0xA1, 0xC0)] if not tail else []
    elif tail:
        middle = [(*prefix, one, lead, *tail) for one in (0xA2, *range(0xA4, 0xAA)) for lead in range(0xE3, 0xEA)]
    else:
        middle = [(*prefix, last) for last in _CONTINUATION]
    out = []
    for row in middle:
        chars = bytes(row).decode("utf-8", "ignore")
        parts = [gbk_bytes(char) for char in chars]
        if parts and None not in parts:
            out.append(Option(0.0, tuple(byte for part in parts if part for byte in part)))
    return out
