"""Traditional and simplified characters: which is which, and what stands for what."""

import codecs
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from .gates import beyond_gb2312
from .match import Lazy
from .sieve import sieve
from .tables import rows

if TYPE_CHECKING:
    from ..core.profile import Profile

#: Traditional forms that GB2312 has as characters in their own right, so that its encoder says nothing about them.
IN_GB2312 = "乾吒夥後徵拚捱摺於榘菸薹袷醣麴麽"
#: The letters of Japanese and Korean, to stand inside of a character class.
KANA_HANGUL = "\u3040-\u30ff\uac00-\ud7a3"
_STOP = "zhpolicytext.traditional"


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


def one_of(chars: Iterable[str]) -> re.Pattern[str]:
    """A pattern for one of the characters."""
    return re.compile(f"[{''.join(map(re.escape, sorted(chars)))}]")


@cache
def traditional() -> re.Pattern[str]:
    """One of the `traditional_characters`."""
    return one_of(traditional_characters())


@cache
def simplified() -> re.Pattern[str]:
    """One of the `simplified_characters`."""
    return one_of(simplified_characters())


@cache
def simplified_or_foreign() -> re.Pattern[str]:
    """One of the `simplified_characters`, or of the letters of Japanese and Korean."""
    return re.compile(f"{simplified().pattern[:-1]}{KANA_HANGUL}]")


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


@cache
def _unmodern() -> re.Pattern[str]:
    wide = map(chr, (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), *map(ord, "％＋＝＆＠＃")))
    return one_of((traditional_characters() - set(IN_GB2312)).union(wide))


def is_unmodern(profile: "Profile") -> bool:
    """Some character is traditional, or a letter or digit of full width: one search for the two questions of most pages."""
    return _unmodern().search(profile.text) is not None


def has_traditional(profile: "Profile") -> bool:
    """Some character is a traditional form that simplified text does not use.

    The encoder of GB2312, the character set of simplified text, finds it in 1 ns a character; a character class takes
    60, a set of the text's characters 15.
    """
    if sieve in profile and not profile.fact(beyond_gb2312):  # what the pre-scan saw; it is not made for this alone
        return False
    if is_unmodern in profile and not profile[is_unmodern]:
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
#: 113年度 with its literal first, to which `re` skips.
_HUNDREDTH_YEAR = Lazy("年度(?:(?<=1[01][0-9]..)|(?<=1[01][0-9][ 學学]..)|(?<=1[01][0-9] [學学]..))")
#: What a converter leaves that replaces character by character: 于, 后 and 里 have two traditional forms, and it knows one.
_LEFT_BY_CONVERTER = Lazy("[關对對由基位屬等終鑒]于|[之以今然最]后(?!妃)|[這哪]里|里面|后[來續]|准備|[標水]准(?!則)|批準|復雜|制[訂造]|緻[辭力]|曆[程史]|髮[生展揮現佈]|乾部", engine="regex")


#: All mainland words together weigh less than one clear habit of a native author.
_MOST_FOR_VOCABULARY = 3


class Origin(NamedTuple):
    """What a traditional text shows of its author: a native speaker's habits, or a converter's. Signs with weights."""

    native: tuple[tuple[str, int], ...]
    mainland: tuple[tuple[str, int], ...]


def is_native(text: str) -> bool:
    """A traditional text shows more of a native author than of a converter. One weak sign shows nothing.

    >>> is_native("教育部於113學年度推動數位學習"), is_native("關于深化職業教育改革的意見")
    (True, False)
    """
    native = sum(weight for _, weight in _native_habits(text)) + sum(map(_weight, _words_in(text, "native")))
    if native < 2:
        return False
    for _, weight in _converter_signs(text):
        native -= weight
        if native <= 0:
            return False
    if native > _MOST_FOR_VOCABULARY:
        return True
    for word in _words_in(text, "mainland"):  # what a text is about is not who wrote it: Hong Kong's own pages speak
        native -= _weight(word)  # of 國務院 and 一國兩制
        if native <= 0:
            return False
    return True


