"""Capital numerals, which are written against forgery and stay."""

from ..text.match import Lazy
from .days import number_of
from .model import Entity
from .numerals import Number, han

CAPITALS = "零壹贰叁肆伍陆柒捌玖拾佰仟貳參陸"
_MONEY = Lazy(f"(?P<n>[{CAPITALS}万萬亿億]{{2,24}}|[{CAPITALS}])(?P<unit>元|圆|圓)(?:[整正]|(?:[{CAPITALS}]角)?(?:[{CAPITALS}]分)?)?")
_CAPITAL_DATE = Lazy(f"(?P<y>[{CAPITALS}〇]{{4}})年(?:(?P<m>[{CAPITALS}]{{1,3}})月(?:(?P<d>[{CAPITALS}]{{1,3}})日)?)?")
_FROM_CAPITALS = str.maketrans("壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億", "一二二三三四五六六七八九十百千万亿")


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
