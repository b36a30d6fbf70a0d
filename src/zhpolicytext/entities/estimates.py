"""What is tagged and stays as it is: fractions, and numbers that are only near: 上千名, 十几个."""

from ..text.match import Lazy
from .bounds import SUFFIX, suffix_kind
from .guards import NUMERAL, is_identifier_left, is_ordinal, is_phrase, is_quoted, is_titled
from .model import Entity, Value
from .numerals import Number, han
from .units import unit_at

_FRACTION = Lazy(f"(?P<of>万|[{NUMERAL}]{{1,7}})分之(?P<n>[{NUMERAL}]{{1,7}})")
_SLASHED = Lazy(r"(?P<n>[1-9][0-9]?)/(?P<of>[1-9][0-9]?)(?=[的以左，。、；]|$)")
_BARE = Lazy("(?P<base>[百千万萬亿億]{1,2}|[十百千][万萬亿億]|十)(?P<more>[余餘多])?")
_SOME = Lazy("(?P<n>[二三四五六七八九]?十)[几幾](?P<scale>[万萬亿億])?")
_POWERS = {"十": 1, "百": 2, "千": 3, "万": 4, "萬": 4, "亿": 8, "億": 8}
_NOT_BEFORE = {"上": "以成网線线马早晚会身路", "数": "总人户次个件倍指多少基位", "數": "總人戶次個件倍指多少", "近": "附最接将"}
_ESTIMATES = frozenset("几幾数數上儿兒至到")
_UNITS = frozenset("一二三四五六七八九")
#: A range whose first end is an estimate: 数十万至一百万元. Both ends are written alike, so both stay.
_FROM_ESTIMATE = Lazy("(?<![总總人户戶次个個件倍指多少基位])[几幾数數][十百千万萬亿億余餘多]{1,3}[^，。；：、,;:0-9\n]{0,3}[至到]$")


def is_estimate(text: str, start: int, floor: int) -> bool:
    """Whether a numeral only goes on with an estimate: 数十万, 一百几十万, 上十万, 百儿八十, 数十万至一百万.

    >>> is_estimate("数十万人", 1, 0), is_estimate("总数十万人", 2, 0), is_estimate("以上十万人", 2, 0)
    (True, False, False)
    """
    before = text[start - 1 : start] if start > floor else ""
    if not before or before not in _ESTIMATES:
        return False
    if before in "至到":
        return _FROM_ESTIMATE.search(text[max(0, start - 9) : start]) is not None
    further = text[start - 2 : start - 1] if start > 1 else ""
    if before in "儿兒":
        return further != "" and further in "百千万萬"
    if text[start] != "十" or text[start + 1 : start + 2] in _UNITS:
        return False  # 车上十二名: estimates are round
    return not (further and further in _NOT_BEFORE.get(before, ""))


def fraction_at(text: str, start: int, floor: int) -> Entity | None:
    """三分之二, 1/3.

    >>> fraction_at("三分之二以上", 0, 0).value["lo"]
    '2/3'
    """
    found = _FRACTION.match(text, start)
    if found:
        whole = Number(1, 4) if found["of"] == "万" else han(found["of"])
        part = han(found["n"])
        if whole is None or part is None or is_phrase(text, start, start + len(found["of"])) or not whole.above(part):
            return None
    else:
        found = _SLASHED.match(text, start)
        before = text[start - 1 : start]
        if not found or is_identifier_left(text, start) or before.isdigit() or before == "." or int(found["n"]) >= int(found["of"]):
            return None
        whole, part = Number.of(int(found["of"])), Number.of(int(found["n"]))
    end = found.end()
    ratio = f"{part.plain}/{whole.plain}"
    tail = SUFFIX.match(text, end)
    value: Value = {"num": ratio}
    if tail and not tail["since"] and suffix_kind(tail.group()) in ("least", "most"):
        least = suffix_kind(tail.group()) == "least"
        value = {"lo": ratio if least else None, "hi": None if least else ratio, "lo_incl": least, "hi_incl": not least,
                 "mod": tail.group()}
        end = tail.end()
    return Entity(start, end, "fraction", value, text[start:end], "number.fraction")


def approximate_at(text: str, start: int, floor: int) -> Entity | None:
    """上千名, 几百人, 数十所, 百余家: bare multipliers, which never change.

    >>> approximate_at("上千名学生", 1, 0).value["lo"], approximate_at("百强企业", 0, 0)
    ('1000', None)
    """
    few = text[start] in "几幾"
    found = _BARE.match(text, start + few)
    if not found or is_ordinal(text, start):
        return None
    power = sum(_POWERS[c] for c in found["base"])
    base = Number(1, power)
    before = text[start - 1 : start] if start > floor else ""
    further = text[start - 2 : start - 1] if start > 1 else ""
    if few and before and before in NUMERAL:
        return None
    more = found["more"] or ""
    begin = start
    if few:
        word, low, high = "几", Number(2, power), Number(1, power + 1)
    elif before in _NOT_BEFORE and not (further and further in _NOT_BEFORE[before]):
        word, begin = before, start - 1
        low, high = (base, base) if before in "上近" else (Number(2, power), Number(1, power + 1))
    elif more:
        word, low, high = "", base, Number(2, power)
    else:
        return None
    unit = unit_at(text, found.end())
    if unit is None or found["base"] == "十" and (more or before == "上"):
        return None
    end = found.end() + len(unit.text)
    if is_titled(text, start) or is_quoted(text, begin, end):
        return None
    kind = {"count": "quantity", "measure": "quantity"}.get(unit.kind, unit.kind)
    if word == "近":
        value: dict[str, str | bool | None] = {"lo": None, "hi": base.plain, "lo_incl": False, "hi_incl": False}
    elif word == "上":
        value = {"lo": base.plain, "hi": None, "lo_incl": True, "hi_incl": False}
    elif more and not word:
        value = {"lo": low.plain, "hi": high.plain, "lo_incl": False, "hi_incl": False}
    else:
        value = {"lo": low.plain, "hi": high.plain, "lo_incl": True, "hi_incl": False}
    value |= {"unit": unit.code, "mod": (word + more) if word else more}
    return Entity(begin, end, kind, value, text[begin:end], f"number.{kind}")


def some_tens_at(text: str, start: int, floor: int) -> Entity | None:
    """十几个, 二十几名: stays, with its bounds."""
    found = _SOME.match(text, start)
    if not found or is_titled(text, start):
        return None
    unit = unit_at(text, found.end())
    if unit is None or is_quoted(text, start, found.end()):
        return None
    value = han(found["n"])
    if value is None:
        return None
    scale = sum(_POWERS[c] for c in found["scale"] or "")
    tens = int(value.plain)
    low, high = Number.of(tens + 1, scale), Number.of(tens + 10, scale)
    kind = {"count": "quantity", "measure": "quantity"}.get(unit.kind, unit.kind)
    end = found.end() + len(unit.text)
    bounds = {"lo": low.plain, "hi": high.plain, "lo_incl": True, "hi_incl": False, "unit": unit.code, "mod": "几"}
    return Entity(start, end, kind, bounds, text[start:end], f"number.{kind}")
