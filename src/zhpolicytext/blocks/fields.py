"""Named values in a line: bylines, credits, index tables, contact lines."""

from functools import cache, lru_cache
from re import Match

from ..text.match import Lazy
from ..text.tables import rows
from .model import Field
from .names import is_name, names_in

LONGEST = 14  # characters of the longest field name in the table, and a little
BEFORE_NAME = " |;,、。.()[]·>-/\"*#!?…~"  # what may stand before a field name that is not at the line's start
#: A full date, in any of the spellings of bylines, perhaps with the time of day.
DATE = Lazy(
    r"(?<!\d)(?:19|20)\d\d ?(?:[-/.] ?[01]?\d ?[-/.] ?[0-3]?\d(?!\d)|年 ?[01]?\d ?月 ?[0-3]?\d ?日)"
    r"(?:[ t(]{0,3}[0-2]?\d:[0-5]\d(?::[0-5]\d)?\)?)?(?: ?星期[一二三四五六日天])?"
)
COUNT = Lazy(r"\d{1,9} ?(?:次|人次|人|个)?(?:浏览|阅读|点击|访问|看过|查看|围观|已读)?|\d{1,4}(?:\.\d)?[万w]\+?")
DECORATION = " |·-*#~>[]()/,;、\"'_…"


@cache
def names_of_fields() -> dict[str, tuple[tuple[str, str], ...]]:
    """Field name (without spaces) to its readings ``(where, field)``."""
    out: dict[str, list[tuple[str, str]]] = {}
    for where, name, field, _ in rows("boilerplate_fields.tsv"):
        out.setdefault(name, []).append((where, field))
    return {name: tuple(readings) for name, readings in out.items()}


@cache
def names_in_tables() -> frozenset[str]:
    """The names that index tables have."""
    return frozenset(name for name, readings in names_of_fields().items() if any(where == "table" for where, _ in readings))


def _name_before(line: str, stop: int, loose: bool) -> tuple[int, str] | None:
    """The longest field name that ends at `stop`, spaces inside of it allowed: (where it begins, its letters)."""
    known, longest = names_of_fields(), _last_letters()
    letters = ""
    best = glued = None
    is_spaced = False
    i = stop
    while i > 0 and line[i - 1] == " ":
        i -= 1
    most = longest.get(line[i - 1], 0) if i else 0
    while i > 0 and len(letters) < most and stop - i < 48:
        i -= 1
        char = line[i]
        if char == " ":
            is_spaced = True
            continue
        letters = char + letters
        if letters in known:
            before = line[i - 1] if i else " "
            # 下载本文作者: the name is glued to words of a control; only where a field already stands in the line
            if before in BEFORE_NAME or before.isdigit() or before == "日" and i > 1 and line[i - 2].isdigit():
                best = (i, letters)
            elif loose and len(letters) > 1 and not is_spaced:
                glued = (i, letters)
            elif letters.endswith(("编辑", "责编", "记者")) and _PAPER.fullmatch(line, 0, i):
                glued = (0, letters)  # 某某网编辑:
    return best or glued


_PAPER = Lazy(r"[\u4e00-\u9fff]{2,10}(?:网|报|台|社|融媒|在线)")


@cache
def _last_letters() -> dict[str, int]:
    """What the names end with, and how long the longest of these names is."""
    out: dict[str, int] = {}
    for name in names_of_fields():
        out[name[-1]] = min(max(out.get(name[-1], 0), len(name)), LONGEST)
    return out


def _reading(name: str, where: tuple[str, ...]) -> tuple[str, str] | None:
    for place in where:
        for reading in names_of_fields().get(name, ()):
            if reading[0] == place:
                return reading
    return None


def fields_of(line: str, where: tuple[str, ...] = ("byline", "table", "contact")) -> tuple[Field, ...]:
    """The fields of a folded line, in order. A name with two readings takes the first of `where` that it has."""
    return _fields_of_short(line, where) if len(line) <= 80 else _fields_of(line, where)


@lru_cache(maxsize=4096)
def _fields_of_short(line: str, where: tuple[str, ...]) -> tuple[Field, ...]:
    return _fields_of(line, where)  # several questions are asked of each line, and pages of a site repeat theirs


