"""Columns, and blanks inside of words."""

from random import Random

NEVER_FIRST = "，。、；：！？”）》"


def lines_of(paragraph: str, glyphs: int, indent: int = 0) -> list[str]:
    """The lines of a column; no line begins with a closing mark; two half-width characters are one glyph."""
    out = []
    line, size = "", float(indent)
    for char in paragraph:
        wide = 0.5 if char.isascii() else 1.0
        if size + wide > glyphs and char not in NEVER_FIRST and not (char.isascii() and line[-1:].isascii()):
            out.append(line)
            line, size = "", 0.0
        line += char
        size += wide
    return [*out, line]


def hard_wrapped(text: str, glyphs: int) -> str:
    """Every paragraph broken into lines of `glyphs` glyphs."""
    return "\n".join("\n".join(lines_of(line, glyphs)) for line in text.split("\n"))


def wrap_spaced(text: str, glyphs: int) -> str:
    """The same, with the line ends read as blanks."""
    return "\n".join(" ".join(lines_of(line, glyphs, 2)) for line in text.split("\n"))


def spread(word: str, rng: Random) -> str:
    """A title or a name of a body, its characters apart."""
    return rng.choice((" ", "  ", "\N{IDEOGRAPHIC SPACE}")).join(word)
