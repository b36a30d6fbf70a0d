"""Chinese bytes that were read as cp1252 or latin-1, one character a byte."""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...core.profile import Profile
from ...text.gates import unusual
from ...text.language_model import language_model
from ...text.match import Lazy
from ...text.ranges import HAN
from .evidence import costs
from .familiar import is_familiar, tells
from .reader import READABLE, SPECIALS, Reader, as_bytes

_HIGH = "\x80-\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_LETTER = "\x80-\xa9\xab-\xff€‚ƒ„†‡ˆŠ‹ŒŽ˜™š›œžŸ\u0100-\u07ff"
_WIDE = "\u2e80-\ud7ff\ue000-\uffff\U00010000-\U0010ffff"
#: From one Chinese character to the next. Quotes and dashes belong to it: they are bytes of cp1252 as well.
_PART = Lazy(f"[^\n{_WIDE}]++")
_BYTES = Lazy(f"[{_LETTER}]")
_HIGH_CHAR = Lazy(f"[{_HIGH}\u0100-\u07ff]")
ENCODINGS = 3  # of one text
FEWEST_HIGH = 4  # characters, two of Chinese, inside of a line of Chinese: a single € is of UTF-8 read as GBK
FEWEST_TOLD = 8  # characters by which an encoding is told: four of Chinese; digits around them tell nothing
_WIDE_CHAR = Lazy(f"[{_WIDE}]")
_HIGH_RUN = Lazy(f"[{_HIGH}\u0100-\u07ff]{{3,}}+")
_HAN = Lazy(f"[{HAN}]")
#: Of Müller and Jörg a byte pair each becomes Han (M黮ler, J鰎g): beside a letter they tell of no Chinese.
_TELLING = Lazy(f"(?<![A-Za-z])[{HAN}]++(?![A-Za-z])")
_PRIVATE = Lazy("[\ue000-\uf8ff]")


#: Bits of a Han character. Rows of names have 15 at the most, the words of a menu of languages 12 to 24.
PROSE, UNTOLD_HAN, FOREIGN_HAN = 9.0, 12.5, 15.5
TOLD_BY = 8  # Han characters of prose that tell that the rest was in the same encoding


class Line(NamedTuple):
    """A line, or the part of it that single bytes are, with what it must have been."""

    start: int
    end: int
    new: str
    exact: bool  # no byte had to be guessed
    encoding: str


def may_be_bytes(profile: Profile) -> bool:
    """Whether a Latin letter beyond ASCII stands in the text, or another sign that single bytes become."""
    return len(profile.fact(unusual).translate(None, PLAIN)) > 1


#: ASCII, and the signs of latin-1 that Chinese text holds.
PLAIN = bytes((*range(0x80), 0xA0, 0xA7, 0xB0, 0xB1, 0xB7, 0xD7, 0xF7))


def lines(profile: Profile) -> tuple[Line, ...]:
    """What was read as cp1252 or latin-1, decoded as the document was encoded."""
    if not profile.fact(may_be_bytes):
        return ()
    text = profile.text
    parts = list(stretches(text))
    text = _as_latin1(text, parts)
    out: list[Line] = []
    left = parts
    reader: Reader | None = None
    for _ in range(ENCODINGS):  # a page that was put together from others
        if not left or (encoding := _encoding(text, left)) is None:
            break
        again = Reader(text, left, encoding)
        found = [(start, end, again.read(start, end)) for start, end in left]
        if encoding == "utf-8" and not out and all(new is not None and new[1] for *_, new in found):
            return tuple([Line(start, end, *new, encoding) for start, end, new in found if new is not None])
        foreign = [_foreign(new[0]) if new else 0.0 for *_, new in found]
        plain = [new[0] for (*_, new), bits in zip(found, foreign, strict=True) if new is not None and bits <= PROSE]
        limit = FOREIGN_HAN if sum(map(_telling, plain)) >= TOLD_BY else UNTOLD_HAN
        # UTF-8 without a gap is itself, whatever it says: it may have another layer
        found = [(start, end, new if new and (new[1] and encoding == "utf-8" or bits <= limit) else None)
                 for (start, end, new), bits in zip(found, foreign, strict=True)]
        out += [Line(start, end, *new, encoding) for start, end, new in found if new is not None]
        reader = reader or again
        left = [(start, end) for start, end, new in found if new is None]
    if reader is None:
        return ()
    if sum(_telling(line.new) for line in out) < TOLD_BY:  # é and β are 茅 and 尾, nǚ is 要按
        out = [line for line in out if line.exact and line.encoding == "utf-8" or len(_HAN.findall(line.new)) not in (1, 2, 3)]
    out.sort()
    if not any(_HAN.search(line.new) for line in out):  # of São and đã guesses make S、o and a blank
        out = [line for line in out if line.exact]
    if left and sum(line.end - line.start for line in out) > 2 * sum(end - start for start, end in left):
        for start, end in left:  # a line of nothing but dots, in a document that is proven
            strict = reader.strict(text[start:end])
            if strict is not None and _foreign(strict) <= FOREIGN_HAN:
                out.append(Line(start, end, strict, True, reader.encoding))
        out.sort()
    return tuple(out)


