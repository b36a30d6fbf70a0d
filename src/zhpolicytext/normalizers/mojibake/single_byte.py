"""Chinese bytes that were read as cp1252 or latin-1, one character a byte."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

from ...core.edits import Edit
from ...core.profile import Profile
from ...text.codecs import cp1252_bytes
from ...text.encodings import DoubleByte, Encoding, Utf8
from ...text.gates import unusual
from ...text.language_model import language_model
from ...text.lattice import Option, read
from ...text.match import Lazy
from ...text.ranges import HAN
from .layers import clusters, sources

_HIGH = "\x80-\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_LETTER = "\x80-\xa9\xab-\xff€‚ƒ„†‡ˆŠ‹ŒŽ˜™š›œžŸ\u0100-\u07ff"
_WIDE = "\u2e80-\ud7ff\ue000-\uffff\U00010000-\U0010ffff"
#: From one Chinese character to the next. Quotes and dashes belong to it: they are bytes of cp1252 as well.
_PART = Lazy(f"[^\n{_WIDE}]++")
_BYTES = Lazy(f"[{_LETTER}]")
_HIGH_CHAR = Lazy(f"[{_HIGH}\u0100-\u07ff]")
FEWEST_HIGH = 4  # characters, two of Chinese, inside of a line of Chinese: a single € is of UTF-8 read as GBK
_WIDE_CHAR = Lazy(f"[{_WIDE}]")
_HIGH_RUN = Lazy(f"[{_HIGH}\u0100-\u07ff]{{3,}}+")
_HAN = Lazy(f"[{HAN}]")
READABLE = 10.0  # bits a character: a line of names and numbers in Chinese costs up to 9, bytes at random 18
#: Signs that the model has seldom seen and that a text may well hold: ×, ℃, ①, □.
_SIGN = Lazy("[\u00a1-\u024f\u0370-\u04ff\u2010-\u2bff\u3200-\u33ff]")
LENIENCE = 6.0  # bits for each of them
LACKING = 12.0  # bits that a line must gain by bytes put in
UNEXPLAINED = 20.0
STUMBLE = 36.0  # bits of three characters: one such row in a hundred of clean prose costs more
SHORT_LINE = 8.0  # bits that a line may cost whatever its length
C1_BYTES = tuple(range(0x80, 0xA0))
CP1252_GAPS = (0x81, 0x8D, 0x8F, 0x90, 0x9D)
SOFT_HYPHEN = 0xAD


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
    if not parts or (encoding := _encoding(text, parts)) is None:
        return ()
    out: list[Line] = []
    reader = _Reader(text, parts, encoding)
    left = []
    for start, end in parts:
        if (line := reader.line(start, end)) is not None:
            out.append(line)
        else:
            left.append((start, end))
    if left and sum(line.end - line.start for line in out) > 2 * sum(end - start for start, end in left):
        for start, end in left:  # a line of nothing but dots, in a document that is proven
            strict = reader.strict(text[start:end])
            if strict is not None:
                out.append(Line(start, end, strict, True, encoding))
        out.sort()
    return tuple(out)


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


def _encoding(text: str, parts: Sequence[tuple[int, int]]) -> str | None:
    """The encoding of the document, if decoding makes Chinese of a good part of it."""
    sample = ""
    for start, end in parts:
        if len(_HIGH_RUN.findall(text, start, end)):
            sample += text[start:end] + "\n"
        if len(sample) > 600:
            break
    if len(sample) < 8:
        return None
    sample = sample[:900]
    model = language_model()
    best: tuple[float, str] | None = None
    data = as_bytes(sample)
    high = [byte for byte in data if byte >= 0x80]
    if sum(0xE2 <= byte <= 0xE9 or byte == 0xEF for byte in high) > 0.3 * len(high) and len(high) > 8:
        return "utf-8"  # a lead byte in three or, with loss, in two; in GBK and Big5 one in twelve
    for name in ("utf-8", "gbk", "big5"):
        decoded = data.decode(name, "replace")
        han = len(_HAN.findall(decoded))
        if han < 4 or han < 0.4 * len(decoded.replace("\n", "").strip()) - 8:
            continue
        lost = decoded.count("\N{REPLACEMENT CHARACTER}")
        cost = (model.bits(decoded.replace("\N{REPLACEMENT CHARACTER}", "")) + 20 * lost) / len(decoded)
        if best is None or cost < best[0]:
            best = cost, name
    if best is None or best[0] >= READABLE + 4:
        return "gbk" if any("\u0100" <= char and char not in _SPECIALS for char in sample) else None
    return best[1]


def as_bytes(text: str) -> bytes:
    """The bytes of single-byte characters; what is none stands for its own UTF-8 bytes, as ftfy's layer left it."""
    table = cp1252_bytes()
    out = bytearray()
    for char in text:
        code = table.get(char)
        if code is None:
            out += char.encode("utf-8", "replace")
        else:
            out.append(code)
    return bytes(out)


