"""The labelled documents of the boilerplate sets: what must stay, what must go, what is stated."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import zhpolicytext as zh

from . import score_metadata

HERE = Path(__file__).parent
#: Labels of lines that no run may lose.
PAPERS = ("signature", "attachment", "contact", "cc", "doc_number", "annotation")


def figures(spec: str, gold: str) -> tuple[dict[str, float], dict[str, str]]:
    """What the scorer of the set prints, as it is handed out."""
    run = subprocess.run([sys.executable, HERE / "score_boilerplate.py", spec, "--gold", HERE / gold], capture_output=True,
                         text=True, check=True, cwd=HERE.parent.parent, encoding="utf-8")
    first, second = run.stdout.strip().splitlines()
    return json.loads(first), eval(second.split(":", 1)[1])  # noqa: S307  the scorer prints a dict


@pytest.mark.parametrize(("gold", "drop"), [("boilerplate_dev.jsonl", 96), ("boilerplate_own.jsonl", 97),
                                            ("second_author/boilerplate.jsonl", 98)])
def test_boilerplate_alone_keeps_every_document_and_drops_what_stands_around_it(gold: str, drop: float) -> None:
    found, labels = figures("zhpolicytext:boilerplate", gold)
    assert found["keep"] >= 99.9 and found["trap"] >= 99.9
    assert found["drop"] >= drop  # page numbers and running heads are left to furniture
    for label in PAPERS:
        kept, total = labels.get(label, "0/0").split("/")
        assert kept == total, label


@pytest.mark.parametrize(("gold", "stated"), [("boilerplate_dev.jsonl", 0.95), ("boilerplate_own.jsonl", 0.97),
                                              ("second_author/boilerplate.jsonl", 0.90)])
def test_metadata_states_what_the_documents_state(gold: str, stated: float) -> None:
    assert score_metadata.score(HERE / gold)["stated"] >= stated


@pytest.mark.parametrize("gold", ["boilerplate_dev.jsonl", "boilerplate_own.jsonl"])
def test_a_second_run_finds_nothing(gold: str) -> None:
    for line in (HERE / gold).read_text("utf-8").splitlines():
        text = zh.boilerplate("\n".join(part["line"] for part in json.loads(line)["lines"]))
        assert zh.boilerplate(text) is text
