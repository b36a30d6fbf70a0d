"""Quantities, money, durations and percentages: a numeral, what qualifies it, and a unit."""

from ..text.match import Lazy
from .bounds import PREFIXES, SUFFIX, SUFFIX_BEGINS, measure, prefix_before, suffix_kind
from .compounds import rest_at
from .estimates import is_estimate
from .guards import DIGIT, NUMERAL, SPACE, is_identifier_left, is_identifier_right, is_kept_han, is_ordinal, is_phrase
from .licence import NUMERAL_SET, is_day_of_month, is_licensed
from .lists import day_of_month, goes_along
from .model import Entity, Value
from .numerals import Number
from .terms import Term, term_at
from .units import Unit, unit_at

_S = f"[{SPACE}]{{0,2}}"
#: What joins the two ends of a range. 一 is a dash that OCR misread, between Arabic digits only.
_JOIN = Lazy(rf"{_S}(?:(?P<dash>——|--|[—–\-－~～﹣−])|(?P<word>[至到])|(?P<misread>一)(?=[{DIGIT}])){_S}(?=[{DIGIT}{NUMERAL}百])")
_BLANK = frozenset(" \N{NO-BREAK SPACE}" + "".join(map(chr, range(0x2000, 0x200B))))
#: What a join may begin with.
JOINS = frozenset("—–-－~～﹣−至到一") | _BLANK
_PERCENT = Lazy(r"(?P<head>[百千]分之)(?=[零〇一二三四五六七八九十两])")
#: 百分之五、六: five or six percent; 百分之五、六是…: a new point.
_GOES_ON = Lazy("、[一二三四五六七八九](?![是要])")
_LINE_START = Lazy(rf"(?:^|\n)[{SPACE}(（]*$")
RULES = {"quantity": "number.quantity", "money": "number.money", "duration": "number.duration", "percent": "number.percent"}
TYPES = {"count": "quantity", "measure": "quantity", "money": "money", "duration": "duration", "percent": "percent"}


def amount_at(text: str, start: int, floor: int) -> Entity | None:
    """The quantity whose numeral begins at an offset; `floor` is the end of the entity before."""
    is_han = text[start] in NUMERAL
    if is_ordinal(text, start) or not is_han and is_identifier_left(text, start) or is_han and is_estimate(text, start, floor):
        return None
    first = term_at(text, start)
    if first is None:
        return None
    if not is_han and is_identifier_right(text, first.end) and not _JOIN.match(text, first.end):
        return None
    place = _unit_after(text, first.end)
    return _range(text, start, floor, first, place) or _single(text, start, floor, first, place)


def percent_at(text: str, start: int, floor: int) -> Entity | None:
    """百分之… and 千分之…: the construction itself says what it is.

    >>> percent_at("增长百分之五点二", 2, 0).canonical
    '5.2%'
    """
    head = _PERCENT.match(text, start)
    if not head:
        return None
    first = term_at(text, head.end())
    if first is None or text[first.end : first.end + 1] in ("几", "幾") and not first.more:
        return None
    sign = "%" if head["head"][0] == "百" else "‰"
    end, last = first.end, first
    join = ""
    between = _JOIN.match(text, end)
    if between:
        again = _PERCENT.match(text, between.end())
        second = term_at(text, again.end() if again else between.end())
        if second and second.low.above(first.low) and not second.more and not first.is_pair and not second.is_pair and (
            again or not unit_at(text, second.end)
        ):
            end, last, join = second.end, second, between["word"] or "—"
    if is_kept_han(text, start, end, floor) or _GOES_ON.match(text, end):
        return None
    if first.is_pair:
        written = text[start:end]
    else:
        written = (f"{_signed(first, sign)}{join}{_signed(last, sign)}" if join else _signed(first, sign))
    mods = [(first.more, "more")] if first.more else []
    return _finished(text, start, end, floor, written, first.low, last.high or last.low if not join else last.low,
                     "percent", {"unit": sign}, mods, "number.range" if join == "—" else "number.percent")


def _signed(term: Term, sign: str) -> str:
    return term.written.removesuffix(term.more) + sign + term.more if term.more else term.written + sign


_Place = tuple[Unit | None, int, bool]


