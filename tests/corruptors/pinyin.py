"""What mirror sites do to a page: one-to-one conversion to traditional characters, then readings behind characters."""

from random import Random

from pypinyin.constants import PINYIN_DICT

from .mirror import annotation_order, to_traditional


def corrupt(text: str, rng: Random) -> str:
    """The toned kind on a traditional page, or the plain kind on the text as it is."""
    if rng.random() < 0.5:
        return toned(to_traditional(text), rng.randint(8, len(annotation_order())))
    return sampled(text, rng)


def toned(text: str, depth: int) -> str:
    """Every occurrence of the first `depth` characters of the sites' list, with its one reading."""
    for char, reading in annotation_order()[:depth]:
        text = text.replace(char, f"{char}({reading})")
    return text


def sampled(text: str, rng: Random, share: float = 0.4) -> str:
    """Paragraph by paragraph, at sampled places: the character and its plain reading, at all of its occurrences.

    A character that is sampled n times carries n brackets wherever it stands (seeds/002).
    """
    return "\n".join(_sampled_paragraph(paragraph, rng, share) for paragraph in text.split("\n"))


def _sampled_paragraph(paragraph: str, rng: Random, share: float) -> str:
    han = [char for char in paragraph if ord(char) in PINYIN_DICT]
    for char in rng.sample(han, round(share * len(han))):
        paragraph = paragraph.replace(char, f"{char}({plain_reading(char)})")
    return paragraph


def plain_reading(char: str) -> str:
    """The character's first reading in ASCII, v for ü."""
    import unicodedata

    first = PINYIN_DICT[ord(char)].split(",")[0].replace("ü", "v")
    marks = unicodedata.normalize("NFD", first)
    return "".join(mark for mark in marks if not unicodedata.combining(mark) or mark == "\u0308").replace("u\u0308", "v")
