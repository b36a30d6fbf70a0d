"""Characters that a reading of print confused, where the context leaves one reading only.

Digits read as letters (`IOO多亩`), a full stop read as `o` (`147.8%o（二）`), a dash read as two ones (`一一`), a day read
as 曰. What has two readings is pointed out, with the readings.
"""

from collections.abc import Iterator
from functools import cache
from re import Pattern, compile, escape

from ..core.edits import Edit
from ..core.pipeline import Pipeline
from ..core.profile import Profile
from ..core.rule import Finder, Kind, Rule, Safety
from ..text.bitmap import NUMERALS, finds
from ..text.gates import edges, unusual
from ..text.match import Lazy
from ..text.ranges import HAN
from ..text.tables import rows

_GAP = "[ \N{NO-BREAK SPACE}]{0,2}"
_ADVERB = "(?:多|余|餘|几|幾)?"
_DIGIT_OF = {"O": "0", "o": "0", "I": "1", "l": "1", "L": "1", "|": "1"}


#: A run of digits and of letters that look like digits.
RUN = Lazy(r"[0-9IlO][0-9IlOo.]{0,13}")
_SHAPE = Lazy(
    r"(?=[IlOo]{0,12}[0-9])[0-9IlOo]{2,12}(?:\.[0-9IlOo]{1,4})?|[0-9]{1,9}\.[0-9]{0,3}[IlO][0-9IlO]{0,3}|[Il]{1,2}O{1,6}")


@cache
def _unit() -> Pattern[str]:
    units = "|".join(map(escape, sorted({row[0] for row in rows("ocr_units.tsv")}, key=lambda unit: (-len(unit), unit))))
    return compile(rf"{_GAP}{_ADVERB}{_GAP}(?:{units})")


def letter_digit(text: str, profile: Profile) -> Iterator[Edit]:
    """Letters that stand for digits inside of a number with a unit: `IOO 多亩`, `2O23年`, `l0月`.

    >>> clean("占地IOO 多亩，2O23年l0月建成", letter_digit)
    '占地100多亩，2023年10月建成'
    >>> clean("PM2.5、IPV6、H2O、5G、O型血、II类3个", letter_digit)  # letters that are letters: kept
    'PM2.5、IPV6、H2O、5G、O型血、II类3个'

    Why: no later rule sees a number in `IOO`.
    Safety: a unit must follow, and the letters must stand beside a digit or spell a one with zeros.
    """
    if not profile.fact(has_letters_in_numbers):
        return
    unit = _unit()
    for m in RUN.finditer(text):
        found = m.group().rstrip(".")
        if not ("I" in found or "l" in found or "O" in found or "o" in found):
            continue
        end = m.start() + len(found)
        before = text[m.start() - 1 : m.start()]
        if before and (before == "." or before.isascii() and before.isalnum()) or not unit.match(text, end):
            continue
        day = found in ("l", "I", "Il", "lI", "II", "ll") and text[end : end + 1] in ("月", "日")
        if not day and (not _SHAPE.fullmatch(found) or found[0] in "Oo" and found[1:2] != "."):
            continue
        while end < len(text) and text[end] in " \N{NO-BREAK SPACE}":
            end += 1
        yield Edit(m.start(), end, "".join(_DIGIT_OF.get(char, char) for char in found))


LOST_ONE = Lazy(r"(?<=[\u4e00-\u9fff，,（(])[Ll][.．]? {0,2}([0-9]{1,4})(?= ?[万萬亿億%％倍千百])")


def lost_one(text: str, profile: Profile) -> Iterator[Edit]:
    """`L 9万`: a one and its decimal point read as L.

    >>> clean("新增学位L 9万个", lost_one)
    '新增学位1.9万个'
    >>> clean("型号L9，标准L 9", lost_one)  # a name: kept
    '型号L9，标准L 9'
    """
    if not profile.fact(has_l):
        return
    for m in LOST_ONE.finditer(text):
        yield Edit(m.start(), m.end(), "1." + m[1])