def _unit_after(text: str, end: int) -> _Place:
    """The unit behind a numeral, where it begins, and whether a space stands between."""
    at = end
    while at < end + 2 and text[at : at + 1] in _BLANK and at < len(text):
        at += 1
    return unit_at(text, at), at, at > end


def _single(text: str, start: int, floor: int, term: Term, place: _Place) -> Entity | None:
    unit, at, spaced = place
    if unit is None:
        return None
    end = at + len(unit.text)
    is_small = term.han == 1 and not term.more
    rest = rest_at(text, end, term, unit.text, unit.code)
    if is_small and (rest or goes_along(text, start, end, unit.text, amount_at)):
        is_small = False
    if is_small and unit.text not in ("年", "日") or not is_licensed(text, start, floor, term, unit, at, spaced):
        return None  # 五所: a count of one numeral stays
    kind = TYPES[unit.kind]
    if "." in term.written and _is_marked(text, start, term, unit):
        return None
    if kind == "duration" and unit.text == "年" and not term.more and not term.scale and _is_year(text, start, term):
        return None
    stays = term.is_pair or is_small or term.han == 1 and term.more != ""  # 七八百, 五, 十余
    written = (text[start : term.end] if stays else term.written) + spelled(unit)
    if rest:
        return _finished(text, start, rest.end, floor, written + rest.written, rest.value, rest.value, kind, {"unit": rest.unit}, [], RULES[kind])
    mods = [(term.more, "more")] if term.more else []
    high = term.high or term.low
    if unit.text == "日" and not term.more and is_day_of_month(term) and (day := day_of_month(text, start, int(term.low.plain))):
        if not day.day:
            return None
        return Entity(start, end, "date", day.iso, written, "date.date")
    if is_small:
        return _small(text, start, end, floor, term, unit)
    return _finished(text, start, end, floor, written, term.low, high, kind, {"unit": unit.code}, mods, RULES[kind])


def _is_marked(text: str, start: int, term: Term, unit: Unit) -> bool:
    """Whether the decimal point belongs to a list marker at the start of a line: 1.2024年, 2.3个."""
    part = term.written.partition(".")[2]
    if unit.text == "年" and len(part) == 4 and part[:2] in ("19", "20"):
        return True
    return _LINE_START.search(text[max(0, start - 6) : start]) is not None and not (unit.is_continuous or term.scale)


def _is_year(text: str, start: int, term: Term) -> bool:
    """Whether N年 is a year of the calendar (the date recogniser had its turn) or its two last digits."""
    return not term.han and len(term.written) == 4 and "1900" <= term.written <= "2100" or text[start:term.end] in ("两千", "兩千", "二千")


def _small(text: str, start: int, end: int, floor: int, term: Term, unit: Unit) -> Entity | None:
    """One Han numeral: a count that stays as it is. Only 近三年 and 五年来 are told apart from a turn of phrase."""
    if unit.text != "年":
        return None
    begin, word = prefix_before(text, start, floor)
    if word == "近":
        value = {"num": term.low.plain, "unit": "年", "mod": "近"}
        return Entity(begin, end, "duration", value, text[begin:end], "number.duration")
    if text.startswith(("来", "來"), end):
        value = {"num": term.low.plain, "unit": "年", "mod": text[end]}
        return Entity(start, end + 1, "duration", value, text[start : end + 1], "number.duration")
    return None


def _finished(text: str, start: int, end: int, floor: int, written: str, low: Number, high: Number, kind: str,
              unit: dict[str, str], mods: list[tuple[str, str]], rule: str) -> Entity:
    """The entity with the qualifying words around it."""
    begin, word = prefix_before(text, start, floor)
    if word:
        # 近三年 are the last three years, 近二十年 nearly twenty
        is_recent = word == "近" and kind == "duration" and low == high and not mods and not low.above(Number(1, 1))
        mods = [(word, "recent" if is_recent else PREFIXES[word]), *mods]
    tail = SUFFIX.match(text, end) if text[end : end + 1] in SUFFIX_BEGINS else None
    if tail and tail["since"]:
        if kind == "duration" and text[end - 1] == "年" and not mods:
            mods = [(tail.group(), "since")]
            end, written = tail.end(), written + tail.group()
    elif tail:
        word_behind = tail.group()
        upper = _upper_bound(text, tail.end(), kind) if suffix_kind(word_behind) == "least" and not mods else None
        if upper:
            last_end, last_written, last_high, last_word = upper
            value: Value = {"lo": low.plain, "hi": last_high.plain, "lo_incl": True, "hi_incl": True, **unit,
                            "mod": word_behind + last_word}
            return Entity(begin, last_end, kind, value, written + word_behind + last_written, rule)
        if low != high and not [kind for _, kind in mods if kind == "more"]:
            return Entity(begin, end, kind, measure(low, high, unit, mods), text[begin:start] + written, rule)  # 三四年内: both ends are said
        mods = [*mods, (word_behind, suffix_kind(word_behind))]
        end, written = tail.end(), written + word_behind
    return Entity(begin, end, kind, measure(low, high, unit, mods), text[begin:start] + written, rule)


