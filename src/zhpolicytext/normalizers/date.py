"""Dates, times and ranges of years in their canonical form (docs/numbers.md)."""

from collections.abc import Iterable, Iterator
from functools import partial

from ..core.edits import Edit
from ..core.pipeline import Pipeline
from ..core.profile import Profile
from ..core.rule import Kind, Rule, Safety
from ..entities import entities_of
from ..entities.changes import CANDIDATES, all_entities, changes, edit_of, has_changes

_STAGE = "entities"  # the stage of `number`: one recognition for both


def date_form(text: str, profile: Profile) -> Iterable[Edit]:
    """A date that is not written 2023年5月12日.

    >>> clean("二〇二三年五月十二日，2023/05/08", date_form)
    '2023年5月12日，2023年5月8日'
    >>> clean("三月，农历正月十五，民国二十六年", date_form)  # no year; other calendars
    '三月，农历正月十五，民国二十六年'

    **Why.** GB/T 9704-2012, 7.3.5.4: Arabic digits, the year in full, months and days without padding.
    """
    return _written(profile, "date.date")


def date_range(text: str, profile: Profile) -> Iterable[Edit]:
    """Days, months or years joined by something else than one em dash, or by a dash that got lost.

    >>> clean("（2021 2025年），5月8-12日", date_range)
    '（2021—2025年），5月8—12日'
    >>> clean("2020 2021 2022年", date_range)  # a row of years
    '2020 2021 2022年'
    """
    return _written(profile, "date.range")


def century(text: str, profile: Profile) -> Iterable[Edit]:
    """A century or decade in Han digits.

    >>> clean("二十世纪八十年代", century)
    '20世纪80年代'
    >>> clean("八十年代", century)  # of which century?
    '八十年代'
    """
    return _written(profile, "date.century")


def time_of_day(text: str, profile: Profile) -> Iterable[Edit]:
    """A time of day in Han digits, or a range of times without an em dash.

    >>> clean("上午九时三十分，9:00-17:00", time_of_day)
    '上午9时30分，9:00—17:00'
    >>> clean("九点建议，比分3:1", time_of_day)  # points, a score
    '九点建议，比分3:1'
    """
    return _written(profile, "date.time")


def impossible(text: str, profile: Profile) -> Iterator[Edit]:
    """A date that no calendar has.

    >>> [found.text for found in zh.date.run("于2023年2月30日召开").suggestions]
    ['2023年2月30日']
    >>> zh.date.run("于2024年2月29日召开").suggestions  # a leap year
    ()

    **Safety.** Which digit is wrong cannot be known: the place is pointed out, nothing is changed.
    """
    for entity in profile.fact(all_entities):
        if entity.type == "impossible":
            yield Edit(entity.start, entity.end, text[entity.start : entity.end])


def _written(profile: Profile, rule: str) -> Iterable[Edit]:
    return profile.fact(changes).get(rule, ())


def _iso(text: str, profile: Profile) -> Iterator[Edit]:
    """A date with a year that is not written 2023-05-12.

    >>> clean("二〇二三年五月十二日", _iso), clean("2023年5月", _iso)
    ('2023-05-12', '2023-05')
    >>> clean("去年12月，5月12日，2023年上半年", _iso)  # no year, or a half of it: as without the parameter
    '去年12月，5月12日，2023年上半年'
    """
    for entity in profile.fact(all_entities):
        if entity.rule == "date.date":
            value = str(entity.value)
            is_full = entity.type == "date" and value[:4].isdigit() and value[4:].replace("-", "").isdigit() and entity.canonical[-1] in "日号號月"
            yield edit_of(text, entity, value if is_full else entity.canonical)


def _dashed(text: str, profile: Profile, dash: str) -> Iterator[Edit]:
    """A range of dates whose dash is not the one asked for.

    >>> clean("2021—2025年", partial(_dashed, dash="～"))
    '2021～2025年'
    >>> clean("2021年——", partial(_dashed, dash="～"))  # no range
    '2021年——'
    """
    for entity in profile.fact(all_entities):
        if entity.rule == "date.range" or entity.type in ("date_range", "year_range") and "—" in entity.canonical:
            yield edit_of(text, entity, entity.canonical.replace("—", dash))


def dates(style: str = "chinese") -> Rule:
    """`date.date`; `style="iso"` writes 2023-05-12 instead of 2023年5月12日."""
    if style not in ("chinese", "iso"):
        raise ValueError(f"unknown style {style!r}: 'chinese' or 'iso'")
    is_iso = style == "iso"
    return Rule("date.date", Kind.NORMALIZE, Safety.SAFE, _iso if is_iso else date_form,
                gate=None if is_iso else has_changes,
                signs=None if is_iso else CANDIDATES, stage=_STAGE, params={"style": style})


def ranges(dash: str = "—") -> Rule:
    """`date.range`; `dash` joins the two dates."""
    find = date_range if dash == "—" else partial(_dashed, dash=dash)
    return Rule("date.range", Kind.NORMALIZE, Safety.SAFE, find, gate=has_changes if dash == "—" else None,
                signs=CANDIDATES if dash == "—" else None, stage=_STAGE, params={"dash": dash})


date = Pipeline(
    (
        ranges(),
        dates(),
        Rule("date.century", Kind.NORMALIZE, Safety.SAFE, century, gate=has_changes, signs=CANDIDATES, stage=_STAGE),
        Rule("date.time", Kind.NORMALIZE, Safety.SAFE, time_of_day, gate=has_changes, signs=CANDIDATES, stage=_STAGE),
        Rule("date.impossible", Kind.NORMALIZE, Safety.SUGGEST, impossible, needs=("月", "-", "/", "."), stage=_STAGE),
    ),
    readers=(("entities", entities_of),),
)
