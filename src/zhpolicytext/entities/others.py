"""What is tagged and stays as it is: fractions, approximate numbers, reigns, lunar dates, capital numerals, plan periods."""

from functools import cache

from ..text.match import Lazy
from ..text.tables import rows
from .bounds import SUFFIX, suffix_kind
from .dates import number_of
from .guards import DIGIT, NUMERAL, is_identifier_left, is_ordinal, is_phrase, is_quoted, is_titled
from .model import Entity
from .numerals import Number, han
from .units import unit_at

_FRACTION = Lazy(f"(?P<of>[{NUMERAL}]{{1,7}})分之(?P<n>[{NUMERAL}]{{1,7}})")
_SLASHED = Lazy(r"(?P<n>[1-9][0-9]?)/(?P<of>[1-9][0-9]?)(?=[的以左，。、；]|$)")
_BARE = Lazy("(?P<base>[百千万萬亿億]{1,2}|[十百千][万萬亿億]|十)(?P<more>[余餘多])?")
_POWERS = {"十": 1, "百": 2, "千": 3, "万": 4, "萬": 4, "亿": 8, "億": 8}
_YEAR = Lazy(rf"(?P<n>[{NUMERAL}]{{1,5}}|[{DIGIT}]{{1,3}}|元)年(?!代|级|級|度)"
             rf"(?:(?P<m>[{NUMERAL}]{{1,3}}|[{DIGIT}]{{1,2}})月(?:初?(?P<d>[{NUMERAL}]{{1,3}}|[{DIGIT}]{{1,2}})日?)?)?")
_LUNAR = Lazy("(?P<head>(?:农|農|阴|陰|旧|舊|夏)[历曆])?(?P<m>(?:闰|閏)?(?:正|腊|臘|冬|十?[一二]|十|[三四五六七八九]))月"
              "(?P<d>初[一二三四五六七八九十]|二十[一二三四五六七八九]?|廿[一二三四五六七八九]?|三十|十[一二三四五六七八九])?日?")
_CAPITALS = "零壹贰叁肆伍陆柒捌玖拾佰仟貳參陸"
_MONEY = Lazy(f"(?P<n>[{_CAPITALS}万萬亿億]{{2,24}}|[{_CAPITALS}])(?P<unit>元|圆|圓)(?:[整正]|(?:[{_CAPITALS}]角)?(?:[{_CAPITALS}]分)?)?")
_CAPITAL_DATE = Lazy(f"(?P<y>[{_CAPITALS}〇]{{4}})年(?:(?P<m>[{_CAPITALS}]{{1,3}})月(?:(?P<d>[{_CAPITALS}]{{1,3}})日)?)?")
_FROM_CAPITALS = str.maketrans("壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億", "一二二三三四五六六七八九十百千万亿")
_PLAN = Lazy("[“\"]?十(?P<n>[一二三四五六])?五[”\"]?(?P<mark>期间|期間|时期|時期)")
_HALF = Lazy("(?P<rel>今年|去年|明年|本年)?(?:(?P<h>[上下])半年|第?(?P<q>[一二三四])季度)")


def fraction_at(text: str, start: int, floor: int) -> Entity | None:
    """三分之二, 1/3.

    >>> fraction_at("三分之二以上", 0, 0).value["lo"]
    '2/3'
    """
    found = _FRACTION.match(text, start)
    if found:
        whole, part = han(found["of"]), han(found["n"])
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
    value: dict[str, object] = {"num": ratio}
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
    more = found["more"] or ""
    begin = start
    if few:
        low, high, mods = Number(2, power), Number(1, power + 1), "few"
        word = "几"
    elif before in ("上", "数", "數", "近") and before and text[start - 2 : start - 1] not in _NOT_BEFORE.get(before, ""):
        word, mods, begin = before, before, start - 1
        low, high = (base, base) if before in "上近" else (Number(2, power), Number(1, power + 1))
    elif more:
        word, mods, low, high = "", more, base, Number(2, power)
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
        value: dict[str, object] = {"lo": None, "hi": base.plain, "lo_incl": False, "hi_incl": False}
    elif word == "上":
        value = {"lo": base.plain, "hi": None, "lo_incl": True, "hi_incl": False}
    elif more and not word:
        value = {"lo": low.plain, "hi": high.plain, "lo_incl": False, "hi_incl": False}
    else:
        value = {"lo": low.plain, "hi": high.plain, "lo_incl": True, "hi_incl": False}
    value |= {"unit": unit.code, "mod": (word + more) if word else more}
    return Entity(begin, end, kind, value, text[begin:end], f"number.{kind}")


_NOT_BEFORE = {"上": "以成网線线马早晚会身路", "数": "总人户次个件倍指多少基位", "數": "總人戶次個件倍指多少", "近": "附最接将"}


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


_SOME = Lazy("(?P<n>[二三四五六七八九]?十)[几幾](?P<scale>[万萬亿億])?")


