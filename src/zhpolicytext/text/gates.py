"""Cheap facts that let a normaliser see that it has nothing to do.

Every fact takes a profile (anything with a ``text``) and is asked for with ``profile.fact``, so it is computed once for
a text, however many rules ask.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache
from operator import itemgetter
from typing import Any, NamedTuple, Protocol, TypeVar

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
    def fact(self, function: "Callable[[Any], T]") -> "T": ...


def unusual(profile: HasFacts) -> bytes:
    """The characters below U+0100 that numbers are not written with: letters and marks. Empty on most clean pages."""
    return profile.fact(latin1).translate(None, b"0123456789.% \n\r")


class HasLines(Protocol):
    @property
    def lines(self) -> Sequence[str]: ...


class Edges(NamedTuple):
    """How the lines of a text begin and end, blanks aside; blank lines do not count."""

    stripped: tuple[str, ...]
    heads: frozenset[str]
    tails: frozenset[str]


_HEAD, _TAIL = itemgetter(slice(1)), itemgetter(slice(-1, None))


def edges(profile: HasLines) -> Edges:
    """First and last characters of all lines: nothing that stands at the edge of a line is there without its character."""
    stripped = tuple(map(str.strip, profile.lines))
    return Edges(stripped, frozenset(map(_HEAD, stripped)), frozenset(map(_TAIL, stripped)))


_ENDED = frozenset("。！？；!?;…:：") | {""}


def unended(profile: HasFacts) -> list[str]:
    """The lines of 16 characters or more that stop without the end of a sentence, but for the last line."""
    return [line for line in profile.fact(edges).stripped[:-1] if line[-1:] not in _ENDED and len(line) >= 16]


def gb2312(profile: HasText) -> bytes | None:
    """The text in GB2312, without — · and 〇; None where a character stands outside of it. 2 ns a character."""
    text = profile.text
    if "—" in text:  # Python's codec has another dash and another dot in their cells
        text = text.replace("—", "")
    if "·" in text:
        text = text.replace("·", "")
    if "〇" in text:
        text = text.replace("〇", "")
    try:
        return text.encode("gb2312")
    except UnicodeEncodeError:
        return None


def beyond_gb2312(profile: HasFacts) -> bool:
    """Whether a character stands outside of GB2312, — · and 〇 aside: false on most modern pages.

    Traditional text, rare names and nearly all mojibake stand outside.
    """
    return profile.fact(gb2312) is None


def foreign_letters(profile: HasFacts) -> bool:
    """Whether kana, Greek, Cyrillic or bopomofo letters may stand in the text: the rows A4 to A8 of GB2312.

    Bytes of Chinese that were paired wrongly fall there, so that damage may lie within GB2312. 1 ns a character.
    """
    data = profile.fact(gb2312)
    if data is None:
        return True
    rows = data.translate(None, _ASCII)[::2]  # what is not ASCII are pairs
    return b"\xa4" in rows or b"\xa5" in rows or b"\xa6" in rows or b"\xa7" in rows or b"\xa8" in rows


_ASCII = bytes(range(0x80))


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
    known |= {chr(code) for code, symbol in model.fold.items() if model.alone.get(symbol, STRANGE + 1) <= STRANGE}
    return re.compile("[^\\x00-\\x7f" + re.escape("".join(sorted(_AT_HOME.union(known)))) + "]")


def touches(line: str, chars: frozenset[str]) -> bool:
    """Whether one of the characters stands in the line; of a few, each is looked for by itself."""
    if len(chars) > 6:
        return not chars.isdisjoint(line)
    for char in chars:
        if char in line:
            return True
    return False


#: Signs that stand in good policy pages without a run of prose around them, so that the model finds them rare.
_AT_HOME = frozenset("？〔〕【】［］「」『』〈〉•·●■◆▲★☆※→↑↓←×÷±℃‰№§°①②③④⑤⑥⑦⑧⑨⑩\xa0")

STRANGE = 16.0  # bits of a character by itself: 3,300 Han are below
