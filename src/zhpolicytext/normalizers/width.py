"""Letters and digits of full width."""

from collections.abc import Iterator

from ..core.edits import Edit
from ..core.pipeline import Pipeline
from ..core.profile import Profile
from ..core.rule import Kind, Rule, Safety
from ..text.scripts import is_unmodern
from ..text.sieve import WIDE, finds, signs
from ..text.match import Lazy

_SIGN = "[０-９Ａ-Ｚａ-ｚ％＋＝＆＠＃]"
#: The full stop of full width is a decimal point between digits of full width, and there alone. A class comes first:
#: `re` skips to it.
_WIDE = Lazy(f"{_SIGN}(?:{_SIGN}|(?<=[０-９])．(?=[０-９]))*")
_OFFSET = 0xFEE0


def fullwidth_alphanumeric(text: str, profile: Profile) -> Iterator[Edit]:
    """Letters, digits and signs of full width.

    >>> clean("２０２３年ＧＤＰ增长５％", fullwidth_alphanumeric)
    '2023年GDP增长5%'
    >>> clean("统筹推进：（一）改革；（二）开放！ｶﾀｶﾅ", fullwidth_alphanumeric)  # Chinese marks are wide by nature
    '统筹推进：（一）改革；（二）开放！ｶﾀｶﾅ'
    """
    for match in _WIDE.finditer(text):
        yield Edit(*match.span(), "".join(chr(ord(char) - _OFFSET) for char in match[0]))


def has_wide(profile: Profile) -> bool:
    """Some character of full width that is no mark of Chinese stands in the text."""
    if finds in profile and not profile[finds] & WIDE:  # what the pre-scan saw; it is not made for this alone
        return False
    return profile.fact(is_unmodern) and _WIDE.search(profile.text) is not None


width = Pipeline((
    Rule("width.fullwidth-alphanumeric", Kind.NORMALIZE, Safety.SAFE, fullwidth_alphanumeric, gate=has_wide, signs=signs(WIDE)),
))
