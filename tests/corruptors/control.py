"""What transport does to plain text: control characters between characters, line ends of other systems."""

from random import Random

CONTROLS = "\x00\x01\x07\x08\x0e\x1b\x1f\x7f\x84\x9f"
LINE_ENDS = ("\r\n", "\r", "\x0b", "\x0c", "\x85", "\N{LINE SEPARATOR}", "\N{PARAGRAPH SEPARATOR}")


def corrupt(text: str, rng: Random) -> str:
    """Control characters at random places, and one foreign line end throughout."""
    text = text.replace("\n", rng.choice(LINE_ENDS))
    for _ in range(rng.randint(0, 5)):
        at = rng.randint(0, len(text))
        if text[max(0, at - 1) : at + 1] != "\r\n":
            text = text[:at] + rng.choice(CONTROLS) + text[at:]
    return text
