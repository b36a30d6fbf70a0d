"""Characters that a reading of print confused, where the context leaves one reading only.

Digits read as letters (`IOO多亩`), a full stop read as `o` (`147.8%o（二）`), a dash read as two ones (`一一`), a day read
as 曰. What has two readings is pointed out, with the readings.
"""

from ...core.pipeline import Pipeline
from ...core.rule import Finder, Gate, Kind, Rule, Safety
from ...core.signs import HAN, Signs
from ...text.sieve import LETTERS, ONES, SIGNS, STOPS, signs
from .digits import (
    has_l,
    has_letter_head,
    has_letters_in_numbers,
    letter_digit,
    list_letter,
    lost_month,
    lost_one,
    yue_for_day,
)
from .marks import (
    double_one,
    doubtful_double_one,
    has_double_one,
    has_o,
    permille_or_stop,
    single_one,
    stop_read_as_o,
)



_ONES = Signs(below=" ") | signs(ONES)


def _repair(name: str, safety: Safety, find: Finder, gate: Gate | None, shows: Signs, stage: str = "") -> Rule:
    return Rule(f"ocr.{name}", Kind.REPAIR, safety, find, gate=gate, signs=shows, stage=stage)


ocr = Pipeline((
    _repair("letter-digit", Safety.SAFE, letter_digit, has_letters_in_numbers, signs(LETTERS)),
    _repair("lost-one", Safety.SAFE, lost_one, has_l, signs(LETTERS)),
    _repair("stop-read-as-o", Safety.SAFE, stop_read_as_o, has_o, signs(STOPS)),
    # One stage: that other dashes were misread is to be seen only as long as they are.
    _repair("double-one", Safety.LIKELY, double_one, has_double_one, _ONES, "dash"),
    _repair("doubtful-double-one", Safety.SUGGEST, doubtful_double_one, has_double_one, _ONES, "dash"),
    _repair("single-one", Safety.SUGGEST, single_one, has_double_one, _ONES, "dash"),
    _repair("yue-for-day", Safety.SAFE, yue_for_day, None, signs(SIGNS)),
    _repair("list-letter", Safety.LIKELY, list_letter, has_letter_head, Signs(heads="lI", apart=HAN)),
    Rule("ocr.permille-or-stop", Kind.REPAIR, Safety.SUGGEST, permille_or_stop, needs=("%o", "%O", "％o", "％O")),
    Rule("ocr.lost-month", Kind.REPAIR, Safety.SUGGEST, lost_month, needs=("日",)),
))
