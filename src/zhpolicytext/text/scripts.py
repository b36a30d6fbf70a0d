"""Traditional and simplified characters: which is which, and what stands for what."""

import codecs
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Protocol

from .tables import rows

#: Traditional forms that GB2312 has as characters in their own right, so that its encoder says nothing about them.
IN_GB2312 = "乾吒夥後徵拚捱摺於榘菸薹袷醣麴麽"
_STOP = "zhpolicytext.traditional"


class HasText(Protocol):
    """What a fact is told: anything with a text, such as a Profile."""

    text: str


@cache
def simplified_forms() -> Mapping[str, str]:
    """The simplified character that stands for a traditional one, one to one.

    >>> simplified_forms()["學"], "学" in simplified_forms()
    ('学', False)
    """
    return MappingProxyType({old: new for new, olds, _ in rows("script_characters.tsv") for old in olds})


@cache
def traditional_characters() -> frozenset[str]:
    """The characters that have another, simplified form."""
    return frozenset(simplified_forms())


@cache
def simplified_characters() -> frozenset[str]:
    """The characters that stand in simplified text alone: 学, but not 后 or 里, which traditional text has too."""
    return frozenset(new for new, _, both in rows("script_characters.tsv") if not both)


@cache
def two_faced_characters() -> frozenset[str]:
    """The characters that look different in the two scripts, in either form: 學 and 学, but not 教."""
    return traditional_characters() | {new for new, _, _ in rows("script_characters.tsv")}


@cache
def _fold_table() -> dict[int, str]:
    return {ord(old): new for old, new in simplified_forms().items()}


def fold(text: str) -> str:
    """The text in simplified characters, one for one, without regard to words: for looking words up, not for reading.

    >>> fold("學校發展"), fold("乾隆")
    ('学校发展', '干隆')
    """
    return text.translate(_fold_table())


def has_traditional(profile: HasText) -> bool:
    """Some character is a traditional form that simplified text does not use.

    The encoder of GB2312, the character set of simplified text, finds it in 1 ns a character; a character class takes
    60, a set of the text's characters 15.
    """
    _register()
    text = profile.text
    try:
        # the two frequent marks that Python's GB2312 lacks
        text.replace("—", "").replace("·", "").encode("gb2312", _STOP)
    except _Traditional:
        return True
    return False


class _Traditional(Exception):
    """Stops the encoder."""


@cache
def _register() -> None:
    codecs.register_error(_STOP, _pass_or_stop)


def _pass_or_stop(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    if error.object[error.start] in traditional_characters():
        raise _Traditional
    return "", error.end
