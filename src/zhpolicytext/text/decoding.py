"""Bytes to text: the encoding is read off the bytes, and the choice is reported."""

import codecs
import re
from typing import NamedTuple

from .language_model import language_model

#: Names on pages, as browsers read them: gb2312 and gbk mean GB18030, latin-1 means cp1252.
_LABELS = {"gb2312": "gb18030", "gbk": "gb18030", "cp936": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030", "chinese": "gb18030",
           "utf8": "utf-8", "big5-hkscs": "big5hkscs", "cp950": "big5", "x-x-big5": "big5", "iso-8859-1": "cp1252", "latin1": "cp1252",
           "latin-1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252", "windows-1252": "cp1252", "utf-16": "utf-16-le",
           "unicode": "utf-16-le"}
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (b"\x84\x31\x95\x33", "gb18030"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([A-Za-z0-9_:.-]{2,40})"""
                       rb"""|<\?xml[^>]{0,100}?encoding\s{0,5}=\s{0,5}["']([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
HEAD = 4096  # bytes in which a page declares itself; browsers look at 1,024
SAMPLE = 6000  # bytes that are weighed


class Decoded(NamedTuple):
    """A text, how it was encoded, and why that was believed."""

    text: str
    encoding: str
    reason: str
    declared: str | None = None  # the charset that the caller, the page or the XML declaration names
    undecodable: int = 0  # bytes that became U+FFFD
    scores: tuple[tuple[str, float], ...] = ()  # bits a character of each encoding that was weighed, likeliest first


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of bytes in UTF-8, GB18030 (with GBK and GB2312), Big5 or UTF-16.

    In this order: a byte order mark; UTF-8, if all is valid; the declared charset (`declared`, an HTML ``meta``, the XML
    declaration), if the bytes are text in it; the encoding in which the language model finds the likeliest text.

    >>> decode("教育部关于印发通知".encode("gbk"))[:3]
    ('教育部关于印发通知', 'gb18030', 'likeliest: gb18030 before big5')
    >>> decode("教育部".encode()).reason
    'valid UTF-8'
    """
    if not isinstance(data, (bytes, bytearray, memoryview)):
        raise TypeError(f"decode takes bytes, not {type(data).__name__}: text is decoded already")
    data = bytes(data)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding, "byte order mark", declared)
    name = declared or _declaration(data)
    label = _label(name)
    wide = _utf16(data)
    if wide:
        return _decoded(data, wide, "every other byte of the ASCII characters is zero", name)
    if data.isascii():
        return Decoded(data.decode("ascii"), "utf-8", "ASCII", name)
    try:
        text = data.decode("utf-8")
        if max(text) > "\u07ff" or len(data) > 200 or not _reads_as_gbk(data):
            return Decoded(text, "utf-8", "valid UTF-8", name)
    except UnicodeDecodeError:
        pass  # two or three characters of GBK can be UTF-8 as well (联通, 学校): weighed like the rest
    scores = _scores(data, label)
    costs = dict(scores)
    best = scores[0][0]
    if label is not None and label in costs and costs[label] <= costs[best] + 2.0:
        return _decoded(data, label, f"declared as {name}", name, scores)
    reason = f"likeliest: {best} before {scores[1][0]}"
    if label is not None and label != best:
        reason += f"; declared as {name}, but is no text in it"
    return _decoded(data, best, reason, name, scores)


def _reads_as_gbk(data: bytes) -> bool:
    text = data.decode("gb18030", "replace")
    return sum(char > "\u2e7f" for char in text) > 1 and language_model().bits(text) < 12.0 * len(text)


def _declaration(data: bytes) -> str | None:
    match = _DECLARED.search(data[:HEAD])
    return (match[1] or match[2]).decode("ascii") if match else None


def _label(name: str | None) -> str | None:
    if name is None:
        return None
    low = name.strip().lower()
    low = _LABELS.get(low, low)
    try:
        codecs.lookup(low)
    except LookupError:
        return None
    return low


def _utf16(data: bytes) -> str | None:
    """UTF-16 without a mark, where line ends, digits and spaces give it away; without any, `_scores` weighs it."""
    head = data[:SAMPLE]
    if len(head) < 4 or len(data) % 2:
        return None
    zeros_odd, zeros_even = head[1::2].count(0), head[::2].count(0)
    if zeros_odd > 10 * zeros_even:
        return "utf-16-le"
    if zeros_even > 10 * zeros_odd:
        return "utf-16-be"
    return None


def _scores(data: bytes, label: str | None) -> tuple[tuple[str, float], ...]:
    sample = data[:SAMPLE]
    names = ["utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be"]
    if label is not None and label not in names:
        names.append(label)
    model = language_model()
    out = []
    for name in names:
        text = sample.decode(name, "replace")
        text = text.removesuffix("\N{REPLACEMENT CHARACTER}") or text  # one byte that is nothing in any encoding
        lost = text.count("\N{REPLACEMENT CHARACTER}")
        if text:
            out.append((name, round((model.bits(text) + 20 * lost) / len(text), 2)))
    return tuple(sorted(out, key=lambda item: item[1]))


def _decoded(data: bytes, encoding: str, reason: str, declared: str | None, scores: tuple[tuple[str, float], ...] = ()) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding, reason, declared, 0, scores)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        return Decoded(text, encoding, reason, declared, text.count("\N{REPLACEMENT CHARACTER}"), scores)