_STARTS = rf"(?:[（(][一二三四五六七八九十1-9]|[一二三四五六七八九十]{{1,2}}[是、]|第[一二三四五六七八九十]|\n|$)"
LONE_O = Lazy(rf"o(?={_STARTS})")
PERCENT_O = Lazy(rf"[%％]O(?={_STARTS})")


def stop_read_as_o(text: str, profile: Profile) -> Iterator[Edit]:
    """A full stop read as `o`, where a new item or paragraph begins: `109.7%o二是`.

    >>> clean("完成任务的147. 8%o(二)推进普惠发展", stop_read_as_o)
    '完成任务的147. 8%。(二)推进普惠发展'
    >>> clean("出生率为6.5%o，", stop_read_as_o)  # perhaps ‰: kept
    '出生率为6.5%o，'
    """
    if not profile.fact(has_o):
        return
    places = [m.start() for m in LONE_O.finditer(text) if text[m.start() - 1] in "%％”）)" or _HAN.match(text, m.start() - 1)]
    if "%O" in text or "％O" in text:
        places.extend(m.start() + 1 for m in PERCENT_O.finditer(text))
    for start in sorted(places):
        if start and (text[start - 1] not in "%％" or text[start - 2 : start - 1].isdigit()):
            yield Edit(start, start + 1, "。")


_HAN = Lazy(f"[{HAN}]")


PERMILLE_O = Lazy(rf"(?<=[0-9])[%％][oO](?!{_STARTS})(?![0-9A-Za-z])")


def permille_or_stop(text: str, profile: Profile) -> Iterator[Edit]:
    """`%o` where no new item begins: a per mille sign, or a percent sign and a full stop. Pointed out.

    >>> clean("人口出生率为6.5%o，", permille_or_stop)  # what is proposed
    '人口出生率为6.5‰，'
    >>> clean("完成任务的109%o二是扩大覆盖面", permille_or_stop)  # a new item: see `stop_read_as_o`
    '完成任务的109%o二是扩大覆盖面'
    """
    for m in PERMILLE_O.finditer(text):
        if text[m.end() : m.end() + 1] not in ("，", "。", ",", "、", "；", ";"):
            yield Edit(m.start(), m.end(), m.group()[0] + "。")
        yield Edit(m.start(), m.end(), "‰")


DOUBLE_ONE = Lazy(rf"(?<=[{HAN}”’）)])一 ?一(?=[{HAN}“‘《（(0-9])")
_NUMERALS = frozenset("〇零一二三四五六七八九十百千万萬亿億第两兩0123456789年月日")
#: What stands before the adverb 一一 and never before a dash.
_ADVERBIAL = frozenset("也已须須被再又逐予")


@cache
def _one_by_one() -> tuple[str, ...]:
    return tuple(sorted({row[0] for row in rows("one_by_one.tsv")}))


def _dashes(text: str) -> list[tuple[int, int, bool]]:
    """Places where two ones stand for a dash, and whether that is sure."""
    found: list[tuple[int, int, int]] = []  # start, end, strength: 2 before a quotation, 1 in a heading, 0 anywhere
    for m in DOUBLE_ONE.finditer(text):
        start, end = m.span()
        if text[start - 1] in _NUMERALS or text[end] in _NUMERALS and not text[end].isdigit():
            continue
        if text.startswith(_one_by_one(), end):
            continue
        strength = 0
        if text[start - 1] not in _ADVERBIAL:
            after = _CLAUSE_AFTER.match(text, end)
            if text[end] in "“《‘（(":
                strength = 2
            elif after is not None and _CLAUSE_BEFORE.search(text, max(0, start - 18), start):
                strength = 2 if "的" in after.group() else 1
        found.append((start, end, strength))
    several = sum(strength > 0 for *_, strength in found) >= 2
    return [(start, end, strength == 2 or several and strength == 1) for start, end, strength in found]


#: A heading of two parts: it begins behind a full stop, and both parts are short and without a comma.
_CLAUSE_BEFORE = Lazy(rf"(?:^|(?<=[。！？；!?;\n]))[ \N{{IDEOGRAPHIC SPACE}}]{{0,4}}(?:[（(]?[一二三四五六七八九十0-9]{{1,3}}[）)、.．])?[{HAN}“”]{{2,12}}$")
_CLAUSE_AFTER = Lazy(rf"[{HAN}“”0-9A-Za-z]{{2,24}}(?:[。！？!?\n]|$)")


