"""How a text lies on its lines: where a line is cut in the middle of a clause, and how wide lines are.

Pure helpers over strings, shared by the normalisers that join what a page break or a narrow column cut apart.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from operator import add

from ..core.edits import Edit
from .match import Lazy
from .ranges import HAN, HAN_BASIC

#: What ends a sentence or a list item, in both widths.
TERMINAL = "。！？；!?;…"
#: What may stand behind the end of a sentence.
CLOSING = "”’」』》〉）)】〕］]"
OPENING = "“‘「『《〈（(【〔［["
COMMAS = "，,、"
#: Words that end no clause and hardly any word (与 ends 参与, 向 ends 方向, 及 ends 普及: those say nothing).
HANGING = frozenset("的或将將把被各该該每第让讓")
#: Words that begin no paragraph and hardly any word (和 begins 和谐, 及 begins 及时, 为 begins 为了).
LEANING = frozenset("的们們")
#: The beginning of a list item or a heading: never joined to the line before.
ITEM = Lazy(
    rf"[ \t\u3000]*(?:[（(【\[〔［]?[0-9０-９〇零一二三四五六七八九十百]{{1,3}}(?:[、)）】\]〕］]|[.．，,](?![0-9]))"
    rf"|第 ?[0-9０-９〇零一二三四五六七八九十百千]{{1,6}} ?[章节節条條篇编編部款项項]"
    rf"|[①-⑳⒈-⒛㈠-㈩●■◆★▲•·※【—-]|附件|附[:：]|[A-Za-z][.、．])"
)
HAN_CHARACTER = Lazy(f"[{HAN}]")
_BASIC = Lazy(f"[{HAN_BASIC}]")


def is_open(line: str) -> bool:
    """Whether a line stops where no sentence stops: on a Han character, a comma or an opening mark."""
    last = line.rstrip()[-1:]
    return "\u4e00" <= last <= "\u9fff" or last != "" and (
        last in COMMAS or last in OPENING or HAN_CHARACTER.match(last) is not None or last.isalnum())


def pairs_of(text: str) -> frozenset[str]:
    """All pairs of neighbouring characters: what a break has to be compared with (see `is_cut`)."""
    return frozenset(map(add, text, text[1:]))


def is_cut(before: str, after: str, pairs: Collection[str]) -> bool:
    """Whether the break between two lines falls into a clause, for a reason that can be named.

    A comma or an opening mark at the end; a word that must lean on something; a bracket or quotation that is still
    open; or a pair of characters across the break that the same text writes elsewhere without one.
    """
    before, after = before.rstrip(), after.lstrip()
    if not before or not after or before[-1] in TERMINAL or before[-1] in ":：":
        return False
    last, first = before[-1], after[0]
    if last in COMMAS or last in OPENING or first in COMMAS or first in CLOSING:
        return True
    if not is_open(before):
        return False
    if last in HANGING or first in LEANING or _unclosed(before):
        return True
    return _BASIC.match(last) is not None and _BASIC.match(first) is not None and last + first in pairs


def _unclosed(line: str) -> bool:
    """Whether the last 60 characters open a quotation or a bracket that they do not close."""
    tail = line[-60:]
    return ("“" in tail and tail.rfind("“") > tail.rfind("”") or "《" in tail and tail.rfind("《") > tail.rfind("》")
            or "（" in tail and tail.rfind("（") > tail.rfind("）") or "(" in tail and tail.rfind("(") > tail.rfind(")")
            or "〔" in tail and tail.rfind("〔") > tail.rfind("〕"))


def has_sentence_inside(line: str) -> bool:
    """Whether a sentence ends inside of the line: prose, not a heading, a caption or a list of names."""
    return "。" in line[:-1]


def shares_an_end(lines: Sequence[str]) -> bool:
    """Whether half of the lines, and three, end with the same three characters: a mark, and no place of a cut."""
    ends = Counter(line.rstrip()[-3:] for line in lines if len(line) > 3 and not line.isspace())
    return bool(ends) and max(ends.values()) >= 3 and 2 * max(ends.values()) >= ends.total()


_WHOLE = bytes(code for code in range(0x80) if not (chr(code).isalnum() or chr(code) in " .%+=/-"))


def width(line: str) -> float:
    """The width of a line in glyphs of a Han character; digits, Latin letters and blanks count half."""
    return len(line) - len(line.encode("ascii", "ignore").translate(None, _WHOLE)) / 2


def wrap_width(lines: tuple[str, ...]) -> float:
    """The width at which the lines of a text were broken, in Han glyphs; 0 where they were not.

    Lines that stop in the middle of a clause must nearly all be equally wide, and hardly any line may be wider.
    Verse, lists and tables fail: their lines are short, or end where a clause ends, or hold no mark inside.
    """
    if len(lines) < 4:
        return 0.0
    full: list[float] = []  # widths of lines that run on into the next
    wide = marked = 0
    for index in range(len(lines) - 1):
        line, after = lines[index].strip(), lines[index + 1]
        if len(line) >= NARROWEST and is_open(line) and after.strip() and not after[0].isspace():
            wideness = width(line)
            if wideness >= NARROWEST:
                full.append(wideness + (len(lines[index]) - len(lines[index].lstrip())))
    if len(full) < 3:
        return 0.0
    full.sort()
    best, most, first = full[0], 0, 0
    for last, high in enumerate(full):  # two pointers over the sorted widths: the fullest window, the widest of equals
        while full[first] < high - SLACK:
            first += 1
        if last - first + 1 >= most:
            best, most = high, last - first + 1
    inside = [value for value in full if best - SLACK <= value <= best]
    if len(inside) < 3 or len(inside) < 0.7 * len(full):
        return 0.0
    for line in lines:
        bare = line.strip()
        wideness = width(bare) if best - SLACK <= len(bare) else 0.0  # no line is wider than it has characters
        wide += wideness > best + SLACK
        if best - SLACK <= wideness:
            marked += any(mark in line for mark in "，。、；,;“：:")
    if wide * 10 > len(inside) or marked * 3 < len(inside) * 2:
        return 0.0
    return best


#: Narrower columns are verse, captions or cells; a phone's screen holds 18 glyphs.
NARROWEST = 18
#: Half-width marks, digits and the rule that no line begins with a mark move a line end by up to this many glyphs.
SLACK = 2.5


def without_lines(spans: Sequence[tuple[int, int]], indices: Iterable[int]) -> Iterator[Edit]:
    """One edit for each run of neighbouring lines, their line ends included.

    A run goes with the line ends behind it; a run at the end of the text with the line end before it.
    """
    first = last = -2
    for index in [*sorted(set(indices)), -1]:
        if index == last + 1:
            last = index
            continue
        if first >= 0:
            start, end = spans[first][0], spans[last][1]
            if last < len(spans) - 1:
                end += 1
            elif first > 0:
                start -= 1
            yield Edit(start, end, "")
        first = last = index
