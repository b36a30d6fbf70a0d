"""Lines as spans: taking whole lines out without leaving a hole or two edits on one line end."""

from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from ...core.edits import Edit
from ...core.profile import Profile
from ...text import layout


def without_lines(profile: Profile, indices: Iterable[int]) -> Iterator[Edit]:
    """See `text.layout.without_lines`; where the last line goes, the whole of the line end before it."""
    text = profile.text
    for edit in layout.without_lines(Spans(profile.lines), indices):
        windows = edit.end == len(text) and edit.start and text[edit.start - 1 : edit.start + 1] == "\r\n"
        yield edit._replace(start=edit.start - 1) if windows else edit


class Spans(Sequence[tuple[int, int]]):
    """The spans of a few lines, asked for from the first to the last: those of all lines take 3 µs a page."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        self._lines = lines
        self._at = self._start = 0

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, index: int) -> tuple[int, int]: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[tuple[int, int]]: ...
    def __getitem__(self, index: int | slice) -> tuple[int, int] | Sequence[tuple[int, int]]:
        if isinstance(index, slice):
            return [self[k] for k in range(*index.indices(len(self)))]
        if index < self._at:
            self._at = self._start = 0
        self._start += sum(map(len, self._lines[self._at : index])) + index - self._at
        self._at = index
        return self._start, self._start + len(self._lines[index])


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
