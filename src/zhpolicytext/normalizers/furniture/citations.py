"""Citation marks whose notes were left behind."""

from collections.abc import Iterator

from ...core.edits import Edit
from ...core.profile import Profile
from ...text.gates import unusual
from ...text.match import Lazy
from ...text.ranges import HAN

CITATION = Lazy(r"[\[［]([0-9０-９]{1,3})(?:[-–—、][0-9０-９]{1,3})?[\]］]")
_BEFORE = Lazy(rf"[{HAN}。，、；：！？,;!?%％‰”’」』》）)\]］]")
_MARKS = "。，、；！？,;!?”’」』"
#: What follows a bracketed number that belongs to a document number or a formula.
_NOT_AFTER = frozenset("号號期=＝+×÷<>^_(（条條")


def has_brackets(profile: Profile) -> bool:
    """Whether a citation mark may be there."""
    return b"[" in profile.fact(unusual) or "［" in profile.text


#: Words before a mark that is part of the sentence: `见文献[1]和[2]`, `区间[1,5]`.
_SPOKEN_OF = ("文献", "文獻", "参考", "參考", "参见", "參見", "区间", "區間", "公式", "数组", "數組", "见", "見", "如", "式", "图", "圖", "表", "注",
              "由", "据", "據", "按", "定理", "引理", "推论", "推論", "命题", "命題", "方程")
#: Words that end as those do and speak of no note: `提出意见[2]`.
_NOT_SPOKEN_OF = ("意见", "意見", "会见", "會見", "接见", "接見", "看见", "看見", "预见", "預見", "常见", "常見", "偏见", "偏見", "代表", "发表", "發表", "报表", "報表",
                  "仪表", "儀表", "填表", "理由", "自由", "缘由", "緣由", "数据", "數據", "证据", "證據", "占据", "佔據", "方式", "形式", "模式", "样式", "樣式", "款式",
                  "仪式", "儀式", "正式", "关注", "關注", "专注", "專注", "蓝图", "藍圖", "版图", "版圖", "地图", "地圖", "意图", "意圖", "企图", "企圖", "试图", "試圖")
_SPEAKS = ("知", "可知", "可得", "给出", "給出", "证明", "證明", "中的", "式")
_SPEAKING = (*_SPEAKS, "和[", "与[", "與[", "及[", "或[", "至[", "和［", "与［", "與［")
#: Their characters beside the mark: most marks stand beside none of them.
_SPOKEN_ENDS = frozenset(word[-1] for word in _SPOKEN_OF)
_SPEAKING_HEADS = frozenset(word[0] for word in _SPEAKING)


def _citations(text: str) -> list[tuple[int, int, int]] | None:
    """The citation marks of a text (start, end, number), or None where bracketed numbers are something else."""
    out = []
    for start, end, number in _bracketed_numbers(text):
        before, after = text[start - 1] if start else "\n", text[end] if end < len(text) else "\n"
        if before == "\n" or before in "：:（(" or before.isspace() and text[:start].rstrip(" ")[-1:] in ("", "\n"):
            return None  # a list, or the notes themselves: the marks are alive
        told = text[max(0, start - 2) : start] if before in _SPOKEN_ENDS else ""
        if told in ("区间", "區間") and text[start + 1 : end - 1].isdigit():
            told = ""  # an interval has two ends
        if told.endswith(_SPOKEN_OF) and told not in _NOT_SPOKEN_OF or (
                after in _SPEAKING_HEADS and text.startswith(_SPEAKING, end)):
            return None  # the sentence speaks of them
        if after in _NOT_AFTER or not _BEFORE.match(before) or after.isdigit() and before not in _MARKS:
            continue
        out.append((start, end, number))
    return out


def _bracketed_numbers(text: str) -> Iterator[tuple[int, int, int]]:
    """The matches of CITATION: by its opening bracket, where all are of one width."""
    if "［" in text:
        yield from ((m.start(), m.end(), int(m[1])) for m in CITATION.finditer(text))
        return
    at = text.find("[")
    while at >= 0:
        m = CITATION.match(text, at)
        if m:
            yield at, m.end(), int(m[1])
        at = text.find("[", at + 1)


#: Different numbers, counting up from 1, that show that the notes were numbered through the text.
FEWEST_NOTES = 3


def _marks(text: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Spans of marks that are surely dead, and of marks that may be."""
    found = _citations(text)
    if not found:
        return [], []
    highest = 0
    sure = found[0][2] == 1 and len({number for *_, number in found}) >= FEWEST_NOTES
    for _, _, number in found:
        sure = sure and number <= highest + 2
        highest = max(highest, number)
    spans = [(start, end) for start, end, _ in found]
    return (spans, []) if sure else ([], spans)


def citation_mark(text: str, profile: Profile) -> Iterator[Edit]:
    """Citation marks whose notes were left behind: `[1]`, `[2-3]`, three or more, counting up through the text.

    >>> clean("学校创建于1956年[1]，现有教师120人。[2]学生800人。[3]", citation_mark)
    '学校创建于1956年，现有教师120人。学生800人。'
    >>> clean("依据教职成〔2019〕13号，见教高[2020]2号文", citation_mark)  # document numbers: kept
    '依据教职成〔2019〕13号，见教高[2020]2号文'

    Safety: not where a line begins with such a mark (a list, or the notes: then the marks are alive), nor where a
    sentence speaks of one (见文献[2]).
    """
    if not profile.fact(has_brackets):
        return
    for start, end in _marks(text)[0]:
        yield Edit(start, end, "")


def dead_citation(text: str, profile: Profile) -> Iterator[Edit]:
    """A bracketed number that may be a citation mark, but stands alone or out of order: pointed out.

    >>> clean("学校占地80亩[7]并建有食堂", dead_citation)  # what is proposed
    '学校占地80亩并建有食堂'
    >>> clean("创建于1956年[1]，教师120人。[2]学生800人。[3]", dead_citation)  # surely dead: see `citation_mark`
    '创建于1956年[1]，教师120人。[2]学生800人。[3]'
    """
    if not profile.fact(has_brackets):
        return
    for start, end in _marks(text)[1]:
        yield Edit(start, end, "")
