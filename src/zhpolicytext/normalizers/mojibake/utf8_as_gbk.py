"""UTF-8 that was read as GBK: 鏁欒偛 for 教育. Bytes in pairs where they should be in threes.

A lead byte without a trail was lost, became U+FFFD or, with the ASCII character behind it, a ``?``; a pair of the
user-defined areas became a private-use character or nothing. What is whole is decoded; each gap is searched.
"""

from collections.abc import Iterator
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from ...core.profile import Profile
from ...text.encodings import Utf8
from ...text.gates import strange
from ...text.language_model import language_model
from ...text.lattice import read
from ...text.match import Lazy
from .breaks import INDENTED, joints
from .decoders import REPLACEMENT, Decoder, byte_items, frequent_enough, plausible
from .familiar import is_familiar
from .filling import Gap, filled, weighed
from .fitting import fitting, likelier
from .gaps import CONTEXT, Slots, in_bytes, parts
from .suspects import SEVERAL, close_together, suspects
from .twice import twice_slots

COVERAGE = 0.5  # of the bytes beyond ASCII stand in whole characters; in Chinese that is right, under one in ten do
FEWEST = 3  # characters that a passage inside of a line must have
ALONE = 6.0  # bits that a line of one character must gain in a text that is proven: 銆 for 。 has gained 11
ROUNDS = 4  # a text that was read wrongly more often than twice is repaired only where no byte is lost
CHINESE = 11.0  # bits a character: prose has 5, a name in it 8, what was read wrongly 14 and more
TELLING = 3000  # characters by which decoders that differ in one habit are told apart
_WHOLE = Lazy("[\xc2\xc3\xe2-\xe9\xef][\x80-\xbf](?:(?<=\xc2[\xa0-\xbf])|(?<=\xc3.)|(?<![\xc2\xc3].)[\x80-\xbf])")
_PASSAGE = Lazy("(?:(?:[\xe2-\xe9\xef][\x80-\xbf]{2}|\xc2[\xa0-\xbf])[\x20-\x7e]{0,3}){3,}")


#: What is two bytes in UTF-8, a pair of GBK, is nothing that Chinese has, but for some signs: 农村工 could be ũ幤.
_TWO_BYTES = Lazy("[\u00a1-\u07ff](?<![\u00a7\u00ad\u00b0\u00b1\u00b7\u00d7\u00f7])")


class Line(NamedTuple):
    """A stretch of the text and what it was."""

    start: int
    end: int
    new: str
    exact: bool


def lines(profile: Profile) -> tuple[Line, ...]:
    """The stretches that were UTF-8, with what they were."""
    text = profile.text
    if not any(one.strange >= SEVERAL and (
            one.often and _weight(one.line)[1] >= COVERAGE
            or any(_PASSAGE.search(raw_bytes(near)) for near in close_together(one.line, profile.fact(strange))))
            for one in profile.fact(suspects)):
        return ()
    out: list[Line] = []
    rows = [(start, end, line) for (start, end), line in zip(profile.line_spans, profile.lines, strict=True)
            if not line.isascii()]
    weighed = [(start, end, line, *_weight(line)) for start, end, line in rows]
    proven = sum(whole for *_, whole, share in weighed if share >= COVERAGE) >= 4
    lossy: list[tuple[int, int, str, bool]] = []
    for start, end, line, whole, share in weighed:
        sure = share >= COVERAGE and (proven or whole >= FEWEST)
        if sure or whole < FEWEST and proven and (share > 0.2 or len(line) < 4 or REPLACEMENT in line):
            new, exact = undone(line)
            if not exact:
                lossy.append((start, end, new, sure and not _TWO_BYTES.search(_rough(new))))
            elif new != line and sensible(new) and (sure and not _TWO_BYTES.search(new) or _better(line, new)):
                out.append(Line(start, end, new, True))
        elif whole >= FEWEST:
            out += _passages(line, start)
    if lossy:
        out += list(_lossy(lossy, text, out))
        out.sort()
    return tuple(out)


def _lossy(found: list[tuple[int, int, str, bool]], text: str, whole: list[Line]) -> Iterator[Line]:
    """The lines of which bytes are lost. One decoder lost them all."""
    reader = _reader(language_model().is_traditional("".join(_rough(new) for *_, new, _ in found)))
    texts = [new for *_, new, _ in found]
    decoder = fitting(texts, frequent_enough(plausible(text), texts), reader, parts)
    pieces: list[tuple[int, int, list[str | Gap]]] = [(line.start, line.end, [line.new]) for line in whole]
    if decoder.again and decoder.sign:  # what Python and Java do differently stands seldom
        decoder = likelier(texts, decoder, decoder._replace(doubles=not decoder.doubles), reader, TELLING)
    begins = {start: text[start : start + CONTEXT].split("\n")[0] for start in _starts(text)}
    begins |= {line.start: line.new[:CONTEXT] for line in whole if line.start in begins}
    for start, _, now, _ in found:
        begins[start] = _beginning(parts(now[: 2 * CONTEXT], decoder), reader)
    going_on = _going_on(begins)
    for start, end, now, _ in found:
        below, joined = (None, None) if end == len(text) else going_on[end + 1]
        now_filled = filled(now, decoder, reader, parts, below, joined)
        if now_filled is not None:
            pieces.append((start, end, now_filled))
    flat: list[str | Gap] = []
    spans = []
    at = 0
    for start, end, line in sorted(pieces, key=itemgetter(0)):
        flat.append(text[at:start])
        spans.append((start, len(flat), len(flat) + len(line)))
        flat += line
        at = end
    flat.append(text[at:])
    texts = weighed(flat)
    made = {start: "".join(texts[first:last]) for start, first, last in spans}
    for start, end, now, sure in found:
        new: str | None = made.get(start)
        if new is not None and _weight(new)[1] >= COVERAGE:  # read wrongly twice: a gap is guessed through both rounds
            new = _twice(now, decoder)
        if new is not None and new != text[start:end] and sensible(new) and (sure or _better(text[start:end], new)):
            yield Line(start, end, new, False)


