"""The edits of one stage: several rules look at the same text, and what they found is put together."""

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


def still(possible: int, done: list[Edit] | Rewritten, plan: Plan) -> int:
    """The questions that are possible after a stage: where no sign was added, a character that was missing still is."""
    if isinstance(done, Rewritten):
        less = isinstance(done, Shortened)
    else:
        less = plan.silent.issuperset("".join([new for _, _, new in done]))
    return possible | ~plan.lasting if less else ANY


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
