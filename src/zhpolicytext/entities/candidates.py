"""Where an edit is possible at all."""

from collections.abc import Iterator

from ..core.profile import Profile
from ..text.match import Lazy

_ANY = Lazy("[0-9０-９一二三四五六七八九两兩十百千]")
_SENTENCE_END = Lazy("[。！？；\n]")


def may_change(profile: Profile) -> bool:
    """Whether any entity could be written otherwise than it is: a fact."""
    return _ANY.search(profile.text) is not None


def spans_to_look_at(text: str) -> Iterator[tuple[int, int]]:
    """The stretches that hold a candidate."""
    yield 0, len(text)