class _Reader:
    """Decodes the parts of one document in one encoding."""

    def __init__(self, text: str, parts: Sequence[tuple[int, int]], encoding: str) -> None:
        self.text = text
        self.model = language_model()
        self.encoding = encoding
        whole = "".join(text[start:end] for start, end in parts)
        data = as_bytes(whole)
        decoded = data.decode(encoding, "ignore")
        self.traditional = self.model.is_traditional(decoded)
        self.has_c1 = any("\x80" <= char <= "\x9f" for char in set(whole))
        self.has_cp1252 = any(char in _SPECIALS for char in set(whole))
        self.has_soft_hyphen = "\N{SOFT HYPHEN}" in whole
        self.layered = any("\u0100" <= char and char not in _SPECIALS for char in set(whole))
        self.may_lack = not self.has_soft_hyphen and encoding != "utf-8"
        self.lattice = _lattice(encoding, self.traditional)

    def line(self, start: int, end: int) -> Line | None:
        old = self.text[start:end]
        strict = self.strict(old)
        if strict is not None and (self.encoding == "utf-8" or self._chinese(strict)) and (not self.may_lack or not self._stumbles(strict)):
            return Line(start, end, strict, True, self.encoding)
        found = self._search(old, start, end, self.layered)
        if not self.layered and self.encoding != "utf-8" and (found is None or self._stumbles(found)):
            again = self._search(old, start, end, True)  # ftfy's layer may leave nothing but ASCII: ligatures
            if again is not None and (found is None or self.model.bits(again) < self.model.bits(found) - 10):
                found = again
        if strict is not None and self._chinese(strict) and (found is None or self._cost(found) + LACKING > self._cost(strict)):
            found = strict  # rare words are likelier than lost bytes
        if found is not None and self._chinese(found):
            return Line(start, end, found, found == strict, self.encoding)
        return None

    def strict(self, old: str) -> str | None:
        table = cp1252_bytes()
        try:
            data = bytes(map(table.__getitem__, old))
            return data.decode("gb18030" if self.encoding == "gbk" else self.encoding)
        except (KeyError, UnicodeDecodeError):
            return None

    def _chinese(self, new: str) -> bool:
        # a line of dashes or of names costs more than prose, and no more than bytes at random save
        return bool(new.strip()) and self._cost(new) < READABLE * (len(new) + 1) + SHORT_LINE

    def _cost(self, new: str) -> float:
        return self.model.bits(new) - LENIENCE * len(_SIGN.findall(new))

    def _stumbles(self, new: str) -> bool:
        """Whether four characters in a row read like no Chinese: bytes may be missing there."""
        fold = self.model.fold
        symbols = new.translate(fold)
        cost = self.model.cost
        last = [0.0, 0.0, 0.0]
        for k in range(2, len(symbols)):
            last = [*last[1:], cost(symbols[k - 2], symbols[k - 1], symbols[k])]
            if sum(last) > STUMBLE:
                return True
        return False

    def _search(self, old: str, start: int, end: int, layered: bool) -> str | None:
        if self.encoding == "utf-8":
            slots = self._utf8_slots(old)
        else:
            slots = self._double_byte_slots(old, layered)
        found = read(slots, self.lattice, self.text[max(0, start - 2) : start] or "\n", "\n")
        return found[0].text if found else None

    def _double_byte_slots(self, old: str, layered: bool) -> list[Sequence[Option]]:
        out: list[Sequence[Option]] = []
        table = cp1252_bytes()
        for cluster in clusters(old) if layered else old:
            if self.may_lack:
                out.append(_MAYBE_SOFT_HYPHEN)
            if not layered:
                out.append((Option(0.0, (table[cluster],)),) if cluster in table else (Option(0.0, (cluster,), False),))
            else:
                if cluster.isascii() and cluster != ";" and len(cluster) == 1:
                    out.append((Option(0.0, (ord(cluster),)),))
                    continue
                out.append((*(Option(cost, data) for data, cost in sources(cluster)), Option(UNEXPLAINED, (cluster,), False)))
        return out

    def _utf8_slots(self, old: str) -> list[Sequence[Option]]:
        hyphen = () if self.has_soft_hyphen else (SOFT_HYPHEN,)
        lost = hyphen if self.has_c1 else (*CP1252_GAPS, *hyphen) if self.has_cp1252 else (*C1_BYTES, *hyphen)
        table = cp1252_bytes()
        out: list[Sequence[Option]] = []
        k = 0
        while k < len(old):
            byte = table.get(old[k], 0)
            end = k + 1
            size = 1 if byte < 0xC2 else 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
            while end < len(old) and end < k + size and 0x80 <= table.get(old[end], 0) < 0xC0:
                end += 1
            out.append(_unit(old[k:end], size, lost))
            k = end
        return out


