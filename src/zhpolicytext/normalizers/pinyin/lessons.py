"""Lines that are about sounds: what they annotate is their subject."""

from collections import Counter
from collections.abc import Iterable, Iterator

from ...text.scripts import two_faced_characters
from .annotations import Line, Reading

#: A line of at least so many annotations with tones, over so large a part of its characters, is a primer for learners.
SHORTEST_PRIMER, PRIMER = 6, 0.8
#: ... and so is one with so many side by side that begin with one sound.
SHORTEST_ROW = 3

#: Talk about pronunciation: the character, what makes it talk when it stands before it, and what when after.
_LESSON = {
    "读": ("”’」异", "准音作成为做“‘「(（:："), "讀": ("”’」異", "準音作成為做“‘「(（:："), "念": ("”’」", "作成为為做“‘「(（:："),
    "音": ("发發注正拼字多舌鼻边邊", "节節"), "声": ("轻四", "调母"), "聲": ("輕四", "調母"), "韵": ("", "母"), "韻": ("", "母"),
    "僻": ("生冷", "字"),
}


def is_primer(line: Line, counts: Counter[Reading]) -> bool:
    """Readings with tones over nearly every character, or over characters side by side that begin with one sound."""
    if not any([reading.is_gloss for reading in counts]):
        return False
    one_each = {reading: times for reading, times in counts.items() if reading.times == 1 and not reading.is_traditional}
    if _has_row_of_one_initial(line):
        return True
    all_of_them = sum(one_each.values())
    toned = sum(times for reading, times in one_each.items() if reading.is_toned)
    if all_of_them < SHORTEST_PRIMER or toned <= all_of_them / 2:  # 妈(mā)妈(ma): some syllables are neutral
        return False
    return all_of_them > PRIMER * sum("\u4e00" <= char <= "\u9fff" for char in line.bare)


def _has_row_of_one_initial(line: Line) -> bool:
    """八(bā)把(bǎ)百(bǎi): characters side by side, all with tones, that begin with one sound, and none that a tool converts."""
    row, reached, initial = 0, -1, ""
    for place, reading in zip(line.places, line.readings, strict=True):
        toned = reading.is_gloss and len(reading.base) == 1 and reading.base not in two_faced_characters()
        if toned and place - 1 == reached and reading.syllable.plain[0] == initial:
            row += 1
        else:
            row = int(toned)
        if row >= SHORTEST_ROW:
            return True
        reached, initial = place + reading.length, reading.syllable.plain[0]
    return False


def may_be_lesson(text: str) -> bool:
    """Whether some line talks about pronunciation."""
    return any(sign in text and _has_lesson(text, sign, 0, len(text)) for sign in _LESSON)


def lessons(text: str, lines: Iterable[Line]) -> Iterator[Line]:
    """The lines that talk about pronunciation."""
    signs = [sign for sign in _LESSON if sign in text]
    if signs:
        yield from (line for line in lines if any(_has_lesson(text, sign, line.start, line.end) for sign in signs))


def _has_lesson(text: str, sign: str, start: int, end: int) -> bool:
    before, after = _LESSON[sign]
    at = text.find(sign, start, end)
    while at >= 0:
        if (at > start and text[at - 1] in before) or (at + 1 < end and text[at + 1] in after):
            return True
        at = text.find(sign, at + 1, end)
    return False
