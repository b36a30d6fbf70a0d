"""The numbers that document-sharing sites put before every page of a text, and titles that stand twice."""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from ...core.edits import Edit
from ...core.profile import Profile
from ...text.cuts import LIKELY_ONE, SURELY_ONE, saved
from ...text.gates import edges
from ...text.layout import CLOSING, ITEM, LEANING, TERMINAL, has_sentence_inside, is_cut, is_open, pairs_of
from ...text.match import Lazy
from .lines import filled_before

NUMBERED = Lazy("[ \t\N{IDEOGRAPHIC SPACE}]{0,8}([0-9]{1,4})[、][ \t\N{IDEOGRAPHIC SPACE}]{0,8}")
#: A page is longer than an item: what stands before a cut must be at least this long, with a sentence end inside…
PAGE_WITH_SENTENCE = 40
#: What no item of a list reaches without a full stop at its end.
PAGE = 150
#: A break that the language model sees inside of a word needs no page before it, only a clause.
SHORTEST = 8
#: A line that may be prose: with a comma or the end of a sentence in it.
SHORTEST_PROSE = 20
#: … or this long without one.
PAGE_WITHOUT_SENTENCE = 80


class Chunk(NamedTuple):
    line: int
    number: int
    rest: int  # offset of the text behind the number, in the line
    cut: bool  # the line before stops in the middle of a clause, for a reason that can be named
    open: bool  # the line before stops where no sentence does
    page: bool  # the same, and it is longer than any item without a full stop
    prose: bool  # the line before is prose that stops where no sentence does, however short


def has_chunk_numbers(profile: Profile) -> bool:
    """Whether a line other than the first begins with a number and 、."""
    return any(profile.fact(numbered_lines))


def numbered_lines(profile: Profile) -> list[int]:
    """The lines that begin with a number and 、."""
    if _NUMBER_ENDS.search(profile.text) is None:
        return []
    return [index for index, line in enumerate(profile.fact(edges).stripped)
            if line[:1] in _DIGITS and "、" in line[:5] and NUMBERED.match(line)]


_DIGITS = frozenset("0123456789")
_ITEM_BEFORE = Lazy("[ \t\N{IDEOGRAPHIC SPACE}]{0,8}[（(]?([0-9]{1,3})[.．)）]")
_NUMBER_ENDS = Lazy("、(?<=[0-9].)")


def chunks(profile: Profile) -> tuple[Chunk, ...]:
    """The lines whose number is the number of a page, not of a list item.

    The numbers go up by one; at least half of the breaks cut a clause, and what is cut is a page long. A list of
    whole items has no such break.
    """
    lines = profile.lines
    # A set of all pairs costs as much as 60 searches.
    known = profile.text if len(lines) < 60 else pairs_of(profile.text)
    found = []
    for index in profile.fact(numbered_lines):
        line = lines[index]
        numbered = NUMBERED.match(line)
        if not numbered:
            continue
        place = filled_before(lines, index)
        before, rest = lines[place] if place >= 0 else "", line[numbered.end():]
        if (item := _ITEM_BEFORE.match(before)) and int(item[1]) == int(numbered[1]) - 1:
            before = ""  # 2.… above 3、…: a list
        found.append(Chunk(index, int(numbered[1]), numbered.end(), *_break(before, rest, known)))
    pages: list[Chunk] = []
    row: list[Chunk] = []
    cuts = 0
    for chunk in found:
        if row and chunk.number == row[-1].number + 1:
            row.append(chunk)
            cuts += chunk.cut
        elif chunk.cut or not cuts:  # a list so far, or a new row; an item of a list inside of a page is passed over
            pages += _pages(row)
            row, cuts = [chunk], int(chunk.cut)
    return (*pages, *_pages(row))


def _break(before: str, rest: str, known: Collection[str]) -> tuple[bool, bool, bool, bool]:
    """What the break between two lines is: cut, open, behind a page, behind prose."""
    size = len(before)
    if not before or before[-1] in TERMINAL:
        return False, False, False, False  # a sentence ends there
    opened, inside = is_open(before), has_sentence_inside(before)
    long = size >= PAGE_WITHOUT_SENTENCE or size >= PAGE_WITH_SENTENCE and inside
    cut = long and is_cut(before, rest, known)
    if not cut and opened:
        # no item begins with 的
        cut = size >= SHORTEST and saved(before.rstrip(), rest) >= (LIKELY_ONE if size >= PAGE and inside else SURELY_ONE) or (
            rest[:1] in LEANING and rest[:2] not in ("的确", "的確"))
    if not long and size < SHORTEST_PROSE or ITEM.match(rest):
        return cut, cut, False, False
    runs_on = long and (opened or before.rstrip()[-1] in CLOSING)
    prose = opened and size >= SHORTEST_PROSE and ("，" in before or "," in before or "。" in before)
    return cut, cut or runs_on, runs_on and size >= PAGE and inside, prose


