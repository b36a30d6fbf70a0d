"""Text that is Chinese at a glance: most of its characters are among the commonest.

Decoded as it was encoded, a line of prose has 19 of 20 among them, and never fewer than half; decoded otherwise, no line of
12 characters had one in three. To weigh the text with the model says the same, at thirty times the price.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate

from ...text.language_model import language_model

COMMON = 13.0  # bits of a character by itself: 1,600 are below
FEWEST = 12  # characters beyond ASCII by which an encoding is told
SHARE = 0.9  # of them are common: of a line that was restored with a loss in every fifth place fewer are
UNFAMILIAR = 0.4  # or no more than that
BEHIND = 5  # characters from one that is wrong to where it is read on in step, or costs what no Chinese does


def is_familiar(text: str) -> bool:
    """Whether a decoded line is Chinese beyond doubt.

    >>> is_familiar("教育部门要落实政策"), is_familiar("T眉rk莽e Portugu锚s"), is_familiar("毙▅场璶崩秈毙厩")
    (True, False, False)
    """
    wide = len(text) - len(text.encode("ascii", "ignore"))
    return 2 * wide > len(text) and sum(map(common().__contains__, text)) >= SHARE * wide


def is_unfamiliar(text: str) -> bool:
    """Whether a line is no Chinese beyond doubt: of what was decoded otherwise than it was encoded few characters are common.

    >>> is_unfamiliar("毙▅场璶崩秈毙厩э毙▅场"), is_unfamiliar("徐㼆、赑屃、𤩽等人出席会议并讲话")
    (True, False)
    """
    wide = len(text) - len(text.encode("ascii", "ignore"))
    return wide >= FEWEST and 2 * wide > len(text) and sum(map(common().__contains__, text)) <= UNFAMILIAR * wide


def tells(decoded: str) -> bool:
    """Whether a sample was decoded as it was encoded: in another encoding it would have become something else.

    >>> tells("教育部门要落实政策，推进改革"), tells("教育部门")  # too short
    (True, False)
    """
    wide = len(decoded) - len(decoded.encode("ascii", "ignore"))
    return wide >= FEWEST and sum(map(common().__contains__, decoded)) >= SHARE * wide


def unfamiliar(text: str, places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Where one of the characters of which these bytes are a part is not common, or one beside it: that and what it is weighed with."""
    known = common()
    ends = [*accumulate([1 if char < "\x80" else 2 for char in text])]
    for place in places:
        k = bisect_right(ends, place)
        if not known.issuperset(text[max(0, k - 1) : k + 2]):
            yield max(0, k - 1), k + BEHIND


@cache
def common() -> frozenset[str]:
    """The commonest characters beyond ASCII, in both scripts and widths."""
    model = language_model()
    symbols = {symbol for symbol, cost in model.alone.items() if cost <= COMMON}
    forms = (*model.traditional_only, *map(chr, range(0xFF01, 0xFF5F)), "\N{IDEOGRAPHIC SPACE}")
    return frozenset(char for char in (*symbols, *forms) if not char.isascii() and model.fold[ord(char)] in symbols)