@cache
def _reigns() -> dict[str, int]:
    """Era names to the year before their first."""
    return {row[0]: int(row[1]) - 1 for row in rows("eras.tsv") if row[1].isdigit()}


@cache
def _unknown_reigns() -> frozenset[str]:
    return frozenset(row[0] for row in rows("eras.tsv") if not row[1].isdigit())


def reign_at(text: str, start: int, floor: int) -> Entity | None:
    """民国二十六年, 光绪二十八年: years of a reign stay Han.

    >>> reign_at("民国二十六年", 2, 0).value
    '1937'
    """
    found = _YEAR.match(text, start)
    if not found:
        return None
    for length in (2, 3, 4):
        era = text[max(floor, start - length) : start]
        if era in _reigns():
            begin = start - length
            first = _reigns()[era]
            if era in ("民国", "民國") and text[begin - 2 : begin] in ("中华", "中華"):
                begin -= 2
            elif text[begin - 1 : begin] in ("清", "明", "宋", "唐", "元"):
                begin -= 1
            year = first + (1 if found["n"] == "元" else _count(found["n"]))
            value = str(year)
            if found["m"] and era in ("民国", "民國"):
                value += f"-{_count(found['m']):02d}" + (f"-{_count(found['d']):02d}" if found["d"] else "")
                end = found.end()
            else:
                end = text.index("年", start) + 1
            return Entity(begin, end, "date", value, text[begin:end], "date.calendar")
        if era in _unknown_reigns():
            return Entity(start, found.end(), "kept", "", text[start : found.end()], "date.calendar")
    return None


def _count(text: str) -> int:
    value = han(text)
    return int(value.plain) if value else number_of(text) if text.isdigit() else 0


def lunar_at(text: str, start: int, floor: int) -> Entity | None:
    """农历正月十五, 腊月二十三, 五月初五: the lunar calendar stays Han.

    >>> lunar_at("农历正月十五", 0, 0).value
    'lunar:01-15'
    """
    found = _LUNAR.match(text, start)
    if not found or not (found["head"] or found["m"][-1] in "正腊臘冬" or (found["d"] or "").startswith("初")):
        return None
    month = found["m"].lstrip("闰閏")
    number = {"正": 1, "冬": 11, "腊": 12, "臘": 12}.get(month) or number_of(month)
    day = found["d"]
    value = f"lunar:{number:02d}" + (f"-{_lunar_day(day):02d}" if day else "")
    return Entity(start, found.end(), "date", value, found.group(), "date.calendar")


def _lunar_day(day: str) -> int:
    return number_of(day.replace("初", "").replace("廿", "二十"))


def capitals_at(text: str, start: int, floor: int) -> Entity | None:
    """壹佰贰拾万元整: forgery-proof forms stay.

    >>> capitals_at("叁拾伍万元整", 0, 0).value
    {'num': '350000', 'unit': 'CNY'}
    """
    dated = _CAPITAL_DATE.match(text, start)
    if dated:
        year = dated["y"].translate(_FROM_CAPITALS)
        value = str(number_of(year))
        for part in (dated["m"], dated["d"]):
            if part:
                value += f"-{number_of(part.translate(_FROM_CAPITALS).lstrip('零')):02d}"
        return Entity(start, dated.end(), "date", value, dated.group(), "date.capital")
    found = _MONEY.match(text, start)
    if not found:
        return None
    amount = han(found["n"].translate(_FROM_CAPITALS))
    if amount is None:
        return None
    rest = found.group()[found.end("unit") - start :]
    cents = 0
    for k in range(0, len(rest) - 1, 2):
        digit = number_of(rest[k].translate(_FROM_CAPITALS))
        cents += digit * (10 if rest[k + 1] == "角" else 1 if rest[k + 1] == "分" else 0)
    total = Number.of(int(amount.plain) * 100 + cents, -2)
    return Entity(start, found.end(), "money", {"num": total.plain, "unit": "CNY"}, found.group(), "number.capital")


def period_at(text: str, start: int, floor: int) -> Entity | None:
    """“十四五”期间, 上半年, 今年一季度.

    >>> period_at("“十四五”期间", 0, 0).value
    '2021/2025'
    """
    plan = _PLAN.match(text, start)
    if plan:
        n = number_of("十" + (plan["n"] or ""))
        first = 2021 + 5 * (n - 14)
        return Entity(start, plan.end(), "year_range", f"{first}/{first + 4}", plan.group(), "date.plan-period")
    half = _HALF.match(text, start)
    if half:
        year = {"去年": -1, "明年": 1}.get(half["rel"] or "", 0)
        part = f"H{1 if half['h'] == '上' else 2}" if half["h"] else f"Q{number_of(half['q'])}"
        return Entity(start, half.end(), "date", f"Y{year:+d}-{part}", half.group(), "date.period")
    return None