def double_one(text: str, profile: Profile) -> Iterator[Edit]:
    """A dash read as two ones, between the two parts of a heading or before a quotation.

    >>> clean("蓝图绘就一一基础设施的全面升级。创新引擎一一“1256”发展思路", double_one)
    '蓝图绘就——基础设施的全面升级。创新引擎——“1256”发展思路'
    >>> clean("对问题一一列举，与岗位一一对应，二〇一一年", double_one)  # one by one: kept
    '对问题一一列举，与岗位一一对应，二〇一一年'

    Safety: never before a verb that is done one by one; elsewhere only where a short heading surrounds it.
    """
    if not profile.fact(has_double_one):
        return
    for start, end, sure in _dashes(text):
        if sure:
            yield Edit(start, end, "——")


def doubtful_double_one(text: str, profile: Profile) -> Iterator[Edit]:
    """`一一` that is neither surely a dash nor surely an adverb. Pointed out.

    >>> clean("全面推进乡村振兴一一产业先行，", doubtful_double_one)  # what is proposed
    '全面推进乡村振兴——产业先行，'
    >>> clean("对意见一一回应，", doubtful_double_one)  # a verb that is done one by one: nothing
    '对意见一一回应，'
    """
    if not profile.fact(has_double_one):
        return
    for start, end, sure in _dashes(text):
        if not sure:
            yield Edit(start, end, "——")


SINGLE_ONE = Lazy(rf"(?:^|(?<=[。！？\n]))[{HAN}]{{4,8}}(一)(?=[{HAN}]{{4,20}}[。\n])")


def single_one(text: str, profile: Profile) -> Iterator[Edit]:
    """A single 一 in a heading, where other headings of the text have a dash that was read as 一一. Pointed out.

    >>> page = "蓝图绘就一一基础设施的升级。数字引领一一智慧校园的建设。"
    >>> clean(page + "家校共育一家庭教育的探索。", single_one).endswith("家校共育——家庭教育的探索。")  # what is proposed
    True
    >>> clean("家校共育一家庭教育的探索。", single_one)  # no other dash was misread: nothing
    '家校共育一家庭教育的探索。'
    """
    if not profile.fact(has_double_one):
        return
    if sum(sure for *_, sure in _dashes(text)) < 2:
        return
    for m in SINGLE_ONE.finditer(text):
        yield Edit(m.start(1), m.end(1), "——")


DAY_YUE = Lazy("(?<=月)([0-9]{1,2}|[一二三四五六七八九十]{1,3})(曰)")


def yue_for_day(text: str, profile: Profile) -> Iterator[Edit]:
    """曰 for 日 in a date.

    >>> clean("2月3曰", yue_for_day), clean("子曰：三月不知肉味", yue_for_day)
    ('2月3日', '子曰：三月不知肉味')
    """
    if "曰" not in text:
        return
    for m in DAY_YUE.finditer(text):
        yield Edit(m.start(2), m.end(2), "日")


LIST_ONE = Lazy(r"(?:^|\n)[ \N{IDEOGRAPHIC SPACE}]{0,8}([lI])([、.．])")


def list_letter(text: str, profile: Profile) -> Iterator[Edit]:
    r"""The first item of a list numbered with a letter l or I, where the second one has a 2.

    >>> clean("l、加强领导\n2、明确责任", list_letter)
    '1、加强领导\n2、明确责任'
    >>> clean("I.总体要求\nII.主要任务", list_letter)  # Roman: kept
    'I.总体要求\nII.主要任务'
    """
    if not profile.fact(has_letter_head):
        return
    for m in LIST_ONE.finditer(text):
        if text.find("\n2" + m[2], m.end(), m.end() + 2000) >= 0:
            yield Edit(m.start(1), m.end(1), "1")


LOST_MONTH = Lazy(r"(?<![0-9])((?:19|20)[0-9]{2})([0-9]{2,4})(?=日)")


