"""Lines as spans: taking whole lines out without leaving a hole or two edits on one line end."""

from collections.abc import Iterable, Iterator

from ...core.edits import Edit
from ...core.profile import Profile
from ...text import layout


def without_lines(profile: Profile, indices: Iterable[int]) -> Iterator[Edit]:
    """See `text.layout.without_lines`; where the last line goes, the whole of the line end before it."""
    text = profile.text
    for edit in layout.without_lines(profile.line_spans, indices):
        windows = edit.end == len(text) and edit.start and text[edit.start - 1 : edit.start + 1] == "\r\n"
        yield edit._replace(start=edit.start - 1) if windows else edit


def short_lines(profile: Profile) -> tuple[int, ...]:
    """The indices of lines of 1 to 120 characters: nearly all furniture is shorter."""
    return tuple(index for index, line in enumerate(profile.lines) if 0 < len(line) <= 120)


def filled_before(lines: tuple[str, ...], index: int) -> int:
    """The last line before `index` that is not blank, or -1."""
    index -= 1
    while index >= 0 and not lines[index].strip():
        index -= 1
    return index


def filled_after(lines: tuple[str, ...], index: int) -> int:
    """The first line after `index` that is not blank, or -1."""
    index += 1
    while index < len(lines) and not lines[index].strip():
        index += 1
    return index if index < len(lines) else -1
