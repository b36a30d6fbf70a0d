"""Random characters that a forum puts between the lines of a post, so that a copy can be told."""

from collections.abc import Iterator

from ...core.edits import Edit
from ...core.profile import Profile
from ...text.gates import edges, loose, unusual
from ...text.layout import without_lines
from ...text.match import Lazy

#: `jammer()` of Discuz!: 5 to 15 times a character of 20-3B, a blank, a character of 3F-7E, before a line end. A page
#: that was read back from HTML has two blanks folded into one.
JAMMER = Lazy(r"(?:[ -;] [?-~]| [?-~]){4,16}[ ]?$")
_TRIPLE = Lazy(r"[!-;] [?-~]")
#: Signs that no English sentence or list of Latin letters has in such numbers.
_SIGNS = frozenset("!\"#$%&'()*+/:;?@[\\]^_`{|}~")
#: Lines with such an end that make it noise: one alone could be a formula.
FEWEST = 2
MANY = 3  # lines, of which each needs fewer signs


def jammed(profile: Profile) -> tuple[tuple[int, int], ...]:
    """Lines that end with noise, and the offset in the line where it begins."""
    found = []
    signs = 0
    for index, bare in enumerate(profile.fact(edges).stripped):
        if bare[-2:-1] != " " or not bare[-1].isascii():
            continue
        line = profile.lines[index]
        if len(line.rstrip()) < 10:
            continue
        m = JAMMER.search(line, max(0, len(line) - 64))
        if m and len(_TRIPLE.findall(m.group())) >= 3:
            found.append((index, m.start()))
            signs += sum(map(_SIGNS.__contains__, m.group()))
    each = 2 if len(found) >= MANY else 3
    return tuple(found) if len(found) >= FEWEST and signs >= each * len(found) else ()


def has_noise(profile: Profile) -> bool:
    """Whether there are enough signs below U+0080 for two runs of noise."""
    return len(profile.fact(unusual)) >= 16 and (
        len([line for line in profile.fact(loose) if line[-1].isascii() and line[-2:-1] == " "]) >= FEWEST and bool(profile.fact(jammed)))


def copy_noise(text: str, profile: Profile) -> Iterator[Edit]:
    r"""Runs of single characters and signs at the ends of lines: what Discuz! writes there against copying.

    >>> clean("会议开始。6 z- c& M' H+ q# w\n* b$ k2 i4 Z- g0 }, n\n会议结束。", copy_noise)
    '会议开始。\n会议结束。'
    >>> clean("选项：A B C D E F G\n等级：A B C D E F G", copy_noise)  # letters alone: kept
    '选项：A B C D E F G\n等级：A B C D E F G'
    """
    if not profile.fact(has_noise):
        return
    spans, lines = profile.line_spans, profile.lines
    places = profile.fact(jammed)
    heads = {index: len(lines[index][:offset].rstrip()) for index, offset in places}
    yield from sorted([
        *(Edit(spans[index][0] + head, spans[index][1], "") for index, head in heads.items() if head),
        *without_lines(spans, [index for index, head in heads.items() if not head]),
    ])
