"""Reads the single-byte parts of one document as the double-byte or UTF-8 text that they were."""

from collections.abc import Sequence
from functools import cache

from ...text.codecs import cp1252_bytes
from ...text.encodings import DoubleByte, Encoding, Utf8
from ...text.language_model import LONGEST, LanguageModel, language_model
from ...text.lattice import Option, Slot, read, slot
from ...text.match import Lazy
from .familiar import is_familiar, unfamiliar
from .islands import Island, islands
from .layers import clusters, sources
from .units import QUOTES, SOFT_HYPHEN, gap_end, of_byte, of_layers, of_utf8, whole_character

READABLE = 10.0  # bits a character: a line of names and numbers in Chinese costs up to 9, bytes at random 18
SHORT_LINE = 8.0  # bits that a line may cost whatever its length
#: Signs that the model has seldom seen and that a text may well hold: ×, ℃, ①, □.
_SIGN = Lazy("[\u00a1-\u024f\u0370-\u04ff\u2010-\u2bff\u3200-\u33ff]")
#: The dots from a heading to its page: no evidence for or against Chinese.
_LEADER = Lazy(r"([^\w\s])\1{3,}+")
LENIENCE = 6.0  # bits for each of them
LACKING = 12.0  # bits that a line must gain by bytes put in, where the document is too short to lack U+00AD by itself
SOFT_HYPHENS = 0.01  # of the bytes of GBK and Big5 above 80
STUMBLE = 36.0  # bits of three characters: one such row in a hundred of clean prose costs more
ALONE = 0.55  # of that: one character may cost so much
DOUBT = 23.0  # the same beside a character that several bytes became
SHORT_TEXT = 200  # characters: ftfy decodes one stretch in fifteen
#: One or two letters between Chinese characters: 環 is AD and h, and without the one the other is left.
_GLUED = Lazy("(?<=[\u2e80-\uffff])[@-~\uff21-\uff5a]{1,2}(?=[\u2e80-\uffff])")
_ASCII = bytes(range(0x80))
C1_BYTES = tuple(range(0x80, 0xA0))
_C1 = frozenset(map(chr, C1_BYTES))
CP1252_GAPS = (0x81, 0x8D, 0x8F, 0x90, 0x9D)
SPECIALS = frozenset("€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ")
DROPPED = 5.0  # bits of a byte put in, where it is not sure that the document lacks it