def _upper_bound(text: str, start: int, kind: str) -> tuple[int, str, Number, str] | None:
    """The second half of N以上M以下."""
    if text[start : start + 1] == "" or text[start] not in NUMERAL and not text[start].isdigit():
        return None
    term = term_at(text, start)
    if term is None or term.more or term.is_pair:
        return None
    unit, at, spaced = _unit_after(text, term.end)
    if unit is None or spaced or TYPES[unit.kind] != kind:
        return None
    tail = SUFFIX.match(text, at + len(unit.text))
    if not tail or tail["since"] or suffix_kind(tail.group()) != "most":
        return None
    numeral = text[start : term.end] if term.han == 1 else term.written
    return tail.end(), numeral + unit.text + tail.group(), term.low, tail.group()


def _range(text: str, start: int, floor: int, first: Term, place: _Place) -> Entity | None:
    unit, at, _ = place
    after_first = at + len(unit.text) if unit else first.end
    if text[after_first : after_first + 1] not in JOINS and text[first.end : first.end + 1] not in JOINS:
        return None
    between = _JOIN.match(text, after_first)
    if not between and unit:
        unit = None
        between = _JOIN.match(text, first.end)
    if not between or first.more or first.is_pair:
        return None
    second_start = between.end()
    if text[second_start] in NUMERAL and not first.han:
        return None
    second = term_at(text, second_start)
    if second is None or second.more or second.is_pair or bool(second.han) != bool(first.han):
        return None
    last, last_at, last_spaced = _unit_after(text, second.end)
    if last is None or unit and (unit.kind != last.kind or unit.code != last.code):
        return None
    if first.is_mixed is not second.is_mixed and not unit:
        power = second.low.exponent
        if first.is_mixed or first.scale or second.scale or not 0 < power < 4 or first.low.digits > 9 or second.low.digits > 9:
            return None
        low = Number.of(first.low.digits, power)  # 3-5千元: both are thousands
        first = first._replace(low=low, written=low.plain)
    if not is_licensed(text, start, floor, second, last, last_at, last_spaced) or last.text == "年" and _is_year(text, second_start, second):
        return None
    if first.han and (is_phrase_run(text, start) or between["misread"]):
        return None
    end = last_at + len(last.text)
    low, high = first.low, second.low
    if not unit and not first.scale and second.scale and Number.of(1, second.scale).above(low) and (
        second.low.times(-second.scale).above(low)
    ):
        low = low.times(second.scale)
    if not high.above(low):
        return None
    if not first.han and text[end : end + 1].isascii() and text[end : end + 1].isalnum() and last.kind != "percent":
        return None
    join = between["word"] or "—"
    is_small = first.han and first.han == second.han == 1
    if is_small:
        if between["dash"]:
            return None
        written = text[start:end]
    else:
        written = first.written + (spelled(unit) if unit else "") + join + second.written + spelled(last)
    kind = TYPES[last.kind]
    rule = "number.range" if between["dash"] or between["misread"] else RULES[kind]
    return _finished(text, start, end, floor, written, low, high, kind, {"unit": last.code}, [], rule)


def spelled(unit: Unit) -> str:
    return "%" if unit.text == "％" else unit.text


def is_phrase_run(text: str, start: int) -> bool:
    run = start
    while text[run : run + 1] in NUMERAL_SET:
        run += 1
    return is_phrase(text, start, run)
