"""HTML entities and escapes: never decoded, or stripped of their marks by a careless cleaner."""

import html
from collections.abc import Iterator
from html.entities import name2codepoint

from ...core.edits import Edit
from ...core.profile import Profile
from ...text.gates import latin1, unusual
from ...text.match import Lazy
from ...text.ranges import HAN

#: Names that are no word and no identifier anybody writes; times or copy are, and need Chinese beside them.
_UNMISTAKABLE = ("nbsp|ldquo|rdquo|lsquo|rsquo|sbquo|bdquo|mdash|ndash|hellip|middot|emsp|ensp|thinsp|permil|laquo|raquo|"
                 "lsaquo|rsaquo|zwnj|zwj|frac12|frac14|frac34|sup2|sup3|plusmn")
_WORDS = "amp|quot|lt|gt|times|divide|deg|copy|reg|trade|bull|yen|pound|euro|cent|sect|para|prime|rarr|larr|le|ge|ne|infin|radic|sum"
_CJK = "\u2010-\u203b\u2460-\u24ff\u3000-\u303f\u3400-\u9fff\uff01-\uffe5"

_ENTITY = Lazy(r"&(?:(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});|(nbsp|ldquo|rdquo)(?![A-Za-z0-9;=]))")
_TAG = Lazy(r"</?[A-Za-z][A-Za-z0-9]{0,9}(?:[ \t\n][^<>]{0,300})?/?>")
_STRIPPED = Lazy(
    rf"(?:(?<![A-Za-z&#\\])|(?<=x0[aAdD]))(?<!&amp;)(?:{_UNMISTAKABLE});"
    rf"|(?<=[{HAN}{_CJK};])(?:{_WORDS});(?=[{HAN}{_CJK}])"
    rf"|(?<![&\\])(?:#[0-9]{{4,5}};)++"
)
_STRIPPED_LINE = Lazy(r"(?<![\\&#])x0[dD](?:\n|x0[aA])|(?<![A-Za-z0-9\\&#])x0[aAdD](?![A-Za-z0-9])")
_STRIPPED_HEX = Lazy(r"(?<![A-Za-z0-9\\&#])(?:x[0-9a-fA-F]{4};?)++(?![A-Za-z0-9])")
_STRIPPED_HINT = Lazy(r"[a-z2-4];|#[0-9]{4}|x0[aAdD]|x[0-9a-fA-F]{4}")
_ESCAPES = Lazy(r"(?:(?<!\\)[\\%]u[0-9a-fA-F]{4})++")
_ESCAPED_MARK = Lazy(r"\\(?:r\\n|[nrt\"/])")
_HAN = Lazy(f"[{HAN}]")
#: Escaped Chinese characters that make a document escaped, and not a document about escapes.
ESCAPED_HAN = 4


def may_hold_entities(profile: Profile) -> bool:
    """Whether an ampersand stands in the text."""
    return b"&" in profile.fact(latin1)


def may_hold_stripped(profile: Profile) -> bool:
    """Whether an entity without its marks may stand in the text."""
    signs = profile.fact(unusual)
    return (b";" in signs or b"#" in signs or b"x" in signs) and _STRIPPED_HINT.search(profile.fact(latin1).decode("latin-1")) is not None


def may_hold_escapes(profile: Profile) -> bool:
    r"""Whether ``\u`` or ``%u`` stands in the text, and its Chinese is written so."""
    marks = profile.fact(latin1)
    return (b"\\u" in marks or b"%u" in marks) and profile.fact(is_escaped)