class Reader:
    """Decodes the parts of one document in one encoding."""

    def __init__(self, text: str, parts: Sequence[tuple[int, int]], encoding: str) -> None:
        self.text = text
        self.model = language_model()
        self.encoding = encoding
        whole = "".join(text[start:end] for start, end in parts)
        data = as_bytes(whole)
        decoded = data.decode(encoding, "ignore")
        self.traditional = self.model.is_traditional(decoded)
        chars = set(whole)
        self.has_c1 = not chars.isdisjoint(_C1)
        self.has_cp1252 = not chars.isdisjoint(SPECIALS)
        self.has_soft_hyphen = "\N{SOFT HYPHEN}" in whole
        self.layered = max(chars - SPECIALS, default="") >= "\u0100"
        # ftfy's layer may leave nothing beyond U+00FF in a few characters, not in a line
        self.may_be_layered = not self.layered and encoding != "utf-8" and len(whole) < SHORT_TEXT
        self.may_lack = not self.has_soft_hyphen and encoding != "utf-8"
        # that a document has none by chance is the less likely the longer it is
        high = len(data.translate(None, _ASCII))
        self.lacking = max(0.0, LACKING - 1.44 * SOFT_HYPHENS * high)
        bits = 1.0 + DROPPED * self.lacking / LACKING
        self.dropped = bits
        self.maybe_soft_hyphen = slot((Option(0.0, ()), Option(bits, (SOFT_HYPHEN,)), Option(2 * bits, (SOFT_HYPHEN, SOFT_HYPHEN))))
        self.trailing_soft_hyphen = slot((Option(0.0, ()), Option(bits, (SOFT_HYPHEN,), True)))
        self.lattice = _lattice(encoding, self.traditional)
        self.codec = "gb18030" if encoding == "gbk" else encoding

    def read(self, start: int, end: int) -> tuple[str, bool] | None:
        """What a part was, and whether no byte had to be guessed; None if that is no Chinese."""
        old = self.text[start:end]
        strict = self.strict(old)
        if strict is not None and (self.encoding == "utf-8" or self._is_sure(strict, old)):  # of UTF-8 nothing can lack then
            return strict, True
        if strict is not None and not self._chinese(strict) and self.encoding != "utf-8":
            strict = None
        if strict is not None and not ((self.may_lack or self.layered or not QUOTES.isdisjoint(old)) and self._lacks(strict)):
            return strict, True
        found = self._search(old, start, end, self.layered)
        if self.may_be_layered and (found is None or _stumbles(found, self.model)):
            again = self._search(old, start, end, True)  # ftfy's layer may leave nothing but ASCII: ligatures
            if again is not None and (found is None or self.model.bits(again) < self.model.bits(found) - 10):
                found = again
        if strict is not None and (found is None or self._cost(found) + self.lacking > self._cost(strict)):
            found = strict  # rare words are likelier than lost bytes
        if found is not None and (found == strict or self._chinese(found)):
            return found, found == strict
        return None

    def _is_sure(self, strict: str, old: str) -> bool:
        """Whether a line that could be decoded is Chinese, and no byte of it is missing."""
        if self.may_lack or self.layered or not is_familiar(strict):
            return False
        if QUOTES.isdisjoint(old):
            return True
        return not any(_stumbles(strict, self.model, STUMBLE, start, end)
                       for start, end in unfamiliar(strict, [k for k, char in enumerate(old) if char in QUOTES]))

    def _lacks(self, new: str) -> bool:
        return _stumbles(new, self.model) or _GLUED.search(new) is not None

    def strict(self, old: str) -> str | None:
        table = cp1252_bytes()
        try:
            data = bytes(map(table.__getitem__, old))
            return data.decode("gb18030" if self.encoding == "gbk" else self.encoding)
        except (KeyError, UnicodeDecodeError):
            return None

    def _chinese(self, new: str) -> bool:
        if is_familiar(new):
            return True
        # a line of dashes or of names costs more than prose, and no more than bytes at random save
        new = _LEADER.sub(r"\1", new)
        return bool(new.strip()) and self._cost(new) < READABLE * (len(new) + 1) + SHORT_LINE

    def _cost(self, new: str) -> float:
        return self.model.bits(new) - LENIENCE * len(_SIGN.findall(new))

    def _search(self, old: str, start: int, end: int, layered: bool) -> str | None:
        before = self.text[max(0, start - 2) : start] or "\n"
        if self.encoding == "utf-8":
            return self._read_gaps(self._utf8_slots(old), before)
        units = list(clusters(old)) if layered else list(old)
        rows = [self._likeliest(unit, layered) for unit in units]
        out: list[str] = []
        at, tail = 0, before
        for island in (*islands(rows, self.codec, self.model), Island(len(units), len(units), "")):
            if at < island.start:
                gap = self._gap(units[at : island.start], rows[at : island.start], layered, tail, island.text[:2] or "\n")
                if gap is None:
                    return self._read(self._double_byte_slots(units, layered), before, "\n")
                out.append(gap)
                tail = (tail + gap)[-2:]
            out.append(island.text)
            tail = (tail + island.text)[-2:]
            at = island.end
        return "".join(out)

    def _likeliest(self, unit: str, layered: bool) -> bytes:
        code = cp1252_bytes().get(unit)
        if code is not None and not (layered and unit == ";"):  # which NFC makes of the second half of 途
            return bytes((code,))
        found = sources(unit) if layered and unit != ";" else ()
        return bytes(found[0][0]) if found else b"\xff"

    def _gap(self, units: Sequence[str], rows: Sequence[bytes], layered: bool, before: str, after: str) -> str | None:
        """What lies between two islands: the bytes as they are, if they read well, or what a search finds."""
        data = b"".join(rows)
        try:
            strict = data.decode(self.codec)
        except UnicodeDecodeError:
            pass
        else:
            whole = before + strict + after
            limit = STUMBLE if QUOTES.isdisjoint(units) else DOUBT
            plain = not layered or all(map(cp1252_bytes().__contains__, units))
            if not _stumbles(whole, self.model, limit if plain else DOUBT) and not ((self.may_lack or layered) and _GLUED.search(whole)):
                return strict
        return self._read(self._double_byte_slots(units, layered), before, after)

    def _read(self, slots: Sequence[Sequence[Option]], before: str, after: str) -> str | None:
        found = read(slots, self.lattice, before, after, 1)
        return found[0].text if found else None

    def _read_gaps(self, slots: list[Slot], before: str) -> str | None:
        """What UTF-8 was. Behind as many whole characters as the model looks back at a search knows nothing of what was
        before: searched piece by piece the text is the same, and what a search remembers of a whole line is too much.
        """
        whole = [*map(whole_character, slots)]
        out: list[str] = []
        k = 0
        while k < len(slots):
            char = whole[k]
            if char is None:
                end = gap_end(whole, k)
                after = "".join(char or "" for char in whole[end : end + LONGEST])
                gap = self._read(slots[k:end], before, after + "\n" * (end + LONGEST >= len(slots)))
                if gap is None:
                    return None
                char, k = gap, end
            else:
                k += 1
            out.append(char)
            before = (before + char)[-LONGEST:]
        return "".join(out)

    def _double_byte_slots(self, units: Sequence[str], layered: bool) -> list[Sequence[Option]]:
        out: list[Sequence[Option]] = []
        for cluster in units:
            if self.may_lack:
                # AD before a letter or ` is 環 or 璥: no character of simplified text begins so
                letter = self.traditional is not True and "@" <= cluster <= "~"
                out.append(self.trailing_soft_hyphen if letter else self.maybe_soft_hyphen)
            out.append(of_layers(cluster, self.dropped if self.may_lack else 0.0) if layered else of_byte(cluster))
        return out

    def _utf8_slots(self, old: str) -> list[Slot]:
        hyphen = () if self.has_soft_hyphen else (SOFT_HYPHEN,)
        lost = hyphen if self.has_c1 else (*CP1252_GAPS, *hyphen) if self.has_cp1252 else (*C1_BYTES, *hyphen)
        table = cp1252_bytes()
        out: list[Slot] = []
        k = 0
        while k < len(old):
            byte = table.get(old[k], 0)
            end = k + 1
            size = 1 if byte < 0xC2 else 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
            while end < len(old) and end < k + size and 0x80 <= table.get(old[end], 0) < 0xC0:
                end += 1
            out.append(of_utf8(old[k:end], size, lost))
            k = end
        return out