@cache
def _unit(chars: str, size: int, lost: tuple[int, ...]) -> tuple[Option, ...]:
    """The ways in which a character of `size` bytes can have become these characters by the loss of some."""
    table = cp1252_bytes()
    if chars[0] not in table:
        return (Option(0.0, (chars,)),)
    data = [table[char] for char in chars]
    lack = size - len(data)
    if not lack or not lost:
        return (Option(0.0, tuple(data)),)
    places = combinations(range(1, size), lack)
    out = []
    for gaps in places:
        rest = iter(data)
        out.append(Option(0.0, tuple(lost if k in gaps else next(rest) for k in range(size))))
    return tuple(out)


_SPECIALS = frozenset("€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ")
_MAYBE_SOFT_HYPHEN = (Option(0.0, ()), Option(6.0, (SOFT_HYPHEN,)), Option(12.0, (SOFT_HYPHEN, SOFT_HYPHEN)))


@cache
def _lattice(encoding: str, traditional: bool | None) -> Encoding:
    model = language_model()
    if encoding == "utf-8":
        return Utf8(model, traditional)
    return DoubleByte(model, "gb18030" if encoding == "gbk" else "big5", traditional)


def as_latin1(text: str, profile: Profile) -> Iterator[Edit]:
    """GBK, Big5 or UTF-8 bytes that were read as cp1252 or latin-1.

    >>> clean("½ÌÓý²¿ÃÅÒªÂäÊµÕþ²ß", as_latin1)
    '教育部门要落实政策'
    >>> clean("Éducation, événement, préface", as_latin1)  # French
    'Éducation, événement, préface'
    """
    for line in profile.fact(lines):
        if line.exact:
            yield Edit(line.start, line.end, line.new)


def as_latin1_lossy(text: str, profile: Profile) -> Iterator[Edit]:
    r"""Bytes that were read as cp1252 or latin-1, some of them lost, or decoded once more by ftfy.

    >>> clean("坚持改革\n½ÌÓý²¿ÃÅÒªÂäʵÕþ²ß", as_latin1_lossy)  # ʵ is CA B5, two bytes of GBK that were UTF-8 as well
    '坚持改革\n教育部门要落实政策'
    >>> clean("Évènement à São Paulo", as_latin1_lossy)
    'Évènement à São Paulo'
    """
    for line in profile.fact(lines):
        if not line.exact:
            yield Edit(line.start, line.end, line.new)
