"""Cases: one damage, what becomes of it, and by which rules. Every bug enters here first.

``expect`` is ``pass``, or ``fail`` for a known failure: mending it breaks the build, so that it gets promoted.
"""

import json
from pathlib import Path

import pytest

import zhpolicytext as zh

CASES = [json.loads(line) for line in (Path(__file__).parent / "cases.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("case", [
    pytest.param(case, id=case["label"],
                 marks=[pytest.mark.xfail(strict=True, reason="known")] if case["expect"] == "fail" else [])
    for case in CASES
])
def test_case(case):
    document = zh.explain(case["raw"])
    assert document.text == case["text"]
    if "rules" in case:
        assert sorted(document.counts) == sorted(case["rules"])
