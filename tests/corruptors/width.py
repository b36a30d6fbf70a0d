"""Letters and digits as old Chinese systems typed them."""

import re
from random import Random


def corrupt(text: str, rng: Random) -> str:
    """Runs of letters, digits and per cent signs, some of them full width."""
    return re.sub("[0-9A-Za-z%]+", lambda run: wide(run[0]) if rng.random() < 0.7 else run[0], text)


def wide(run: str) -> str:
    return "".join(chr(ord(char) + 0xFEE0) for char in run)
