"""Text of other languages, between the lines of a Chinese page: menus of languages, names, formulas, phonetics.

Their letters are bytes of GBK, Big5 and UTF-8 as well, and whatever they decode to is likelier than letters that a model
of Chinese has never seen.
"""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.corruptors import mojibake as damage
from zhpolicytext import mojibake
from zhpolicytext.strategies import policy_documents

#: Of our own.
WORDS = ("école", "élève", "müssen", "Übungen", "niño", "mañana", "đã", "giữa", "há", "às", "için", "kůň", "gęślą", "школа", "новости",
         "όλων", "سلام", "שלום", "학교", "ホーム", "サービス", "ニュース", "お知らせ", "ˈæpl", "əˈbaʊt", "θɪŋk", "nǚ", "lǜ", "bā", "α", "β", "é", "Ж",
         "São", "Łódź", "Zürich", "H₂O", "∠A", "30°", "x²", "n°")
SENTENCES = ("现将有关事项通知如下。", "各单位要高度重视，认真组织实施。", "版权所有：市教育局")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(damage.FOREIGN_WORDS), min_size=1, max_size=14, unique=True), st.sampled_from(["\n", " ", "|", " | ", "/", "、", "\n\n"]),
       st.lists(st.sampled_from(SENTENCES), max_size=3))
def test_a_menu_of_languages_is_left_alone(languages, divider, lines):
    text = "\n".join([*lines[:1], divider.join(languages), *lines[1:]])
    assert mojibake(text) is text


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join), min_size=1, max_size=5),
       st.lists(st.sampled_from(SENTENCES), max_size=3))
def test_words_of_other_languages_are_left_alone(foreign, lines):
    text = "\n".join([*lines[:1], *foreign, *lines[1:]])
    assert mojibake(text) is text


@pytest.mark.parametrize("text", [
    "école école école école école θɪŋk\nSão", "现将有关事项通知如下。\nđã ∠A\nホーム\nélève élève élève όλων élève όλων\n各单位要认真组织实施。",
    "Ж Łódź Ж\nélève é élève θɪŋk é é élève\nβ São",
])
def test_words_with_accents_do_not_become_marks(text):
    assert mojibake(text) is text


@pytest.mark.parametrize("text", [
    "各单位要高度重视，认真组织实施。\nニュース Zürich\nお知らせ école\nÜbungen Übungen há\nŁódź giữa\nnǚ nǚ",
    "é ホーム 학교 H₂O\ngęślą\nmüssen お知らせ",
    "版权所有：市教育局\nβ β é β H₂O H₂O é\nécole 30° Zürich\nβ gęślą\nβ bā Ж müssen お知らせ\nH₂O müssen é\n版权所有：市教育局",
])
def test_words_of_japanese_beside_words_with_accents_are_left_alone(text):
    assert mojibake(text) is text


@pytest.mark.parametrize("read", [damage.gbk_as_latin1, damage.utf8_as_latin1, damage.big5_as_latin1,
                                  lambda text: damage.through_ftfy(damage.gbk_as_latin1(text))])
def test_damage_beside_a_menu_of_languages_is_still_repaired(read):
    line = "各級教育部門要落實政策，保障學生安全。"
    menu = "English\nFrançais\nРусский"
    assert mojibake(f"{read(line)}\n{menu}") == f"{line}\n{menu}"


def test_a_row_of_names_beside_prose_is_read_as_the_prose_is():
    text = "参加会议的有：\n仝敏、亓建国、逄丽娜\n会议由市教育局局长主持，研究了中小学校舍安全工作。"
    assert mojibake(damage.gbk_as_latin1(text)) == text


@settings(max_examples=100, deadline=None)
@given(policy_documents(), st.integers(0, 2**32).map(Random),
       st.lists(st.sampled_from(["ソニー", "トヨタ", "です", "さくら", "お茶の水", "ㄆㄇ", "ドラえもん", "서울", "김치"]), min_size=1, max_size=3))
def test_words_of_japanese_and_korean_within_sentences_are_no_damage(document, rng, words):
    text = "".join(char + rng.choice(words) if rng.random() < 0.02 else char for char in document)
    assert mojibake(text) is text
