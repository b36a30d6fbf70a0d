r"""Characters that cannot be seen, or that change how others are seen, as symbols.

A report shows damaged text, so it must show what is there: a private-use character that holds two lost bytes, a
zero-width space in a word, an override that turns the reading direction round. In a terminal it must also not let a
text give orders (ESC).
"""

import re
from functools import cache

# First and last code point of each stretch.
_UNSEEN = (
    (0x00, 0x08), (0x0B, 0x1F), (0x7F, 0x9F),  # controls but tab and line feed
    (0xA0, 0xA0), (0xAD, 0xAD), (0x034F, 0x034F), (0x061C, 0x061C), (0x115F, 0x1160), (0x17B4, 0x17B5),
    (0x180B, 0x180F), (0x2000, 0x200F), (0x2028, 0x202F), (0x205F, 0x206F),  # spaces, joiners, directions
    (0x3164, 0x3164), (0xD800, 0xF8FF),  # filler; surrogates and private use
    (0xFDD0, 0xFDEF), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFFB), (0xFFFE, 0xFFFF),
    (0xE0000, 0x10FFFF),  # tags, more variation selectors, private use
)
_SPACES = frozenset((0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F))


@cache
def unseen() -> re.Pattern[str]:
    """One character that has to be shown by a symbol."""
    return re.compile("[" + "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in _UNSEEN) + "]")


def symbol(character: str) -> str:
    r"""What stands for an unseen character.

    >>> symbol("\x1b"), symbol("\ue2a2"), symbol("\N{NO-BREAK SPACE}")
    ('␛', '⟨E2A2⟩', '␣')
    """
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\N{SYMBOL FOR DELETE}"
    if code in _SPACES:
        return "\N{OPEN BOX}"
    return f"⟨{code:04X}⟩"


def name(character: str) -> str:
    r"""What an unseen character is, for a tooltip.

    >>> name("\N{RIGHT-TO-LEFT OVERRIDE}"), name("\ue2a2")
    ('U+202E RIGHT-TO-LEFT OVERRIDE', 'U+E2A2 private use')
    """
    import unicodedata

    kinds = {"Co": "private use", "Cs": "lone surrogate", "Cn": "unassigned", "Cc": "control"}
    called = unicodedata.name(character, "") or kinds.get(unicodedata.category(character), "")
    return f"U+{ord(character):04X} {called}".strip()


def visible(text: str) -> str:
    r"""The text with every unseen character as its symbol, for one line of a terminal.

    >>> visible("a\x1b[31m\n厩\ue2a2")
    'a␛[31m⏎厩⟨E2A2⟩'
    """
    return unseen().sub(lambda match: symbol(match[0]), text).replace("\n", "⏎").replace("\t", "⇥")
