"""What the language model promises to its callers."""

import math
import random
import sqlite3
import sys
import zlib
from itertools import accumulate
from pathlib import Path

import pytest

from zhpolicytext.text.language_model import LanguageModel, language_model, load, score

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))
import build_language_model  # noqa: E402
import kneser_ney  # noqa: E402


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
    data = (ROOT / "src/zhpolicytext/data/language_model.bin").read_bytes()
    assert len(zlib.compress(data)) < 2 * 2**20  # a wheel is a zip file; raw, for 4 ms are too short to unpack it


@pytest.mark.parametrize("context", ["", "\n", "教", "教育", "改革开", "窞轭", "第000"])
def test_what_can_follow_has_a_probability_of_one_in_all(context):
    model = language_model()
    row = model.row(context)
    whole = sum(2.0 ** -model.step(row, symbol)[0] for symbol in model.alone)
    assert whole == pytest.approx(1, abs=0.06)  # costs are rounded to a quarter of a bit


def test_a_symbol_costs_what_the_longest_known_context_says():
    model = language_model()
    assert model.cost("改革", "开", "放") < 1 < model.cost("", "开", "放")
    assert model.cost("窞轭", "开", "放") == model.cost("", "开", "放") == model.follows["开"]["放"]


def test_a_text_costs_what_its_symbols_cost():
    model = language_model()
    text = "\n深入推进教育改革,2024年"
    symbols = text.translate(model.fold)
    assert model.bits(text[1:], "\n") == sum(model.cost(symbols[max(0, k - 3) : k - 1], symbols[k - 1], symbols[k]) for k in range(1, len(text)))


def test_the_row_of_what_comes_next_is_that_of_the_longest_known_context():
    model = load(ROOT / "src/zhpolicytext/data/language_model.bin")
    text = "各级人民政府要加强组织领导,落实工作责任。\n窞轭教育的发展和改革开放的伟大实践0年的a厂"
    for k in range(len(text)):
        row = model.row(text[max(0, k - 3) : k])
        known = model.step(row, text[k])[1]
        longest = text[max(0, k - 2) : k + 1]
        assert known is model.row(longest) is model.after(row, text[k].translate(model.fold))
        parts = [longest[n:] for n in range(len(longest))]
        assert known.context == next((part for part in parts if model.row(part).context == part), "")
        assert known.shorter is None or known.shorter is model.row(known.context[1:])


def test_the_file_is_summed_up_from_wherever_one_looks():
    """The rows of the contexts of one first symbol lie one behind the other, in whichever order they are asked for."""
    trie, count = language_model()._trie, len(language_model()._chars)
    for first in random.Random(1).sample(range(count), 400) + [language_model()._index[char] for char in "的国和一"]:
        places = range(*trie.inner(first, first, 2))
        starts = [trie.start(first, place, 2) for place in reversed(places)][::-1]
        assert starts == list(accumulate(trie.sizes[2][places.start : places.stop], initial=trie.start(first, places.start, 2)))[: len(starts)]
        longer = [place for two in places for place in range(*trie.inner(first, two, 3))]
        assert longer == list(range(longer[0], longer[0] + len(longer))) if longer else True


def test_what_is_remembered_of_a_hostile_text_is_bounded(monkeypatch):
    for most in ("MOST_REMEMBERED", "MOST_CONTEXTS", "MOST_AHEAD"):
        monkeypatch.setattr(f"zhpolicytext.text.language_model.{most}", 100)
    model = load(ROOT / "src/zhpolicytext/data/language_model.bin")
    rng = random.Random(1)
    text = "".join(chr(rng.randrange(0x4E00, 0x9FA5)) for _ in range(2000))
    assert model.bits(text) == language_model().bits(text)
    row = model.row("教育")
    for char in text:
        row = model.after(row, char.translate(model.fold))
    rows = model._rows.values()
    assert sum(len(row.steps) for row in rows) <= 101 and len(rows) <= sum(map(len, model._trie.sizes))
    assert sum(len(ahead) for ahead in {id(row.ahead): row.ahead for row in rows}.values()) <= 101 and len(model._contexts) <= 101


def test_whatever_is_known_after_some_symbols_is_known_after_the_first_of_them():
    """So the row of what comes next is found behind the row of what was before, whatever it costs."""
    trie, index = language_model()._trie, language_model()._index
    for first in random.Random(2).sample(range(len(index)), 600) + [index[char] for char in "的国发一教,"]:
        start = trie.start(first, first, 1)
        follow = set(trie.next[1][start : start + trie.sizes[1][first]])
        for place in range(*trie.inner(first, first, 2)):
            assert trie.symbols[2][place] in follow
            longer = trie.symbols[3][slice(*trie.inner(first, place, 3))]
            start = trie.start(first, place, 2)
            assert set(trie.next[2][start : start + trie.sizes[2][place]]).issuperset(longer)


