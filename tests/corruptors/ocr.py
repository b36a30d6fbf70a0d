"""How a reading of print confuses characters."""

import re
from random import Random


def letters_for_digits(text: str, rng: Random) -> str:
    """0 and 1 of numbers with a unit read as O, I and l; the first digit stays what it is, or is a one."""
    def misread(m: re.Match[str]) -> str:
        number = m[0]
        return number[0] + "".join(
            rng.choice("Il" if digit == "1" else "O") if digit in "01" and rng.random() < 0.6 else digit
            for digit in number[1:])

    return re.sub("[0-9]{2,6}(?=[年月日名所个项家户亩吨台场套])", misread, text)


def o_for_stop(text: str) -> str:
    """The full stop behind a percentage, before the next item."""
    return re.sub("(?<=%)。(?=[一二三四]是)", "o", text)


def ones_for_dash(text: str) -> str:
    return text.replace("——", "一一")
