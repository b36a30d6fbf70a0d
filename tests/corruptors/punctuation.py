"""What spinners, editors and width folders do to marks."""

import re
from random import Random

_HALF = str.maketrans("，：；！？（）", ",:;!?()")


def corrupt(text: str, rng: Random) -> str:
    """One of the damages below, and sometimes a fold of the width after it."""
    damage = rng.choice((doubled_commas, doubled_quotes, swapped_quotes, reversed_quotes, straight_quotes, folded))
    text = damage(text, rng)
    return folded(text, rng) if rng.random() < 0.5 else text


def folded(text: str, rng: Random) -> str:
    """Every full-width mark in its Latin width."""
    return text.translate(_HALF)


def doubled_commas(text: str, rng: Random, comma: str = "") -> str:
    """A comma before random marks ，、。"""
    comma = comma or rng.choice(",，")
    return re.sub("(?<![,，、。])[，、。](?![,，、。])", lambda mark: (comma if rng.random() < 0.6 else "") + mark[0], text)


def doubled_quotes(text: str, rng: Random) -> str:
    """Quotation marks twice around a word."""
    return re.sub("“([^“”\n]{1,20})”", lambda quoted: f"“{quoted[0]}”" if rng.random() < 0.5 else quoted[0], text)


def swapped_quotes(text: str, rng: Random) -> str:
    """The opening mark and the comma before it change places."""
    return re.sub("(?<=[\u4e00-\u9fff])([，、])“(?=[^“”\n]{1,20}”)", lambda pair: "“" + pair[1], text)


def reversed_quotes(text: str, rng: Random) -> str:
    """An opening mark after a character becomes a closing one (OCR of straight marks)."""
    return re.sub("(?<=[\u4e00-\u9fff])“(?=[^“”\n]{2,20}”)", lambda mark: "”" if rng.random() < 0.5 else "“", text)


def straight_quotes(text: str, rng: Random) -> str:
    """Every pair of quotation marks straight."""
    return text.replace("“", '"').replace("”", '"')
