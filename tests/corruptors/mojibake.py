"""Forward models of mojibake: what decoders, mirror tools and other people's cleaners make of a text.

Pure functions ``text -> damaged text``. They know nothing of the library: the GBK decoder here is written out byte by
byte, with the habits of the decoders that made real pages (a lost byte becomes ``?``, U+FFFD or nothing; a pair of the
user-defined areas becomes a private-use character or nothing).
"""

import random
import re
from collections.abc import Callable, Sequence
from functools import cache
from html.entities import codepoint2name

from .mirror import annotation_order

#: The order in which a mirror tool splits at marks: 、 before ！, then ； ， ！ ？ and ； before 。
MARKS = "、！；，？。"
#: The order that fits the page of seed 001.
MARKS_001 = "、。！；，？"
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
PRIVATE = ("\ue000", "\ue765")  # the user-defined areas of cp936: AAA1-AFFE, F8A1-FEFE, A140-A7A0


# -- decoders

def read_as_gbk(data: bytes, lost: str = REPLACEMENT, private: bool = True, euro: str = "€") -> str:
    """Bytes through a cp936 decoder. ``lost="?"`` eats the ASCII character after a stray lead byte, as Windows does."""
    out = []
    k = 0
    while k < len(data):
        byte = data[k]
        k += 1
        if byte < 0x80:
            out.append(chr(byte))
        elif byte == 0x80:
            out.append(euro)
        elif byte == 0xFF or k == len(data):
            out.append(lost)
        else:
            trail = data[k]
            if trail < 0x40 or trail in (0x7F, 0xFF):
                out.append(lost)
                if lost == "?" or trail == 0xFF:
                    k += 1
                continue
            k += 1
            char = bytes((byte, trail)).decode("gb18030")
            if PRIVATE[0] <= char <= PRIVATE[1] or not private and byte == 0xFE and trail < 0xA1:
                out.append(char if private else "")  # 80 cells of row FE were of private use in GBK 1.0
            else:
                out.append(char if _in_gbk(char) else lost)
    return "".join(out)


def _in_gbk(char: str) -> bool:
    try:
        char.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True


def read_as_browsers(data: bytes) -> str:
    """The WHATWG's gb18030, which is its gbk too: a character for every pair, 80 is €, a bad lead byte alone is U+FFFD."""
    out = []
    k = 0
    while k < len(data):
        byte = data[k]
        trail = data[k + 1] if k + 1 < len(data) else -1
        k += 1
        if byte < 0x80:
            out.append(chr(byte))
        elif byte == 0x80:
            out.append("€")
        elif byte == 0xFF or trail < 0x30 or 0x3A <= trail < 0x40 or trail in (0x7F, 0xFF):
            out.append(REPLACEMENT)
            k += trail == 0xFF and byte != 0xFF
        elif trail < 0x40:
            four = data[k - 1 : k + 3]
            if len(four) == 4 and 0x81 <= four[2] <= 0xFE and 0x30 <= four[3] <= 0x39:
                out.append(four.decode("gb18030", "replace"))
                k += 3
            else:
                out.append(REPLACEMENT)
        else:
            pair = data[k - 1 : k + 1]
            out.append(_LATER_GB18030.get(pair) or pair.decode("gb18030"))
            k += 1
    return "".join(out)


#: Where the table of browsers differs from Python's: GB18030 of 2005 and 2022 took these out of private use.
_LATER_GB18030 = {b"\xa8\xbc": "\u1e3f"} | {bytes((0xA6, trail)): chr(0xFE10 + k) for k, trail in enumerate(
    (0xD9, 0xDB, 0xDA, 0xDC, 0xDD, 0xDE, 0xDF, 0xEC, 0xED, 0xF3))} | {bytes((0xFE, trail)): chr(0x9FB4 + k) for k, trail in enumerate(
    (0x59, 0x61, 0x66, 0x67, 0x6D, 0x7E, 0x90, 0xA0))}


