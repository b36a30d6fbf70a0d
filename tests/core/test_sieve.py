"""A sieve may say yes too often, never no where the literal occurs."""

from hypothesis import given
from hypothesis import strategies as st

from zhpolicytext.core.sieve import Sieve

LITERALS = ("来源：", "(", "责任编辑", "\ud800", "\U00020000", "\0", "，，", "的", "\ufffe", "\uffff", "年")
ANY = st.text(st.one_of(st.sampled_from("".join(LITERALS) + "源编"), st.characters()), max_size=30)


@given(st.lists(ANY), st.sampled_from(LITERALS), ANY, ANY)
def test_what_occurs_leaves_its_key(more, literal, before, after):
    for sieve in (Sieve(LITERALS), Sieve([*more, literal]), Sieve(more)):
        assert sieve.key(literal) in sieve.kept(before + literal + after)


@given(ANY, ANY)
def test_keeping_is_a_homomorphism(one, other):
    sieve = Sieve(LITERALS)
    assert sieve.kept(one + other) == sieve.kept(one) + sieve.kept(other)


def test_more_characters_than_bytes_leave_the_most_telling_ones():
    literals = [chr(0x5000 + k) + "的" for k in range(300)]
    sieve = Sieve(literals)
    assert len(sieve.alphabet) == 254
    assert all(sieve.key(literal) in sieve.kept(f"一{literal}二") for literal in literals)
    assert "的" not in sieve.alphabet


def test_a_text_without_the_characters_leaves_nothing():
    assert Sieve(["(", "锟"]).kept("推进职业教育改革，完善制度。") == b""
