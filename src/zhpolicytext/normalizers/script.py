"""Traditional text becomes simplified, unless its author wrote it so."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import compress
from operator import ne
from typing import TYPE_CHECKING, NamedTuple

from ..core.edits import Edit
from ..core.pipeline import Pipeline
from ..core.profile import Profile
from ..core.rule import Kind, Rule, Safety
from ..core.signs import Signs
from ..text import scripts
from ..text.editing import edits
from ..text.fold import variants
from ..text.gates import BEYOND_GB2312
from ..text.match import Lazy
from ..text.tables import rows

if TYPE_CHECKING:
    import re

    from opencc import OpenCC

#: Talk about characters: beside it a traditional character is what the author wants to show.
_CHARACTER_TALK = Lazy("[繁简簡异異正俗]体字|[繁簡異正俗]體字?|繁体|繁體|康熙字典|说文解字|說文解字|字形")
_KANA_HANGUL = Lazy("[\u3040-\u30ff\uac00-\ud7a3]")
_SURROGATE = Lazy("[\ud800-\udfff]", engine="regex")
#: What is 乾 and not 干 in OpenCC's eyes too broadly: only these words are dry; 乾 in names stays (乾县, 李乾).
_DRY = Lazy("(?<=[饼餅晒曬烘风風擦晾豆笋筍果吹烤阴陰包糕晾肉葡萄骨能若相])乾|"
            "乾(?=[净淨燥旱杯脆果洗枯粮糧草涸瘪癟冰癣癬巴咳呕嘔货貨裂股粉瘦热熱冷湿濕预預部警线線扰擾涉活劲勁渠支酪馏餾电電眼])")
#: 昇 is a character of names again (通用规范汉字表, 2013), except where it rises.
_RISE = Lazy("昇(?=[级級华華降学學职職空起高格旗温溫值迁遷任息腾騰幅势勢])|(?<=[提上晋晉跃躍回攀飙飆直擢抬擡])昇")
#: 瞭 for 了 and 衹 祇 for 只: OpenCC knows some phrases; all but these words are a converter's mistake.
_LE = Lazy("瞭(?![望哨台臺高])")
_ONLY = Lazy("[衹祇](?=[有要能是会會好得需不可])|(?<=不)[衹祇]")
#: Variants that t2s does not know: of Hong Kong (衞 敍), and of old type (値 吿).
_VARIANT = Lazy("[衞敍枱粧値吿靑槪愼]")
_VARIANTS = str.maketrans("衞敍枱粧値吿靑槪愼", "卫叙台妆值告青概慎")
#: Traditional forms that simplified text uses too, in names above all: a lone one is left alone. The characters that
#: the list of 2013 (通用规范汉字表) gave back to names, and those that GB2312 has beside their simplified form.
_AT_HOME = frozenset("昇堃龢甯陞鉅钜祕炘仝邨氾迳逕頫袷扞椀迺菉剋徵乾麴鍾脩谿濛絜勣" + scripts.IN_GB2312) - {"後"}
#: What surfaces behind a character where a stream of GBK is out of step: second bytes in the range of ASCII.
_TRAIL = Lazy("[@-~]")
_LONE_WORDS = Lazy("[关关關對对由基位属屬等终終鉴鑒至]於|於是|[今之以然最]後|後[续續来來]")


_TRADITIONAL = Signs(literals=("後", "於")) | BEYOND_GB2312


#: Longer than any word with 着 (a test counts).
_NEAR = 8


class Mix(NamedTuple):
    """Which lines of a text are in which script: spans, in order."""

    traditional: tuple[tuple[int, int], ...]  # to be converted word by word
    lone: tuple[tuple[int, int], ...]  # simplified, with a traditional character in it
    is_native: bool


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
            yield Edit(start, end, _simplified(text[start:end]))


def lone_traditional(text: str, profile: Profile) -> Iterator[Edit]:
    """Single traditional characters in simplified text.

    >>> clean("坚持教育优先發展,推进学校治理", lone_traditional)
    '坚持教育优先发展,推进学校治理'
    >>> clean("毕昇、乾县、魏徵,繁体字“學”的简化", lone_traditional)  # names, and talk about characters
    '毕昇、乾县、魏徵,繁体字“學”的简化'
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
        for at, char in enumerate(line):
            if char in forms and (at in words or char not in _AT_HOME) and not (
                    _is_shown(line, at) or _TRAIL.match(line, at + 1)):
                yield Edit(start + at, start + at + 1, forms[char])


