"""Where an edit is possible at all: the sieve in front of the recognisers.

Clean policy text is full of 2023年5月12日, 3.5亿元, 52.6%, 十四五 and 第十二条, and none of them needs an edit. One
pattern that begins with one character class looks for the shapes that could; only the sentences around its finds are
given to the recognisers. A property test holds that nothing is lost: tests/entities/test_candidates.py.
"""

import re
from functools import cache

from ..core.profile import Profile
from ..core.signs import Signs
from ..text import bitmap
from ..text.gates import beyond_gb2312
from ..text.match import Lazy
from ..text.sieve import NUMBERS, NUMERALS, OPEN, SERIALS, SHARES, WIDE, finds, sieve
from .guards import NUMERAL, SPACE
from .units import first_characters

_ZERO = "OoＯｏ0０◯"
_DASH = "\\-–－~～﹣−"
_CLOSING = "〕)）\\]】］﹞}〉"
_WHOLE = "一二三四五六七八九两兩十"
_FIRST = _WHOLE + "〇零○"


@cache
def _candidate() -> re.Pattern[str]:
    units = "".join(map(re.escape, sorted(first_characters() - set(NUMERAL))))
    after_number = f"{units}瓦克伏卡余餘多世年月日号號时時点點分至到{_DASH}—{SPACE}〕)）\\]】］﹞"
    serials = "".join(f"|(?<=[{_CLOSING} ]第[{NUMERAL}]{{{length}}}.)" for length in range(2, 6))
    return re.compile(
        # every find begins with a character of this class: the engine skips the rest at its fastest
        f"[{_FIRST}百千０-９．％／之{SPACE},/{_DASH}—月日时時号號.](?:"
        # what the next character decides
        f"(?=[{NUMERAL}{_ZERO}0-9月时時点點号號余餘多])(?<![月日时時号號{SPACE}])(?:"
        # 二十三所, 二〇二三年, 三亿, 百分之五; not 十四五, 二十大, 十九届
        f"[{NUMERAL}{_ZERO}](?:(?<=[{_FIRST}].)(?<![第{NUMERAL}]..)[{NUMERAL}{_ZERO}]{{0,24}}+(?=[{after_number}])|(?<=[百千]分之.)|(?<=[{_DASH}—].)(?!(?<=0)0[0-9]))"
        # 今年三月, 三月底, 三月五日, 三月5日; 九时, not 第一时间; 九点半, 三点五万; 〔1982〕一号
        f"|月(?:(?<=[{_FIRST}].)(?:(?<=[年至到]..)|(?=[底初末份上中下至到{_DASH}—{NUMERAL}0-9])))"
        # 十余万; not 十余年
        f"|[余餘多](?<=[{_WHOLE}].)(?=[万萬亿億])"
        f"|[时時](?<=[{_FIRST}].)(?![间間])|[点點](?<=[{_FIRST}].)(?:(?=[半整0-9{NUMERAL}])|(?<=[午晚晨早上夜后後间間]..))"
        f"|[号號](?<=[{NUMERAL}].)(?:(?<=[{_CLOSING}第 ]..){serials})"
        # 1,280册; 3-5年; 2023/5/12; 3一5年; 4 800; 2023.5.12; not 索引号074395/2008-00545
        f"|[0-9](?:(?<=[0-9],.)[0-9]{{2}}|(?<=[{_DASH}一].)(?!(?<=0)0[0-9])|(?<=[0-9][/／].)(?<![0-9]{{5}}/.)|(?<=[12][0-9]{{3}}\\..)[0-9]? ?\\.))"
        # what the first character decides, which mostly is none of these: 2023. 5. 12, 05月, 3月五日, 9时五分
        f"|[{SPACE}](?<=[12][0-9]{{3}}\\..)[0-9]|(?<![{_FIRST.replace('十', '')}之,/])(?:(?<=0[1-9][月日])(?<![0-9.]0[1-9].)|(?<=[0-9][月时時])(?=[一二三四五六七八九十])"
        # 国发〔2017〕第95号, (2017)95号, 函202016号, 国发 〔2017〕95号: whatever is not 国发〔2017〕95号 or the number of a site, ICP备12345678号; 5千人
        "|(?<=[0-9][号號十百千])(?:(?<=[十百千])(?![米克瓦伏卡])"
        f"|(?<=[号號])(?<![^{SPACE}]〔[0-9]{{4}}〕[1-9].)(?<![^{SPACE}]〔[0-9]{{4}}〕[1-9][0-9].)(?<![^{SPACE}]〔[0-9]{{4}}〕[1-9][0-9]{{2}}.)(?<![^{SPACE}]〔[0-9]{{4}}〕[1-9][0-9]{{3}}.)(?<![备備][0-9]{{8}}.)(?<![0-9]{{9}}.))"
        # 12 人, --, full-width digits
        f"|(?<=[{SPACE}{_DASH}—０-９．％])(?:(?<=[０-９．％])"
        f"|(?<=[{SPACE}])(?<=[0-9.．年月日号號时分万萬亿億余餘多%％〕)）\\]】］﹞第至到{_DASH}—{NUMERAL}{units}].)"
        f"[{SPACE}]{{0,4}}+(?=[0-9.．%％‰余餘多万萬亿億第至到{_DASH}—年月日号號时時点點分〕)）\\]】］﹞{NUMERAL}{units}])"
        f"|(?<=[{_DASH}])[{SPACE}{_DASH}]{{1,3}}+(?=[0-9{NUMERAL}])|(?<=—)—(?=[{SPACE}0-9{NUMERAL}]))))"
    )