def _stumbles(text: str, model: LanguageModel, limit: float = STUMBLE, start: int = 0, end: int | None = None) -> bool:
    """Whether three characters in a row read like no Chinese: bytes may be missing there."""
    row = model.row(("\n" + text[:start])[-LONGEST:].translate(model.fold))
    before2 = before = 0.0
    for symbol in text[start:end].translate(model.fold):
        bits, row = row.steps.get(symbol) or model.step(row, symbol)
        if before2 + before + bits > limit or bits > ALONE * limit:
            return True
        before2, before = before, bits
    return False


@cache
def _lattice(encoding: str, traditional: bool | None) -> Encoding:
    model = language_model()
    if encoding == "utf-8":
        return Utf8(model, traditional)
    return DoubleByte(model, "gb18030" if encoding == "gbk" else "big5", traditional)


def as_bytes(text: str) -> bytes:
    """The bytes of single-byte characters; what is none stands for its own UTF-8 bytes, as ftfy's layer left it."""
    table = cp1252_bytes()
    try:
        return bytes(map(table.__getitem__, text))
    except KeyError:
        pass
    out = bytearray()
    for char in text:
        code = table.get(char)
        if code is None:
            out += char.encode("utf-8", "replace")
        else:
            out.append(code)
    return bytes(out)
