"""Page numbers, running heads, and the sentences that a page break cut."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from ...core.edits import Edit
from ...core.profile import Profile
from ...text.cuts import LIKELY_ONE, saved
from ...text.gates import edges
from ...text.layout import ITEM, TERMINAL, has_sentence_inside, is_cut, is_open, pairs_of, wrap_width
from ...text.match import Lazy
from .lines import filled_after, filled_before, short_lines, without_lines

_S = "[ \t\N{NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}]{0,8}"
_NUMBER = "[0-9０-９]{1,4}"
#: A page number in full dress: nothing else is written so on a line of its own.
DRESSED = Lazy(
    rf"{_S}(?:[-—–－﹣─~～·•]{{1,2}}{_S}(?P<dashed>{_NUMBER}){_S}[-—–－﹣─~～·•]{{1,2}}"
    rf"|[\[【(（]?第{_S}(?P<of>{_NUMBER}){_S}[页頁]?{_S}[,，/／|·、;；]?{_S}[共总總/／]{_S}{_NUMBER}{_S}[页頁][\])）】]?"
    rf"|[\[【(（]?共{_S}{_NUMBER}{_S}[页頁]{_S}[,，/／|·、;；]?{_S}第{_S}(?P<all>{_NUMBER}){_S}[页頁][\])）】]?"
    rf"|(?:Page|PAGE|page){_S}(?P<page>{_NUMBER}){_S}(?:of|/){_S}{_NUMBER}"
    rf"|(?:页码|頁碼|页数)[:：]{_S}(?P<label>{_NUMBER}){_S}(?:/{_S}{_NUMBER})?){_S}"
)
#: What a document-sharing site writes below the picture of a page: the title and `_第3页`.
THUMBNAIL = Lazy(rf"[^。！？\n]{{2,80}}_第{_S}({_NUMBER}){_S}[页頁]{_S}")
#: What is a page number only in a row of them: `第3页`, `3 / 12`, a lone `3`.
BARE = Lazy(
    rf"{_S}(?:[\[【(（]?第{_S}(?P<nth>{_NUMBER}){_S}[页頁][\])）】]?"
    rf"|(?P<part>{_NUMBER}){_S}[/／]{_S}(?P<whole>{_NUMBER})|[pP]\.?{_S}(?P<p>{_NUMBER})|(?P<lone>{_NUMBER}))[.]?{_S}"
)
#: Fewer characters than this between two lone numbers is a table or a list, not a page.
PAGE_CHARACTERS = 120


class Page(NamedTuple):
    line: int
    number: int
    dressed: bool
    alone: bool  # nothing but the digits


#: What page numbers on lines of their own begin and end with.
_HEADS = frozenset("0123456789０１２３４５６７８９第共[【(（-—–－﹣─~～·•Pp页頁")
PAGE_ENDS = frozenset("0123456789０１２３４５６７８９页頁-—–－﹣─~～·•])）】.")


def has_page_candidates(profile: Profile) -> bool:
    """Whether a short line holds a number that could be a page's."""
    sides = profile.fact(edges)
    if PAGE_ENDS.isdisjoint(sides.tails):
        return False
    lines = profile.lines
    numbered = {bare for bare in sides.loose if bare[-1] in PAGE_ENDS and bare[0] in _HEADS and len(bare) <= 30 and (
        BARE.fullmatch(bare) or DRESSED.fullmatch(bare))}
    if numbered:
        for line, bare in zip(lines, sides.stripped, strict=True):
            if bare in numbered and len(line) <= 30 and (line is bare or BARE.fullmatch(line) or DRESSED.fullmatch(line)):
                return True
    return "_" in profile.text and "_第" in profile.text and any(
        "_第" in lines[index] for index in profile.fact(short_lines))


def _candidates(profile: Profile) -> list[Page]:
    out = []
    for index in profile.fact(short_lines):
        line = profile.lines[index]
        if len(line) > 30:
            if line.rstrip()[-1:] in "页頁" and (found := THUMBNAIL.fullmatch(line)):
                out.append(Page(index, int(found[1]), True, False))
            continue
        if found := THUMBNAIL.fullmatch(line):
            out.append(Page(index, int(found[1]), True, False))
        elif found := DRESSED.fullmatch(line):
            number = next(value for value in found.groupdict().values() if value)
            out.append(Page(index, int(number), True, False))
        elif found := BARE.fullmatch(line):
            part, whole = found["part"], found["whole"]
            if part and int(part) > int(whole):
                continue
            number = part or found["nth"] or found["p"] or found["lone"]
            out.append(Page(index, int(number), False, bool(found["lone"])))
    return out


