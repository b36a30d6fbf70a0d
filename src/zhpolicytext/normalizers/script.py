"""Traditional text becomes simplified, unless its author wrote it so."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import compress
from operator import ne
from typing import TYPE_CHECKING

from ..core.edits import Edit, Rewritten
from ..core.pipeline import Pipeline
from ..core.profile import Profile
from ..core.rule import Kind, Rule, Safety
from ..text import scripts
from ..text.editing import edits
from ..text.fold import variants
from ..text.gates import BEYOND_GB2312
from ..text.match import Lazy
from ..text.script_mix import AT_HOME, joined, script_mix
from ..text.sieve import OLD, ZHU, signs
from ..text.simplify import simplified
from ..text.tables import rows

if TYPE_CHECKING:
    import re


#: Talk about characters: beside it a traditional character is what the author wants to show.
_CHARACTER_TALK = Lazy("[繁简簡异異正俗]体字|[繁簡異正俗]體字?|繁体|繁體|康熙字典|说文解字|說文解字|字形")
#: What surfaces behind a character where a stream of GBK is out of step: second bytes in the range of ASCII.
_TRAIL = Lazy("[@-~]")
_LONE_WORDS = Lazy("[关关關對对由基位属屬等终終鉴鑒至]於|於是|[今之以然最]後|後[续續来來]|蘋果")
#: Variants that are simplified to another character: the name would be somebody else's, 黄霑 is not 黄沾.
_IN_NAMES = frozenset("霑蘋峯崑崙淩儁寀菴")


_TRADITIONAL = signs(OLD) | BEYOND_GB2312


#: Longer than any word with 着 (a test counts).
_NEAR = 8


def traditional_text(text: str, profile: Profile, native: bool = False) -> Iterable[Edit]:
    """Lines in traditional characters.

    >>> clean("學校發展,優化結構;張乾主任參觀乾隆時期的書院", traditional_text)
    '学校发展,优化结构;张乾主任参观乾隆时期的书院'
    >>> clean("教育部於113學年度推動「數位學習」", traditional_text)  # a native author's script is no accident
    '教育部於113學年度推動「數位學習」'
    >>> clean("乾县、乾陵与沈阳", traditional_text)  # simplified already: OpenCC would write 干县
    '乾县、乾陵与沈阳'

    Why: mirror sites convert character by character. OpenCC's t2s folds what they did word by word (緻 曆 髮 included);
    what it leaves or harms is put right here: 瞭 衹 祇 for 了 and 只, 乾 and 昇 in names.
    Order: after the readings are gone (the words must touch) and after the mojibake is (it needs the old characters).
    """
    mix = profile.fact(script_mix)
    return () if mix.is_native and not native else _converted(text, mix.traditional)


def native_traditional(text: str, profile: Profile) -> Iterator[Edit]:
    """A traditional text that shows a native author: 於 裡, 「」, 民國, 資訊. Left alone; the edits that would simplify it.

    >>> clean("教育部於113學年度推動數位學習", native_traditional)
    '教育部于113学年度推动数位学习'
    >>> clean("關于深化職業教育改革的意見", native_traditional)  # 于 was left by a converter
    '關于深化職業教育改革的意見'
    """
    mix = profile.fact(script_mix)
    if mix.is_native:
        for start, end in mix.traditional:
            yield Edit(start, end, simplified(text[start:end]))


def lone_traditional(text: str, profile: Profile) -> Iterator[Edit]:
    """Single traditional characters in simplified text.

    >>> clean("坚持教育优先發展,推进学校治理", lone_traditional)
    '坚持教育优先发展,推进学校治理'
    >>> clean("毕昇、乾县、魏徵,繁体字“學”的简化", lone_traditional)  # names, and talk about characters
    '毕昇、乾县、魏徵,繁体字“學”的简化'
    >>> clean("黄霑、秦蘋两位老师参观学习,村民种蘋果", lone_traditional)  # of two characters that became one, a name has its own
    '黄霑、秦蘋两位老师参观学习,村民种苹果'
    >>> clean("教育厩闆r窞轭}", lone_traditional)  # evidence of lost bytes (seed 001): stays as it is
    '教育厩闆r窞轭}'

    Safety: one character for one, and only those that simplified text never uses.
    """
    mix = profile.fact(script_mix)
    if mix.is_native:
        return
    forms = scripts.simplified_forms()
    for start, end in mix.lone:
        line = text[start:end]
        words = {spot for match in _LONE_WORDS.finditer(line) for spot in range(*match.span())}
        for match in scripts.traditional().finditer(line):
            at, char = match.start(), match[0]
            if (at in words or char not in AT_HOME and char not in _IN_NAMES) and not (_is_shown(line, at) or _TRAIL.match(line, at + 1)):
                yield Edit(start + at, start + at + 1, forms[char])


def zhu_for_zhe(text: str, profile: Profile) -> Iterable[Edit]:
    """著 where the word has 着, left by a converter.

    >>> clean("本著公平的原则,着力改革,沿著道路,著眼长远", zhu_for_zhe)
    '本着公平的原则,着力改革,沿着道路,着眼长远'
    >>> clean("著名学者的著作、名著和原著,成效显著,李某著《教育学》", zhu_for_zhe)
    '著名学者的著作、名著和原著,成效显著,李某著《教育学》'

    Why: 着 is a younger form of 著; OpenCC's t2s leaves it, its tw2s writes 着作权. A list of words decides.
    """
    found = []
    for at in _places(text, "著"):
        start = max(at - _NEAR, 0)
        if _zhe_words().match(scripts.fold(text[start : at + 2]), at - start):
            found.append(Edit(at, at + 1, "着"))
    is_native = bool(found) and profile.fact(scripts.has_traditional) and profile.fact(script_mix).is_native
    return () if is_native else found


def traditional(*, native: bool = False) -> Rule:
    """The rule `script.traditional`; with ``native=True`` one that also converts what a native author wrote."""
    return Rule("script.traditional", Kind.NORMALIZE, Safety.SAFE, partial(traditional_text, native=native),
                gate=may_be_traditional, signs=_TRADITIONAL, stage="script", evidence=script_evidence, params={"native": native})


# -- facts


def may_be_traditional(profile: Profile) -> bool:
    """Some character is traditional."""
    return profile.fact(scripts.has_traditional) or "後" in profile.text or "於" in profile.text


def has_zhu(profile: Profile) -> bool:
    """著 stands beside a character beside which it may stand for 着: 显著 and 著名 are the author's."""
    return _zhe_neighbours().search(profile.text) is not None


