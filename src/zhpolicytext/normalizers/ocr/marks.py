"""Full stops that were read as a letter, dashes that were read as ones."""

from collections.abc import Iterator
from functools import cache

from ...core.edits import Edit
from ...core.profile import Profile
from ...text.bitmap import NUMERALS, WIDE, finds
from ...text.gates import unusual
from ...text.match import Lazy
from ...text.ranges import HAN
from ...text.tables import rows

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


def has_o(profile: Profile) -> bool:
    """Whether a letter o occurs that could be a full stop."""
    letters = profile.fact(unusual)
    return b"o" in letters and LONE_O.search(profile.text) is not None or b"O" in letters and (
        b"%O" in profile.latin1 or profile.fact(finds) & WIDE != 0) and (
        PERCENT_O.search(profile.text) is not None)


def has_double_one(profile: Profile) -> bool:
    """Whether two ones stand side by side, or a blank between them."""
    text = profile.text
    return profile.fact(finds) & NUMERALS != 0 and "一一" in text or b" " in profile.latin1 and "一 一" in text
