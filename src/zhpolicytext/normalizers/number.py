"""Quantities, money, percentages, ranges and document numbers, each in its canonical form (docs/numbers.md)."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from ..core.edits import Edit
from ..core.pipeline import Pipeline
from ..core.profile import Profile
from ..core.rule import Kind, Rule, Safety
from ..entities import entities_of
from ..entities.changes import CANDIDATES, all_entities, changes, edit_of, has_changes
from ..text.match import Lazy

if TYPE_CHECKING:
    from re import Match

_STAGE = "entities"  # number and date look at the same text: one recognition for both


def document_number(text: str, profile: Profile) -> Iterable[Edit]:
    """A document number that is not ``issuer〔year〕serial号``.

    >>> clean("国办发(2017)第95号", document_number)
    '国办发〔2017〕95号'
    >>> clean("（2023）川0104民初1234号", document_number)  # a court case has brackets of its own
    '（2023）川0104民初1234号'

    **Why.** GB/T 9704-2012, 7.2.5: hexagonal brackets, the year in full, no 第, no padding.
    """
    return _written(profile, "number.document-number")


def quantity(text: str, profile: Profile) -> Iterable[Edit]:
    """A count or measure in Han digits, or in digits with commas, spaces or full-width forms.

    >>> clean("遴选二十三所学校、12.5 万人次", quantity)
    '遴选23所学校、12.5万人次'
    >>> clean("三百六十行，十五六岁，八项规定", quantity)  # a saying, an estimate, a name
    '三百六十行，十五六岁，八项规定'
    """
    return _written(profile, "number.quantity")


def money(text: str, profile: Profile) -> Iterable[Edit]:
    """An amount of money in Han digits, or with spaces, commas or full-width forms.

    >>> clean("投入三亿五千万元，其中3. 2亿元", money)
    '投入3.5亿元，其中3.2亿元'
    >>> clean("壹佰贰拾万元整，百亿元产业", money)  # forgery-proof; no number
    '壹佰贰拾万元整，百亿元产业'
    """
    return _written(profile, "number.money")


def duration(text: str, profile: Profile) -> Iterable[Edit]:
    """A stretch of time in Han digits, or with spaces or full-width forms.

    >>> clean("建校六十余年，十五个工作日内", duration)
    '建校60余年，15个工作日内'
    >>> clean("十二年级，三五年，近三年", duration)  # a label, an estimate, one numeral
    '十二年级，三五年，近三年'
    """
    return _written(profile, "number.duration")


def percent(text: str, profile: Profile) -> Iterable[Edit]:
    """A share in Han digits, or with spaces or full-width forms.

    >>> clean("百分之五十二点六，98. 58%", percent)
    '52.6%，98. 58%'
    >>> clean("占98. 58%，百分之百", percent)  # the second is a fixed word
    '占98.58%，百分之百'
    """
    return _written(profile, "number.percent")


def number_range(text: str, profile: Profile) -> Iterable[Edit]:
    """Two numbers with a unit, joined by something else than one em dash.

    >>> clean("每班30-35人，2～3亿元", number_range)
    '每班30—35人，2—3亿元'
    >>> clean("附表1-3，电话028-85551234", number_range)  # labels and identifiers
    '附表1-3，电话028-85551234'
    """
    return _written(profile, "number.range")


def _written(profile: Profile, rule: str) -> Iterable[Edit]:
    return profile.fact(changes).get(rule, ())


_WAN = Lazy(r"(\d+)(?:\.(\d+))?([余餘多]?)([万萬]?[亿億]|[万萬])")


def _expanded(text: str, profile: Profile, rule: str) -> Iterator[Edit]:
    """An amount that is not written out in digits: 3万名 becomes 30000名.

    >>> clean("投入3.5亿元，建成3万多个", partial(_expanded, rule="number.money"))
    '投入350000000元，建成3万多个'
    >>> clean("百万元", partial(_expanded, rule="number.money"))  # no digits
    '百万元'
    """
    for entity in profile.fact(all_entities):
        if entity.rule == rule:
            yield edit_of(text, entity, _WAN.sub(_digits, entity.canonical))


def _digits(found: "Match[str]") -> str:
    power = sum(4 if c in "万萬" else 8 for c in found[4])
    part = found[2] or ""
    if len(part) > power:
        return found[0]
    return (found[1] + part + "0" * (power - len(part))).lstrip("0") + found[3]


def _dashed(text: str, profile: Profile, rule: str, dash: str) -> Iterator[Edit]:
    """A range whose dash is not the one asked for.

    >>> clean("每班30—35人", partial(_dashed, rule="number", dash="-"))
    '每班30-35人'
    >>> clean("自2021年——", partial(_dashed, rule="number", dash="-"))  # no range
    '自2021年——'
    """
    for entity in profile.fact(all_entities):
        if entity.rule.startswith(rule) and "—" in entity.canonical:
            yield edit_of(text, entity, entity.canonical.replace("—", dash))


def quantities(expand_wan: bool = False) -> Rule:
    """`number.quantity`; with `expand_wan` 3万名 is written out as 30000名."""
    find = partial(_expanded, rule="number.quantity") if expand_wan else quantity
    return Rule("number.quantity", Kind.NORMALIZE, Safety.SAFE, find, gate=None if expand_wan else has_changes,
                signs=None if expand_wan else CANDIDATES, stage=_STAGE, params={"expand_wan": expand_wan})


def amounts(expand_wan: bool = False) -> Rule:
    """`number.money`; with `expand_wan` 3.5亿元 is written out as 350000000元."""
    find = partial(_expanded, rule="number.money") if expand_wan else money
    return Rule("number.money", Kind.NORMALIZE, Safety.SAFE, find, gate=None if expand_wan else has_changes,
                signs=None if expand_wan else CANDIDATES, stage=_STAGE, params={"expand_wan": expand_wan})


def ranges(dash: str = "—") -> Rule:
    """`number.range`; `dash` joins the two numbers."""
    find = number_range if dash == "—" else partial(_dashed, rule="number", dash=dash)
    return Rule("number.range", Kind.NORMALIZE, Safety.SAFE, find, gate=has_changes if dash == "—" else None,
                signs=CANDIDATES if dash == "—" else None, stage=_STAGE, params={"dash": dash})


number = Pipeline(
    (
        Rule("number.document-number", Kind.NORMALIZE, Safety.SAFE, document_number, gate=has_changes, signs=CANDIDATES, stage=_STAGE),
        ranges(),
        quantities(),
        amounts(),
        Rule("number.duration", Kind.NORMALIZE, Safety.SAFE, duration, gate=has_changes, signs=CANDIDATES, stage=_STAGE),
        Rule("number.percent", Kind.NORMALIZE, Safety.SAFE, percent, gate=has_changes, signs=CANDIDATES, stage=_STAGE),
    ),
    readers=(("entities", entities_of),),
)
