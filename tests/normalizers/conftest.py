"""What several tests of normalisers ask for."""

import importlib
from collections.abc import Callable

import pytest

from zhpolicytext import mojibake


@pytest.fixture
def states_of(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], int]:
    """How many states the byte search goes on from in a text, with nothing remembered: work that no busy machine changes."""
    from zhpolicytext.text import lattice, search

    out_of_step = importlib.import_module("zhpolicytext.normalizers.mojibake.out_of_step")  # a function has the name, too

    looked = 0
    grown = search._Search.grown

    def counted(self, beam, here):
        nonlocal looked
        looked += sum(len(states) for _, states in beam)
        return grown(self, beam, here)

    def states(text: str) -> int:
        nonlocal looked
        looked = 0
        mojibake(text)
        return looked

    monkeypatch.setattr(search._Search, "grown", counted)
    monkeypatch.setattr(lattice, "MOST_READINGS", 0)
    out_of_step.gbk_reader.cache_clear()
    return states
