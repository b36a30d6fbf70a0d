"""Cheap facts that let a normaliser see that it has nothing to do.

Every fact takes a profile (anything with a ``text``) and is asked for with ``profile.fact``, so it is computed once for
a text, however many rules ask.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from .layout import SLACK
from .match import Lazy
from .sieve import OPEN, RARE, sieve, signs

if TYPE_CHECKING:
    from ..core.profile import Edges, Profile

T = TypeVar("T")


class HasText(Protocol):
    text: str


class HasLatin1(Protocol):
    @property
    def latin1(self) -> bytes: ...


def latin1(profile: HasLatin1) -> bytes:
    """The characters below U+0100, in order: 0.5 ns a character, and a tenth of the text to look at afterwards."""
    return profile.latin1


class HasFacts(HasText, Protocol):
    @property
    def lines(self) -> tuple[str, ...]: ...
    def fact(self, function: "Callable[[Any], T]") -> "T": ...
    def __contains__(self, function: object, /) -> bool: ...
    def __getitem__(self, function: "Callable[[Any], T]", /) -> "T": ...


def unusual(profile: HasFacts) -> bytes:
    """The characters below U+0100 that numbers are not written with: letters and marks. Empty on most clean pages."""
    return profile.fact(latin1).translate(None, b"0123456789.% \n\r")


def edges(profile: "Profile") -> "Edges":
    """First and last characters of all lines."""
    return profile.edges


def loose(profile: "Profile") -> tuple[str, ...]:
    """The lines that end otherwise than sentences do: headings, titles, and nearly everything that is no document."""
    return profile.edges.loose


REPEATED_END, CUT, COLUMN, BLANK, REPEATED_LINE, SIZES = 1, 2, 4, 8, 16, 32


def line_ends(profile: "Profile") -> int:
    """What the lines show: a loose one that is there twice; two, or one with an address and another, with the same end;
    one that is prose; as many, and as wide ones, as a column has; 字; and of all lines three that are blank."""
    stripped, lines, _ = profile.edges
    bits = BLANK if not all(stripped) and stripped.count("") >= 3 else 0
    same = len(lines) - len({line[-4:] for line in lines})
    if same:
        if same > 1 or b"w" in profile.latin1:
            bits |= REPEATED_END
        if len(set(lines)) < len(lines):
            bits |= REPEATED_LINE
    joined = "\n".join(lines)
    if "字" in joined:
        bits |= SIZES
    if "。" in joined:
        bits |= CUT
    wide = [line for line in lines if len(line) >= UNENDED]
    # lines hardly ever wider than the cut ones: headings above paragraphs are none
    if len(wide) >= 3 and (len(lines) >= 10 or stripped != profile.lines
                           or max(map(len, stripped)) <= 2 * (max(map(len, wide)) + SLACK)):
        bits |= COLUMN
    return bits


_ENDED = frozenset("!?;…:：")
#: Characters of a line that may stop for its width.
UNENDED = 16


def unended(profile: "Profile") -> list[str]:
    """The lines of 16 characters or more that stop without the end of a sentence, but for the last line."""
    out = [line for line in profile.edges.loose if len(line) >= UNENDED and line[-1] not in _ENDED]
    if out and out[-1] is profile.edges.stripped[-1]:
        del out[-1]
    return out


def gb2312(profile: HasText) -> bytes | None:
    """The text in GB2312, without — · and 〇; None where a character stands outside of it. 2 ns a character."""
    text = profile.text
    if "—" in text:  # Python's codec has another dash and another dot in their cells
        text = text.replace("—", "")
    if "〇" in text:
        text = text.replace("〇", "")
    try:
        return text.encode("gb2312")
    except UnicodeEncodeError:
        if "·" not in text:
            return None
    try:
        return text.replace("·", "").encode("gb2312")
    except UnicodeEncodeError:
        return None


def beyond_gb2312(profile: HasFacts) -> bool:
    """Whether a character stands outside of GB2312, — · and 〇 aside: false on most modern pages.

    Traditional text, rare names and nearly all mojibake stand outside.
    """
    if sieve in profile and not profile[sieve].kinds & OPEN:  # what the pre-scan saw; it is not made for this alone
        return False
    return profile.fact(gb2312) is None


def foreign_letters(profile: HasFacts) -> bool:
    """Whether letters of other scripts may stand in the text, or two of its rare characters close together.

    Kana, Greek, Cyrillic and bopomofo are the rows A4 to A8 of GB2312, the rare characters the rows from D8 on. Bytes
    of Chinese that were paired wrongly fall there, so that damage may lie within GB2312. 2 ns a character.
    """
    if sieve in profile and not profile[sieve].kinds & OPEN:
        return profile[sieve].kinds & RARE != 0
    data = profile.fact(gb2312)
    if data is None:
        return True
    sorts = data.translate(_SORTS, _ASCII)[::2]  # what is not ASCII are pairs
    return b"2" in sorts or _CLOSE.search(sorts.decode("ascii")) is not None


_ASCII = bytes(range(0x80))
_CLOSE = Lazy("1.?1")
#: The rows of GB2312: 2 for other scripts, 1 for rare characters.
_SORTS = bytes(0x32 if 0xA4 <= row <= 0xA8 else 0x31 if row >= 0xD8 else 0x2E for row in range(256))


#: What a text shows that holds a character outside of GB2312; or one of those letters.
BEYOND_GB2312 = signs(OPEN)
FOREIGN_LETTERS = signs(OPEN | RARE)


def strange(profile: HasFacts) -> frozenset[str]:
    """The characters of the text that policy prose has not: rare ones, other scripts, private use, lost ones."""
    if not profile.fact(foreign_letters):
        return frozenset()
    rest = set(_unfamiliar().findall(profile.text))
    if not rest:
        return frozenset()
    from .language_model import language_model

    model = language_model()
    alone, fold = model.alone, model.fold
    return frozenset(char for char in rest if char > "\x7f" and alone[fold[ord(char)]] > STRANGE)


@cache
def _unfamiliar() -> re.Pattern[str]:
    """Nearly all characters that are strange, and some more: a class is searched at a tenth of the cost of a set."""
    from .language_model import language_model

    model = language_model()
    known = {char for char, cost in model.alone.items() if cost <= STRANGE}
    wide = range(0xFF01, 0xFF5F)  # ，（）；: a sixteenth of a page
    known |= {chr(code) for code in (*model.fold, 0x3000, *wide) if model.alone.get(model.fold[code], STRANGE + 1) <= STRANGE}
    return re.compile("[^\\x00-\\x7f" + re.escape("".join(sorted(_AT_HOME.union(known)))) + "]")


def touches(line: str, chars: frozenset[str]) -> bool:
    """Whether one of the characters stands in the line; of a few, each is looked for by itself."""
    if len(chars) > 6:
        return not chars.isdisjoint(line)
    for char in chars:
        if char in line:
            return True
    return False


#: Signs that stand in good policy pages without a run of prose around them, so that the model finds them rare. («» and ©
#: are in neither GBK nor Big5: no decoder of these makes them.)
_AT_HOME = frozenset("？〔〕«»©【】［］「」『』〈〉•·●■◆▲★☆※→↑↓←×÷±℃‰№§°①②③④⑤⑥⑦⑧⑨⑩\xa0")

STRANGE = 16.0  # bits of a character by itself: 3,300 Han are below
