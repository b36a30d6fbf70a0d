"""Traditional and simplified characters: which is which, and what stands for what."""

import codecs
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol, TypeVar

from .gates import beyond_gb2312
from .match import Lazy
from .tables import rows

T = TypeVar("T")

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


class HasFacts(HasText, Protocol):
    def fact(self, function: "Callable[[Any], T]") -> "T": ...


def has_traditional(profile: HasFacts) -> bool:
    """Some character is a traditional form that simplified text does not use.

    The encoder of GB2312, the character set of simplified text, finds it in 1 ns a character; a character class takes
    60, a set of the text's characters 15.
    """
    if not profile.fact(beyond_gb2312):
        return False
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


# -- who wrote a traditional text


#: Years of the Republic: 民國113年, 民國七十年, 113年度, 112學年度. 中華民國 alone is history.
_REPUBLICAN_YEAR = Lazy(r"民[國国] ?[元前0-9０-９一二三四五六七八九十百○〇]{1,5} ?[年學]|(?<![0-9第])1[01][0-9] ?[學学]?年度", engine="regex")
#: What a converter leaves that replaces character by character: 于, 后 and 里 have two traditional forms, and it knows one.
_LEFT_BY_CONVERTER = Lazy("[關对對由基位屬等終鑒]于|[之以今然最]后(?!妃)|[這哪]里|里面|后[來續]|准備|[標水]准(?!則)|批準|復雜|制[訂造]|緻[辭力]|曆[程史]|髮[生展揮現佈]|乾部", engine="regex")


#: All mainland words together weigh less than one clear habit of a native author.
_MOST_FOR_VOCABULARY = 3


class Origin(NamedTuple):
    """What a traditional text shows of its author: a native speaker's habits, or a converter's. Signs with weights."""

    native: tuple[tuple[str, int], ...]
    mainland: tuple[tuple[str, int], ...]


def is_native(text: str, chars: frozenset[str] | None = None) -> bool:
    """A traditional text shows more of a native author than of a converter. One weak sign shows nothing.

    >>> is_native("教育部於113學年度推動數位學習"), is_native("關于深化職業教育改革的意見")
    (True, False)
    """
    chars = frozenset(text) if chars is None else chars
    native = sum(weight for _, weight in _native_signs(text, chars))
    if native < 2:
        return False
    native -= sum(weight for _, weight in _converter_signs(text, chars))
    if native <= 0:
        return False
    about = 0  # what a text is about is not who wrote it: Hong Kong's own pages speak of 國務院 and 一國兩制
    for _, weight in _words(text, chars, "mainland"):
        about += weight
        if min(about, _MOST_FOR_VOCABULARY) >= native:
            return False
    return True


def origin(text: str) -> Origin:
    """The signs of its author that a traditional text shows."""
    chars = frozenset(text)
    mainland = (*_converter_signs(text, chars), *_words(text, chars, "mainland"))
    return Origin(tuple(_native_signs(text, chars)), mainland)


def _native_signs(text: str, chars: frozenset[str]) -> Iterator[tuple[str, int]]:
    if "「" in chars and "」" in chars:
        yield "「」", 6  # no converter writes them
    for forms, weight in (("於", 4), ("裡", 2), ("後", 1), ("麼", 1)):  # one to one, 于 and 里 stay
        if any(form in chars for form in forms):
            yield forms[0], weight
    if ("民" in chars or "度" in chars) and (year := _REPUBLICAN_YEAR.search(text)):
        yield year[0], 6
    yield from _words(text, chars, "native")


def _converter_signs(text: str, chars: frozenset[str]) -> Iterator[tuple[str, int]]:
    if "“" in chars and "「" not in chars:
        yield "“”", 4  # nobody who writes 於 by hand writes these
    if survivor := _LEFT_BY_CONVERTER.search(text):
        yield survivor[0], 6


def _words(text: str, chars: frozenset[str], side: str) -> Iterator[tuple[str, int]]:
    for first, word, letters, weight in _signals(side):
        if first in chars and letters <= chars and word in text:  # to look for a word takes 2 µs, these 0.03 and 0.1
            yield word, weight


@cache
def _signals(side: str) -> tuple[tuple[str, str, frozenset[str], int], ...]:
    return tuple((word[0], word, frozenset(word), int(weight)) for word, of, weight, _ in rows("script_signals.tsv")
                 if of == side)