def _pages(row: list[Chunk]) -> list[Chunk]:
    """The row, if its breaks are those of pages: all of it, or without the list that follows its last open break."""
    cuts = sum(chunk.cut for chunk in row)
    if cuts >= 2 and 2 * cuts >= len(row) - 1 and all(chunk.cut or chunk.prose for chunk in row[1:]):
        return [chunk if chunk.open or not chunk.prose else chunk._replace(open=True) for chunk in row]
    size = len(row)
    while size and cuts < 3 and not row[size - 1].open:
        size -= 1
    if any(chunk.prose for chunk in row[size:]) or size == 1 < len(row) and row[0].number == 1:
        return []  # all or none; a text goes on with a list
    row = row[:size]
    if len(row) >= 3 and all(chunk.page for chunk in row[1:]):
        return row
    breaks = len(row) - (not row[0].cut) if row else 0
    if not cuts or 2 * cuts < breaks:
        return []
    if cuts == 1 and (len(row) > 2 or row[-1].number != 2 and len(row) != 1):
        return []
    return row


def chunk_number(text: str, profile: Profile) -> Iterator[Edit]:
    r"""The number before every page of a document-sharing site, and the line end that cuts a clause before it.

    >>> clean("1、全市坚持教育优先发展战略，财政投入只增不减。要把义务教育均衡发展作为重中之重，扎实推进，着力解决突出的\n2、问题。", chunk_number)
    '全市坚持教育优先发展战略，财政投入只增不减。要把义务教育均衡发展作为重中之重，扎实推进，着力解决突出的问题。'
    >>> clean("1、加强领导\n2、明确责任\n3、严格考核", chunk_number)  # a list: kept
    '1、加强领导\n2、明确责任\n3、严格考核'

    Why: the number falls into the middle of a word (`预防` 2、 `为主`), where no later rule can tell it from a list.
    Safety: a number goes only if it is the next one of its row; at a break that ends a sentence the line end stays.
    """
    if not profile.fact(has_chunk_numbers):
        return
    lines = profile.lines
    last = start = 0  # the line that was looked at last, and where it begins
    for line, _, rest, _, runs_on, *_ in profile.fact(chunks):
        start += sum(map(len, lines[last:line])) + line - last
        last, begin = line, start
        if runs_on:  # the line end goes too, and blank lines before it
            before = filled_before(lines, line)
            begin -= sum(map(len, lines[before:line])) + line - before - len(lines[before].rstrip())
        yield Edit(begin, start + rest, "")


def chunk_evidence(profile: Profile) -> Mapping[str, object]:
    row = profile.fact(chunks)
    return {"first": row[0].number, "last": row[-1].number, "cuts": sum(chunk.cut for chunk in row)}


LABEL = Lazy(r"[ \t\N{IDEOGRAPHIC SPACE}]{0,8}(?:标|標|名|题|題|文件|信息|公文|政策)[ \t\N{IDEOGRAPHIC SPACE}]{0,8}(?:题|題|称|稱|目|名|标题|標題|名称|名稱)?[:：]?[ \t]{0,8}")
METADATA = Lazy("[^。！？]{0,40}(?:[0-9]{4}[-./年]|来源|來源|作者|发布|發佈|發布|编辑|編輯|浏览|瀏覽|点击|點擊|[|:：])")


#: The head of a document ends here.
HEAD = 12
LONGEST_TITLE = 60


def has_repeat_at_head(profile: Profile) -> bool:
    """Whether one of the first lines stands again among the first lines."""
    titles = [line for line in profile.fact(edges).stripped[:HEAD] if 8 <= len(line) <= LONGEST_TITLE]
    return len(set(titles)) < len(titles)


def repeated_title(text: str, profile: Profile) -> Iterator[Edit]:
    r"""The title that the head of the document says a second time.

    >>> clean("在全市教育工作会议上的讲话\n在全市教育工作会议上的讲话\n同志们：", repeated_title)
    '在全市教育工作会议上的讲话\n同志们：'
    >>> clean("领导讲话\n领导讲话\n同志们：", repeated_title)  # short: captions of two pictures
    '领导讲话\n领导讲话\n同志们：'

    Safety: only in the first lines, with nothing but facts of the document (date, source) or marks between the two.
    The value of a table of the document (`标题：` on the line before) is not the title that is shown.
    """
    if not profile.fact(has_repeat_at_head):
        return
    lines, spans = profile.lines, profile.line_spans
    filled = [index for index, line in enumerate(lines[:HEAD]) if line.strip()]
    for rank, index in enumerate(filled[:3]):
        title = lines[index].strip()
        if not 8 <= len(title) <= LONGEST_TITLE or title[-1] in TERMINAL or "。" in title or "|" in title or "\t" in title:
            continue
        if rank and LABEL.fullmatch(lines[filled[rank - 1]]):
            continue
        found = False
        between = 0
        for again in filled[rank + 1 :]:
            line = lines[again].strip()
            if line == title:
                yield Edit(spans[again][0] - 1, spans[again][1], "")
                found = True
                continue
            between += 1
            if found or between > 2 or len(line) > 3 and not METADATA.match(line):
                break
        if found:
            return
