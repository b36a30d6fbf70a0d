"""The lines that characters stand in which prose has not, and how many: what was read in the wrong encoding is full of them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...core.profile import Profile
from ...text.gates import strange
from ...text.match import Lazy
from ...text.ranges import HAN

SEVERAL = 2  # of four characters that were UTF-8 and read as GBK so many are strange in 999 cases of 1,000 (1,200 cases)
ONE_IN = 25  # characters: of lines that were Big5, GBK or UTF-8 and read as another of them 9 in 100 are, at the least (800 lines)


FEW = 6  # characters that are counted one by one
PIECE = 64  # characters that are looked at together
NEAR = 16  # characters: three that were UTF-8, with what may stand between them, are 11


class Suspect(NamedTuple):
    """A line with strange characters, and their number, or as much of it as makes them often."""

    start: int
    end: int
    line: str
    strange: int

    @property
    def often(self) -> bool:
        """Whether they are so many as in a line that was read in the wrong encoding from its beginning to its end."""
        return self.strange * ONE_IN >= len(self.line)


def suspects(profile: Profile) -> tuple[Suspect, ...]:
    """The lines with strange characters."""
    odd = profile.fact(strange)
    if not odd:
        return ()
    text = profile.text
    if len(odd) <= FEW:
        found = [(start, end, text[start:end]) for start, end in lines_with(odd, text)]
        return tuple([Suspect(start, end, line, sum(map(line.count, odd))) for start, end, line in found])
    out = []
    start = 0
    for line in profile.lines:
        if not odd.isdisjoint(line):
            out.append(Suspect(start, start + len(line), line, _count(line, odd)))
        start += len(line) + 1
    return tuple(out)


def lines_with(chars: Iterable[str], text: str) -> list[tuple[int, int]]:
    """Where the lines begin and end that hold one of a few characters: looked for in the text, as most lines hold none."""
    lines: dict[int, int] = {}
    for char in chars:
        at = text.find(char)
        while at >= 0:
            end = line_end(text, at)
            lines[text.rfind("\n", 0, at) + 1] = end
            at = text.find(char, end)
    return sorted(lines.items())


def line_end(text: str, at: int) -> int:
    """Where the line ends that a place belongs to."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _count(line: str, odd: frozenset[str]) -> int:
    """How many characters are strange; of a line that is full of them, as many as it takes to say so."""
    enough = max(SEVERAL, len(line) // ONE_IN + 1)
    count = at = 0
    while at < len(line) and count < enough:
        count += sum(map(odd.__contains__, line[at : at + PIECE]))
        at += PIECE
    return count


def close_together(line: str, odd: frozenset[str]) -> Iterator[str]:
    """Where two of the strange characters stand side by side, as they do wherever a few characters were read wrongly."""
    if len(odd) > FEW:
        yield line
        return
    places: list[int] = []
    for char in odd:
        at = line.find(char)
        while at >= 0:
            places.append(at)
            at = line.find(char, at + 1)
    places.sort()
    for before, after in zip(places, places[1:], strict=False):
        if after - before <= NEAR:
            yield line[max(0, before - NEAR) : after + NEAR]


def is_japanese(line: str) -> bool:
    """Whether words of kana are a third of a line: of what was read in the wrong encoding one character in ten is a kana, alone.

    >>> is_japanese("お知らせ | サービス"), is_japanese("毙▅场璶崩秈毙厩э")
    (True, False)
    """
    return 3 * sum(map(len, _KANA.findall(line))) >= len(line) - len(line.encode("ascii", "ignore"))


_KANA = Lazy("[\u3041-\u30ff]{3,9}")


def is_european(line: str) -> bool:
    """Whether half of the letters with accents that GBK has stand within words, and the line is words as much as it is Han.

    Those that bytes became stand anywhere, by chance beside a letter too, in lines that are Han.

    >>> is_european("école müssen お知らせ"), is_european("A類ǜ釆ê"), is_european("aē瞶ゅ毙╰參縩琵")
    (True, False, False)
    """
    within = len(_WITHIN_WORDS.findall(line))
    return within > 0 and 2 * within >= len(_ACCENTED.findall(line)) and len(_LETTER.findall(line)) >= len(_HAN.findall(line))


_ACCENTED = Lazy("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüê]")
_LETTER = Lazy("[A-Za-z]")
_HAN = Lazy(f"[{HAN}]")
_WITHIN_WORDS = Lazy("(?:(?<=[a-z])|(?=.[a-z]))[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüê]")
