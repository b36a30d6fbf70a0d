"""Characters without width."""

from collections.abc import Iterator

from ...core.edits import Edit
from ...core.profile import Profile
from ...text.gates import edges
from ...text.match import Lazy
from ...text.ranges import HAN, ZERO_WIDTH
from ...text.sieve import OPEN, sieve

SOFT_HYPHEN = "\N{SOFT HYPHEN}"
RUN = Lazy(f"[{ZERO_WIDTH}]+")
_HAN = Lazy(f"[{HAN}]")
#: Scripts that need joiners and marks of direction, and emoji, which are glued with joiners.
_JOINED = Lazy("[\u0590-\u08ff\u0900-\u0dff\u0e00-\u109f\u1780-\u18af\u2190-\u21ff\u2300-\u2bff\ufb1d-\ufdff\ufe00-\ufe0f"
               "\ufe70-\ufefc\U0001f000-\U0001faff\U000e0000-\U000e01ef]")


def has_zero_width(profile: Profile) -> bool:
    """Some character without width stands in the text.

    GB2312 has none, and none can be printed: a character is asked for that in 1.5 ns, by a class of them in 3.
    """
    if sieve in profile and not profile[sieve].kinds & OPEN:  # what the pre-scan saw; it is not made for this alone
        return False
    odd = [line for line in profile.fact(edges).stripped if not line.isprintable()]
    return bool(odd) and RUN.search("\n".join(odd)) is not None


def zero_width(text: str, profile: Profile) -> Iterator[Edit]:
    r"""Zero-width spaces and joiners, byte order marks and marks of direction between characters that need none.

    >>> clean("高质\N{ZERO WIDTH SPACE}量发\N{WORD JOINER}展", zero_width)
    '高质量发展'
    >>> clean("\N{MAN}\N{ZERO WIDTH JOINER}\N{PERSONAL COMPUTER}", zero_width)  # glues an emoji: kept
    '👨\u200d💻'

    Why: invisible copies of a site's mark, and words that no search finds.
    Safety: a soft hyphen goes only between two Han characters: elsewhere it may be the byte AD of a text in the wrong
    encoding, which `mojibake` needs.
    """
    for m in RUN.finditer(text):
        start, end = m.span()
        before, after = text[start - 1] if start else "", text[end] if end < len(text) else ""
        if before and _JOINED.match(before) or after and _JOINED.match(after):
            continue
        if SOFT_HYPHEN in m.group() and not (before and after and _HAN.match(before) and _HAN.match(after)):
            continue
        yield Edit(start, end, "")
