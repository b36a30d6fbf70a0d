"""A fold for recognising words whatever their script and width: same length, so offsets carry over."""

import re
from collections.abc import Callable
from functools import cache

from .scripts import simplified_forms

_WIDTH = {
    "【": "[", "】": "]", "〔": "[", "〕": "]", "［": "[", "］": "]", "〖": "[", "〗": "]", "「": '"', "」": '"',
    "“": '"', "”": '"', "‘": "'", "’": "'", "\N{IDEOGRAPHIC SPACE}": " ", "\N{NO-BREAK SPACE}": " ", "\t": " ",
    "\r": " ", "│": "|", "┃": "|", "丨": "|", "∶": ":", "﹕": ":", "︰": ":", "»": ">", "›": ">", "→": ">",
    "–": "-", "—": "-", "―": "-", "─": "-", "•": "·", "●": "·", "・": "·", "▪": "·", "■": "·", "◆": "·",
    "\N{ZERO WIDTH SPACE}": " ", "\N{ZERO WIDTH NO-BREAK SPACE}": " ",
}


@cache
def table() -> dict[int, str]:
    """Traditional to simplified, full width to half width, upper case to lower case (ASCII): one character for one."""
    out = {ord(traditional): simplified for traditional, simplified in simplified_forms().items()}
    out.update({code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)})
    out.update({code: chr(code - 0xFEE0 + 32) for code in range(0xFF21, 0xFF3B)})
    out.update({code: chr(code + 32) for code in range(65, 91)})
    out.update({ord(char): folded for char, folded in _WIDTH.items()})
    return out


@cache
def _plane() -> tuple[int, ...]:
    """The table as a row of the whole basic plane: 22 ns a character.

    `str.translate` takes 45 with a table that lacks most characters: it raises an error for each and drops it.
    """
    out = list(range(0x10000))
    for code, char in table().items():
        out[code] = ord(char)
    return tuple(out)  # numbers in a tuple are nothing to the garbage collector, in a list each is looked at


#: A line of prose.
_LONG = 60
#: So many different characters are exchanged one by one, each in the whole text at once.
_FEW = 8
#: The marks of prose: exchanged before anything else is looked for, which mostly finds nothing then (0.7 µs each in 2,000
#: characters where it stands, 0.1 where not; to find all of them takes 20). None folds to what folds itself.
_MARKS = "，：；（）“”？！—\N{IDEOGRAPHIC SPACE}"


@cache
def _marks() -> tuple[tuple[str, str], ...]:
    known = table()
    return tuple((char, known[ord(char)]) for char in _MARKS)


@cache
def _foldable() -> Callable[[str], list[str]]:
    return re.compile(f"[{re.escape(''.join(map(chr, sorted(table()))))}]").findall


@cache
def _twice() -> frozenset[str]:
    """What folds to a character that folds itself: 薴 to 苧, which is 苎 where it stands in a text."""
    known = table()
    return frozenset(chr(code) for code, char in known.items() if ord(char) in known)


def folded(text: str) -> str:
    """The text in simplified characters, half width, lower case; as long as before.

    >>> folded("責任編輯：王洋洋　ICP")
    '责任编辑:王洋洋 icp'
    """
    if len(text) < _LONG:
        return text.translate(_plane())
    for char, new in _marks():
        if char in text:
            text = text.replace(char, new)
    found = set(_foldable()(text))
    if len(found) > _FEW or not _twice().isdisjoint(found):  # traditional text
        return text.translate(_plane())
    if found:
        known = table()
        for char in found:
            text = text.replace(char, known[ord(char)])
    return text


@cache
def _traditional() -> dict[str, str]:
    out: dict[str, str] = {}
    for traditional, simplified in simplified_forms().items():
        out[simplified] = out.get(simplified, "") + traditional
    return out


def variants(char: str) -> str:
    """A simplified character and the traditional ones that fold to it.

    >>> variants("编")
    '编編'
    """
    return char + _traditional().get(char, "")


def both_scripts(word: str) -> tuple[str, ...]:
    """A simplified word as each script writes it.

    >>> both_scripts("编辑")
    ('编辑', '編輯')
    """
    traditional = "".join(_traditional().get(char, char)[0] for char in word)
    return (word,) if traditional == word else (word, traditional)
