"""Times of day."""

import re

from ..text.match import Lazy
from .days import is_han, number_of
from .guards import DIGIT, NUMERAL, SPACE, is_identifier_left, is_kept_han, is_ordinal
from .model import Entity

_S = f"[{SPACE}]{{0,1}}"
_N = rf"(?:[{DIGIT}]{{1,2}}(?![{DIGIT}])|二?十[一二三四五六七八九]?|[三四五]十[一二三四五六七八九]?|[零〇]?[一二三四五六七八九]|[两兩零〇])"
_NOT_HOUR = "辰代期间間候常节節刻段光空效任下而事机機速长長差限分之"
_SPELLED = Lazy(rf"(?P<h>{_N}){_S}(?P<hm>时(?![{_NOT_HOUR}])|時(?![{_NOT_HOUR}])|[点點](?!钟头))"
                rf"(?:{_S}(?P<m>{_N}){_S}(?P<mm>分(?![钟鐘之别類类]))|(?P<half>半|整(?!体|改|合|治)|一刻|三刻))?")
#: What follows an hour: 十九时许. 十二时 alone may be the hours of the old day.
_HOUR_FRAME = Lazy("[许許整前后後起止]|开始|開始")
#: What happens for a moment: 一时疏忽, 一时冲动, 一时想不开.
_FOR_A_MOMENT = Lazy("[疏冲衝糊兴興心想难難无無大之性气氣不没沒找成手失贪貪口情急头頭慌]")
_FROM_MIDNIGHT = Lazy(f"[{NUMERAL}][时時][至到—–-][^，。；]{{0,10}}$")
_COLON = Lazy(rf"(?P<h>[{DIGIT}]{{1,2}})(?P<colon>[:：])(?P<m>[0-5０-５][{DIGIT}])(?:[:：](?P<s>[0-5][0-9]))?(?![{DIGIT}:：])")
_JOIN = Lazy(rf"{_S}(?:(?P<dash>——|--|[—–\-－~～﹣−])|(?P<word>[至到])){_S}")
_LISTING = frozenset("、和及与與或")
_LIST_JOIN = Lazy("[、和及与與或]")
_TIME_BEFORE = Lazy(f"[0-9{NUMERAL}][时時](?:[0-9{NUMERAL}]{{1,3}}分|半)?$")
_PART_OF_DAY = ("凌晨", "清晨", "早晨", "早上", "上午", "中午", "午间", "下午", "傍晚", "晚上", "晚间", "夜间", "当晚", "深夜", "早", "晚",
                "午間", "晚間", "夜間", "當晚", "午后", "午後")
_LATE = ("下午", "傍晚", "晚", "夜", "深夜", "当晚", "當晚", "午后", "午後")


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
    is_one_of_two = found["hm"] in "时時" and not found["m"] and (_is_beside_a_time(text, start, floor, found)
                                                                 or _goes_on(text, found))
    if not (found["m"] or part or is_hour or is_of_day or is_one_of_two or text[start].isdigit() and found["hm"] in "时時" and not is_han(found["h"])):
        return None
    if found["m"] in ("零", "〇") and not is_han(found["h"]):
        return None  # 9时零分
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


def _goes_on(text: str, found: "re.Match[str]") -> bool:
    """Whether a further hour follows, and one of the two is no single numeral: 九时至十五时, 八时、十时三十分."""
    join = _JOIN.match(text, found.end()) or _LIST_JOIN.match(text, found.end())
    other = _SPELLED.match(text, join.end()) if join else None
    if not other or other["hm"] != found["hm"]:
        return False
    is_listed = text[found.end() : found.end() + 1] in _LISTING
    return other["m"] is not None or not is_listed and len(found["h"] + other["h"]) > 2 and _number(other["h"]) > _number(found["h"])


def _is_beside_a_time(text: str, start: int, floor: int, found: "re.Match[str]") -> bool:
    """Whether the entity before ends with a time, and only 、 stands between: 十二时三十分、十五时."""
    return 0 < floor == start - 1 and text[floor] in _LISTING and _TIME_BEFORE.search(text, max(0, floor - 6), floor) is not None


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
