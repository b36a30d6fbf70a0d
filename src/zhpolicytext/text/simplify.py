"""Traditional characters to simplified ones, word by word: OpenCC, and what it leaves or harms put right."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from .match import Lazy
from .scripts import fold, simplified_forms
from .tables import rows

if TYPE_CHECKING:
    from opencc import OpenCC

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
#: The OpenCC whose characters and phrases `script_characters.tsv` and `script_phrases.tsv` hold. Any other does it all.
KNOWN_OPENCC = "1.4.2"
#: What these tables say nothing of, besides the planes beyond the basic one: descriptions of characters (⿰亻某), compatibility forms.
_BEYOND = Lazy("[\u2ff0-\u2fff\u31ef\uf900-\ufaff]")
#: So many clauses are shown to OpenCC one by one; where there are more, the rest is shown to it as a whole.
FEW_PHRASES = 20
#: Ends a clause, and stands in no phrase.
_MARK = Lazy("[，。、；\n]")


def simplified(text: str) -> str:
    """The text in simplified characters, as long as before."""
    new = _by_table(text) if _is_known() else _by_opencc(text)
    is_common = _is_common(new)
    if not is_common and (_is_beyond_plane(text) or _BEYOND.search(text)) and _is_known():
        new = _by_opencc(text)
        is_common = _is_common(new)
    if not is_common and _VARIANT.search(new):
        new = new.translate(_VARIANTS)
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
    if not is_common and _is_beyond_plane(new):
        # rare characters whose simplified form no font has: 餦 -> U+2B5E6
        new = "".join(a if b > "\uffff" else b for a, b in zip(text, new, strict=True))
    return new


def _by_opencc(text: str) -> str:
    try:
        plain, new = text, str(_converter().convert(text))
    except UnicodeEncodeError:  # OpenCC takes UTF-8
        plain = _SURROGATE.sub("?", text)
        new = str(_converter().convert(plain))
    if len(new) != len(text):  # no phrase of t2s changes the length today; a newer OpenCC's might
        new = fold(text)
    if plain is not text:
        new = _with(new, {match.start(): match[0] for match in _SURROGATE.finditer(text)})
    return new


def _by_table(text: str) -> str:
    """What OpenCC makes of the text. It is asked itself only where one of its phrases may stand (docs/adr/0040)."""
    new = text.translate(_plane())
    search = _phrase().search
    found = search(text)
    if found is None:
        return new
    pieces: list[str] = []
    reached = asked = 0
    while found:  # no phrase holds a mark: a clause is converted as it is inside of the text
        asked += 1
        if asked > FEW_PHRASES:
            pieces.append(_by_opencc(text[reached:]))
            return "".join(pieces)
        start = max(text.rfind(mark, reached, found.start()) + 1 for mark in "，。、；\n")
        start = max(start, reached)
        mark = _MARK.search(text, found.end())
        stop = mark.start() if mark else len(text)
        pieces += (new[reached:start], _by_opencc(text[start:stop]))
        reached = stop
        found = search(text, reached)
    pieces.append(new[reached:])
    return "".join(pieces)


def _is_common(text: str) -> bool:
    """Nothing beyond GB2312, but for the two frequent marks that Python's codec lacks: neither variants nor rare forms."""
    try:
        text.replace("—", "").replace("·", "").encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _is_beyond_plane(text: str) -> bool:
    return len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text)


def _places(text: str, char: str) -> Iterator[int]:
    at = text.find(char)
    while at >= 0:
        yield at
        at = text.find(char, at + 1)


def _with(text: str, changes: Mapping[int, str]) -> str:
    if not changes:
        return text
    chars = list(text)
    for at, char in changes.items():
        chars[at] = char
    return "".join(chars)


@cache
def _converter() -> "OpenCC":
    from opencc import OpenCC

    return OpenCC("t2s")


@cache
def _is_known() -> bool:
    import opencc

    return getattr(opencc, "__version__", "") == KNOWN_OPENCC


@cache
def _plane() -> str:
    """The characters one by one, as a row of the plane: a mark of full width that is not in it costs an exception.

    A page holds 500 different characters: in a row of characters they lie in 80 KiB, as a tuple of numbers in 1.6 MiB, and
    between two pages little of that stays in the cache. A loop of its own would prefer the numbers (docs/adr/0052).
    """
    out = list(map(chr, range(0x10000)))
    for old, new in simplified_forms().items():
        out[ord(old)] = new
    return "".join(out)


@cache
def _phrase() -> re.Pattern[str]:
    """Where a phrase may stand that is something else than its characters one by one: 沈重, 答覆, 乾隆.

    Each alternative begins with its character: `re` skips to the next of them.
    """
    return re.compile("|".join(
        f"{char}(?:{'|'.join([f'(?<=[{before}].)'] * bool(before) + [f'(?=[{behind}])'] * bool(behind))})"
        for char, before, behind in rows("script_phrases.tsv")))