def _fields_of(line: str, where: tuple[str, ...]) -> tuple[Field, ...]:
    if "]" in line:
        opened = _CLOSED_ONLY.match(line)
        if opened:
            line = _without_brackets(opened) + line[opened.end() :]
        line = BRACKETED.sub(_without_brackets, line)
    if len(line) > LONGEST and ":" not in line and " " not in line and "|" not in line:
        return ()  # no name ends
    marks: list[tuple[int, int, str]] = []  # begin of the name, begin of the value, name
    stop = line.find(":")
    while stop >= 0 and len(marks) < 24:
        found = _name_before(line, stop, bool(marks))
        if found and (not marks or found[0] >= marks[-1][1]):
            marks.append((found[0], stop + 1, found[1]))
        stop = line.find(":", stop + 1)
    if not marks or marks[0][0] > 0:
        marks = _without_colon(line, marks[0][0] if marks else len(line)) + marks
    out = []
    for k, (begin, start, name) in enumerate(marks):
        reading = _reading(name, where)
        if reading is None:
            continue
        end = marks[k + 1][0] if k + 1 < len(marks) else len(line)
        while start < end and line[start] in " |:":
            start += 1
        bar = line.find("|", start, end)
        if bar > start:
            end = bar
        while end > start and line[end - 1] in " |,;、/·":
            end -= 1
        if end > start and line[end - 1] in ")]" and line.count("(", start, end) + line.count("[", start, end) == 0:
            end -= 1
        out.append(Field(reading[0], reading[1], name, begin, start, max(start, end)))
    return tuple(out)


#: `【索引号】 001/2020-7 【发布机构】 某某局`: brackets in place of the colon.
BRACKETED = Lazy(r"\[([^\[\]:]{2,14})\]:?")
_CLOSED_ONLY = Lazy(r"([^\[\]:]{2,14})\]:?")  # at the start of the line
_HEADS = frozenset(("摘要", "关键词", "关键字", "主题词", "主题", "内容", "说明", "备注", "简介", "原文", "图", "文", "视频", "图片", "推荐", "更新"))


def _without_brackets(match: Match[str]) -> str:
    name = match.group(1).replace(" ", "")
    if name in _HEADS or name not in names_of_fields():
        return match.group()
    return match.group().replace("[", " ").replace("]", ":")


def _without_colon(line: str, stop: int) -> list[tuple[int, int, str]]:
    """Names that a bar, a slash or a space parts from their value: `摄影| 白水`, `文/图 李四`, `索 引 号 1234`.

    A value that a space parts must be a date, a count or names; only names of index tables may take any value.
    """
    tokens = [(m.start(), m.end(), m.group()) for m in TOKEN.finditer(line, 0, stop)]
    known = names_of_fields()
    found: list[tuple[int, int, str]] = []
    i = 0
    while i < len(tokens):
        letters = ""
        best = None
        for j in range(i, min(len(tokens), i + 8)):
            letters += tokens[j][2]
            if len(letters) > LONGEST:
                break
            if letters in known:
                best = (j, letters)
        if best is None:
            if i == 0:
                return []
            i += 1
            continue
        j, letters = best
        start = tokens[j][1]
        separated = line[start : start + 3].lstrip(" ")[:1] in ("|", "/")
        value = line[start:stop].strip(" |/")
        places = {place for place, _ in known[letters]}
        if separated or ("table" in places and len(letters) > 1 and (value or j + 1 == len(tokens))):
            found.append((tokens[i][0], start + (len(line[start:stop]) - len(line[start:stop].lstrip(" |/"))), letters))
        elif "byline" in places and (len(letters) > 1 or letters in "文图摄") and _valued(value):
            found.append((tokens[i][0], start, letters))
        elif i == 0:
            return []
        i = j + 1
    return found


TOKEN = Lazy(r"[^ |]+")


def _valued(value: str) -> bool:
    first = value.split(" ", 1)[0]
    return bool(names_in(value) or DATE.match(value) or COUNT.fullmatch(first) or is_name(first))
