"""What speaks against reading a numeral and a unit as a quantity."""

from ..text.match import Lazy
from .guards import NUMERAL, SPACE, is_institution, is_kept_han, is_phrase, is_session
from .lists import MONTHLY
from .numerals import Number
from .terms import Term
from .units import Unit

#: The number of a heading: 3, 3.1.
_HEADING = Lazy(rf"(?:^|\n)[{SPACE}\u3000(（]*(?:[0-9]{{1,2}}[.．]){{0,3}}$")
NUMERAL_SET = frozenset(NUMERAL)
#: Measure words that are surnames, and what says that a name follows.
SURNAMES = frozenset("张張项項段方石连連班")
A_NAME = Lazy("[\u4e00-\u9fff]{1,2}(?:议员|議員|委员|委員|同志|先生|女士|教授|主任|局[长長]|校[长長]|处[长長]|老[师師])")
#: Measure words that also name the branches of an institution.
_BRANCHES = frozenset(("所", "部", "处", "套", "站", "队", "组", "處", "隊", "組"))
LABELS = frozenset("图表圖附件例题題第章节節注卷栏欄号號")


def is_licensed(text: str, start: int, floor: int, term: Term, unit: Unit, at: int, spaced: bool) -> bool:
    """Whether nothing speaks against reading numeral and unit as a quantity."""
    end = at + len(unit.text)
    if unit.text == "日" and text[start - 1 : start] == "月" and not (
            MONTHLY.search(text[max(0, start - 2) : start]) and is_day_of_month(term)):
        return False  # the day of a month that there is not: 十三月四十五日; but 每月十五日
    if term.is_spaced and not (unit.is_continuous or term.scale):
        return False  # 学院2. 5个: half of a thing is not counted
    if spaced and unit.kind != "percent":
        before = text[max(0, start - 3) : start].rstrip(" ")[-1:]
        if _HEADING.search(text[max(0, start - 10) : start]) or before in LABELS or unit.text in ("页", "頁"):
            return False  # headings and captions: 附件1 名单, 表 2 人口; page numbers: 共 3 页
        if unit.text == "年" and text[max(0, start - 3) : start - 1] in ("民国", "民國"):
            return False  # 民國 87 年
        if unit.text in SURNAMES and A_NAME.match(text, end):
            return False  # of a list of persons: 5 张一民
    if term.han:
        if spaced or unit.kind == "percent" and unit.text in "%％‰" or is_kept_han(text, start, end, floor):
            return False
        run = start
        while text[run : run + 1] in NUMERAL_SET:
            run += 1
        if is_phrase(text, start, run) or not (term.more or unit.is_plain_for_han(text, start, end)):  # 三十多层 number nothing
            return False
        if unit.text in ("个", "個") and text[start : start + 2] in ("一点", "一點") and text[start - 1 : start] not in ("均", "约", "約"):
            return False  # 多一点一个人: a little
        if unit.text == "次" and is_session(text, start, end) or unit.text in _BRANCHES and is_institution(text, start):
            return False
    return True


def is_day_of_month(term: Term) -> bool:
    """Whether a numeral can be a day of a month."""
    return term.low.exponent >= 0 and not term.low.above(Number(31, 0))
