"""Placeholders of pictures, lone bullets, and what a newspaper prints at the turn of a page."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...core.edits import Edit
from ...core.profile import Profile
from ...text.gates import edges, unusual
from ...text.match import Lazy
from ...text.ranges import HAN, ZERO_WIDTH
from .lines import short_lines, without_lines

_FILE = r"[\w%.()（）@+-]{1,80}\.(?:png|jpe?g|gif|bmp|webp|svg|PNG|JPE?G|GIF|BMP)"
IMAGE = Lazy(
    rf"!\[(?P<alt>[^\]\[\n]{{0,80}})\](?:\([^()\n]{{0,400}}\))?"
    rf"|[\[【](?:图片|圖片|图|圖|插图|插圖|配图|配圖|此处为图片|image|Image|IMAGE|img)[0-9]{{0,3}}[\]】]"
    rf"|<img\b[^<>\n]{{0,600}}>"
)
IMAGE_LINE = Lazy(rf"\s{{0,20}}(?:(?:https?:)?//[\w./%?=&:@+-]{{1,300}}/)?{_FILE}\s{{0,20}}|\s{{0,20}}[(（](?:图片|圖片)[)）]\s{{0,20}}")
#: Text in the brackets of a Markdown image that only says that it is one.
NO_CAPTION = Lazy(rf"(?:\s|图片|圖片|图|圖|image|img|IMG|picture|photo|alt|微信|截图|[0-9A-Za-z_.@-])*")


def image_placeholder(text: str, profile: Profile) -> Iterator[Edit]:
    r"""Where a picture stood: `![](…)`, `[图片]`, the name of an image file on a line of its own.

    >>> clean("会议现场\n![](a/1.jpg)\n各地汇报了工作。[图片]", image_placeholder)
    '会议现场\n各地汇报了工作。'
    >>> clean("\n![](a/1.jpg)\n\n标题\n![](a/2.jpg)\n正文。", image_placeholder)
    '标题\n正文。'
    >>> clean("![参观校园](1.jpg)", image_placeholder)  # a caption is text
    '参观校园'
    >>> clean("请将证件照命名为“学号.jpg”上传", image_placeholder)  # a file the author speaks of: kept
    '请将证件照命名为“学号.jpg”上传'
    """
    places = profile.fact(image_lines)
    lines, spans = profile.lines, profile.line_spans
    whole = []
    inline: list[Edit] = []
    for index in places:
        line = lines[index]
        if ("[" in line or "【" in line or "<" in line) and IMAGE.search(line):
            found = [(m.span(), (m["alt"] or "").strip()) for m in IMAGE.finditer(line)]
            captions = ["" if NO_CAPTION.fullmatch(alt) else alt for _, alt in found]
            rest = IMAGE.sub("", line)
            if not any(captions) and (not rest.strip() or IMAGE_LINE.fullmatch(rest)):
                whole.append(index)
                continue
            inline.extend(Edit(spans[index][0] + a, spans[index][0] + b, caption)
                          for ((a, b), _), caption in zip(found, captions, strict=True))
        elif len(line) <= 400 and line.rstrip()[-1:] in FILE_ENDS and IMAGE_LINE.fullmatch(line):
            whole.append(index)
    if not whole and not inline:
        return
    taken = set(whole)
    first = next((index for index, line in enumerate(lines) if line.strip() and index not in taken), 0)
    if first and whole and whole[0] < first:  # pictures above the title go with the blank lines around them
        yield Edit(0, spans[first][0], "")
        whole = [index for index in whole if index > first]
    yield from sorted([*inline, *without_lines(profile, whole)])


def image_lines(profile: Profile) -> list[int]:
    """The lines with a bracket that opens a placeholder, or an end that the name of a picture has."""
    sides = profile.fact(edges)
    out = [] if FILE_ENDS.isdisjoint(sides.tails) else [
        k for k, line in enumerate(sides.stripped) if line[-1:] in FILE_ENDS and (line[-1] not in ")）" or line[-2:-1] == "片")]
    if _opens_placeholder(profile):
        opened = [k for k, line in enumerate(profile.lines) if "[" in line or "【" in line or "<" in line]
        out = sorted({*out, *opened}) if out else opened
    return out


def _opens_placeholder(profile: Profile) -> bool:
    marks, text = profile.fact(unusual), profile.text
    return (b"[" in marks and (b"![" in marks and "![" in text or _OPENED.search(text) is not None)
            or "【" in text and (_OPENED_WIDE.search(text) is not None or b"!" in marks and "!【" in text)
            or b"<img" in marks and "<img" in text)


#: How the words for pictures in brackets begin. A pattern for each bracket: `re` skips to a literal.
_OPENED = Lazy(r"\[[图圖插配此iI]")
_OPENED_WIDE = Lazy("【[图圖插配此iI]")


def has_image_marks(profile: Profile) -> bool:
    """Whether a bracket or a line end that a placeholder needs is there."""
    return bool(profile.fact(image_lines))


#: What names of pictures end with, and （图片）.
FILE_ENDS = frozenset("gGfFpP)）")


#: Blanks and bullets as they stand, and as the entities that `mojibake` will make of them later; what `control` and
#: `watermark` will take out counts as nothing.
_UNSEEN = rf"\x00-\x09\x0b-\x1f\x7f-\x9f{ZERO_WIDTH}"
_BLANK = rf"(?:[ \N{{IDEOGRAPHIC SPACE}}\N{{NO-BREAK SPACE}}{_UNSEEN}]|&nbsp;)"
_BULLET = r"(?:[·•●◆■▪◦∙»›×✕]|&(?:middot|bull|raquo|rsaquo|times|gt);)"
BULLET_LINE = Lazy(rf"{_BLANK}{{0,20}}(?:{_BULLET}|[|｜]|[>＞]{{1,2}}|[-–](?={_BLANK}{{0,20}}$)|[•·] *[-–]|\?{{1,12}}){_BLANK}{{0,20}}")
TRAILING = Lazy(rf"{_BLANK}{{0,20}}(?:(?:[·•]|&middot;|&bull;){_BLANK}{{0,20}}){{1,6}}$")
LAST_MARKS = frozenset("·•●◆■▪◦∙»›×✕|｜>＞-–?;") | {
    chr(code) for code in (*range(0x20), *range(0x7F, 0xA0), 0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F),
                           *range(0x2060, 0x206A), 0xFEFF)}
_UNSEEN_LAST = LAST_MARKS - frozenset("·•●◆■▪◦∙»›×✕|｜>＞-–?;")


def stray_mark(text: str, profile: Profile) -> Iterator[Edit]:
    r"""A line that is nothing but a bullet, a bar, a cross or question marks; a bullet after the end of a line.

    >>> clean("通知公告\n·\n工作动态 ·\n???\n正文。", stray_mark)
    '通知公告\n工作动态\n正文。'
    >>> clean("第一部分\n***\n———\n第二部分", stray_mark)  # a rule between parts: the author's
    '第一部分\n***\n———\n第二部分'
    """
    if not profile.fact(has_stray_marks):
        return
    lines, spans = profile.lines, profile.line_spans
    whole: list[int] = []
    inline: list[Edit] = []
    table = profile.fact(has_table_lines)
    for index in profile.fact(short_lines):
        line = lines[index]
        last = line.rstrip()[-1:] or ";"
        if last not in LAST_MARKS:
            continue
        if len(line) <= 20 and BULLET_LINE.fullmatch(line):
            if not (table and last in "|-" or last in _CELLS and _is_cell(lines, index)):
                whole.append(index)
        elif (last in "·•;" or last in _UNSEEN_LAST) and (m := TRAILING.search(line, max(0, len(line) - 60))):
            stripped = line[: m.start()]
            if not any(map(str.isalnum, stripped)):
                whole.append(index)
            elif not any(mark in stripped for mark in "·•"):
                inline.append(Edit(spans[index][0] + len(stripped), spans[index][1], ""))
    yield from sorted([*inline, *without_lines(profile, whole)])


#: Nothing, and no: in a table with a cell a line.
_CELLS = frozenset("-–×✕●■◆")
_FIGURE = Lazy(r"[+-]?[0-9][0-9,.]{0,15}[%％]?|[-–×✕√✓○〇●■◆/]|是|否|有|无")


def _is_cell(lines: Sequence[str], index: int) -> bool:
    """A figure, or another mark of a table, stands above or below, a blank line or none between."""
    above, below = [line.strip() for line in lines[max(0, index - 2) : index]], [line.strip() for line in lines[index + 1 : index + 3]]
    beside = (*filter(None, reversed(above)), ""), (*filter(None, below), "")
    return any(_FIGURE.fullmatch(nearest[0]) for nearest in beside)


def has_stray_marks(profile: Profile) -> bool:
    """Whether a line ends with a mark that can be a stray one."""
    return not LAST_MARKS.isdisjoint(profile.fact(edges).tails)


def has_table_lines(profile: Profile) -> bool:
    """Whether a line holds cells between bars."""
    return any(line.startswith("|") and line.count("|") >= 2 for line in profile.fact(edges).stripped)


def has_page_reference(profile: Profile) -> bool:
    """Whether the text says that it goes on on another page."""
    text = profile.text  # a single character is found at a tenth of the cost of two
    return (("版" in text or "页" in text or "頁" in text) and ("接" in text or "转" in text or "轉" in text)
            and any(_is_numbered(text, word) for word in "版页頁") and any(word in text for word in _GOES_ON))


def _is_numbered(text: str, word: str) -> bool:
    """Whether the word stands behind a numeral, or a blank behind one."""
    at = text.find(word)
    while at >= 0:
        if text[at - 1 : at] in _COUNTS:
            return True
        at = text.find(word, at + 1)
    return False


_COUNTS = frozenset("0123456789一二三四五六七八九十 ")


_GOES_ON = ("下转", "下轉", "上接", "紧接", "緊接", "接上")
REFERENCE = Lazy(r"[ \t\N{IDEOGRAPHIC SPACE}]{0,8}[（(【\[▲▼]?(?:下转|下轉|上接|紧接|緊接|接上)第?[ ]?[A-Z]{0,2}[0-9]{1,3}[ ]?[版页頁](?:[A-Z]?[0-9]{0,2}版?)?[▲▼]?[）)】\]]?[ \t\N{IDEOGRAPHIC SPACE}]{0,8}")
BRACKETED_REFERENCE = Lazy(r"[（(【\[▲▼](?:下转|下轉|上接|紧接|緊接)第?[ ]?(?:[A-Z]{0,2}[0-9]{1,3}|[一二三四五六七八九十]{1,3})[ ]?[版页頁][）)】\]]")


def page_reference(text: str, profile: Profile) -> Iterator[Edit]:
    r"""`（下转A04版）`, `（紧接第一版）`: where a newspaper goes on with the text.

    >>> clean("会议强调，要抓好落实。（下转A04版）\n（紧接A03版）会议指出，", page_reference)
    '会议强调，要抓好落实。\n会议指出，'
    >>> clean("文件下转各科室，上接乡镇。", page_reference)  # no page: kept
    '文件下转各科室，上接乡镇。'
    """
    if not profile.fact(has_page_reference):
        return
    whole: list[int] = []
    inline: list[Edit] = []
    for index, line in enumerate(profile.lines):
        if not any(word in line for word in _GOES_ON):
            continue
        if REFERENCE.fullmatch(line):
            whole.append(index)
        else:
            start = profile.line_spans[index][0]
            inline.extend(Edit(start + m.start(), start + m.end(), "") for m in BRACKETED_REFERENCE.finditer(line))
    yield from sorted([*inline, *without_lines(profile, whole)])


_GAP = r"[ \t]{0,4}"
INLINE_PAGE = Lazy(
    rf"第{_GAP}([0-9]{{1,4}}){_GAP}[页頁]{_GAP}[,，/]?{_GAP}共{_GAP}[0-9]{{1,4}}{_GAP}[页頁]{_GAP}(?=[{HAN}“（(《])")
INLINE_DASH = Lazy(rf"-{_GAP}([0-9]{{1,3}}){_GAP}-{_GAP}(?=[{HAN}“（(《])")
#: The number of the last page, glued to the end of the text or to the list of those who get a copy.
FINAL_DASH = Lazy(r"-[ ]?[0-9]{1,3}[ ]?-[ \t\N{IDEOGRAPHIC SPACE}]{0,4}(?=\s{0,8}\Z|抄[送报報][:： ])")
_BLANKS = " \t\N{IDEOGRAPHIC SPACE}"
#: What both dashed numbers hold.
_DASHED = Lazy(rf"-{_GAP}[0-9]{{1,3}}{_GAP}-")
_RUNS_ON = Lazy(rf"[{HAN}，、,”）)]")


def has_inline_pages(profile: Profile) -> bool:
    """Whether dashes or the word page are there in the number that two page numbers need."""
    text = profile.text
    dashes = profile.fact(unusual).count(b"-")
    return dashes > 3 or dashes > 1 and ("抄" in text or text.rstrip()[-1:] == "-") and (
        bool(_final_dashes(text))) or (
        "页" in text and text.count("页") > 1 or "頁" in text and text.count("頁") > 1)


def _final_dashes(text: str) -> list[tuple[int, int]]:
    """Numbers between dashes behind the last sentence, with four blanks at most before them."""
    out = []
    for m in FINAL_DASH.finditer(text):
        stop = m.start()
        before = text[max(0, stop - 5) : stop].rstrip(_BLANKS)
        if before[-1:] in _CLOSES:
            out.append((stop - len(text[max(0, stop - 5) : stop]) + len(before), m.end()))
    return out


_CLOSES = frozenset("。日发發")


def inline_page_number(text: str, profile: Profile) -> Iterator[Edit]:
    """Page numbers that fell into a sentence: `工作- 3 -方案`, two or more, counting up; one behind the last sentence.

    >>> clean("加强组织- 3 -领导，落实各项措施，完善考核- 4 -机制。", inline_page_number)
    '加强组织领导，落实各项措施，完善考核机制。'
    >>> clean("县农业局2024年3月6日 - 2 -", inline_page_number)
    '县农业局2024年3月6日'
    >>> clean("沿北纬-30-线一带", inline_page_number)  # one alone says nothing: kept
    '沿北纬-30-线一带'
    """
    if not profile.fact(has_inline_pages):
        return
    dashed = "-" in text and _DASHED.search(text) is not None
    found = []
    for pattern in (INLINE_PAGE, INLINE_DASH) if dashed else (INLINE_PAGE,):
        for m in pattern.finditer(text):
            start = len(text[max(0, m.start() - 4) : m.start()].rstrip(" \t")) + max(0, m.start() - 4)
            if start and _RUNS_ON.match(text, start - 1):
                found.append((start, m.end(), int(m[1])))
    found.sort()
    spans = [(start, end) for start, end, _ in found]
    if len(found) < 2 or any(b[2] != a[2] + 1 for a, b in pairwise(found)):
        spans = []
    ends = [end for _, end in spans]
    spans += [span for span in _final_dashes(text) if span[1] not in ends] if dashed else []
    yield from (Edit(start, end, "\n" if text.startswith("抄", end) else "") for start, end in sorted(spans))
