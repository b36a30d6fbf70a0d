"""Times of day, and centuries and decades."""

import re

from ..text.match import Lazy
from .days import is_han, number_of
from .guards import DIGIT, NUMERAL, SPACE, is_identifier_left, is_kept_han, is_ordinal, is_phrase, is_quoted, is_titled
from .model import Entity
from .numerals import han

_S = f"[{SPACE}]{{0,1}}"
_N = rf"(?:[{DIGIT}]{{1,2}}(?![{DIGIT}])|二?十[一二三四五六七八九]?|[三四五]十[一二三四五六七八九]?|[零〇]?[一二三四五六七八九]|[两兩零〇])"
_NOT_HOUR = "辰代期间間候常节節刻段光空效任下而事机機速长長差限分之"
_SPELLED = Lazy(rf"(?P<h>{_N}){_S}(?P<hm>时(?![{_NOT_HOUR}])|時(?![{_NOT_HOUR}])|[点點](?!钟头))"
                rf"(?:(?P<m>{_N}){_S}(?P<mm>分(?![钟鐘之别類类]))|(?P<half>半|整(?!体|改|合|治)|一刻|三刻))?")
#: What follows an hour: 十九时许. 十二时 alone may be the hours of the old day.
_HOUR_FRAME = Lazy("[许許整前后後起止]|开始|開始")
#: What happens for a moment: 一时疏忽, 一时冲动, 一时想不开.
_FOR_A_MOMENT = Lazy("[疏冲衝糊兴興心想难難无無大之性气氣不没沒找成手失贪貪口情急头頭慌]")
_FROM_MIDNIGHT = Lazy(f"[{NUMERAL}][时時][至到—–-][^，。；]{{0,10}}$")
_COLON = Lazy(rf"(?P<h>[{DIGIT}]{{1,2}})(?P<colon>[:：])(?P<m>[0-5０-５][{DIGIT}])(?:[:：](?P<s>[0-5][0-9]))?(?![{DIGIT}:：])")
_JOIN = Lazy(rf"{_S}(?:(?P<dash>——|--|[—–\-－~～﹣−])|(?P<word>[至到])){_S}")
_PART_OF_DAY = ("凌晨", "清晨", "早晨", "早上", "上午", "中午", "午间", "下午", "傍晚", "晚上", "晚间", "夜间", "当晚", "深夜", "早", "晚",
                "午間", "晚間", "夜間", "當晚", "午后", "午後")
_LATE = ("下午", "傍晚", "晚", "夜", "深夜", "当晚", "當晚", "午后", "午後")
_CENTURY = Lazy(rf"(?P<n>[1-9１-９][{DIGIT}]?|二?十[一二三四五六七八九]?|[一二三四五六七八九])(?P<mark>世[纪紀])"
                rf"(?:(?P<d>[{DIGIT}]0|[{'０-９'}]０|[二三四五六七八九]?十|[二三四五六七八][三四五六七八九]十)(?P<dm>年代))?")
_DECADE = Lazy(rf"(?P<d>[{DIGIT}][0０]|[二三四五六七八九]?十|[二三四五六七八][三四五六七八九]十)(?P<dm>年代)")


def time_at(text: str, start: int, floor: int) -> Entity | None:
    """The time of day whose hour begins at an offset.

    >>> time_at("上午九时三十分", 2, 0).value, time_at("开放时间9:00-17:00", 4, 0).canonical
    ('T09:30', '9:00—17:00')
    """
    if is_ordinal(text, start) or text[start] not in NUMERAL and is_identifier_left(text, start):
        return None
    colon = _COLON.match(text, start)
    if colon:
        return _digital(text, start, colon)
    found = _SPELLED.match(text, start)
    if not found:
        return None
    begin, part = start, ""
    for word in _PART_OF_DAY:
        if text.endswith(word, floor, start) and not (word == "早" and text[start - 2 : start - 1] in ("最", "提")):
            begin, part = start - len(word), word
            break
    if part in ("早", "晚") and found["h"] == "一" and not found["m"]:
        return None  # 早一点, 晚一点: a little earlier or later
    if found["h"] == "一" and found["hm"] in "时時" and not found["m"] and _FOR_A_MOMENT.match(text, found.end("hm")):
        return None  # 早上一时疏忽: for a moment
    before = text[start - 1 : start]
    after_day = before in ("日", "号", "號")
    is_hour = len(found["h"]) > 1 and found["hm"] in "时時" and (
        before in ("于", "於", "至", "到", "在") or bool(_HOUR_FRAME.match(text, found.end("hm"))))
    is_of_day = after_day and found["hm"] in "时時" and (len(found["h"]) > 1 or text[start].isdigit())  # 1日零时 stays
    if is_of_day and is_han(found["h"]) and _FROM_MIDNIGHT.search(text, max(0, start - 14), start):
        return None  # 3月5日零时至3月6日二十四时: both ends in one form
    if not (found["m"] or part or is_hour or is_of_day or text[start].isdigit() and found["hm"] in "时時" and not is_han(found["h"])):
        return None
    hour, minute = _clock(found["h"], found["m"], found["half"], part)
    if hour > 24 or minute > 59:
        return None
    is_plain = not is_han(found["h"]) and not is_han(found["m"])
    if not is_plain and is_kept_han(text, begin, found.end(), floor):
        return None
    end = found.end()
    written = text[begin:start] + _spell(found)
    value = f"T{hour:02d}:{minute:02d}"
    between = _JOIN.match(text, end)
    other = _SPELLED.match(text, _skip_part(text, between.end())) if between else None
    if between and other and other["hm"] == found["hm"]:
        at = _skip_part(text, between.end())
        later_part = text[between.end() : at] or part
        late_hour, late_minute = _clock(other["h"], other["m"], other["half"], later_part)
        if late_hour <= 24 and late_minute <= 59:
            written += (between["word"] or "—") + text[between.end() : at] + _spell(other)
            return Entity(begin, other.end(), "time_range", f"{value}/T{late_hour:02d}:{late_minute:02d}", written, "date.time")
    return Entity(begin, end, "time", value, written, "date.time")


