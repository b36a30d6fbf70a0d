"""Characters without width."""

from collections.abc import Iterator

from ...core.edits import Edit
from ...core.profile import Profile
from ...text.match import Lazy
from ...text.ranges import HAN, ZERO_WIDTH

SOFT_HYPHEN = "\N{SOFT HYPHEN}"
#: Literal by literal: the search for one rare character costs 0.1 µs, a class 7 µs a page.
ZERO_WIDTH_CHARACTERS = (
    "\N{ZERO WIDTH SPACE}", "\N{ZERO WIDTH NO-BREAK SPACE}", "\N{ZERO WIDTH JOINER}", "\N{ZERO WIDTH NON-JOINER}",
    "\N{WORD JOINER}", "\N{LEFT-TO-RIGHT MARK}", "\N{RIGHT-TO-LEFT MARK}", SOFT_HYPHEN,
    *map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A)),
)
RUN = Lazy(f"[{ZERO_WIDTH}]+")
_HAN = Lazy(f"[{HAN}]")
#: Scripts that need joiners and marks of direction, and emoji, which are glued with joiners.
_JOINED = Lazy("[\u0590-\u08ff\u0900-\u0dff\u0e00-\u109f\u1780-\u18af\u2190-\u21ff\u2300-\u2bff\ufb1d-\ufdff\ufe00-\ufe0f"
               "\ufe70-\ufefc\U0001f000-\U0001faff\U000e0000-\U000e01ef]")


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
