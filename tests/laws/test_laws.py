"""The laws of DESIGN §4, on the rules and presets as they are shipped."""

import os
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import zhpolicytext as zh
from tests.strategies import FRAGMENTS, hostile_texts, mixed_texts, policy_documents
from zhpolicytext.core.edits import apply

NORMALISERS = {
    name: getattr(zh, name)
    for name in ("furniture", "watermark", "pinyin", "mojibake", "wrap", "ocr", "number", "date", "punctuation",
                 "width", "script", "boilerplate", "control")
}
PRESETS = {"REPAIR": zh.REPAIR, "CANONICAL": zh.CANONICAL, "BODY": zh.BODY}
ANY_TEXT = st.one_of(hostile_texts(), mixed_texts(), policy_documents())
law = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@law
@given(policy_documents())
def test_l1_l12_a_clean_document_comes_back_as_the_same_object(document):
    assert zh.clean(document) is document
    assert zh.explain(document).steps == ()


@law
@given(ANY_TEXT)
def test_l2_l3_calling_running_and_folding_agree(text):
    document = zh.explain(text)
    assert zh.clean(text) == document.text
    folded = text
    for step in document.steps:
        folded = apply(folded, step.edits)
    assert folded == document.text


@law
@given(ANY_TEXT)
def test_l5_reverting_all_changes_gives_the_raw_text(text):
    document = zh.explain(text)
    assert document.revert(lambda change: True) == text
    assert document.revert(lambda change: False) == document.text


@pytest.mark.parametrize("name", NORMALISERS)
def test_l7_each_normaliser_is_idempotent(name):
    normaliser = NORMALISERS[name]

    @law
    @given(ANY_TEXT)
    def idempotent(text):
        once = normaliser(text)
        assert normaliser(once) == once

    idempotent()


@pytest.mark.parametrize("name", PRESETS)
def test_l7_each_preset_is_idempotent(name):
    preset = PRESETS[name]

    @law
    @given(ANY_TEXT)
    def idempotent(text):
        once = preset(text)
        assert preset(once) == once

    idempotent()


def test_the_presets_are_contained_in_each_other():
    repair, canonical, body = (PRESETS[name].ids for name in ("REPAIR", "CANONICAL", "BODY"))
    assert [i for i in canonical if i in repair] == list(repair)
    assert [i for i in body if i in canonical] == list(canonical)
    assert len(repair) < len(canonical) < len(body)


@law
@given(st.lists(policy_documents(), min_size=1, max_size=2).map("\n".join), st.data())
def test_repair_never_changes_script_width_or_numerals(text, data):
    fragment = data.draw(st.sampled_from(("發展", "２０２３年", "三百二十名", "2023-05-12", "1,234", "於", "，")))
    place = data.draw(st.integers(0, len(text)))
    assert fragment in zh.REPAIR(text[:place] + fragment + text[place:])


def test_l10_threads_agree():
    texts = [a + b for a in FRAGMENTS for b in FRAGMENTS[:12]]
    expected = [zh.clean(text) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(zh.clean, texts)) == expected


def test_l10_another_hash_seed_and_process_give_the_same_output_and_fingerprint():
    program = (
        "import sys, zhpolicytext as zh; "
        "text = open(sys.argv[1], encoding='utf-8').read(); "
        "sys.stdout.buffer.write((zh.BODY.fingerprint + zh.clean(text)).encode())"
    )
    seed = os.path.join(os.path.dirname(__file__), "..", "..", "seeds", "002_8a390ccc5fe62946.txt")
    outputs = {
        subprocess.run([sys.executable, "-c", program, seed], env={**os.environ, "PYTHONHASHSEED": hash_seed},
                       capture_output=True, check=True).stdout
        for hash_seed in ("0", "1")
    }
    assert len(outputs) == 1


@pytest.mark.parametrize("name", PRESETS)
def test_presets_pickle(name):
    again = pickle.loads(pickle.dumps(PRESETS[name]))
    assert again == PRESETS[name] and again.fingerprint == PRESETS[name].fingerprint


@pytest.mark.parametrize("hostile", ["(", "(zhi)", "一", "9", " ", "\n", "？", "\ud800", "\x00", "\ue2a2", "Ã", "锟斤拷",
                                     "学(", "第", "年", "“", "—", "&", "\\u", "｜", "1、", "来源：", "😀", "é", "[1]"])
def test_a_long_run_of_one_thing_neither_raises_nor_loops(hostile):
    text = hostile * (20_000 // len(hostile))
    assert isinstance(zh.clean(text), str)
