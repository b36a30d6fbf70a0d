"""Every line of a text with its label: the one fact that removal and metadata share."""

from ..core.profile import Profile
from .context import removals
from .kept import kept_labels
from .lines import lines_of
from .model import REMOVED, Block, Label


def blocks_of(profile: Profile) -> tuple[Block, ...]:
    """The lines that are not blank, each with its label, in order."""
    lines = lines_of(profile)
    gone = removals(lines)
    kept = kept_labels(lines, gone)
    return tuple(Block(line.start, line.end, gone.get(k) or kept[k]) for k, line in enumerate(lines))


def learnable_lines(text: str) -> list[str]:
    """Lines that may belong to a site: neither signature, title, addressee … nor headings and sentences of set form."""
    profile = Profile(text)
    learnable = {*REMOVED, Label.BODY, Label.CAPTION}
    return [text[b.start : b.end] for b in blocks_of(profile) if b.label in learnable]