def page_lines(profile: Profile) -> tuple[Page, ...]:
    """The lines that number the pages.

    A dressed number stands for itself. The others need a row in which each number is the next one of the row. A lone
    number also needs a page of text before it, and a row of lone numbers a break that cuts a sentence: the cells of
    a table that was written out line by line count 1, 2, 3 as well.
    """
    candidates = profile.fact(has_page_candidates) and _candidates(profile)
    if not candidates:
        return ()
    heads = profile.fact(repeated_lines)
    rows: dict[int, list[Page]] = {}
    done = []
    for page in candidates:
        row = rows.pop(page.number - 1, [])
        if row and not _apart(profile, row[-1], page, heads):
            done.append(row)
            row = []
        if page.number in rows:
            done.append(rows[page.number])
        row.append(page)
        rows[page.number] = row
    pages = [page for row in [*done, *rows.values()] for page in _numbering(profile, row, heads)]
    return tuple(sorted(set(pages)))


def _apart(profile: Profile, one: Page, other: Page, heads: frozenset[str]) -> bool:
    if not one.alone and not other.alone:
        return True
    if _by_a_head(profile, one, heads) and _by_a_head(profile, other, heads):
        return True
    spans = profile.line_spans
    return other.line - one.line > 1 and spans[other.line][0] - spans[one.line][1] >= PAGE_CHARACTERS


def _numbering(profile: Profile, row: list[Page], heads: frozenset[str]) -> list[Page]:
    if len(row) == 1:
        return row if row[0].dressed else []
    certain = sum(page.dressed for page in row)
    if certain or not all(page.alone for page in row):
        return row
    # Only lone numbers: `1`, `2`, `3`. Two running heads or a cut sentence say that these are pages.
    if sum(_by_a_head(profile, page, heads) for page in row) >= 2:
        return row
    return row if len(row) >= 3 and any(_cut_at(profile, page.line, page.line) for page in row) else []


def _by_a_head(profile: Profile, page: Page, heads: frozenset[str]) -> bool:
    lines = profile.lines
    near = (filled_before(lines, page.line), filled_after(lines, page.line))
    return any(index >= 0 and lines[index].strip() in heads for index in near)


def repeated_lines(profile: Profile) -> frozenset[str]:
    """Lines without the end of a sentence that stand in the text three times or more."""
    counts = Counter(line for line in map(str.strip, profile.lines) if 4 <= len(line) <= 60)
    return frozenset(line for line, count in counts.items() if count >= 3 and line[-1] not in TERMINAL)


def _cut_at(profile: Profile, first: int, last: int) -> bool:
    """Whether what stands before line `first` runs on behind line `last`."""
    lines = profile.lines
    before, after = filled_before(lines, first), filled_after(lines, last)
    if before < 0 or after < 0:
        return False
    line, following = lines[before].rstrip(), lines[after].lstrip()
    if len(line) < 12 or len(line) < 40 and not has_sentence_inside(line) and "，" not in line and "," not in line:
        return False
    if is_cut(line, following, profile.fact(pairs)):
        return True
    # Prose that stops on an open end before the number of a page is cut, unless the model says no.
    least = 0.0 if has_sentence_inside(line) else LIKELY_ONE
    return is_open(line) and not ITEM.match(following) and saved(line, following) >= least


def page_number(text: str, profile: Profile) -> Iterator[Edit]:
    r"""Page numbers on lines of their own, in any dress.

    >>> clean("前一页的末尾。\n- 3 -\n后一页的开头。", page_number)
    '前一页的末尾。\n后一页的开头。'
    >>> clean("序号\n1\n张三\n2\n李四\n3\n王五", page_number)  # the cells of a table: kept
    '序号\n1\n张三\n2\n李四\n3\n王五'

    Why: a page number reads as a quantity to whatever counts numbers later, and it splits a sentence.
    """
    if not profile.fact(has_page_candidates):
        return
    numbered = [page.line for page in profile.fact(page_lines)]
    last = _before_last_head(profile) if numbered else -1
    if last in numbered and last - 1 not in numbered:  # the head below it goes with the line end between them
        start, end = profile.line_spans[last]
        yield from without_lines(profile, [line for line in numbered if line != last])
        yield Edit(max(0, start - 1), end, "")
    else:
        yield from without_lines(profile, numbered)


def _before_last_head(profile: Profile) -> int:
    """The line above the running heads that end the text, or -1 where none does."""
    heads = frozenset(profile.fact(head_lines))
    last = len(profile.lines) - 1
    while last in heads:
        last -= 1
    return last if last < len(profile.lines) - 1 else -1


