"""The conversion to traditional characters that mirror sites use, and their list of annotated characters."""

from functools import cache
from pathlib import Path

#: A table of one character for one: these stay as they are, whatever they mean (關于, 之后, 里面) ...
STAY = "于后里范征余并志采咨"
#: ... and these are always converted, even where the word has the simplified form (批準).
ALWAYS = {"准": "準", "复": "復", "钟": "鐘", "台": "臺"}


@cache
def annotation_order() -> tuple[tuple[str, str], ...]:
    """The characters that mirror sites annotate, in the order of their list, with their readings."""
    path = Path(__file__).parent.parent / "data" / "pinyin_annotation_order.tsv"
    lines = [line.split("\t") for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    return tuple((char, reading) for _, char, reading in lines)


@cache
def _traditional(char: str) -> str:
    from opencc import OpenCC

    if char in STAY:
        return char
    out = ALWAYS.get(char) or _converter(OpenCC).convert(char)
    return out if len(out) == 1 else char


@cache
def _converter(kind: type):
    return kind("s2t")


def to_traditional(text: str) -> str:
    """Simplified to traditional characters, one for one, without regard to words.

    >>> to_traditional("关于批准学校发展规划")
    '關于批準學校發展規劃'
    """
    return "".join(map(_traditional, text))
