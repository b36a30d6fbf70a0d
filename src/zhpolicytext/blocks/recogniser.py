"""Every line of a text with its label: the one fact that removal and metadata share."""

from collections.abc import Mapping, Sequence

from ..core.profile import Profile
from ..text.match import Lazy
from .context import removals
from .gate import may_hold_blocks
from .joined import joined
from .kept import AGENCY_END, kept_labels
from .lines import Line, Sheet, lines_of
from .model import REMOVED, Block, Label


def _sheet(profile: Profile) -> Sheet:
    return joined(lines_of(profile), profile.text)


def removed_of(profile: Profile) -> dict[int, Label]:
    """Labels of what is not of the document, by the place of the line among those that are not blank."""
    return removals(profile.fact(_sheet)) if profile.fact(may_hold_blocks) else {}


def blocks_of(profile: Profile) -> tuple[Block, ...]:
    """The lines that are not blank, each with its label, in order; a line with something glued on is several blocks."""
    lines = profile.fact(_sheet).lines
    gone = profile.fact(removed_of)
    kept = kept_labels(lines, gone)
    return tuple(Block(line.start, line.end, gone.get(k) or kept[k]) for k, line in enumerate(lines))


def removed_lines(profile: Profile) -> tuple[Sequence[Line], Mapping[int, Label]]:
    """The lines that are not blank, and the labels of those that go by their place: for those who only remove."""
    gone = profile.fact(removed_of)
    return profile.fact(_sheet).lines if gone else (), gone


def learnable_lines(text: str) -> list[str]:
    """Lines that may belong to a site: neither signature, title, addressee … nor headings and set phrases."""
    profile = Profile(text)
    blocks = blocks_of(profile)
    lines = profile.fact(_sheet).lines
    out = []
    if len(blocks) > 1 and [block.label for block in blocks[:2]] == [Label.TITLE, Label.BODY] and not (
            lines[1].is_sentence or lines[1].is_ordinal or lines[1].text[0] == "(" or AGENCY_END.search(lines[0].text)):
        out.append(text[blocks[0].start : blocks[0].end])  # a motto above the title looks like one
    for block, line in zip(blocks, lines, strict=True):
        if block.label in REMOVED or block.label in (Label.BODY, Label.CAPTION) and not (
                line.is_ordinal or line.text.endswith(":") or SET_PHRASE.match(line.text)):
            out.extend(map(str.strip, text[block.start : block.end].split("\n")))
    return out


SET_PHRASE = Lazy(r"特此|此复|此致|敬礼|现将|谢谢|附件|各位|同志们|妥否|以上")