SENTENCES = ("各校要加强安全工作。", "各校要加强教学工作。", "各地要加强安全检查。", "学校的教学工作要加强。", "安全工作的检查。")


def generated(most):
    texts = ["\n\n\n" + "\n".join(SENTENCES) + "\n"]
    counted = kneser_ney.count(texts)
    words = kneser_ney.count(["安全工作", "教学检查"])
    size = sum(counted[1].values())
    alone = {char: times / size for char, times in counted[1].items()}
    sources = [kneser_ney.Source(counted, 0.9, 3.0, 2.0), kneser_ney.Source(words, 0.1, 0.3, 0.2, running=False)]
    grams, left = kneser_ney.Mixture(sources, alone).pruned(most)
    return grams, left, LanguageModel(build_language_model.packed(alone, grams, left, {"學": ("学", 9)}, {"学"}))


def test_the_file_says_what_the_generator_found():
    grams, left, model = generated(10_000)
    assert {len(gram) for gram in grams} == {2, 3, 4}
    for gram, probability in grams.items():
        assert model.cost(gram[:-2], gram[-2], gram[-1]) == pytest.approx(-math.log2(probability), abs=1 / 8)
    assert model.row("各校要").backoff == pytest.approx(-math.log2(left["各校要"]), abs=1 / 8)
    assert (model.script_cost("學", True), model.fold[ord("學")]) == (9 / 8, "学")


def test_pruning_keeps_what_gains_most_and_all_that_it_begins_with():
    grams, _, _ = generated(12)
    assert 12 <= len(grams) < len(generated(10_000)[0])
    assert all(len(gram) == 2 or gram[:-1] in grams for gram in grams)


def test_a_word_of_the_texts_is_likelier_than_its_characters_in_another_order():
    _, _, model = generated(10_000)
    assert model.bits("安全工作") < model.bits("全安作工")


def test_what_is_favoured_is_kept_before_what_gains_as_much():
    counted = kneser_ney.count(["\n\n\n" + "甲乙。丙丁。" * 20 + "甲丁。丙乙。" * 9])
    alone = {char: 0.2 for char in "\n甲乙丙丁。"}

    def kept(favoured):
        return kneser_ney.Mixture([kneser_ney.Source(counted, 1.0, 3.0, 2.0)], alone, favoured).pruned(6)[0]

    assert sum("甲" in gram for gram in kept({"甲"})) > sum("甲" in gram for gram in kept({"丙"}))


def test_laws_are_documents_with_their_heads_once_and_without_tables(tmp_path):
    database = tmp_path / "laws.db"
    with sqlite3.connect(database) as connection:
        connection.execute("CREATE TABLE laws (law_id, law_name, doc_type, status)")
        connection.execute("CREATE TABLE articles (id, law_id, chapter, section, article_no, article_text)")
        connection.executemany("INSERT INTO laws VALUES (?, ?, ?, ?)", [
            ("a", "水法", "法律", "现行有效"), ("b", "旧法", "法律", "已废止"), ("c", "修正案", "修正案", "现行有效")])
        connection.executemany("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?)", [
            (2, "a", "第一章 总则", None, "第二条", "本法所称水。"), (1, "a", "第一章 总则", None, "第一条", "为了用水，\n制定本法。"),
            (3, "a", "第二章 规划", None, "附表", "甲|乙"), (4, "b", None, None, "第一条", "废止。"), (5, "c", None, None, "条目一", "修改。")])
    lines = ["水法", "第一章 总则", "第一条 为了用水,", "制定本法。", "第二条 本法所称水。", "第二章 规划"]
    assert build_language_model.laws(database) == ["\n\n\n" + "\n".join(lines)]


@pytest.mark.parametrize("char", "為爲眾衆群羣裡裏啟啓峰台臺")
def test_no_standard_form_of_a_traditional_character_is_improbable(char):
    """Taiwan and Hong Kong write 為, OpenCC writes 爲."""
    assert language_model().script_cost(char, True) < 4


def test_characters_that_traditional_text_has_too_do_not_make_it_simplified():
    assert language_model().is_traditional("群台床") is None


def test_a_character_of_the_text_counts_as_its_symbol():
    """Texts are read as they stand: no symbol of the model may be a character that folds to another symbol."""
    model = language_model()
    assert all(model.fold[ord(symbol)] == symbol for symbol in model.alone)
    text = "學校於２０２３年制定了《教育發展規劃》，ABC"
    assert model.bits(text) == model.bits(text.translate(model.fold)) == model.bits(text)


def test_the_row_of_a_context_is_that_of_its_last_symbols():
    model = language_model()
    assert model.row("中华人民共和国") is model.row("共和国") is model.row("共和国")
    assert model.row("").context == "" and len(model.row("人民").context) <= 2
