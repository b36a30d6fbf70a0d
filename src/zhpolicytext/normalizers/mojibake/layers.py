"""What ftfy makes of single bytes that it takes for UTF-8, and from which bytes that can have come.

GBK read as cp1252 often holds two bytes that happen to be UTF-8. ftfy decodes such stretches, more than once if that
makes new ones, breaks ligatures up, turns C1 controls into the characters of cp1252 and composes accents (NFC).
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import permutations, product
from unicodedata import combining, normalize

from ...text.codecs import cp1252_bytes
from ...text.match import Lazy

#: Characters of U+0080-07FF that ftfy writes as two ASCII letters.
_LIGATURES = {"IJ": "\u0132", "ij": "\u0133", "\u02bcn": "\u0149", "D\u017d": "\u01c4", "D\u017e": "\u01c5", "d\u017e": "\u01c6",
              "LJ": "\u01c7", "Lj": "\u01c8", "lj": "\u01c9", "NJ": "\u01ca", "Nj": "\u01cb", "nj": "\u01cc",
              "DZ": "\u01f1", "Dz": "\u01f2", "dz": "\u01f3", "ff": "\ufb00", "fi": "\ufb01", "fl": "\ufb02", "st": "\ufb06"}
_CLUSTER = Lazy(
    "(?s:" + "|".join(sorted(_LIGATURES, reverse=True)) + "|.[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f]{0,4})"
)
LAYER = 4.0  # bits: a stretch was decoded; about one character in fifteen
OTHER_ENCODING = 3.0
COMPOSED = 2.0
#: The encodings in which ftfy looks for UTF-8, in its order: ÄÆ is C4 AF in windows-1257 and becomes į.
ENCODINGS = ("cp1252",  "cp1251", "cp1250", "cp1253", "cp1254", "cp1257", "iso8859-2", "mac-roman", "cp437")
DEPTH = 3  # passes of ftfy


def clusters(text: str) -> Iterator[str]:
    """The characters, each with the accents on it; the letters of a ligature together."""
    for match in _CLUSTER.finditer(text):
        yield match[0]


@lru_cache(maxsize=8192)
def sources(cluster: str) -> tuple[tuple[tuple[int, ...], float], ...]:
    """The rows of bytes that a cluster can stand for, each with its cost."""
    out: dict[tuple[int, ...], float] = {}

    def add(data: tuple[int, ...], cost: float) -> None:
        if cost < out.get(data, 1e9):
            out[data] = cost

    if cluster in _LIGATURES:
        for data, cost in _expanded(_LIGATURES[cluster], DEPTH):
            add(data, cost + COMPOSED)
    depth = DEPTH if len(cluster) == 1 else 1
    for parts in product(*(_expanded(char, depth) for char in cluster)):
        add(sum((part[0] for part in parts), ()), sum(part[1] for part in parts))
    if "\u0308\u0301" in cluster:  # U+0344, which NFC takes apart
        for data, cost in sources(cluster.replace("\u0308\u0301", "\u0344")):
            add(data, cost + COMPOSED)
    apart = normalize("NFD", cluster)
    if len(apart) > 1 and combining(apart[1]):
        for base, marks in _compositions(apart):
            for parts in product(_expanded(base, 1), *(_expanded(mark, 1) for mark in marks)):
                add(sum((part[0] for part in parts), ()), COMPOSED + sum(part[1] for part in parts))
    return tuple(sorted(out.items(), key=lambda item: (item[1], item[0])))[:40]


def _compositions(apart: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """A letter of cp1252 and the marks behind it that make, composed, the same as base and marks."""
    base, marks = apart[0], apart[1:4]
    table = cp1252_bytes()
    for order in sorted(set(permutations(marks))):
        yield base, order
        joined = normalize("NFC", base + order[0])
        if len(joined) == 1 and joined in table and len(order) > 1:
            yield joined, order[1:]


@cache
def _sloppy(encoding: str) -> tuple[str, ...]:
    """The characters of the 256 bytes, C1 controls where the encoding has none."""
    return tuple(bytes((byte,)).decode(encoding, "ignore") or chr(byte) for byte in range(256))


@cache
def _singletons() -> dict[str, tuple[str, ...]]:
    """The characters that NFC replaces by another one."""
    out: dict[str, list[str]] = {}
    for code in (*range(0x340, 0x388), *range(0x1F71, 0x1FFF), *range(0x2000, 0x2002), *range(0x2126, 0x212C), *range(0xF900, 0xFAFF)):
        new = normalize("NFC", chr(code))
        if new != chr(code) and len(new) == 1:
            out.setdefault(new, []).append(chr(code))
    return {new: tuple(old) for new, old in out.items()}


@lru_cache(maxsize=8192)
def _expanded(char: str, depth: int) -> tuple[tuple[tuple[int, ...], float], ...]:
    """The bytes of a character: its own in cp1252, or those of its UTF-8, each again read in either way."""
    table = cp1252_bytes()
    code = table.get(char)
    out: list[tuple[tuple[int, ...], float]] = []
    if code is not None:
        out.append(((code,), 0.0))
    elif char == ";":
        out.append(((0x3B,), 0.0))
    if depth and (char > "\x7f" or char == ";") and not "\ud800" <= char <= "\udfff":
        # a C1 control was made a character of cp1252; NFC made the Greek question mark a semicolon
        for form in sorted({char, chr(code) if code is not None else char, *_singletons().get(char, ())}):
            data = form.encode()
            for encoding in ENCODINGS:
                before = "".join(map(_sloppy(encoding).__getitem__, data))
                few = 6 if encoding == "cp1252" else 2
                for parts in product(*(_expanded(c, depth - 1)[:few] for c in before)):
                    row = sum((part[0] for part in parts), ())
                    cost = LAYER + sum(part[1] for part in parts) + (0.0 if encoding == "cp1252" else OTHER_ENCODING)
                    out.append((row, cost))
                    if row[-1] == 0xA0:  # ftfy takes a space for the no-break space that it would have to be
                        out.append(((*row[:-1], 0x20), cost + COMPOSED))
    if code is not None and 0x80 <= code < 0xA0 and depth > 1:
        out.append(((0xC2, 0xC2, code), 2 * LAYER - 1))  # C2 84 made „, and Â„ again; nothing else of three bytes is as common
    best: dict[tuple[int, ...], float] = {}
    for row, cost in out:
        best[row] = min(cost, best.get(row, cost))
    return tuple(sorted(best.items(), key=lambda item: (item[1], item[0]))[:24])
