"""Control characters, foreign line ends, and the blank lines that removals leave."""

from collections.abc import Iterator

from ..core.edits import Edit
from ..core.pipeline import Pipeline
from ..core.profile import Profile
from ..core.rule import Kind, Rule, Safety
from ..core.signs import HAN, NUMBERS, Signs
from ..text.gates import BEYOND_GB2312, BLANK, edges, latin1, line_ends
from ..text.match import Lazy
from ..text.sieve import OPEN, sieve

_LINE_END = Lazy("\r\n?|[\x0b\x0c\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}]")
_CONTROL = Lazy("[\x00-\x08\x0e-\x1f\x7f]+")
_HIGH = Lazy("[\x80-\x84\x86-\x9f]+")
_SURROGATE = Lazy("[\ud800-\udfff]+", engine="regex")  # 1 µs for 2,000 characters, re: 13 (docs/adr/0042)
#: A literal first character keeps the search fast (docs/adr/0042); what begins or ends the text is looked at apart.
_BLANKS = Lazy(r"\n(?:[ \t\u3000\xa0]{0,200}\n){3,}")
_AT_START = Lazy(r"(?:[ \t\u3000\xa0]{0,200}\n){3,}")
_UNWANTED = bytes(code for code in range(256) if code >= 0xA0 or 0x20 <= code < 0x7F or code in (9, 10))


def foreign_line_end(text: str, profile: Profile) -> Iterator[Edit]:
    r"""Line ends other than ``\n``.

    >>> clean("第一条\r\n第二条\N{LINE SEPARATOR}第三条", foreign_line_end)
    '第一条\n第二条\n第三条'
    >>> clean("第一条\n\n第二条\t附件", foreign_line_end)
    '第一条\n\n第二条\t附件'
    """
    for match in _LINE_END.finditer(text):
        yield Edit(*match.span(), "\n")


def control_character(text: str, profile: Profile) -> Iterator[Edit]:
    r"""Characters that no text has: NUL and the other controls of ASCII.

    >>> clean("教育\x00改革\x07", control_character)
    '教育改革'
    >>> clean("教育\t改革\n", control_character)
    '教育\t改革\n'
    """
    for match in _CONTROL.finditer(text):
        yield Edit(*match.span(), "")


def next_line(text: str, profile: Profile) -> Iterator[Edit]:
    r"""U+0085, the line end of mainframes.

    >>> clean("第一条\x85第二条", next_line)
    '第一条\n第二条'
    >>> clean("第一条…第二条", next_line)
    '第一条…第二条'

    Order: after `mojibake`: in UTF-8 that was read as Latin-1 it is a byte of a character (`å\x85¨` is 全).
    """
    at = text.find("\x85")
    while at >= 0:
        yield Edit(at, at + 1, "\n")
        at = text.find("\x85", at + 1)


def c1_character(text: str, profile: Profile) -> Iterator[Edit]:
    r"""The controls U+0080 to U+009F that `mojibake` had no use for.

    >>> clean("教育\x9f改革", c1_character)
    '教育改革'
    >>> clean("教育\xa0改革", c1_character)  # a blank, no control: kept
    '教育\xa0改革'

    Order: after `mojibake`, as `next_line`.
    """
    for match in _HIGH.finditer(text):
        yield Edit(*match.span(), "")


def lone_surrogate(text: str, profile: Profile) -> Iterator[Edit]:
    r"""Half of a character: what it was cannot be known, so it is pointed at and stays.

    >>> list(lone_surrogate("教\ud800育", None))
    [Edit(start=1, end=2, new='\ud800')]
    >>> list(lone_surrogate("教育", None))
    []
    """
    for match in _SURROGATE.finditer(text):
        yield Edit(*match.span(), match[0])


def blank_lines(text: str, profile: Profile) -> Iterator[Edit]:
    r"""Three blank lines or more in a row: what a removed block or image leaves.

    >>> clean("标题\n\n\n\n\n正文", blank_lines)
    '标题\n\n正文'
    >>> clean("标题\n\n\n正文\n", blank_lines)
    '标题\n\n\n正文\n'

    Why: white space is style, so this is no repair: the reports of the State Council have such fields 309 times.
    """
    start = 0
    if lead := _AT_START.match(text):
        yield Edit(*lead.span(), "")
        start = lead.end()
    for match in _BLANKS.finditer(text, start):
        yield Edit(*match.span(), "\n" if match.end() == len(text) else "\n\n")


def has_control(profile: Profile) -> bool:
    """A control character, C0 or C1, other than tab and newline."""
    return bool(profile.fact(latin1).translate(None, _UNWANTED))


def has_foreign_line_end(profile: Profile) -> bool:
    """A line end other than a newline."""
    if profile.fact(has_control):
        return True
    if sieve in profile and not profile[sieve].kinds & OPEN:  # what the pre-scan saw; it is not made for this alone
        return False
    return "\N{LINE SEPARATOR}" in profile.text or "\N{PARAGRAPH SEPARATOR}" in profile.text


def has_blank_lines(profile: Profile) -> bool:
    """Three lines side by side are blank."""
    if edges in profile and profile[edges].stripped.count("") < 3:  # what the pre-scan saw; it is not made for this alone
        return False
    return _BLANKS.search(profile.text) is not None or _AT_START.match(profile.text) is not None


_C0 = "".join(map(chr, (*range(9), *range(0x0B, 0x20), 0x7F)))
_C1 = "".join(map(chr, range(0x80, 0xA0)))


control = Pipeline((
    Rule("control.foreign-line-end", Kind.REPAIR, Safety.SAFE, foreign_line_end, gate=has_foreign_line_end,
         signs=Signs(below="\r\x0b\x0c") | BEYOND_GB2312),
    Rule("control.control-character", Kind.REPAIR, Safety.SAFE, control_character, gate=has_control, signs=Signs(below=_C0)),
    Rule("control.next-line", Kind.REPAIR, Safety.SAFE, next_line, gate=has_control, signs=Signs(below=_C1)),
    Rule("control.c1-character", Kind.REPAIR, Safety.SAFE, c1_character, gate=has_control, signs=Signs(below=_C1)),
    Rule("control.blank-lines", Kind.NORMALIZE, Safety.SAFE, blank_lines, gate=has_blank_lines, signs=Signs(facts=((line_ends, BLANK),), apart=NUMBERS | HAN)),
    Rule("control.lone-surrogate", Kind.REPAIR, Safety.SUGGEST, lone_surrogate),
))
