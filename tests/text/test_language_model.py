"""What the language model promises to its callers."""

import subprocess
import sys
from pathlib import Path

import pytest

from zhpolicytext.text.language_model import language_model, score

ROOT = Path(__file__).resolve().parents[2]


def test_prose_scores_above_a_list_of_names_and_that_above_noise():
    prose, names, noise = "各级各部门要加强组织领导，落实工作责任。", "李洪兵、张青蘇、郭翠屏", "窞轭厩闆痪饔蠏骰"
    assert score(prose) > score(names) > score(noise)


def test_script_and_width_do_not_matter():
    assert score("學校發展，改革") == score("学校发展,改革")


def test_an_empty_text_scores_nothing():
    assert score("") == 0.0


def test_any_character_has_a_cost():
    for char in ("\x00", "\ud800", "\U0001f600", "龘", "\ue000", "é"):
        assert score("教育" + char) < 0


def test_the_context_before_a_text_counts():
    model = language_model()
    assert model.bits("校", "学") < model.bits("校", "\n")


@pytest.mark.parametrize(("text", "traditional"), [("學校發展", True), ("学校发展", False), ("人民", None), ("", None)])
def test_the_script_of_a_text_is_known_where_a_character_tells(text, traditional):
    assert language_model().is_traditional(text) is traditional


def test_a_character_of_the_other_script_costs():
    model = language_model()
    assert model.script_cost("学", True) > 5 and model.script_cost("學", False) > 5
    assert model.script_cost("学", False) == model.script_cost("人", True) == model.script_cost("學", None) == 0


def test_the_model_fits_into_the_wheel():
    assert (ROOT / "src/zhpolicytext/data/language_model.bin").stat().st_size < 2 * 2**20


def test_the_model_is_what_its_generator_makes(tmp_path):
    pytest.importorskip("jieba")
    pytest.importorskip("opencc")
    made = tmp_path / "model.bin"
    subprocess.run([sys.executable, ROOT / "tools/build_language_model.py", "--output", made], check=True)
    assert made.read_bytes() == (ROOT / "src/zhpolicytext/data/language_model.bin").read_bytes()
