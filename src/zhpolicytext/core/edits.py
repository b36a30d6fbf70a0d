"""An edit, and what it does to a text."""

from collections.abc import Iterable, Sequence
from itertools import chain
from operator import le
from typing import NamedTuple, NoReturn

from ..errors import EditError


class Edit(NamedTuple):
    """Replace ``text[start:end]`` by ``new``. Offsets are code points of the text that was looked at."""

    start: int
    end: int
    new: str


def checked(text: str, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits as a tuple, without those that change nothing.

    Raises EditError when they are unsorted, overlap, or lie outside of the text. Edits may touch.
    """
    found = tuple(edits)
    if not found:
        return found
    starts, ends, news = zip(*found, strict=True)  # columns: a page of readings has 700 edits
    if not _are_in_order(text, starts, ends):
        _complain(text, found)
    kept = [edit for edit, start, end, new in zip(found, starts, ends, news, strict=True) if text[start:end] != new]
    if len(kept) < len(found):
        found = tuple(kept)
    return found if set(map(type, found)) <= {Edit} else tuple(Edit(*edit) for edit in found)


def apply(text: str, edits: Sequence[Edit]) -> str:
    """The text after the edits. Without edits, the same object.

    >>> apply("教(jiao)育", [Edit(1, 7, "")])
    '教育'
    """
    if not edits:
        return text
    starts, ends, news = zip(*edits, strict=True)
    if not _are_in_order(text, starts, ends):
        _complain(text, edits)
    kept = [text[start:end] for start, end in zip((0, *ends), starts, strict=False)]
    return "".join(chain.from_iterable(zip(kept, news, strict=True))) + text[ends[-1] :]


def _are_in_order(text: str, starts: Sequence[int], ends: Sequence[int]) -> bool:
    return (starts[0] >= 0 and ends[-1] <= len(text) and all(map(le, starts, ends))
            and all(map(le, ends, starts[1:])))


def _complain(text: str, edits: Sequence[Edit]) -> NoReturn:
    reached = 0
    for edit in edits:
        start, end, _ = edit
        if start < reached or end < start or end > len(text):
            break
        reached = end
    raise EditError(
        f"edit {tuple(edit)!r} after offset {reached} in a text of {len(text)} characters: "
        "edits must be sorted, disjoint and inside the text"
    )