def _skip_part(text: str, start: int) -> int:
    for word in _PART_OF_DAY:
        if text.startswith(word, start):
            return start + len(word)
    return start


def _clock(h: str, m: str | None, half: str | None, part: str) -> tuple[int, int]:
    hour = _number(h)
    minute = _number(m) if m else {"半": 30, "一刻": 15, "三刻": 45}.get(half or "", 0)
    if part.startswith(_LATE) and 1 <= hour < 12 or part in ("中午", "午间", "午間") and 1 <= hour <= 2:
        hour += 12
    return hour, minute


def _number(text: str) -> int:
    return 2 if text in "两兩" else number_of(text.lstrip("零〇")) if text.lstrip("零〇") else 0


def _spell(found: "re.Match[str]") -> str:
    hour, minute = found["h"], found["m"]
    h = str(_number(hour)) if is_han(hour) or hour in "两兩零〇" else hour.translate(_HALF)
    if not minute:
        return h + found["hm"] + (found["half"] or "")
    m = str(_number(minute)) if is_han(minute) or minute[0] in "零〇" else minute.translate(_HALF)
    return h + found["hm"] + m + found["mm"]


_HALF = str.maketrans("０１２３４５６７８９", "0123456789")


def _digital(text: str, start: int, found: "re.Match[str]") -> Entity | None:
    low = (int(found["h"]), int(found["m"]))
    if low[0] > 24 or text[start - 1 : start] in (":", "：") and text[start - 2 : start - 1].isdigit():
        return None
    begin, part = start, ""
    for word in _PART_OF_DAY:
        if text.endswith(word, 0, start):
            begin, part = start - len(word), word
            break
    hour = low[0] + 12 if part.startswith(_LATE) and 1 <= low[0] < 12 else low[0]
    value = f"T{hour:02d}:{low[1]:02d}" + (f":{found['s']}" if found["s"] else "")
    end = found.end()
    written = text[begin:end].translate(_HALF)
    between = _JOIN.match(text, end)
    other = _COLON.match(text, _skip_part(text, between.end())) if between else None
    if between and other and int(other["h"]) <= 24:
        later = text[between.end() : other.start()] or part
        late = int(other["h"]) + (12 if later.startswith(_LATE) and 1 <= int(other["h"]) < 12 else 0)
        if (late, int(other["m"])) > (hour, low[1]):
            written += (between["word"] or "—") + text[between.end() : other.end()].translate(_HALF)
            value += f"/T{late:02d}:{int(other['m']):02d}"
            return Entity(begin, other.end(), "time_range", value, written, "date.time")
        return None
    if text[end : end + 1].isascii() and text[end : end + 1].isalnum():
        return None
    return Entity(begin, end, "time", value, written, "date.time")


def century_at(text: str, start: int, floor: int) -> Entity | None:
    """A century or decade whose numeral begins at an offset.

    >>> century_at("二十世纪八十年代", 0, 0).value, century_at("上世纪九十年代", 3, 0).canonical
    ('1980/1989', '上世纪90年代')
    """
    if is_ordinal(text, start) or text[start] not in NUMERAL and is_identifier_left(text, start):
        return None
    begin = start
    found = _CENTURY.match(text, start)
    if found:
        number = number_of(found["n"]) if not found["n"].isdigit() else int(found["n"])
        # one numeral stays: 八世纪, 十世纪; not where its decade says what it is
        if len(found["n"]) == 1 and is_han(found["n"]) and not found["d"] or text.endswith(("前", "个", "個"), floor, start):
            return None
        base = (number - 1) * 100
        written = f"{number}{found['mark']}"
        value = f"{base + 1:04d}/{base + 100:04d}"
    else:
        found = _DECADE.match(text, start)
        era = text[start - 3 : start]
        if not found or start - 3 < floor or era not in _CENTURIES:
            return None
        begin, base, written = start - 3, _CENTURIES[era], era
    end = found.end()
    if is_titled(text, start) or is_han(text[start]) and (is_quoted(text, begin, end) or is_phrase(text, start, start + len(found[1]))):
        return None
    if found["d"]:
        tens = found["d"]
        low, high = _decades(tens)
        value = f"{base + low}/{base + high + 9}"
        written += (tens if low != high else str(low)) + found["dm"]
    return Entity(begin, end, "year_range", value, written, "date.century")


def _decades(tens: str) -> tuple[int, int]:
    if len(tens) == 3:
        return (_number(tens[0] + "十"), _number(tens[1] + "十"))
    if not is_han(tens):
        return int(tens), int(tens)
    value = han(tens)
    return (int(value.plain),) * 2 if value else (0, 0)


_CENTURIES = {"上世纪": 1900, "上世紀": 1900, "本世纪": 2000, "本世紀": 2000}
