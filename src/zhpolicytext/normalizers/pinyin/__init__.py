"""Bracketed readings that a mirror site put behind the characters: 教(jiao)育(yu), 學(xué), 市(shi)(shi)."""

from collections.abc import Iterable, Iterator, Mapping

from ...core.edits import Edit
from ...core.pipeline import Pipeline
from ...core.profile import Profile
from ...core.rule import Kind, Rule, Safety
from .annotations import LETTERS, is_annotated
from .evidence import edits_of, findings, isolated, without_licensed


def inline_reading(text: str, profile: Profile) -> Iterable[Edit]:
    """Readings behind characters, all over the document.

    >>> clean("职(zhi)业(ye)教(jiao)育(yu)专(zhuan)业(ye)(群(qun))", inline_reading)
    '职业教育专业(群)'
    >>> clean("“六(lù)安”“台(tāi)州”“单(shàn)县”“乐(lào)亭”的读音", inline_reading)  # a lesson
    '“六(lù)安”“台(tāi)州”“单(shàn)县”“乐(lào)亭”的读音'

    >>> clean("學[xué]校發[fā]展教[jiào]育改[gǎi]革", inline_reading)
    '學校發展教育改革'

    Why: a mirror tool replaces a character by itself with its reading, so on a page it is annotated always or never
    (2,226 of 2,226 annotations in 38 pages); the plain kind does so paragraph by paragraph. Four characters that keep
    this law are evidence that no author leaves.
    Safety: every bracket must hold a reading of the character before it. A rare character glossed once stays.
    """
    return without_licensed(profile)


def isolated_reading(text: str, profile: Profile) -> Iterator[Edit]:
    """A reading behind a common character in a text too short to show the pattern.

    >>> clean("推进教(jiao)育改革", isolated_reading)
    '推进教育改革'
    >>> clean("硍(yín)镇、涪陵(fú líng)、计划(plan)", isolated_reading)  # glosses and English
    '硍(yín)镇、涪陵(fú líng)、计划(plan)'

    Safety: nobody explains to a reader of policy how 教 is read. What stays: rare characters, second readings
    (六(lù)安), words alone between quotes or commas, lines that talk about pronunciation, characters that also stand
    without a reading.
    """
    yield from edits_of(isolated(profile))


def inline_evidence(profile: Profile) -> Mapping[str, object]:
    return profile.fact(findings).evidence


pinyin = Pipeline((
    Rule("pinyin.inline", Kind.REPAIR, Safety.SAFE, inline_reading, needs=("(", "（", "["), gate=is_annotated, signs=LETTERS,
         stage="pinyin", evidence=inline_evidence),
    Rule("pinyin.isolated", Kind.REPAIR, Safety.LIKELY, isolated_reading, needs=("(", "（", "["), gate=is_annotated,
         signs=LETTERS, stage="pinyin"),
))

__all__ = ["pinyin"]