def page_evidence(profile: Profile) -> Mapping[str, object]:
    pages = profile.fact(page_lines)
    return {"first": pages[0].number, "last": pages[-1].number, "pages": len(pages)}


def head_lines(profile: Profile) -> tuple[int, ...]:
    """The lines that repeat a running head: its first occurrence is one only where the title stands again below it."""
    heads = profile.fact(repeated_lines)
    pages = {page.line for page in profile.fact(page_lines)}
    if not heads or not pages:
        return ()
    lines = profile.lines
    out: list[int] = []
    for head in sorted(heads):
        places = [index for index, line in enumerate(lines) if line.strip() == head]
        beside = [index for index in places
                  if filled_before(lines, index) in pages or filled_after(lines, index) in pages]
        if len(beside) < 2 or 2 * len(beside) < len(places):
            continue
        first = places[0]
        out.extend(places[1:] if not _title_again(lines, first) else places)
    return tuple(sorted(out))


def _title_again(lines: tuple[str, ...], index: int) -> bool:
    """Whether the two lines below say together what this line says, or the first of them says it alone."""
    wanted = _squeezed(lines[index])
    one = filled_after(lines, index)
    two = filled_after(lines, one) if one >= 0 else -1
    return one >= 0 and (_squeezed(lines[one]) == wanted
                         or two >= 0 and _squeezed(lines[one]) + _squeezed(lines[two]) == wanted)


def _squeezed(line: str) -> str:
    return "".join(line.split())


def running_head(text: str, profile: Profile) -> Iterator[Edit]:
    r"""The line that every page of a document repeats beside its number.

    >>> clean("质量年度报告\n开头。\n- 1 -\n质量年度报告\n中间。\n- 2 -\n质量年度报告\n末尾。", running_head)
    '质量年度报告\n开头。\n- 1 -\n中间。\n- 2 -\n末尾。'
    >>> clean("领导讲话\n开头。\n领导讲话\n中间。\n领导讲话\n末尾。", running_head)  # no pages: captions
    '领导讲话\n开头。\n领导讲话\n中间。\n领导讲话\n末尾。'
    """
    if not profile.fact(has_page_candidates):
        return
    yield from without_lines(profile, profile.fact(head_lines))


def running_head_evidence(profile: Profile) -> Mapping[str, object]:
    places = profile.fact(head_lines)
    return {"head": profile.lines[places[0]].strip(), "lines": len(places)}


def page_break(text: str, profile: Profile) -> Iterator[Edit]:
    r"""The line end of a page that stops in the middle of a sentence, before a page number or a running head.

    >>> clean("各级财政要把职业教育作为支出重点，切实保障学生的\n\n— 3 —\n\n资助经费。", page_break)
    '各级财政要把职业教育作为支出重点，切实保障学生的— 3 —\n资助经费。'
    >>> clean("财政要切实保障资助经费。\n— 3 —\n各地要抓好落实。", page_break)  # whole sentences: kept
    '财政要切实保障资助经费。\n— 3 —\n各地要抓好落实。'

    Order: in one stage with the rules that take the number out. In text with a fixed line width the break stays, and
    `wrap` joins the line with all others.
    """
    if not profile.fact(has_page_candidates):
        return
    taken = {page.line for page in profile.fact(page_lines)} | set(profile.fact(head_lines))
    if not taken or profile.fact(fixed_width):
        return
    lines, spans = profile.lines, profile.line_spans
    for index in sorted(taken):
        before = filled_before(lines, index)
        if before < 0 or before in taken:
            continue
        run = [index]
        while (after := filled_after(lines, run[-1])) in taken:
            run.append(after)
        if _cut_at(profile, index, run[-1]):
            yield Edit(spans[before][0] + len(lines[before].rstrip()), spans[index][0], "")
            for place, following in zip(run, [*run[1:], after], strict=True):
                start, stop = spans[place][1] + 1, spans[following][0]
                if following == after:
                    stop = spans[after][1] - len(lines[after].lstrip())
                if start < stop:
                    yield Edit(start, stop, "")


def pairs(profile: Profile) -> Collection[str]:
    """What knows whether two characters stand side by side in the text: for few questions the text itself."""
    return profile.text if len(profile.lines) < 60 else pairs_of(profile.text)


def fixed_width(profile: Profile) -> float:
    """The width at which the lines of the text are broken, or 0."""
    return wrap_width(profile.lines)
