"""The edits of one stage: several rules look at the same text, and what they found is put together."""

from collections.abc import Sequence
from operator import itemgetter

from .edits import Edit, Rewritten, Shortened, apply
from .plan import Plan

#: Of two insertions at one place the earlier rule's comes first: sorting is stable.
PLACE = itemgetter(0, 1)


def after(text: str, done: list[Edit] | Rewritten) -> str:
    """The text after a stage: its edits are applied once, when it is over."""
    return done.text if isinstance(done, Rewritten) else apply(text, done)


#: After a change every question is asked: looking for the signs of all of them once more costs as much (docs/adr/0050).
ANY = -1


def still(possible: int, done: list[Edit] | Rewritten, plan: Plan, text: str) -> int:
    """The questions that are possible after a stage: where no sign was added, a character that was missing still is.

    Where lines of the text went and nothing else did, whatever no line showed no line shows; where readings went, what stands
    side by side now begins with Han; where numbers were written otherwise, a character of theirs is in it.
    """
    if isinstance(done, Rewritten):
        return possible | ~plan.readings if isinstance(done, Shortened) else ANY
    news = [new for _, _, new in done]
    written = "".join(news)
    if not written and take_lines(text, done):
        return possible | ~plan.lines
    if not plan.silent.issuperset(written):
        return ANY
    return possible | ~(plan.numbers if all(news) else plan.lasting)


def take_lines(text: str, edits: Sequence[Edit]) -> bool:
    r"""Whether edits that put in nothing take whole lines, each with a line end.

    >>> take_lines("甲\n乙\n丙", [Edit(2, 4, "")]), take_lines("甲\n乙\n丙", [Edit(3, 5, "")])
    (True, True)
    >>> take_lines("甲\n乙\n丙", [Edit(2, 3, "")]), take_lines("甲\n乙\n丙", [Edit(1, 3, ""), Edit(4, 5, "")])
    (False, False)
    """
    size = len(text)
    for start, end, _ in edits:
        if text[start : start + 1] == "\n" and (end == size or text[end] == "\n"):
            continue
        if (start and text[start - 1] != "\n") or text[end - 1] != "\n":
            return False
    return True


def free_of(edits: tuple[Edit, ...], done: list[Edit]) -> tuple[Edit, ...]:
    """The edits that overlap none of `done` (sorted)."""
    if not done:
        return edits
    kept = []
    k = 0
    for edit in edits:
        while k < len(done) and done[k].end <= edit.start:
            k += 1
        if k == len(done) or done[k].start >= edit.end:
            kept.append(edit)
    return tuple(kept)


def shifted(edits: tuple[Edit, ...], done: list[Edit]) -> tuple[Edit, ...]:
    """The edits in the coordinates of the text after `done` (sorted, disjoint from `edits`)."""
    out = []
    k = shift = 0
    for start, end, new in edits:
        while k < len(done) and done[k].end <= start:
            shift += len(done[k].new) - (done[k].end - done[k].start)
            k += 1
        out.append(Edit(start + shift, end + shift, new))
    return tuple(out)
