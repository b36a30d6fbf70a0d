"""What ftfy makes of single bytes that it takes for UTF-8, and from which bytes that can have come.

GBK read as cp1252 often holds two bytes that happen to be UTF-8. ftfy decodes such stretches, more than once if that
makes new ones, breaks ligatures up, turns C1 controls into the characters of cp1252 and composes accents (NFC).
"""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import permutations, product
from typing import TypeAlias
from unicodedata import combining, normalize

from ...text.codecs import cp1252_bytes
from ...text.match import Lazy

#: Characters of U+0080-07FF that ftfy writes as two ASCII letters.
_LIGATURES = {"IJ": "\u0132", "ij": "\u0133", "\u02bcn": "\u0149", "D\u017d": "\u01c4", "D\u017e": "\u01c5", "d\u017e": "\u01c6",
              "LJ": "\u01c7", "Lj": "\u01c8", "lj": "\u01c9", "NJ": "\u01ca", "Nj": "\u01cb", "nj": "\u01cc",
              "DZ": "\u01f1", "Dz": "\u01f2", "dz": "\u01f3", "ff": "\ufb00", "fi": "\ufb01", "fl": "\ufb02", "st": "\ufb06"}
#: The characters below U+0800 that stand on the one before: NFC puts them into an order of its own.
_MARKS = ("\u0300-\u034e\u0350-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
          "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u07eb-\u07f3\u07fd")
_CLUSTER = Lazy(f"(?s:{'|'.join(sorted(_LIGATURES, reverse=True))}|.[{_MARKS}]{{0,4}})")
# Bits, as counted on 49,000 characters of GBK that ftfy had been over:
LAYER = 4.0  # a stretch was decoded: one character in 22
OTHER_ENCODING = 5.0  # it was decoded in another encoding than cp1252: one in 2,500
COMPOSED = 2.0
SEMICOLON = 5.0  # Chinese text has the mark of full width
BUDGET = 18.0  # what costs more was never seen
#: The encodings in which ftfy looks for UTF-8, in its order: ÄÆ is C4 AF in windows-1257 and becomes į.
ENCODINGS = ("cp1252",  "cp1251", "cp1250", "cp1253", "cp1254", "cp1257", "iso8859-2", "mac-roman", "cp437")
MOST = 24  # sources of a cluster: of 49,000 characters none had a later one than the eleventh
PER_PART = 5  # sources of a character in a cluster of several

_Row: TypeAlias = tuple[int, ...]


def clusters(text: str) -> Iterator[str]:
    """The characters, each with the accents on it; the letters of a ligature together."""
    for match in _CLUSTER.finditer(text):
        yield match[0]


@lru_cache(maxsize=8192)
def sources(cluster: str) -> tuple[tuple[_Row, float], ...]:
    """The rows of bytes that a cluster can stand for, each with its cost."""
    out: dict[_Row, float] = {}

    def add(parts: Iterable[str], extra: float) -> None:
        few = None if len(cluster) == 1 else PER_PART
        for chosen in product(*(_expanded(part, BUDGET)[:few] for part in parts)):
            cost = extra + sum(bits for _, bits in chosen)
            row = sum((data for data, _ in chosen), ())
            if cost < min(BUDGET + 1, out.get(row, 1e9)):
                out[row] = cost

    if cluster in _LIGATURES:
        add(_LIGATURES[cluster], COMPOSED)
    add(cluster, 0.0)
    if "\u0308\u0301" in cluster:  # U+0344, which NFC takes apart
        add(cluster.replace("\u0308\u0301", "\u0344"), COMPOSED)
    if len(cluster) > 1 and combining(cluster[0]):  # marks alone, which NFC puts into its order as well
        for order in set(permutations(cluster)) - {tuple(cluster)}:
            if normalize("NFC", "".join(order)) == cluster:
                add(order, COMPOSED)
    apart = normalize("NFD", cluster)
    if len(apart) > 1 and combining(apart[1]):
        for parts in _compositions(apart):
            add(parts, COMPOSED)
    return tuple(sorted(out.items(), key=lambda item: (item[1], item[0])))[:MOST]


def _compositions(apart: str) -> Iterator[tuple[str, ...]]:
    """A letter and the marks behind it that NFC makes the same of, in any order, the first of them composed or not."""
    base, marks = apart[0], apart[1:5]
    same = normalize("NFC", apart)
    table = cp1252_bytes()
    for order in sorted(set(permutations(marks))):
        if normalize("NFC", base + "".join(order)) == same:
            yield base, *order
            joined = normalize("NFC", base + order[0])
            if len(joined) == 1 and joined in table and len(order) > 1:
                yield joined, *order[1:]


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
def _expanded(char: str, budget: float) -> tuple[tuple[_Row, float], ...]:
    """The bytes of a character: its own in cp1252, or those of its UTF-8, each again read in either way."""
    table = cp1252_bytes()
    code = table.get(char)
    best: dict[_Row, float] = {}

    def add(row: _Row, cost: float) -> None:
        if cost <= min(budget, best.get(row, budget)):
            best[row] = cost

    if char == ";":
        add((0x3B,), SEMICOLON)
    elif code is not None:
        add((code,), 0.0)
    if budget >= LAYER and (char > "\x7f" or char == ";") and not "\ud800" <= char <= "\udfff":
        # a C1 control was made a character of cp1252; NFC made the Greek question mark a semicolon
        for form in sorted({char, chr(code) if code is not None else char, *_singletons().get(char, ())}):
            data = form.encode()
            for encoding in ENCODINGS:
                cost = LAYER if encoding == "cp1252" else LAYER + OTHER_ENCODING
                if cost > budget:
                    continue
                before = map(_sloppy(encoding).__getitem__, data)
                for parts in product(*(_expanded(c, budget - cost)[:6] for c in before)):
                    whole = cost
                    for part in parts:
                        whole += part[1]
                    if whole > budget:  # of ten of them nine
                        continue
                    row = sum((part[0] for part in parts), ())
                    add(row, whole)
                    if row[-1] == 0xA0:  # ftfy takes a space for the no-break space that it would have to be
                        add((*row[:-1], 0x20), whole + COMPOSED)
    if code is not None and 0x80 <= code < 0xA0:
        add((0xC2, 0xC2, code), 2 * LAYER - 1)  # C2 84 made „, and Â„ again; nothing else of three bytes is as common
    return tuple(sorted(best.items(), key=lambda item: (item[1], item[0]))[:24])