def origin(text: str) -> Origin:
    """The signs of its author that a traditional text shows."""
    mainland = (*_converter_signs(text), *_words(text, "mainland"))
    return Origin((*_native_habits(text), *_words(text, "native")), mainland)


def _native_habits(text: str) -> Iterator[tuple[str, int]]:
    if "「" in text and "」" in text:
        yield "「」", 6  # no converter writes them
    for form, weight in (("於", 4), ("裡", 2), ("後", 1), ("麼", 1)):  # one to one, 于 and 里 stay
        if form in text:
            yield form, weight
    if ("民國" in text or "民国" in text or _HUNDREDTH_YEAR.search(text)) and (year := _REPUBLICAN_YEAR.search(text)):
        yield year[0], 6


def _converter_signs(text: str) -> Iterator[tuple[str, int]]:
    if "“" in text and "「" not in text:
        yield "“”", 4  # nobody who writes 於 by hand writes these
    if survivor := _LEFT_BY_CONVERTER.search(text):
        yield survivor[0], 6


def _words(text: str, side: str) -> list[tuple[str, int]]:
    """The words of a side that the text holds, with their weights, in the order of the table."""
    found = set(_words_in(text, side))
    return [(word, weight) for word, weight in _weights().items() if word in found]


def _weight(word: str) -> int:
    return _weights()[word]


@cache
def _weights() -> Mapping[str, int]:
    return MappingProxyType({word: int(weight) for word, _, weight, _ in rows("script_signals.tsv")})


#: Characters of the words that stand once or more often on 2,000 of any policy page (counted on the work reports): a
#: word is looked for at another of its characters.
_FREQUENT = frozenset(
    "一三下中主事五人代件企位作促保信健元入內全兩公共出別利制前力動務化區十協原及各合和品員商四國團城堅境大央好學安家實導小局居展工市平府建強心思性所技投持推支改放政教文新施族時會服本村條業極民治法流"
    "深減濟營特環生產當發的監目社科程積立管系級組統經總續義職育自落處融行表觀計設財資質路轉辦農進運過道部鄉量金鎮長門開關障革項預領體高點黨")


class _Index(NamedTuple):
    """Where words may stand: a pattern of one telling character, and the words at it with its place in them."""

    pattern: re.Pattern[str]
    at: Mapping[str, tuple[tuple[str, int], ...]]


def _words_in(text: str, side: str) -> Iterator[str]:
    """The words of a side that the text holds, each once: 250 searches would take 2 µs each, this 20 for 2,000 characters."""
    pattern, at = _index(side)
    found = set()
    for match in pattern.finditer(text):
        place = match.start()
        for word, offset in at[match[0]]:
            if text.startswith(word, max(place - offset, 0)) and word not in found:
                found.add(word)
                yield word


@cache
def _index(side: str) -> _Index:
    at: dict[str, list[tuple[str, int]]] = {}
    groups: dict[tuple[bool, int], list[set[str]]] = {}  # words alike: the characters before, at and behind the telling one
    for word, of, *_ in rows("script_signals.tsv"):
        if of == side:
            place = next((k for k, char in enumerate(word) if char not in _FREQUENT), 0)
            at.setdefault(word[place], []).append((word, place))
            behind = word[place + 1 : place + (2 if place else 3)]
            group = groups.setdefault((place > 0, len(behind)), [set(), set(), set(), set()])
            for members, char in zip(group, (word[place - 1] if place else "", word[place], *behind)):
                members.add(char)
    kinds = []
    for (_, size), (before, telling, *behind_it) in sorted(groups.items(), key=lambda item: -item[0][1]):
        ahead = "".join(one_of(chars).pattern for chars in behind_it[:size])  # first: it fails at a tenth of the price
        kinds.append((f"(?={ahead})" if ahead else "")
                     + f"(?<={one_of(before).pattern if '' not in before else ''}{one_of(telling).pattern})")
    return _Index(re.compile(f"{one_of(at).pattern}(?:{'|'.join(kinds)})"),
                  MappingProxyType({char: tuple(words) for char, words in at.items()}))