def _beginning(pieces: list[str | Slots], reader: Utf8) -> str:
    """How a line begins: what is certain of it, its first gaps filled with what they most likely were."""
    out = ""
    for k, piece in enumerate(pieces):
        if isinstance(piece, str):
            out += piece
        else:
            rest = pieces[k + 1] if k + 1 < len(pieces) else ""
            found = read(piece, reader, out or "\n", rest[:CONTEXT] if isinstance(rest, str) else "", 1)
            if not found:
                break
            out += found[0].text
        if len(out) >= CONTEXT or out.strip() and k:
            break
    return out[:CONTEXT]


def _going_on(begins: dict[int, str]) -> dict[int, tuple[str, float]]:
    """For each line by its start how the text goes on there, blank lines left out, and what it costs that no line ended before."""
    filled_lines = {start: begin for start, begin in begins.items() if begin.strip()}
    joined = dict(zip(filled_lines, joints([*filled_lines.values()]), strict=True))
    out: dict[int, tuple[str, float]] = {}
    following = "", INDENTED
    for start in reversed(begins):
        if start in joined:
            following = filled_lines[start], joined[start]
        out[start] = following
    return out


def _starts(text: str) -> Iterator[int]:
    """Where the lines begin."""
    at = 0
    while at >= 0:
        yield at
        at = text.find("\n", at) + 1 or -1


def _weight(line: str) -> tuple[int, float]:
    """How many characters of UTF-8 the bytes of a line hold, and what share of its bytes beyond ASCII."""
    data = raw_bytes(line)
    whole = _WHOLE.findall(data)
    high = len(data) - len(data.encode("ascii", "ignore"))
    return len(whole), sum(map(len, whole)) / high if high else 0.0


def raw_bytes(text: str) -> str:
    """The GBK bytes of a text, a character a byte, to be searched by patterns; what has none is one FF."""
    return text.translate(_bytes())


class _Bytes(dict[int, str]):
    """The bytes of the characters that were asked for, by their codes."""

    def __missing__(self, code: int) -> str:
        data = byte_items(chr(code))
        if len(self) >= MOST_KNOWN:
            self.clear()
        self[code] = out = data.decode("latin-1") if data is not None else "\xff"
        return out


MOST_KNOWN = 32_768  # characters remembered: more than GBK has


@cache
def _bytes() -> _Bytes:
    return _Bytes()


def undone(line: str) -> tuple[str, bool]:
    """The line before it was read wrongly, once or more often, as far as no byte is lost, and whether that is all."""
    now = line
    model = language_model()
    for _ in range(ROUNDS):
        strict = _strict(now)
        if strict is None:  # 农村公路建设规划 is half of it what UTF-8 could be, and good Chinese
            return now, now != line and model.bits(now) < CHINESE * len(now)
        now = strict
        whole, share = _weight(now)
        if share < COVERAGE or whole < 2:
            break
    return now, True


def sensible(new: str) -> bool:
    """Whether a line reads like Chinese, or like text at all."""
    return is_familiar(new) or language_model().bits(new) < 14.0 * len(new) + 12


def _better(old: str, new: str) -> bool:
    model = language_model()
    return model.bits(new) + (20 if len(old) > 1 else ALONE) < model.bits(old)


def _strict(text: str) -> str | None:
    try:
        return in_bytes(text).encode("latin-1").decode()
    except UnicodeError:
        return None


def _rough(text: str) -> str:
    return raw_bytes(text).encode("latin-1").decode("utf-8", "ignore")


@cache
def _reader(traditional: bool | None) -> Utf8:
    return Utf8(language_model(), traditional)


def _twice(line: str, decoder: Decoder) -> str | None:
    """A line that was read wrongly twice, the bytes lost in the second round guessed by what the first one makes."""
    out = twice_slots(line, decoder)
    rough = "".join(bytes(i for i in option[0].items if isinstance(i, int)).decode("latin-1") for option in out)
    traditional = language_model().is_traditional(rough.encode("latin-1", "ignore").decode("utf-8", "ignore"))
    found = read(out, _reader(traditional), "\n", "\n", 1)
    return found[0].text if found and sensible(found[0].text) else None


def _passages(line: str, offset: int) -> Iterator[Line]:
    """Passages of UTF-8 inside of a line that is right otherwise."""
    data = raw_bytes(line)
    places: dict[int, int] = {}
    at = 0
    for k, char in enumerate(line):
        places[at] = k
        at += len(byte_items(char) or b"?")
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