@cache
def _zhe_neighbours() -> "re.Pattern[str]":
    """著 beside what stands before or behind it in the words with 着, in either script."""
    import re

    words = list(rows("zhe_words.tsv"))
    before = "".join({form for word, place in words if place == "last" for form in variants(word[-2])})
    behind = "".join({form for word, place in words if place == "first" for form in variants(word[1])})
    own = "".join(map(variants, _OWN))
    return re.compile(f"著(?:(?<=[有{before}].)|(?=[{behind}])(?<![{own}].))")


def script_evidence(profile: Profile) -> Mapping[str, object]:
    lines = profile.fact(script_mix).traditional
    origin = scripts.origin(joined(profile.text, lines))
    return {"traditional_lines": sum(profile.text.count("\n", *line) + 1 for line in lines), "native": [sign for sign, _ in origin.native],
            "mainland": [sign for sign, _ in origin.mainland]}


# -- converting


def _converted(text: str, spans: Sequence[tuple[int, int]]) -> Iterable[Edit]:
    """One edit for every run of characters that the conversion changes."""
    if not spans:
        return ()
    old = joined(text, spans)
    new = simplified(old)
    pieces: list[str] = []
    reached = at = 0
    for start, end in spans:
        stop = at + end - start
        pieces += (text[reached:start], new[at:stop])
        reached, at = end, stop + 1
    pieces.append(text[reached:])
    return Rewritten("".join(pieces), partial(_edits, old, new, spans))


def _edits(old: str, new: str, spans: Sequence[tuple[int, int]]) -> list[Edit]:
    out: list[Edit] = []
    at = 0
    for start, end in spans:
        stop = at + end - start
        out += _runs(old[at:stop], new[at:stop], start)
        at = stop + 1
    return out


def _runs(old: str, new: str, shift: int) -> list[Edit]:
    starts, ends = [], []
    reached = -1
    for at in compress(range(len(old)), map(ne, old, new)):
        if at != reached:
            starts.append(at)
            ends.append(reached)
        reached = at + 1
    ends.append(reached)
    del ends[0]
    news = [new[start:end] for start, end in zip(starts, ends, strict=True)]
    if shift:
        starts, ends = [start + shift for start in starts], [end + shift for end in ends]
    return edits(starts, ends, news)


def _places(text: str, char: str) -> Iterator[int]:
    at = text.find(char)
    while at >= 0:
        yield at
        at = text.find(char, at + 1)


def _is_shown(line: str, at: int) -> bool:
    """The character stands alone in quotation marks or brackets, or in a line about characters."""
    if at and line[at - 1] in "“‘「『(（" and line[at + 1 : at + 2] in tuple("”’」』)）"):
        return True
    return _CHARACTER_TALK.search(line) is not None


#: 名著, 原著, 显著: words that end with the author's 著.
_OWN = "名原专巨论译编遗拙新合土显卓昭"


@cache
def _zhe_words() -> "re.Pattern[str]":
    import regex  # it looks for the 著 first: 1 µs for 2,000 characters, re: 40 (docs/adr/0042)

    first = "".join(sorted(word[1:] for word, place in rows("zhe_words.tsv") if place == "first"))
    last = [word[:-1] for word, place in rows("zhe_words.tsv") if place == "last"]
    behind = "|".join(
        f"(?<={'|'.join(sorted(word for word in last if len(word) == size))})" for size in sorted(set(map(len, last)))
    )
    # 名著力求, 李某著《…》, 本著作权: the author's 著
    pattern: re.Pattern[str] = regex.compile(
        f"(?<=有)著(?=[极重深很广十特悠独巨密良较强明])|著(?=[{first}])(?<![{_OWN}]著)|(?:{behind})著(?![作述者称名书录译编论《])")
    return pattern


script = Pipeline((
    traditional(),
    Rule("script.lone-traditional", Kind.NORMALIZE, Safety.SAFE, lone_traditional, gate=may_be_traditional, signs=_TRADITIONAL,
         stage="script"),
    Rule("script.native-traditional", Kind.NORMALIZE, Safety.SUGGEST, native_traditional, gate=may_be_traditional, signs=_TRADITIONAL,
         stage="script", evidence=script_evidence),
    Rule("script.zhu-for-zhe", Kind.NORMALIZE, Safety.SAFE, zhu_for_zhe, gate=has_zhu,
         signs=signs(ZHU)),
))
