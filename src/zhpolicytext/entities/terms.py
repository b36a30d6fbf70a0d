"""One numeral as it stands in a text: digits of either kind, grouping, multipliers, 余 and 多."""

from typing import NamedTuple

from ..text.match import Lazy
from .guards import DIGIT, NUMERAL, SPACE
from .numerals import TO_ASCII, WAN, Number, arabic, han, pair, rendered

_S = f"[{SPACE}]{{0,2}}"
_ARABIC = Lazy(
    rf"(?:(?P<grouped>[{DIGIT}]{{1,3}}(?:,[{DIGIT}]{{3}}){{1,5}}|[{DIGIT}]{{1,3}} [{DIGIT}]{{3}})(?![{DIGIT}])"
    rf"|[{DIGIT}]{{1,15}}(?![{DIGIT}]))(?:(?P<point>{_S}[.．]{_S})[{DIGIT}]{{1,8}}(?![{DIGIT}]))?"
)
_HAN = Lazy(
    rf"[{NUMERAL}]{{1,24}}(?![{NUMERAL}])"
    r"(?:[点點][零〇○一二三四五六七八九]{1,8}(?![十百千零〇○一二三四五六七八九])[万萬亿億]{0,2})?"
)
#: 余 and 多 before or behind 万 and 亿: 150余万, 2.2亿余.
_MORE = Lazy(rf"(?:{_S}(?P<more>[余餘多]))?(?:{_S}(?P<scale>[万萬][亿億]?|[亿億]))?(?:{_S}(?P<behind>[余餘多]))?")
_BEGINS_MORE = frozenset("余餘多万萬亿億 \N{NO-BREAK SPACE}" + "".join(map(chr, range(0x2000, 0x200B))))
#: The most frequent of all: 450, 52.6.
_PLAIN = Lazy(rf"(?:[1-9][0-9]{{0,14}}|0)(?:\.[0-9]{{1,8}}|(?![.．]))(?![{DIGIT}{SPACE},.．余餘多十百千万萬亿億])")
#: 5千, 1千3百, 1亿5千万: a single Arabic digit with a multiplier below 万. 千米, 千克, 千瓦 are units.
_MIXED = Lazy(rf"(?:[{DIGIT}]{{1,4}}[万萬亿億]){{0,2}}(?:[{DIGIT}][十百千](?![米克瓦伏卡帕兆])[万萬亿億]{{0,2}}){{1,4}}(?![{DIGIT}])")
_PART = Lazy("([0-9]+)([十百千]?)([万萬亿億]*)")
_CLAUSE_MARKS = frozenset("，、：（(")
_LABEL = Lazy("(?:[图表圖附件例题題第章节節注卷栏欄版号號]|序号|步骤|任务|模块|单元|项目|专题|阶段|方案)$")


#: What stands before the next percentage, or the next amount, of a list.
_LISTED = Lazy(rf"(?:[%％][、,，]|[{DIGIT}][万萬亿億]?[\u4e00-\u9fff]{{1,4}}、){_S}$")


class Term(NamedTuple):
    """A numeral: its value, and how it is written."""

    end: int
    low: Number
    high: Number | None  # the exclusive bound of 余 and 多; the upper end of 七八百
    written: str  # canonical, without the unit
    more: str = ""
    han: int = 0  # how many characters, if Han
    scale: int = 0  # the power of ten of 万 and 亿 at its end
    is_pair: bool = False
    is_mixed: bool = False
    is_spaced: bool = False  # a decimal point with a space beside it


def term_at(text: str, start: int) -> Term | None:
    """The numeral that begins at an offset.

    >>> term_at("一百五十余万人次", 0).written, term_at("1亿5千万元", 0).written, term_at("1,280册", 0).written
    ('150余万', '1.5亿', '1280')
    """
    if text[start] in NUMERAL:
        return _han_term(text, start)
    digits = _PLAIN.match(text, start)
    if digits:  # 450家: nothing that needs a closer look
        value = arabic(digits.group())
        return Term(digits.end(), value, None, digits.group())
    mixed = _MIXED.match(text, start)
    return _mixed_term(text, start, mixed.end()) if mixed else _arabic_term(text, start)


def power_of(scale: str) -> int:
    """
    >>> power_of("万亿")
    12
    """
    return sum([4 if c in WAN else 8 for c in scale]) if scale else 0