def lost_month(text: str, profile: Profile) -> Iterator[Edit]:
    """A date that lost its 年 and 月: `2020101日`. Its readings are proposed, none is taken.

    >>> clean("自20201231日起", lost_month)  # one reading; `2020111日` has two
    '自2020年12月31日起'
    >>> clean("共计20201日工作量", lost_month)  # no month and day in it: nothing
    '共计20201日工作量'
    """
    for m in LOST_MONTH.finditer(text):
        rest = m[2]
        for size in (1, 2):
            month, day = rest[:size], rest[size:]
            if day and 1 <= int(month) <= 12 and 1 <= int(day) <= 31 and len(day) <= 2:
                yield Edit(m.start(), m.end(), f"{m[1]}年{int(month)}月{int(day)}")


#: In the characters below U+0100, where what stood between two of them is gone: a letter beside a digit or beside
#: another such letter. A lone one counts before 月 and 日.
_DIGIT_LIKE = Lazy(r"[0-9][IlOo]|[IlOo][0-9]|[IlO][IlO]")
_LONE = ("l月", "I月", "l日", "I日")
_ONE_LIKE = Lazy(r"[Ll][. ]{0,3}[0-9]")


def has_letters_in_numbers(profile: Profile) -> bool:
    """Whether a letter that looks like a digit stands as digits do."""
    letters = profile.fact(unusual)
    if not (b"O" in letters or b"I" in letters or b"l" in letters or b"o" in letters):
        return False
    return _DIGIT_LIKE.search(profile.latin1.decode("latin-1")) is not None or any(
        lone in profile.text for lone in _LONE)


def has_o(profile: Profile) -> bool:
    """Whether a letter o occurs that could be a full stop."""
    letters = profile.fact(unusual)
    return b"o" in letters and LONE_O.search(profile.text) is not None or b"O" in letters and (
        PERCENT_O.search(profile.text) is not None)


def has_l(profile: Profile) -> bool:
    """Whether a letter occurs that could be a one."""
    letters = profile.fact(unusual)
    return (b"L" in letters or b"l" in letters) and _ONE_LIKE.search(profile.latin1.decode("latin-1")) is not None


def has_double_one(profile: Profile) -> bool:
    """Whether two ones stand side by side, or a blank between them."""
    text = profile.text
    return profile.fact(finds) & NUMERALS != 0 and "一一" in text or b" " in profile.latin1 and "一 一" in text


def has_letter_head(profile: Profile) -> bool:
    """Whether a line begins with a letter that could be a one."""
    heads = profile.fact(edges).heads
    return "l" in heads or "I" in heads


def may_be_misread(profile: Profile) -> bool:
    """Whether any of these rules may find something: one question for all of them."""
    return (has_letters_in_numbers(profile) or has_l(profile) or has_o(profile) or has_double_one(profile)
            or "曰" in profile.text or has_letter_head(profile))


def _repair(name: str, safety: Safety, find: Finder, stage: str = "") -> Rule:
    return Rule(f"ocr.{name}", Kind.REPAIR, safety, find, gate=may_be_misread, stage=stage)


ocr = Pipeline((
    _repair("letter-digit", Safety.SAFE, letter_digit),
    _repair("lost-one", Safety.SAFE, lost_one),
    _repair("stop-read-as-o", Safety.SAFE, stop_read_as_o),
    # One stage: that other dashes were misread is to be seen only as long as they are.
    _repair("double-one", Safety.LIKELY, double_one, "dash"),
    _repair("doubtful-double-one", Safety.SUGGEST, doubtful_double_one, "dash"),
    _repair("single-one", Safety.SUGGEST, single_one, "dash"),
    _repair("yue-for-day", Safety.SAFE, yue_for_day),
    _repair("list-letter", Safety.LIKELY, list_letter),
    Rule("ocr.permille-or-stop", Kind.REPAIR, Safety.SUGGEST, permille_or_stop, needs=("%o", "%O", "％o", "％O")),
    Rule("ocr.lost-month", Kind.REPAIR, Safety.SUGGEST, lost_month, needs=("日",)),
))
