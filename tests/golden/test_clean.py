"""Law L12: a clean text stays as it is. Texts of many genres, written for this test; ``level`` says how clean.

``body``: `zh.clean` gives the same object. ``repair``: canonicalisation may choose another spelling or convert, but no
rule of kind REPAIR or REMOVE may fire.
"""

import json
from pathlib import Path

import pytest

import zhpolicytext as zh

CASES = [json.loads(line) for line in (Path(__file__).parent / "clean.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("case", CASES, ids=[case["genre"] for case in CASES])
def test_no_repair_and_no_removal_fires(case):
    document = zh.explain(case["text"])
    fired = [(s.rule.id, [case["text"][e.start : e.end] for e in s.edits][:5], s.edits[:5]) for s in document.steps
             if s.rule.kind is not zh.Kind.NORMALIZE]
    assert fired == []


@pytest.mark.parametrize("case", [c for c in CASES if c["level"] == "body"],
                         ids=[c["genre"] for c in CASES if c["level"] == "body"])
def test_a_clean_text_comes_back_as_the_same_object(case):
    document = zh.explain(case["text"])
    assert [(s.rule.id, s.edits[:5]) for s in document.steps] == []
    assert zh.clean(case["text"]) is case["text"]
