"""An edit, and what it does to a text."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

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
    kept = []
    reached = 0
    for edit in edits:
        start, end, new = edit
        if start < reached or end < start or end > len(text):
            raise EditError(
                f"edit {tuple(edit)!r} after offset {reached} in a text of {len(text)} characters: "
                "edits must be sorted, disjoint and inside the text"
            )
        reached = end
        if end - start != len(new) or text[start:end] != new:
            kept.append(edit if type(edit) is Edit else Edit(start, end, new))
    return tuple(kept)


def apply(text: str, edits: Sequence[Edit]) -> str:
    """The text after the edits. Without edits, the same object.

    >>> apply("教(jiao)育", [Edit(1, 7, "")])
    '教育'
    """
    if not edits:
        return text
    out = []
    reached = 0
    for start, end, new in edits:
        if start < reached or end < start or end > len(text):
            raise EditError(f"edit {(start, end, new)!r} overlaps its neighbour or leaves the text")
        out.append(text[reached:start])
        out.append(new)
        reached = end
    out.append(text[reached:])
    return "".join(out)
