"""What the tables say is what OpenCC says: they only spare the call."""

import random
import subprocess
import sys
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.laws.hostile import KINDS, hostile
from zhpolicytext.text import simplify
from zhpolicytext.text.simplify import simplified
from zhpolicytext.text.tables import rows

known = pytest.mark.skipif(version("opencc") != simplify.KNOWN_OPENCC, reason="another OpenCC than that of the tables")


def asked(text):
    """The same by OpenCC alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(simplify, "_is_known", lambda: False)
        return simplified(text)


def assert_same(text):
    assert simplified(text) == asked(text), text


def test_the_tables_are_of_the_opencc_that_the_module_names():
    for name in ("script_characters.tsv", "script_phrases.tsv"):
        assert f"OpenCC {simplify.KNOWN_OPENCC}," in (files("zhpolicytext") / "data" / name).read_text("utf-8")


@known
def test_the_phrases_are_what_the_generator_makes():
    if not (Path(opencc.__file__).parent / "clib" / "bin" / "opencc_dict").exists():
        pytest.skip("an OpenCC without its tool for dictionaries")
    tool = Path(__file__).parents[2] / "tools" / "build_script_phrases.py"
    made = subprocess.run([sys.executable, tool], capture_output=True, check=True).stdout
    assert made == (files("zhpolicytext") / "data" / "script_phrases.tsv").read_bytes()


def test_each_character_is_what_opencc_makes_of_it():
    for start in range(0, 0x20000, 0x100):
        chars = map(chr, range(start, start + 0x100))
        assert_same("，".join(chars))
    for char in map(chr, (*range(0x2E80, 0x3400), *range(0xF900, 0xFB00))):
        assert_same(f"學{char}習")  # some say how the next ones are to be read


def test_each_pair_that_may_stand_in_a_phrase_is_what_opencc_makes_of_it():
    for char, before, behind in rows("script_phrases.tsv"):
        for pair in [other + char for other in before] + [char + other for other in behind]:
            for text in (pair, f"學{pair}習", f"{pair}，{pair}校\n{pair}", pair + pair[::-1]):
                assert_same(text)


@pytest.mark.parametrize("phrase", ["沈重", "乾隆年間", "旋轉乾坤之力", "不瞭解", "折戟沈沙", "藉寇兵齎盜糧", "衹見樹木不見森林", "反反覆覆"])
def test_a_phrase_is_read_as_a_whole_wherever_it_stands(phrase):
    for text in (phrase, f"學校{phrase}發展", f"學校，{phrase}。發展", f"一{phrase * 3}\n{phrase}"):
        assert_same(text)


TELLING = "".join(char + before + behind for char, before, behind in rows("script_phrases.tsv"))


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from(TELLING + "，。、\n學教a「」〇餦\ud800\0"), max_size=12))
def test_any_characters_of_phrases_are_what_opencc_makes_of_them(text):
    assert_same(text)


def test_many_drawn_texts_are_what_opencc_makes_of_them():
    draw = random.Random(20261122)
    for _ in range(5000):
        assert_same("".join(draw.choices(TELLING, k=6)))


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_text_is_what_opencc_makes_of_it(kind):
    assert_same(f"學校{hostile(kind, 30)}發展{hostile(kind, 3)}沈重")


@pytest.fixture
def shown(monkeypatch):
    """What OpenCC is asked for, which gives it back as it is."""
    texts = []

    class Recorder:
        def convert(self, text):
            texts.append(text)
            return text

    monkeypatch.setattr(simplify, "_converter", Recorder)
    return texts


@known
def test_opencc_is_shown_no_more_than_the_clause_of_a_phrase(shown):
    simplified("學校發展，心情沈重的學生。教育改革")
    assert shown == ["心情沈重的學生"]


def test_another_opencc_converts_everything(shown, monkeypatch):
    monkeypatch.setattr(simplify, "_is_known", lambda: False)
    simplified("學校發展，教育改革")
    assert shown == ["學校發展，教育改革"]
