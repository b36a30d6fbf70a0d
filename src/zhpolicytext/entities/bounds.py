"""What stands before and behind a quantity and bounds it: 近, 约, 不少于, 以上, 以内.

以上, 以下, 以内 and 届满 include the number, 不满, 超过 and 以外 do not: Civil Code of China, article 1259.
"""


from ..text.match import Lazy
from .numerals import Number

#: Word -> what it bounds, and whether the number itself is included.
PREFIXES = {
    "约": "about", "約": "about", "大约": "about", "大約": "about", "大概": "about",
    "近": "below", "将近": "below", "將近": "below", "接近": "below", "不足": "below", "不满": "below", "不滿": "below",
    "未满": "below", "未滿": "below", "少于": "below", "少於": "below", "低于": "below", "低於": "below",
    "小于": "below", "小於": "below",
    "不超过": "most", "不超過": "most", "不多于": "most", "不多於": "most", "不高于": "most", "不高於": "most",
    "不大于": "most", "不大於": "most", "最多": "most", "至多": "most", "不得超过": "most", "不得超過": "most",
    "不少于": "least", "不少於": "least", "不低于": "least", "不低於": "least", "不小于": "least", "不小於": "least",
    "不得少于": "least", "不得低于": "least", "至少": "least", "最少": "least", "年满": "least", "年滿": "least",
    "超过": "above", "超過": "above", "超": "above", "超出": "above", "突破": "above", "逾": "above", "高于": "above",
    "高於": "above", "多于": "above", "多於": "above", "大于": "above", "大於": "above",
}
#: A prefix that is the end of another word: 节约, 附近, 赶超.
_NOT_BEHIND = {
    "约": "节签条契预公合履违制邀誓盟婚租和特", "約": "節簽條契預公合履違制邀", "近": "附最接将将亲邻相临靠就毗迫远逼切", "超": "赶高班反中入",
    "逾": "", "接近": "", "突破": "", "最多": "", "大约": "",
}
_LONGEST = max(map(len, PREFIXES))
#: Most numerals have none: one look at the character before, one at the character behind.
PREFIX_ENDS = frozenset(word[-1] for word in PREFIXES)
SUFFIX_BEGINS = frozenset("及或以之左上内內来來")
SUFFIX = Lazy(r"(?:[及或]?以上|[及或]?以下|以内|以內|之内|之內|左右|上下|[内內](?![部容外涵地设設含需蒙在控河阁])|(?P<since>[来來]))")
_KIND = {"以上": "least", "以下": "most", "以内": "most", "以內": "most", "之内": "most", "之內": "most", "内": "most",
         "內": "most", "左右": "about", "上下": "about"}


def prefix_before(text: str, start: int, floor: int) -> tuple[int, str]:
    """Where the qualifying word before a numeral begins, and the word.

    >>> prefix_before("总数超过500名", 4, 0), prefix_before("节约500万元", 2, 0)
    ((2, '超过'), (2, ''))
    """
    end = start
    while end > floor and text[end - 1] == " " and start - end < 2:
        end -= 1
    if end <= floor or text[end - 1] not in PREFIX_ENDS:
        return start, ""
    for length in range(_LONGEST, 0, -1):
        word = text[max(floor, end - length) : end]
        if word in PREFIXES and len(word) == length:
            before = text[max(0, end - length - 1) : end - length]
            if before and before in _NOT_BEHIND.get(word, ""):
                return start, ""
            return end - length, word
    return start, ""


def suffix_kind(word: str) -> str:
    return _KIND[word.lstrip("及或")]


def measure(low: Number, high: Number, unit: dict[str, str], mods: list[tuple[str, str]]) -> dict[str, object]:
    """The value of a quantity between two numbers with its qualifying words, as (word, kind)."""
    if not mods and low == high:
        return {"num": low.plain, **unit}
    kinds = [kind for _, kind in mods]
    mod = {"mod": "".join(word for word, _ in mods)} if mods else {}
    if "about" in kinds and low == high:
        return {"about": low.plain, **unit, **mod}
    bounds: dict[str, object] = {"lo": low.plain, "hi": high.plain, "lo_incl": True, "hi_incl": True}
    if "more" in kinds:
        bounds |= {"lo_incl": False, "hi_incl": False}
    for kind in kinds:
        if kind in ("least", "above"):
            bounds |= {"hi": None, "hi_incl": False, "lo_incl": kind == "least"}
        elif kind in ("most", "below"):
            bounds |= {"lo": None, "lo_incl": False, "hi_incl": kind == "most"}
            if "more" not in kinds:
                bounds["hi"] = high.plain
    if low == high and not [kind for kind in kinds if kind not in ("recent", "since")]:
        return {"num": low.plain, **unit, **mod}
    return {**bounds, **unit, **mod}