def _arabic_term(text: str, start: int) -> Term | None:
    found = _ARABIC.match(text, start)
    if not found:
        return None
    grouped, point = found["grouped"], found["point"]
    is_spaced = bool(point) and len(point) > 1
    if is_spaced and not follows_han(text, start):
        return None  # a list marker: 3. 2024年
    if grouped and " " in grouped and not (follows_han(text, start) or text[start - 1 : start] in _CLAUSE_MARKS):
        return None  # a row of a table: 3 200
    digits = found.group()
    if not digits.isdecimal() or not digits.isascii():
        digits = "".join(digits.translate(TO_ASCII).replace(",", "").split())
    if digits[0] == "0" and len(digits) > 1 and digits[1] != ".":
        return None
    end = found.end()
    more = scale = behind = ""
    if text[end : end + 1] in _BEGINS_MORE:
        tail = _MORE.match(text, end)
        assert tail  # every part is optional
        more, scale, behind = tail["more"] or "", tail["scale"] or "", tail["behind"] or ""
        if scale and text.startswith(("向", "科"), tail.end("scale")):  # 万向, 万科: companies
            return None
        if more and behind:
            return None
        if more or scale or behind:
            end = tail.end()
    power = power_of(scale)
    value = arabic(digits)
    high = value.next.times(power) if more or behind else None
    return Term(end, value.times(power), high, digits + more + scale + behind, more or behind, scale=power,
                is_spaced=is_spaced)


def follows_han(text: str, start: int) -> bool:
    """Whether a Han character that is no label stands right before, or the percentage that a list begins with.

    That is the licence to join what a space cuts: 增长3. 5%, and the 4. 2% of 3.5%、 4. 2%.
    """
    if _LISTED.search(text[max(0, start - 9) : start]):
        return True
    before = text[start - 1 : start]
    return "\u4e00" <= before <= "\u9fff" and not _LABEL.search(text[max(0, start - 2) : start])


def _mixed_term(text: str, start: int, end: int) -> Term | None:
    source = text[start:end].translate(TO_ASCII)
    total = pending = 0
    floor, power_before = 10**16, 4
    for digits, small, big in _PART.findall(source):
        power = {"": 0, "十": 1, "百": 2, "千": 3}[small]
        if pending and power >= power_before:
            return None
        pending += int(digits) * 10**power
        power_before = power
        if big:
            pending *= 10 ** power_of(big)
            if pending >= floor:
                return None
            total, floor = total + pending, 10 ** power_of(big)
            pending, power_before = 0, 4
    if pending >= floor:
        return None
    value = Number.of(total + pending)
    head = _PART.match(source)
    assert head
    leading = head[3] if not head[2] else ""
    written = value.times(-power_of(leading)).plain + leading if leading else rendered(value, source)
    tail = _MORE.match(text, end)
    assert tail
    more, scale = tail["more"] or "", tail["scale"] or ""
    if scale and not more or leading and scale or tail["behind"]:
        return None
    if not more:
        return Term(end, value, None, written, is_mixed=True)
    power = power_of(scale)
    return Term(tail.end(), value.times(power), value.next.times(power), written + more + scale, more, is_mixed=True)


def _han_term(text: str, start: int) -> Term | None:
    found = _HAN.match(text, start)
    if not found:
        return None
    run, end = found.group(), found.end()
    if run[-1] == "千" and text[end : end + 1] in ("米", "克", "瓦", "伏", "卡") and han(run) is None:
        run, end = run[:-1], end - 1  # 三十千米, 三十五千伏, 二十亿千瓦时: 千 belongs to the unit
    if text[end : end + 1] in _BEGINS_MORE:
        tail = _MORE.match(text, end)
        assert tail
        more, scale = tail["more"] or "", tail["scale"] or ""
        if more and not tail["behind"] and " " not in tail.group():
            whole = han(run + scale)
            if whole is None:
                return None
            written = rendered(whole, run + scale)
            head = written.removesuffix(scale)
            written = head + more + scale if head.isdigit() else written + more
            return Term(tail.end(), whole, whole.next, written, more, len(run + scale), power_of(scale))
    value = han(run)
    if value is not None:
        own = run[len(run.rstrip("万萬亿億")) :]
        return Term(end, value, None, rendered(value, run), han=len(run), scale=power_of(own))
    both = pair(run)
    return Term(end, both[0], both[1], run, han=len(run), is_pair=True) if both else None