_SENTENCE_END = Lazy("[。！？；\n]")


#: Characters below which the one search costs less than asking what the passes for all rules saw: 5 ns each.
_SHORT = 1000


#: A date with dots; without the characters beyond U+00FF its dots are no farther apart, and others may be closer.
_DOTS = Lazy(r"\.[0-9]{1,2} ?\.")
#: It begins with a literal, to which `re` skips at its fastest; what stands before it is looked at from there.
_PADDED_DAY = Lazy("0[1-9][月日]")


def oddly_dated(profile: Profile) -> bool:
    """Whether dots stand as close together as in a date, or a day or month has a zero: a fact."""
    text = profile.text
    return _PADDED_DAY.search(text) is not None or (
        _DOTS.search(profile.latin1.decode("latin-1")) is not None and _DOTS.search(text) is not None)


#: What may_hold_candidate is True for.
CANDIDATES = Signs(below=" ,/-~\xa0", facts=((finds, OPEN | WIDE | SHARES | NUMERALS | NUMBERS | SERIALS), (oddly_dated, 1)))


def may_change(profile: Profile) -> bool:
    """Whether any entity could be written otherwise than it is: a fact."""
    # what the passes saw, where they were made; to make them takes as long as the search
    if len(profile.text) > _SHORT and finds in profile and not may_hold_candidate(profile):
        return False
    return profile.fact(first_candidate) >= 0


def first_candidate(profile: Profile) -> int:
    """Where the first candidate begins, or -1: a fact."""
    found = _candidate().search(profile.text)
    return found.start() if found else -1


_PAIRS = NUMERALS | NUMBERS
_NO_SIGNS = bytes(set(range(256)) - set(b" ,/-~\xa0"))
MOST_SIGNS = 24  # looked at one by one: at 0.2 µs each they cost less than the one search


def may_hold_candidate(profile: Profile) -> bool:
    """False only where `_candidate` finds nothing: what the passes for all rules saw already."""
    if profile.fact(finds) & (WIDE | SHARES | SERIALS) or profile.fact(beyond_gb2312) or profile.fact(oddly_dated):
        return True
    if profile.fact(finds) & OPEN and _NO_PAIR.search(profile.text):
        return True
    signs = profile.latin1.translate(None, _NO_SIGNS)
    return signs != b"" and _begins_at_sign(profile.text, signs) or _begins_at_pair(profile.text, profile)


def _begins_at_sign(text: str, signs: bytes) -> bool:
    """Whether a candidate begins with one of these signs of the text, or before it: 3-5, 1,280 and 12 人; 2023. 5."""
    if len(signs) > MOST_SIGNS:
        return True
    match = _candidate().match
    for sign in set(signs.decode("latin-1")):
        at = text.find(sign)
        while at >= 0:
            if match(text, at) or at and match(text, at - 1):
                return True
            at = text.find(sign, at + 1)
    return False


def _begins_at_pair(text: str, profile: Profile) -> bool:
    """Whether a candidate begins with one of the pairs of numerals and the like that the text holds: 十四五 is none."""
    found = profile.fact(sieve)
    if found.kinds & OPEN:
        row = profile.fact(bitmap.row)
        if not row.kinds & _PAIRS:
            return False
        places = row.places(_PAIRS, 24 + len(text) // 100) if len(row.units) == len(text) else None
    else:
        places = found.places
    if places is None:
        return True
    match = _candidate().match
    for at in places:  # of the left one, or of the numeral behind a digit, a dash, 十余
        if match(text, at) or match(text, at + 1) or at and text[at - 1] in "0123456789—-月时" and match(text, at - 1) or (
                at > 1 and text[at - 1] in "余多" and match(text, at - 2)):
            return True
    return False


def next_candidate(text: str, position: int) -> int:
    """Where a candidate begins, at an offset or behind it; the length of the text if there is none."""
    found = _candidate().search(text, position)
    return found.start() if found else len(text)


def sentence_around(text: str, candidate: int, position: int) -> tuple[int, int]:
    """The sentence, or what of it lies behind an offset, that holds a candidate: no entity crosses its ends."""
    # sentences that end with a rarer mark are looked at together: to look for it costs as much
    start = max(position, text.rfind("。", position, candidate) + 1, text.rfind("\n", position, candidate) + 1)
    end = _SENTENCE_END.search(text, candidate)  # no candidate holds the end of a sentence
    return clause_before(text, start, candidate), end.end() if end else len(text)


def clause_before(text: str, position: int, candidate: int) -> int:
    """Where the clause begins that holds a candidate, behind a comma between words; or the offset from which it is looked for."""
    comma = max(text.rfind("，", position, candidate), text.rfind(",", position, candidate))
    if comma > position and _is_word(text[comma - 1]) and _is_word(text[comma + 1]):
        return comma + 1
    return position


def _is_word(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff" and char not in _NUMERALS


_NUMERALS = frozenset(NUMERAL)
#: What begins at no pair that the bitmap knows: 3月五日, 9时五分, 十余万.
_NO_PAIR = Lazy(f"[月时時余餘多](?:(?<=[0-9][月时時])(?=[一二三四五六七八九十])|(?<=[{_WHOLE}][余餘多])(?=[万萬亿億]))")
