"""Characters that a reading of print confused, where the context leaves one reading only.

Digits read as letters (`IOO多亩`), a full stop read as `o` (`147.8%o（二）`), a dash read as two ones (`一一`), a day read
as 曰. What has two readings is pointed out, with the readings.
"""

from ...core.pipeline import Pipeline
from ...core.profile import Profile
from ...core.rule import Finder, Kind, Rule, Safety
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


def may_be_misread(profile: Profile) -> bool:
    """Whether any of these rules may find something: one question for all of them."""
    return (has_letters_in_numbers(profile) or has_l(profile) or has_o(profile) or has_double_one(profile)
            or "曰" in profile.text or has_letter_head(profile))


def _repair(name: str, safety: Safety, find: Finder, stage: str = "") -> Rule:
    return Rule(f"ocr.{name}", Kind.REPAIR, safety, find, gate=may_be_misread, stage=stage)


ocr = Pipeline((
    _repair("letter-digit", Safety.SAFE, letter_digit),
    _repair("lost-one", Safety.SAFE, lost_one),
    _repair("stop-read-as-o", Safety.SAFE, stop_read_as_o),
    # One stage: that other dashes were misread is to be seen only as long as they are.
    _repair("double-one", Safety.LIKELY, double_one, "dash"),
    _repair("doubtful-double-one", Safety.SUGGEST, doubtful_double_one, "dash"),
    _repair("single-one", Safety.SUGGEST, single_one, "dash"),
    _repair("yue-for-day", Safety.SAFE, yue_for_day),
    _repair("list-letter", Safety.LIKELY, list_letter),
    Rule("ocr.permille-or-stop", Kind.REPAIR, Safety.SUGGEST, permille_or_stop, needs=("%o", "%O", "％o", "％O")),
    Rule("ocr.lost-month", Kind.REPAIR, Safety.SUGGEST, lost_month, needs=("日",)),
))
