"""UTF-8 that was read as GBK: 鏁欒偛 for 教育. Bytes in pairs where they should be in threes.

A lead byte without a trail was lost, became U+FFFD or, with the ASCII character behind it, a ``?``; a pair of the
user-defined areas became a private-use character or nothing. What is whole is decoded; each gap is searched.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from ...core.edits import Edit
from ...core.profile import Profile
from ...text.codecs import gbk_bytes
from ...text.gates import strange
from ...text.language_model import language_model
from ...text.lattice import Option, Utf8, read
from ...text.match import Lazy

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
COVERAGE = 0.5  # of the bytes beyond ASCII stand in whole characters; in Chinese that is right, under one in ten do
FEWEST = 3  # characters that a passage inside of a line must have
ROUNDS = 4  # a text that was read wrongly more often than twice is repaired only where no byte is lost
_RUN = Lazy("[^\x00-\x7f]{2,}[^\n]*+")
_WHOLE = Lazy("(?:[\xe2-\xe9\xef][\x80-\xbf]{2}|\xc2[\xa0-\xbf]|\xc3[\x80-\xbf])")
_PASSAGE = Lazy("(?:(?:[\xe2-\xe9\xef][\x80-\xbf]{2}|\xc2[\xa0-\xbf])[\x20-\x7e]{0,3}){3,}")
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


class Line(NamedTuple):
    """A stretch of the text and what it was."""

    start: int
    end: int
    new: str
    exact: bool


def lines(profile: Profile) -> tuple[Line, ...]:
    """The stretches that were UTF-8, with what they were."""
    text = profile.text
    odd = profile.fact(strange)
    if not odd:
        return ()
    out: list[Line] = []
    parts = [(start, end, line) for (start, end), line in zip(profile.line_spans, profile.lines, strict=True)
             if not line.isascii()]
    if not any(not odd.isdisjoint(line) and _weight(line)[1] >= COVERAGE or _has_passage(line, odd) for *_, line in parts):
        return ()
    weighed = [(start, end, line, *_weight(line)) for start, end, line in parts]
    proven = sum(whole for *_, whole, share in weighed if share >= COVERAGE) >= 4
    dropped = habits(text)
    for start, end, line, whole, share in weighed:
        if share >= COVERAGE and (proven or whole >= FEWEST):
            new, exact = undone(line, dropped)
            if new is not None and new != line:
                out.append(Line(start, end, new, exact))
        elif whole >= FEWEST:
            out += _passages(line, start)
        elif proven and share > 0.2:
            new, exact = undone(line, dropped)
            if new is not None and new != line and sensible(new) and _better(line, new):
                out.append(Line(start, end, new, exact))
    return tuple(out)


def _has_passage(line: str, odd: frozenset[str]) -> bool:
    return not odd.isdisjoint(line) and _PASSAGE.search(raw_bytes(line)) is not None


def _weight(line: str) -> tuple[int, float]:
    """How many characters of UTF-8 the bytes of a line hold, and what share of its bytes beyond ASCII."""
    data = raw_bytes(line)
    whole = _WHOLE.findall(data)
    high = sum(1 for char in data if char > "\x7f")
    return len(whole), sum(map(len, whole)) / high if high else 0.0


def raw_bytes(text: str) -> str:
    """The GBK bytes of a text, a character a byte, to be searched by patterns; what has none is one FF."""
    out = []
    for char in text:
        data = gbk_bytes(char)
        out.append(data.decode("latin-1") if data is not None else "\xff")
    return "".join(out)


def undone(line: str, dropped: Habits) -> tuple[str | None, bool]:
    """The line before it was read wrongly, once or more often, and whether no byte had to be guessed."""
    exact = True
    now = line
    for _ in range(ROUNDS):
        strict = _strict(now)
        if strict is not None:
            now = strict
        else:
            slots = _lossy(now, dropped)
            model = language_model()
            if slots is None:
                return None, False
            found = read(slots, _reader(model.is_traditional(_rough(now))), "\n", "\n")
            if not found:
                return None, False
            new = found[0].text
            if _weight(new)[1] >= COVERAGE:  # read wrongly twice: the gap has to be guessed through both rounds
                twice = _twice(now, dropped)
                return twice, False
            return (new, False) if sensible(new) else (None, False)
        whole, share = _weight(now)
        if share < COVERAGE or whole < 2:
            break
    return (now, exact) if sensible(now) else (None, False)


def sensible(new: str) -> bool:
    """Whether a line reads like Chinese, or like text at all."""
    model = language_model()
    return model.bits(new) < 14.0 * len(new) + 12


def _better(old: str, new: str) -> bool:
    model = language_model()
    return model.bits(new) + 20 < model.bits(old)


def _strict(text: str) -> str | None:
    data = bytearray()
    for char in text:
        code = gbk_bytes(char)
        if code is None:
            return None
        data += code
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _rough(text: str) -> str:
    return raw_bytes(text).encode("latin-1").decode("utf-8", "ignore")


def _lossy(text: str, dropped: Habits) -> list[Sequence[Option]] | None:
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
            yield _item_options(items[k], items[k + 1] if k + 1 < len(items) else 0x0A)


_BEFORE_ASCII = (Option(2.0, (_CONTINUATION,), True),)
#: A pair without a character, or, if the decoder skips one byte and tries again, its first byte.
_BEFORE_PAIR = (Option(7.0, ((0xA2, *range(0xA4, 0xAA)), tuple(range(0xA1, 0xF0))), True), Option(7.0, (tuple(range(0xA1, 0xC0)),), True), Option(4.0, (0x80,), True))


@cache
def _item_options(item: int | str, following: int | str) -> tuple[Option, ...]:
    if item == REPLACEMENT:
        return (Option(0.0, (_ANY,), True), Option(2.0, (0x80,), True), Option(3.0, (_ANY, _ANY), True), Option(20.0, (REPLACEMENT,), False))
    if isinstance(item, str):
        return (Option(0.0, (item,), False), Option(25.0, (_CONTINUATION, item), True))
    if item == 0x3F:
        digit = isinstance(following, int) and (0x30 <= following <= 0x39 or following in b".%")
        eaten = "?" if digit else "\n" if isinstance(following, int) and following > 0x80 else " "
        return (Option(0.0, (0x3F,), False), Option(1.0, (_CONTINUATION,), True), Option(2.0, (_CONTINUATION, eaten), True),
                Option(4.0, (_ANY, _ANY), True))
    return (Option(0.0, (item,)),)


@cache
def _reader(traditional: bool | None) -> Utf8:
    return Utf8(language_model(), traditional)


def _twice(line: str, dropped: Habits) -> str | None:
    """A line that was read wrongly twice, the bytes lost in the second round guessed by what the first one makes."""
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
        if k < len(items) and items[k] == REPLACEMENT:
            k += 1
        elif not prefix:
            return None
        if not prefix or not 0xE1 <= prefix[0] <= 0xEF or len(prefix) != 2:
            return None
        options = []
        for last in _CONTINUATION:
            data = gbk_bytes(bytes((*prefix, last)).decode("utf-8", "ignore"))
            if data is not None:
                options.append(Option(0.0, tuple(data)))
        if not options:
            return None
        out.append(options)
    rough = "".join(bytes(i for i in option[0].items if isinstance(i, int)).decode("latin-1") for option in out)
    traditional = language_model().is_traditional(rough.encode("latin-1", "ignore").decode("utf-8", "ignore"))
    found = read(out, _reader(traditional), "\n", "\n")
    return found[0].text if found and sensible(found[0].text) else None


def _passages(line: str, offset: int) -> Iterator[Line]:
    """Passages of UTF-8 inside of a line that is right otherwise."""
    data = raw_bytes(line)
    places: dict[int, int] = {}
    at = 0
    for k, char in enumerate(line):
        places[at] = k
        at += len(gbk_bytes(char) or b"?")
    places[at] = len(line)
    for match in _PASSAGE.finditer(data):
        start, end = match.span()
        while start < end and start not in places:
            start += 1
        while end > start and end not in places:
            end -= 1
        if start >= end:
            continue
        try:
            new = data[start:end].encode("latin-1").decode("utf-8")
        except UnicodeDecodeError:
            continue
        if _weight(new)[1] >= COVERAGE:
            continue
        model = language_model()
        old = line[places[start] : places[end]]
        if len(_WHOLE.findall(data[start:end])) >= FEWEST and model.bits(new) + 4 * len(new) < model.bits(old):
            yield Line(offset + places[start], offset + places[end], new, True)


def utf8_as_gbk(text: str, profile: Profile) -> Iterator[Edit]:
    """UTF-8 that was read as GBK, every byte still there.

    >>> clean("鏁欒偛鏀归潻鍙戝睍", utf8_as_gbk)
    '教育改革发展'
    >>> clean("徐㼆、赑屃、𤩽", utf8_as_gbk)  # rare characters
    '徐㼆、赑屃、𤩽'
    """
    for line in profile.fact(lines):
        if line.exact:
            yield Edit(line.start, line.end, line.new)


def utf8_as_gbk_lossy(text: str, profile: Profile) -> Iterator[Edit]:
    """UTF-8 that was read as GBK, with bytes that were lost on the way."""
    for line in profile.fact(lines):
        if not line.exact:
            yield Edit(line.start, line.end, line.new)