def read_as_windows(data: bytes) -> str:
    """Windows' cp936: what GBK has not is private use from U+E766 on, a lead byte and a bad trail byte are one ``?``."""
    out = []
    k = 0
    while k < len(data):
        byte = data[k]
        k += 1
        if byte <= 0x80 or byte == 0xFF:
            out.append("€" if byte == 0x80 else "\uf8f5" if byte == 0xFF else chr(byte))
            continue
        trail = data[k] if k < len(data) else 0
        k += 1
        if trail < 0x40 or trail in (0x7F, 0xFF):
            out.append("?")
            continue
        pair = bytes((byte, trail))
        out.append(_windows_private().get(pair) or pair.decode("gb18030"))
    return "".join(out)


@cache
def _windows_private() -> dict[bytes, str]:
    cells = [bytes((lead, trail)) for lead in range(0x81, 0xFF) for trail in (*range(0x40, 0x7F), *range(0x80, 0xFF))]
    free = [pair for pair in cells if not _in_gbk(pair.decode("gb18030")) and not PRIVATE[0] <= pair.decode("gb18030") <= PRIVATE[1]]
    return {pair: chr(0xE766 + k) for k, pair in enumerate(free)}


def read_as_java(data: bytes) -> str:
    """Java's GBK: of a pair without a character one byte is U+FFFD if the other can begin one, else both are."""
    out = []
    k = 0
    while k < len(data):
        byte = data[k]
        k += 1
        if byte < 0x80:
            out.append(chr(byte))
            continue
        try:
            out.append(data[k - 1 : k + 1].decode("gbk"))
            k += 1
        except UnicodeDecodeError:
            out.append(REPLACEMENT)
            k += 0x81 <= byte <= 0xFE and k < len(data) and data[k] in (0x80, 0xFF)
    return "".join(out)


def read_as_iconv(data: bytes, lost: str = "") -> str:
    """glibc's ``iconv -c -f GBK``: a pair without a character goes, both bytes of it; so does a stray byte."""
    out = []
    k = 0
    while k < len(data):
        byte = data[k]
        k += 1
        if byte < 0x80:
            out.append(chr(byte))
        elif byte in (0x80, 0xFF) or k == len(data) or data[k] < 0x40 or data[k] == 0x7F:
            out.append(lost)
        else:
            k += 1
            char = data[k - 2 : k].decode("gb18030", "ignore")
            out.append(char if char and _in_gbk(char) else lost)
    return "".join(out)


def read_as_python(data: bytes, codec: str = "gbk", errors: str = "replace") -> str:
    """Python's decoders skip one byte of what they do not know, and try again; they have no euro sign at 80."""
    return data.decode(codec, errors)


def read_as_latin1(data: bytes, encoding: str = "cp1252", drop: str = "") -> str:
    """Bytes through cp1252 as browsers know it (81, 8D, 8F, 90 and 9D are C1 controls), latin-1 or ISO-8859-15, without some."""
    text = "".join(_cp1252(byte) for byte in data) if encoding == "cp1252" else data.decode(encoding)
    return text.translate(dict.fromkeys(map(ord, drop))) if drop else text


def _cp1252(byte: int) -> str:
    try:
        return bytes((byte,)).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


#: What a cleaner drops that removes control characters; what one drops that removes invisible ones.
C1 = "".join(map(chr, range(0x80, 0xA0)))
SOFT_HYPHEN = "\N{SOFT HYPHEN}"


# -- one encoding read as another

def utf8_as_latin1(text: str, encoding: str = "cp1252", drop: str = "") -> str:
    return read_as_latin1(text.encode(), encoding, drop)


def gbk_as_latin1(text: str, encoding: str = "cp1252", drop: str = "") -> str:
    return read_as_latin1(gbk(text), encoding, drop)


def big5_as_latin1(text: str, encoding: str = "cp1252", drop: str = "") -> str:
    return read_as_latin1(text.encode("big5", "ignore"), encoding, drop)


def utf8_as_gbk(text: str, lost: str = REPLACEMENT, private: bool = True, rounds: int = 1) -> str:
    for _ in range(rounds):
        text = read_as_gbk(text.encode(), lost, private)
    return text