def zhu_for_zhe(text: str, profile: Profile) -> Iterator[Edit]:
    """著 where the word has 着, left by a converter.

    >>> clean("本著公平的原则,着力改革,沿著道路,著眼长远", zhu_for_zhe)
    '本着公平的原则,着力改革,沿着道路,着眼长远'
    >>> clean("著名学者的著作、名著和原著,成效显著,李某著《教育学》", zhu_for_zhe)
    '著名学者的著作、名著和原著,成效显著,李某著《教育学》'

    Why: 着 is a younger form of 著; OpenCC's t2s leaves it, its tw2s writes 着作权. A list of words decides.
    """
    if profile.fact(scripts.has_traditional) and profile.fact(script_mix).is_native:
        return
    for at in _places(text, "著"):
        start = max(at - _NEAR, 0)
        if _zhe_words().match(scripts.fold(text[start : at + 2]), at - start):
            yield Edit(at, at + 1, "着")


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


def script_mix(profile: Profile) -> Mix:
    """The lines by script, and who wrote the traditional ones."""
    text = profile.text
    chars = frozenset(text)
    old = (scripts.traditional_characters() & chars) - _AT_HOME
    new = scripts.simplified_characters() & chars
    foreign = _KANA_HANGUL.search(text) is not None
    if old and not new and not foreign:
        return Mix(((0, len(text)),), (), scripts.is_native(text, chars))
    counted = [(start, end, len(old.intersection(text[start:end])), len(new.intersection(text[start:end])))
               for start, end in profile.line_spans]
    is_traditional = sum(line[2] for line in counted) > sum(line[3] for line in counted)
    whole, lone = [], []
    for start, end, olds, news in counted:
        if foreign and _KANA_HANGUL.search(text, start, end):
            continue  # Japanese writes 學 and 国 by a norm of its own
        if olds > news or (is_traditional and olds >= news):  # without either, OpenCC's phrases may still apply (瞭解)
            whole.append((start, end))
        elif olds or text.find("於", start, end) >= 0:
            lone.append((start, end))
    return Mix(tuple(whole), tuple(lone), bool(whole) and scripts.is_native(_joined(text, whole)))


def script_evidence(profile: Profile) -> Mapping[str, object]:
    lines = profile.fact(script_mix).traditional
    origin = scripts.origin(_joined(profile.text, lines))
    return {"traditional_lines": sum(profile.text.count("\n", *line) + 1 for line in lines), "native": [sign for sign, _ in origin.native],
            "mainland": [sign for sign, _ in origin.mainland]}


# -- converting


def _converted(text: str, spans: Sequence[tuple[int, int]]) -> list[Edit]:
    """One edit for every run of characters that the conversion changes."""
    if not spans:
        return []
    old = _joined(text, spans)
    new = _simplified(old)
    out: list[Edit] = []
    at = 0
    for start, end in spans:
        stop = at + end - start
        out += _runs(old[at:stop], new[at:stop], start)
        at = stop + 1
    return out


def _joined(text: str, spans: Sequence[tuple[int, int]]) -> str:
    return "\n".join([text[start:end] for start, end in spans])


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


def _simplified(text: str) -> str:
    """The text in simplified characters, as long as before."""
    plain = _SURROGATE.sub("?", text) if _has_surrogate(text) else text  # OpenCC takes UTF-8
    new: str = _converter().convert(plain)
    if len(new) != len(text):  # no phrase of t2s changes the length today; a newer OpenCC's might
        new = scripts.fold(text)
    if plain is not text:
        new = _with(new, {match.start(): match[0] for match in _SURROGATE.finditer(text)})
    new = new.translate(_VARIANTS) if _VARIANT.search(new) else new
    if "乾" in text:
        dry = {match.start() for match in _DRY.finditer(text)}
        new = _with(new, {at: "乾" for at in _places(text, "乾") if at not in dry and new[at] == "干"})
        new = _with(new, dict.fromkeys(dry, "干"))
    if "昇" in text:
        rising = {match.start() for match in _RISE.finditer(text)}
        new = _with(new, {at: "昇" for at in _places(text, "昇") if at not in rising})
    if "瞭" in new:
        new = _LE.sub("了", new)
    if "衹" in new or "祇" in new:
        new = _ONLY.sub("只", new)
    if len(new.encode("utf-16-le", "surrogatepass")) > 2 * len(new):  # rare characters whose simplified form no font has: 餦 -> U+2B5E6
        new = "".join(a if b > "\uffff" else b for a, b in zip(text, new, strict=True))
    return new


def _has_surrogate(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def _with(text: str, changes: Mapping[int, str]) -> str:
    if not changes:
        return text
    chars = list(text)
    for at, char in changes.items():
        chars[at] = char
    return "".join(chars)


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


@cache
def _converter() -> "OpenCC":
    from opencc import OpenCC

    return OpenCC("t2s")


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
         signs=Signs(literals=("著",))),
))
