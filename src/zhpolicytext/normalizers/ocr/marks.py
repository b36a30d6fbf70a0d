"""Full stops that were read as a letter, dashes that were read as ones."""

from collections.abc import Iterator
from functools import cache

from ...core.edits import Edit
from ...core.profile import Profile
from ...text.sieve import ONES, finds
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
    >>> clean("投资增长7.2%o进出口总额回升，增长7.2%o的势头", stop_read_as_o)  # a clause begins; none begins
    '投资增长7.2%。进出口总额回升，增长7.2%o的势头'
    """
    if not profile.fact(has_o):
        return
    places = [m.start() for m in LONE_O.finditer(text) if text[m.start() - 1] in "%％”）)" or _HAN.match(text, m.start() - 1)]
    if "%O" in text or "％O" in text:
        places.extend(m.start() + 1 for m in PERCENT_O.finditer(text))
    places.extend(m.end() - 1 for m in CLAUSE_O.finditer(text))
    for start in sorted(places):
        if start and (text[start - 1] not in "%％" or text[start - 2 : start - 1].isdigit() and not _PERMILLE.search(
                text, max(0, start - 24), start)):
            yield Edit(start, start + 1, "。")


_HAN = Lazy(f"[{HAN}]")
#: A percentage that a verb governs, and behind it a clause of its own: no particle, no measure, no comparison.
CLAUSE_O = Lazy(
    rf"(?:增长|增長|增加|提高|提升|上升|上涨|上漲|下降|降低|减少|減少|下跌|回落|增幅|涨幅|降幅|达到?|達到?|超过|超過|占比?|佔比?|为|為)[约約]?"
    rf" ?[0-9]{{1,3}}(?:\. ?[0-9]{{1,2}})?[%％][oO](?=[{HAN}]{{4}})"
    r"(?![的左以之和与與及或至到比较較同高低多个個点點上下增减減提降升占佔内內是为為在，])")
#: What is counted per thousand.
_PERMILLE = Lazy("出生率|死亡率|[增發发患]生?[长長]?率|[发發]病率|患病率|婚率|产妇|產婦|婴儿|嬰兒|千分|‰|费率|費率|盐度|鹽度|坡度|坡降|比降|纵坡|縱坡|比例")


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
#: 把问题一一列入清单: what is done one by one to something has a preposition before it.
_PREPOSITIONS = frozenset("把将將对對就与與按向为為给給让讓使由")
_LOCATIVE = frozenset("上下里裡中间間")  # 把论文写在田野上
#: What stands before the adverb 一一 and never before a dash.
_ADVERBIAL = frozenset("也已须須被再又逐予")

#: The first character of words that end in 一: 唯一, 统一, 之一, 万一.
_ENDS_IN_ONE = frozenset("唯惟统統单單之同专專划劃归歸合每任某")


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
        if text[start - 1] in _ENDS_IN_ONE and text[end] not in "“《‘（(":
            continue  # 唯一一家, 统一一套
        if text.startswith(_one_by_one(), end):
            continue
        strength = 0
        if text[start - 1] not in _ADVERBIAL:
            title = _TITLE_AFTER.match(text, end)
            after = _CLAUSE_AFTER.match(text, end)
            if text[end] in "“《‘（(":
                strength = 2
            elif after is not None and (found_before := _CLAUSE_BEFORE.search(text, max(0, start - 18), start)) and (
                    found_before["first"] not in _PREPOSITIONS):
                strength = 2 if "的" in after.group() else 1
            if title is not None and (found_before := _TITLE_BEFORE.search(text, max(0, start - 30), start)) and (
                    found_before["first"] not in _PREPOSITIONS or start - found_before.start("first") >= 7
                    and text[start - 1] in _LOCATIVE):
                strength = 2
        found.append((start, end, strength))
    several = sum(strength > 0 for *_, strength in found) >= 2
    return [(start, end, strength == 2 or several and strength == 1) for start, end, strength in found]


#: A heading of two parts: it begins behind a full stop, and both parts are short and without a comma.
_CLAUSE_BEFORE = Lazy(rf"(?:^|(?<=[。！？；!?;\n]))[ \N{{IDEOGRAPHIC SPACE}}]{{0,4}}(?:[（(]?[一二三四五六七八九十0-9]{{1,3}}[）)、.．])?(?P<first>[{HAN}“”])[{HAN}“”]{{1,11}}$")
_CLAUSE_AFTER = Lazy(rf"[{HAN}“”0-9A-Za-z]{{2,24}}(?:[。！？!?\n]|$)")


#: A line of its own without an end, of which the second part is what a subtitle is: 记…, 来自…的报告, …纪实.
_TITLE_BEFORE = Lazy(rf"(?:^|(?<=\n))[ \N{{IDEOGRAPHIC SPACE}}]{{0,12}}(?P<first>[{HAN}“”《》0-9])[{HAN}“”《》0-9]{{3,23}}$")
_TITLE_AFTER = Lazy(
    rf"(?:(?:记(?![录载下住在述入账号分得牢起挂清])|記(?![錄載下住在述入得牢起掛清])|访(?![谈問问查视])|訪(?![談問查視])|来自|來自|写在|寫在|献给|獻給|关于|關於|基于|基於|兼论|兼論|浅谈|浅析|试论)"
    rf"[{HAN}“”《》0-9]{{2,24}}|[{HAN}“”《》0-9]{{2,24}}(?:纪实|紀實|侧记|側記|综述|綜述|巡礼|巡禮|掠影|述评|述評|札记|札記|启示录|啟示錄|见闻|見聞|小记|小記"
    rf"|追记|纪事|紀事|素描|扫描|掃描|观察|觀察|调查报告|調查報告))"
    rf"[ \N{{IDEOGRAPHIC SPACE}}]{{0,4}}(?:\n|$)")


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
    below, text = profile.latin1, profile.text
    return b"o" in below and (b"%o" in below and "%o" in text or LONE_O.search(text) is not None) or b"O" in below and (
        b"%O" in below or "％O" in text) and PERCENT_O.search(text) is not None


def has_double_one(profile: Profile) -> bool:
    """Whether two ones stand side by side, or a blank between them."""
    text = profile.text
    may_be = finds not in profile or profile[finds] & ONES != 0  # what the pre-scan saw; it is not made for this alone
    return may_be and _TWO_ONES.search(text) is not None or b" " in profile.latin1 and "一 一" in text


#: One literal and a look ahead: half of what `"一一" in text` takes.
_TWO_ONES = Lazy("一(?=一)")