def big5_as_gbk(text: str, lost: str = REPLACEMENT, private: bool = True) -> str:
    return read_as_gbk(text.encode("big5", "ignore"), lost, private)


def utf8_as_gb18030(text: str, errors: str = "replace") -> str:
    """Through Python's decoder, which has a character for every pair, four-byte characters, and no euro sign at 80."""
    return text.encode().decode("gb18030", errors)


def utf8_read_by(text: str, decoder: Callable[[bytes], str]) -> str:
    return decoder(text.encode())


def big5_read_by(text: str, decoder: Callable[[bytes], str]) -> str:
    return decoder(text.encode("big5", "ignore"))


def gbk_read_by(text: str, codec: str, errors: str = "replace") -> str:
    """GBK through one of Python's decoders of Big5."""
    return gbk(text).decode(codec, errors)


def big5_as_gb18030(text: str) -> str:
    """Through a decoder that has a character for every pair, as browsers and Python's gb18030 have."""
    return text.encode("big5", "ignore").decode("gb18030", "replace")


def gbk_as_big5(text: str, lost: str = REPLACEMENT, encoding: str = "big5") -> str:
    """GBK bytes through a Big5 decoder: a pair without a character becomes one `lost` (its ASCII trail is kept)."""
    data = gbk(text)
    out = []
    k = 0
    while k < len(data):
        byte = data[k]
        k += 1
        if byte < 0x80:
            out.append(chr(byte))
            continue
        if k == len(data):
            out.append(lost)
            break
        try:
            out.append(data[k - 1 : k + 1].decode(encoding))
            k += 1
        except UnicodeDecodeError:
            out.append(lost)
            if data[k] >= 0x80:
                k += 1
    return "".join(out)


def through_ftfy(text: str) -> str:
    """What ftfy makes of it, without the flattening of quotes and widths."""
    import ftfy

    return ftfy.fix_text(text, uncurl_quotes=False, fix_character_width=False)


# -- GBK out of step

def gbk(text: str) -> bytes:
    """The text in GBK, without what GBK has not."""
    return text.encode("gbk", "ignore")


def annotated(data: bytes, readings: Sequence[tuple[str, str]]) -> bytes:
    """Every hit of a character's bytes, aligned or not, gets the reading in brackets behind it."""
    for char, reading in readings:
        data = data.replace(gbk(char), gbk(char) + b"(" + gbk(reading) + b")")
    return data


def out_of_step(text: str, *, marks: str = MARKS, lost: str = "?", private: bool = True,
                readings: Sequence[tuple[str, str]] = ()) -> str:
    """What a mirror tool makes that annotates and splits GBK bytes, unaligned, and decodes the pieces."""

    def pieces(data: bytes, k: int) -> str:
        if k == len(marks):
            return read_as_gbk(data, lost, private)
        return marks[k].join(pieces(piece, k + 1) for piece in data.split(gbk(marks[k])))

    return pieces(annotated(gbk(text), readings), 0)


def annotated_out_of_step(text: str, depth: int, *, private: bool = True) -> str:
    """The same by a mirror that annotates so many characters, without the readings that stand behind their own."""
    known = annotation_order()[:depth]
    broken = folded(out_of_step(text, private=private, readings=known))
    for char, reading in known:
        broken = broken.replace(f"{char}({reading})", char)
    return broken


def byte_lost(text: str, at: int) -> str:
    """The lead byte of the character at `at` becomes ``?``; what follows is out of step."""
    return text[:at] + "?" + read_as_gbk(gbk(text[at:])[1:], "?")


def stream_out_of_step(text: str, sign: str = "?", pair: str = "?", every: int = 4, at: int = 8) -> str:
    """Every fourth line loses a first byte and is read on by a decoder that has no characters for user-defined pairs.

    `sign` stands where the byte was, `pair` where two bytes were no character: each ``?``, U+FFFD or nothing.
    """

    def stream(line: str) -> str:
        rest = read_as_gbk(gbk(line[at:])[1:])
        return line[:at] + sign + "".join(pair if char == REPLACEMENT or "\ue000" <= char <= "\uf8ff" else char for char in rest)

    lines = text.split("\n")
    for k in range(0, len(lines), every):
        if len(lines[k]) > at + 12 and lines[k][at] >= "\u4e00":
            lines[k] = stream(lines[k])
    return "\n".join(lines)


