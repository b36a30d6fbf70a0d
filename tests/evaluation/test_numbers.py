"""The labelled sentences of the numbers set: what must be fixed, what must stay, what is found."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

import zhpolicytext as zh

from . import score_numbers

HERE = Path(__file__).parent


def canonical(text: str) -> str:
    return (zh.number | zh.date)(text)


def entities(text: str) -> Iterable[tuple[int, int, str, object]]:
    return [(e.start, e.end, e.type, e.value) for e in zh.find_entities(text)]


@pytest.mark.parametrize("name", ["numbers_dev.jsonl", "numbers_own.jsonl"])
def test_the_figures_hold(name: str) -> None:
    gold = [json.loads(line) for line in (HERE / name).read_text("utf-8").splitlines()]
    text, _, failures = score_numbers.text_score(canonical, gold, show=10)
    assert text["damage_strict"] == 0 and text["damage_keep"] == 0, failures
    assert text["fix"] >= 99, failures
    assert text["fixpt"] == text["idem"] == 100
    found = score_numbers.ent_score(entities, gold)
    assert found["R_overlap"] >= 99 and found["P_overlap"] >= 99
    assert found["R_exact"] >= 97 and found["P_exact"] >= 97
    assert score_numbers.value_score(entities, gold)["value_exact"] >= 98
