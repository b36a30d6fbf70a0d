"""Measure words and units: what turns a numeral into a quantity."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from ..text.scripts import simplified_forms
from ..text.tables import rows


class Unit(NamedTuple):
    """A row of ``data/units.tsv``."""

    text: str
    kind: str
    code: str
    not_before: re.Pattern[str] | None
    han_left: re.Pattern[str] | None
    han_right: re.Pattern[str] | None

    @property
    def is_continuous(self) -> bool:
        """Whether half of one makes sense: 2.5吨, not 2.5名."""
        return self.kind != "count"

    def is_plain_for_han(self, text: str, start: int, end: int) -> bool:
        """Whether the words around say that a Han numeral with this unit is a count, not a name or a label.

        One of the two sides is enough. start: where the numeral begins; end: where the unit ends.
        """
        if self.han_left and self.han_left.search(text[max(0, start - 4) : start]):
            return True
        if self.han_right and self.han_right.match(text, end):
            return True
        return not (self.han_left or self.han_right)


@cache
def units_by_first() -> dict[str, tuple[Unit, ...]]:
    """Units by their first character, longest first."""
    table: dict[str, list[Unit]] = {}
    for row in rows("units.tsv"):
        unit, kind, code, *sources = row
        not_before, left, right = (None if source == "-" else re.compile(in_both_scripts(source)) for source in sources)
        table.setdefault(unit[0], []).append(Unit(unit, kind, code, not_before, left, right))
    return {first: tuple(sorted(units, key=lambda unit: -len(unit.text))) for first, units in table.items()}


@cache
def _traditional_forms() -> Mapping[str, str]:
    forms: dict[str, str] = {}
    for old, new in simplified_forms().items():
        forms[new] = forms.get(new, "") + old
    return forms


def in_both_scripts(pattern: str) -> str:
    """A pattern of which each simplified character stands for its traditional forms too.

    >>> in_both_scripts("规划|号[线楼]|所")
    '[规規][划劃]|[号號][线綫線楼樓]|所'
    """
    forms, out, is_class = _traditional_forms(), [], False
    for at, char in enumerate(pattern):
        if char in "[]" and pattern[at - 1 : at] != "\\":
            is_class = char == "["
        olds = forms.get(char, "")
        out.append(char + olds if is_class or not olds else f"[{char}{olds}]")
    return "".join(out)


#: No word goes on with one of these: a test holds that no pattern of the table begins so.
_MARKS = frozenset("，。；：）)》”,;\n ")


def unit_at(text: str, start: int) -> Unit | None:
    """The longest unit at an offset that is not the beginning of another word.

    >>> unit_at("12个工作日", 2).text, unit_at("百名师生", 1).text, unit_at("三十名师工程", 2)
    ('个工作日', '名', None)
    """
    return longest_at(text, start, units_by_first().get(text[start : start + 1], ()))


def longest_at(text: str, start: int, units: Iterable[Unit]) -> Unit | None:
    """The first of these units, longest first, that stands at an offset and is not the beginning of another word."""
    for unit in units:
        if text.startswith(unit.text, start):
            end = start + len(unit.text)
            if text[end : end + 1] in _MARKS or not (unit.not_before and unit.not_before.match(text, end)):
                return unit
    return None


@cache
def first_characters() -> frozenset[str]:
    """What a unit may begin with."""
    return frozenset(units_by_first())