def folded(text: str) -> str:
    """Full-width ASCII forms to half width: what happened to all five seeds."""
    return text.translate({code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)})


# -- HTML and escapes

def named_entities(text: str) -> str:
    return "".join(f"&{codepoint2name[ord(c)]};" if ord(c) in codepoint2name and c not in "&" else c for c in text)


def numeric_entities(text: str, base: int = 10) -> str:
    shown = "&#{};" if base == 10 else "&#x{:x};"
    return "".join(c if c.isascii() else shown.format(ord(c)) for c in text)


def stripped_entities(text: str) -> str:
    """Named entities that lost their ``&``; line ends as ``&#x0d;&#x0a;`` that lost ``&#;``."""
    return re.sub(r"&(\w+;)", r"\1", named_entities(text)).replace("\n", "x0dx0a")


def unicode_escapes(text: str) -> str:
    return "".join(c if ord(c) < 128 else "".join(f"\\u{unit:04x}" for unit in _utf16(c)) for c in text)


def _utf16(char: str) -> list[int]:
    data = char.encode("utf-16-be", "surrogatepass")
    return [int.from_bytes(data[k : k + 2], "big") for k in range(0, len(data), 2)]


# -- beyond repair

def kunjinkao(text: str) -> str:
    """U+FFFD written as UTF-8 and read as GBK: 锟斤拷."""
    data = text.encode("gbk", "ignore").decode("utf-8", "replace").encode()
    return read_as_gbk(data)


def question_marks(text: str) -> str:
    return "".join(c if c.isascii() else "?" for c in text)


def signs_for_emoji(text: str, rng: random.Random, share: float = 0.1) -> str:
    """A page whose emoji, ornaments and odd blanks a database without a place for them turned into ``?`` or U+FFFD.

    Nothing of the text itself is lost. They stand before and behind sentences and clauses, beside other ornaments.
    """
    favourite = rng.choice(EMOJI_SHOWN)
    out = []
    for before, char in zip("\n" + text, text, strict=False):
        if before in "\n，。！？；：、”" and rng.random() < 4 * share or rng.random() < share / 8:
            out.append(favourite if rng.random() < 0.6 else rng.choice(EMOJI_SHOWN))
        out.append(char)
    return "".join(out)


EMOJI_SHOWN = ("?", "??", "???", " ? ", "? ?", "? ? ?", "?▼", "◆?", "▲ ?", "?★", "?→", "?✦?", "~?", "?_?", "?|", "·?", "(?)",
               REPLACEMENT, 2 * REPLACEMENT, " " + REPLACEMENT)


#: Of two dozen languages: they decode to something in every encoding.
FOREIGN_WORDS = ("English", "日本語", "にほんご", "한국어", "Русский", "Français", "Español", "Deutsch", "العربية", "Português", "Italiano",
                 "Tiếng Việt", "ภาษาไทย", "Ελληνικά", "Türkçe", "Монгол", "བོད་སྐྱིད།", "ئۇيغۇرچە", "Қазақша", "Čeština", "Polski",
                 "Українська", "Română", "Magyar", "Svenska", "עברית", "हिन्दी")


def with_foreign_words(text: str, rng: random.Random) -> str:
    """A page with a menu of languages between its lines, or a word of one here and there. No damage."""
    if rng.random() < 0.5:
        words = rng.sample(FOREIGN_WORDS, rng.randint(1, 14))
        lines = text.split("\n")
        lines.insert(rng.randint(0, len(lines)), rng.choice(("\n", " ", "|", " | ", "/", "、")).join(words))
        return "\n".join(lines)
    return "".join(char + rng.choice(FOREIGN_WORDS) if rng.random() < 0.01 else char for char in text)