def html_entity(text: str, profile: Profile) -> Iterator[Edit]:
    """Entities that nobody decoded.

    >>> clean("坚持&ldquo;四个自信&rdquo;&#65292;推进改革", html_entity)
    '坚持“四个自信”，推进改革'
    >>> clean("CG&3D电脑手绘", html_entity)  # no entity
    'CG&3D电脑手绘'

    **Safety.** Not in a text with tags: there the entities are right. Never twice: ``&amp;nbsp;`` stays as it is.
    """
    if _TAG.search(text):
        return
    for match in _ENTITY.finditer(text):
        name = match[1] or match[2]
        if name == "amp" and _ENTITY.match("&" + text[match.end() : match.end() + 33]):
            continue
        if text[max(0, match.start() - 5) : match.start()].endswith("&amp;"):
            continue
        if name[0] != "#" and name not in name2codepoint and name not in ("apos",):
            continue
        new = html.unescape(f"&{name};")
        if new == "\r":
            new = "" if text.startswith(("\n", "&#10;", "&#x0a;", "&#xa;", "&#xA;", "&#x0A;"), match.end()) else "\n"
        if new == "\n" or new == "" and name[0] == "#" or new.isprintable() or new in "\N{NO-BREAK SPACE}\t\u2002\u2003\u2009\u3000":
            yield Edit(*match.span(), new)


def stripped_entity(text: str, profile: Profile) -> Iterator[Edit]:
    """Entities that lost their ampersand.

    >>> clean("坚持ldquo;四个自信rdquo;x0dx0a推进改革", stripped_entity)
    '坚持“四个自信”\\n推进改革'
    >>> clean("用乘号(times;)表示", stripped_entity)
    '用乘号(times;)表示'
    """
    edits = []
    if ";" in text:
        for match in _STRIPPED.finditer(text):
            new = _numbered(match[0]) if match[0][0] == "#" else chr(name2codepoint[match[0][:-1]])
            if new is not None:
                edits.append(Edit(*match.span(), new))
    if "x" in text:
        edits += [Edit(*match.span(), "\n") for match in _STRIPPED_LINE.finditer(text)]
        for match in _STRIPPED_HEX.finditer(text):
            codes = match[0].replace(";", "").split("x")[1:]
            if all(_is_cjk(int(code, 16)) for code in codes):
                edits.append(Edit(*match.span(), "".join(chr(int(code, 16)) for code in codes)))
    yield from sorted(edits)


def _numbered(text: str) -> str | None:
    codes = [int(code) for code in text.strip("#;").split(";#")]
    return "".join(map(chr, codes)) if all(map(_is_cjk, codes)) else None


def _is_cjk(code: int) -> bool:
    return 0x2010 <= code <= 0x203B or 0x3000 <= code <= 0x303F or 0x4E00 <= code <= 0x9FFF or 0xFF01 <= code <= 0xFFE5


def is_escaped(profile: Profile) -> bool:
    """Whether Chinese characters stand as escapes, and not only some in a program or a character class."""
    text = profile.text
    han = 0
    for match in _ESCAPES.finditer(text):
        start, end = match.span()
        if text[end : end + 1] == "-" or text[start - 1 : start] in ("-", "["):
            continue  # a character class
        han += sum(0x4E00 <= int(text[k + 2 : k + 6], 16) <= 0x9FFF for k in range(start, end, 6))
    return han >= ESCAPED_HAN and han > len(_HAN.findall(text))


def unicode_escape(text: str, profile: Profile) -> Iterator[Edit]:
    r"""A text whose Chinese characters stand as escapes.

    >>> clean(r"\u6559\u80b2\u53d1\u5c55", unicode_escape)
    '教育发展'
    >>> clean(r"用正则[\u4e00-\u9fa5]匹配汉字", unicode_escape)  # a text about escapes
    '用正则[\\u4e00-\\u9fa5]匹配汉字'
    """
    if not profile.fact(is_escaped):
        return
    edits = []
    for match in _ESCAPES.finditer(text):
        start, end = match.span()
        units = b"".join(int(text[k + 2 : k + 6], 16).to_bytes(2, "big") for k in range(start, end, 6))
        try:
            edits.append(Edit(start, end, units.decode("utf-16-be")))
        except UnicodeDecodeError:  # half a pair
            continue
    if "\n" not in text and "\\" in text:
        marks = {"\\r\\n": "\n", "\\n": "\n", "\\r": "\n", "\\t": "\t", '\\"': '"', "\\/": "/"}
        edits += [Edit(*match.span(), marks[match[0]]) for match in _ESCAPED_MARK.finditer(text)]
    yield from sorted(edits)
