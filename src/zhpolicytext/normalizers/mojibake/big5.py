"""Big5 that was read as GBK, and GBK that was read as Big5."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from ...core.edits import Edit
from ...core.profile import Profile
from ...text.codecs import big5_bytes, gbk_bytes
from ...text.encodings import DoubleByte, double_bytes
from ...text.gates import strange, touches
from ...text.language_model import language_model
from ...text.lattice import Option, read

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
RARE = 14.0  # bits of a character by itself
SHARE = 0.25  # of a line that is rare in Chinese: half of such mojibake is, 2 % of prose, one in ten of a list of names
GAIN = 5.0  # bits a character by which the decoded line must be likelier
READABLE = 10.5
SAMPLE_SLACK = 5.0  # bits: a sample is decoded with its gaps
FLUENT = 6.5  # bits a character: no other way of reading is tried


class Line(NamedTuple):
    """A line and what it was."""

    start: int
    end: int
    new: str
    exact: bool
    direction: str


class Direction(NamedTuple):
    """One encoding read as another."""

    name: str
    target: str  # what the bytes are
    encode: Callable[[str], bytes | None]  # how the characters were made of them


DIRECTIONS = (Direction("big5-as-gbk", "big5", gbk_bytes), Direction("gbk-as-big5", "gb18030", big5_bytes))


def lines(profile: Profile) -> tuple[Line, ...]:
    """The lines that were in the other one of the two encodings, with what they were."""
    text = profile.text
    odd = profile.fact(strange)
    if not odd:
        return ()
    model = language_model()
    parts: list[tuple[int, int, str]] = []
    start = 0
    for line in text.split("\n"):
        if len(line) > 1 and touches(line, odd) and rare_share(line) >= SHARE:
            parts.append((start, start + len(line), line))
        start += len(line) + 1
    if not parts:
        return ()
    sample = "\n".join(line for *_, line in parts)[:400]
    if len(sample) < 6:
        return ()
    best: tuple[float, Direction] | None = None
    for direction in DIRECTIONS:
        decoded = raw(sample, direction).decode(direction.target, "replace")
        if not decoded:
            continue
        cost = model.bits(decoded) / len(decoded)
        if best is None or cost < best[0]:
            best = cost, direction
    if best is None:
        return ()
    if best[0] > model.bits(sample) / len(sample) - 1 or best[0] > READABLE + SAMPLE_SLACK:
        return ()
    direction = best[1]
    whole = raw("\n".join(line for *_, line in parts), direction).decode(direction.target, "ignore")
    traditional = True if direction.target == "big5" else model.is_traditional(whole)
    # a decoder that shows no loss may have dropped pairs
    chars = set(text)
    private = any("\ue000" <= char <= "\uf8ff" for char in chars)
    silent = REPLACEMENT not in chars and not private
    out = []
    if private:  # a line of a mark alone
        parts = sorted({*parts, *((start, end, line) for (start, end), line in zip(profile.line_spans, profile.lines, strict=True)
                                  if len(line) == 1 and "\ue000" <= line <= "\uf8ff")})
    for start, end, line in parts:
        if len(line) == 1:
            mark = raw(line, direction).decode(direction.target, "ignore")
            if len(mark) == 1 and not "\ue000" <= mark <= "\uf8ff":
                out.append(Line(start, end, mark, True, direction.name))
            continue
        found = _undone(line, direction, traditional, silent, private)
        if found is not None:
            out.append(Line(start, end, *found, direction.name))
    return tuple(out)


def rare_share(line: str) -> float:
    """The share of characters that prose has not: rare ones, kana and Greek among them, private use, lost ones."""
    model = language_model()
    alone = model.alone
    symbols = line.translate(model.fold)
    wide = [symbol for symbol in symbols if symbol > "\x7f"]
    if 2 * sum(symbol >= "\u2e80" for symbol in wide) < len(wide) or not wide:
        return 0.0
    return sum(alone[symbol] > RARE for symbol in wide) / len(wide)


def raw(text: str, direction: Direction) -> bytes:
    """The bytes of a text, those that are not known left out."""
    return b"".join(direction.encode(char) or b"" for char in text)


def _undone(line: str, direction: Direction, traditional: bool | None, silent: bool, private: bool) -> tuple[str, bool] | None:
    model = language_model()
    data = [direction.encode(char) for char in line]
    old = model.bits(line)
    exact = None
    if None not in data:
        try:
            exact = b"".join(part for part in data if part).decode(direction.target)
        except UnicodeDecodeError:
            exact = None
    if exact is not None and _acceptable(exact, line, old):
        if not silent or not _stumbles(exact):
            return exact, True
    best = None
    for single in (False, True):  # most decoders make one character of a pair; Python's tries again one byte on
        slots: list[Sequence[Option]] = []
        for k, (char, part) in enumerate(zip(line, data, strict=True)):
            if silent and not single:
                slots.append(_dropped(direction.name))
            follows_ascii = "@" <= line[k + 1 : k + 2] <= "~"
            slots.append(_options(char, part, direction.name, private, single or follows_ascii))
        found = read(slots, _reader(direction.target, traditional), "\n", "\n")
        if found and (best is None or found[0].cost < best.cost):
            best = found[0]
        if best and (best.cost < FLUENT * len(best.text) or REPLACEMENT not in line):
            break
    if best and _acceptable(best.text, line, old):
        return best.text, False
    return None


def _acceptable(new: str, line: str, old: float) -> bool:
    cost = language_model().bits(new)
    return cost < READABLE * len(new) + 10 and cost + GAIN * len(new) < old


def _stumbles(new: str) -> bool:
    model = language_model()
    symbols = new.translate(model.fold)
    return any(model.bits(symbols[k : k + 3], symbols[k - 2 : k]) > 30 for k in range(2, len(symbols) - 2))


_ANY = (*range(0x40, 0x7F), *range(0x80, 0xFF))
_LEAD = tuple(range(0x81, 0xFF))


@cache
def _unreadable(name: str, private: bool) -> frozenset[str]:
    """The characters whose bytes the wrong decoder has no character for; with `private`, it has private-use ones."""
    target, other = ("big5", "gbk") if name == "big5-as-gbk" else ("gb18030", "big5")
    known = double_bytes(other)
    return frozenset(char for lead, row in double_bytes(target).items() for trail, char in row.items()
                     if trail not in known.get(lead, {}) and not (private and _is_private(name, lead, trail)))


def _is_private(name: str, lead: int, trail: int) -> bool:
    if name == "big5-as-gbk":
        return 0xA1 <= lead <= 0xA7 and trail <= 0xA0 or (0xAA <= lead <= 0xAF or lead >= 0xF8) and trail >= 0xA1
    return (0x81 <= lead <= 0xA0 or lead >= 0xFA or 0xC6 <= lead <= 0xC8) and (trail <= 0x7E or trail >= 0xA1)


@cache
def _dropped(name: str) -> tuple[Option, ...]:
    return (Option(0.0, ()), Option(5.0, (_LEAD, _unreadable(name, False)), False))


@cache
def _lost(name: str, private: bool) -> tuple[Option, ...]:
    return (Option(0.0, (_LEAD, _unreadable(name, private)), False), Option(2.0, (_LEAD,)), Option(2.0, (_ANY,), True))


def _options(char: str, data: bytes | None, name: str, private: bool, single: bool) -> tuple[Option, ...]:
    if char == REPLACEMENT:
        return _lost(name, private)[: 3 if single else 1]
    if char == "?":
        return (Option(0.0, (0x3F,)), Option(6.0, (_LEAD, _unreadable(name, private)), False), Option(6.0, (_ANY,), True))
    if data is None:
        return (Option(4.0, (char,), False), Option(25.0, (_ANY,), True))
    return (Option(0.0, tuple(data)),)


@cache
def _reader(target: str, traditional: bool | None) -> DoubleByte:
    return DoubleByte(language_model(), target, traditional)


def big5_as_gbk(text: str, profile: Profile) -> Iterator[Edit]:
    """Big5 that was read as GBK.

    >>> clean("毙▅场\\ue058璶崩秈毙厩э\\ue12b\\ue61b\\ue706", big5_as_gbk)
    '教育部門要推進教學改革工作'
    >>> clean("鄢陵、亳州、郫都、濮阳", big5_as_gbk)  # place names
    '鄢陵、亳州、郫都、濮阳'
    """
    for line in profile.fact(lines):
        if line.direction == "big5-as-gbk":
            yield Edit(line.start, line.end, line.new)


def gbk_as_big5(text: str, profile: Profile) -> Iterator[Edit]:
    """GBK that was read as Big5; a pair that Big5 has not is guessed.

    >>> clean("諒郤窒藷猁邈妗淉習渠囥", gbk_as_big5)
    '教育部门要落实政策措施'
    >>> clean("鱟鰵鷀、魴鱮、鱅鰱", gbk_as_big5)  # a list of fish
    '鱟鰵鷀、魴鱮、鱅鰱'
    """
    for line in profile.fact(lines):
        if line.direction == "gbk-as-big5":
            yield Edit(line.start, line.end, line.new)