#: ISO-8859-15 differs from latin-1 in eight bytes. A text of some length that holds none of the eight signs that they
#: are in latin-1, nor what else cp1252 has, was read so.
_LATIN9 = str.maketrans("€ŠšŽžŒœŸ", "¤¦¨´¸¼½¾")
_NOT_LATIN9 = frozenset("¤¦¨´¸¼½¾") | SPECIALS - frozenset("€ŠšŽžŒœŸ")
_FEWEST_LATIN9 = 4


def _as_latin1(text: str, parts: Sequence[tuple[int, int]]) -> str:
    """The text, what was read as ISO-8859-15 as if it had been read as latin-1: character for character."""
    whole = "".join(text[start:end] for start, end in parts)
    if not _NOT_LATIN9.isdisjoint(whole) or sum(ord(char) in _LATIN9 for char in whole) < _FEWEST_LATIN9:
        return text
    return text.translate(_LATIN9)


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Parts of lines that hold single bytes: from one Chinese character or line end to the next."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if _BYTES.search(line):
            if 4 * len(_WIDE_CHAR.findall(line)) < len(_BYTES.findall(line)):
                yield start, end
            else:
                for match in _PART.finditer(text, start, end):
                    if len(_HIGH_CHAR.findall(match[0])) >= FEWEST_HIGH:
                        yield match.span()
        start = end + 1


def _telling(new: str) -> int:
    """How many Han characters of a decoded line stand clear of Latin letters."""
    return sum(map(len, _TELLING.findall(new)))


def _foreign(new: str) -> float:
    """The bits of a Han character in a decoded line: Français, Português and Русский become some that are no Chinese.

    >>> _foreign("教育部门要落实政策") < 9, _foreign("T眉rk莽e Portugu锚s") > 15
    (True, True)
    """
    if is_familiar(new) and True not in map(str.islower, new):  # nearly every line
        return 0.0
    han = [match.start() for match in _HAN.finditer(new)]
    if not han:
        return math.inf if _PRIVATE.search(new) else 0.0  # Núñez
    if _MAY_BE_LOWER.search(new):
        beside = [new[k - 1 : k].islower() + new[k + 1 : k + 2].islower() for k in han]
        if 3 * sum(map(bool, beside)) > len(han) > 1 or beside == [2]:
            return math.inf  # within words of Latin letters
    if len(han) == 1:
        return 0.0
    each = costs(new, "\n", language_model())
    return sum([each[k] for k in han]) / len(han)


#: All that is in lower case, and of the other characters those that no Chinese line has many of.
_MAY_BE_LOWER = Lazy("[a-z\x80-\u2e7f\ua640-\ufeff\uff41-\uff5a\U00010000-\U0010ffff]")


_ASCII = bytes(range(0x80))
_LEADS = bytes((*range(0xE2, 0xEA), 0xEF))  # of the characters of UTF-8 that Chinese text has


def _encoding(text: str, parts: Sequence[tuple[int, int]]) -> str | None:
    """The encoding of the document, if decoding makes Chinese of a good part of it."""
    sample = ""
    for start, end in parts:
        if len(_HIGH_RUN.findall(text, start, end)):
            sample += text[start:end] + "\n"
        if len(sample) > 600:
            break
    if len(sample) < 8 or len(_HIGH_CHAR.findall(sample)) < FEWEST_TOLD:
        return None
    sample = sample[:900]
    data = as_bytes(sample)
    high = len(data.translate(None, _ASCII))
    if high > 8 and high - len(data.translate(None, _ASCII + _LEADS)) > 0.3 * high:
        return "utf-8"  # a lead byte in three or, with loss, in two; in GBK and Big5 one in twelve
    ways = [(name, decoded) for name in ("utf-8", "gbk", "big5") if _is_mostly_han(decoded := data.decode(name, "replace"))]
    for name, decoded in ways:
        if tells(decoded):
            return name
    model = language_model()
    best: tuple[float, str] | None = None
    for name, decoded in ways:
        lost = decoded.count("\N{REPLACEMENT CHARACTER}")
        cost = (model.bits(decoded.replace("\N{REPLACEMENT CHARACTER}", "")) + 20 * lost) / len(decoded)
        if best is None or cost < best[0]:
            best = cost, name
    if best is None or best[0] >= READABLE + 4:
        return "gbk" if any("\u0100" <= char and char not in SPECIALS for char in sample) else None
    return best[1]


def _is_mostly_han(decoded: str) -> bool:
    han = len(_HAN.findall(decoded))
    return han >= 4 and han >= 0.4 * len(decoded.replace("\n", "").strip()) - 8
