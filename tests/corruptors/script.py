"""Conversions to traditional characters, good and bad."""

from random import Random

from .mirror import to_traditional

#: What careless tables write: 致 as 緻, 历 as 曆, 发 as 髮, 了 as 瞭, 着 as 著, 只 as 衹.
OVER_CONVERTED = {"致": "緻", "歷": "曆", "發": "髮", "復": "複", "製": "制", "係": "繫", "彙": "匯", "裏": "里"}


def corrupt(text: str, rng: Random) -> str:
    """All of the text converted, or single characters of it."""
    kind = rng.choice(("one to one", "by words", "careless", "lone"))
    if kind == "one to one":
        return to_traditional(text)
    if kind == "by words":
        return by_words(text)
    if kind == "careless":
        return careless(text, rng)
    return lone(text, rng)


def by_words(text: str) -> str:
    """What OpenCC's s2t makes of it: 於, 後 and 裏 where they belong."""
    from opencc import OpenCC

    return OpenCC("s2t").convert(text)  # type: ignore[no-any-return]


def careless(text: str, rng: Random) -> str:
    """One to one, with a table that took the wrong one of two traditional characters for some."""
    text = to_traditional(text)
    for old, new in OVER_CONVERTED.items():
        if rng.random() < 0.5:
            text = text.replace(old, new)
    return text


def lone(text: str, rng: Random) -> str:
    """A few characters of simplified text in their traditional form."""
    chars = list(text)
    for at in range(rng.randint(0, 20), len(chars), 60):
        chars[at] = to_traditional(chars[at])
    return "".join(chars)
