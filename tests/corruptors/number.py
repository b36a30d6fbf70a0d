"""Numbers, dates and document numbers as other people write them."""

import re
from random import Random

_HAN = "零一二三四五六七八九"
_CONVERTIBLE = "名所个项家户亩吨套台场"
_WIDE = str.maketrans("0123456789%", "０１２３４５６７８９％")
_DASHES = ("-", "–", "－", "~", "～", "--", "——")


def corrupt(text: str, rng: Random) -> str:
    """Each canonical date, quantity, percentage, range and document number in one of the spellings of the world."""
    text = re.sub(r"(?<!\d)(\d{4})年(\d{1,2})月(\d{1,2})日", lambda m: date(*map(int, m.groups()), rng), text)
    text = re.sub(r"〔(\d{4})〕(\d+)号", lambda m: serial(m[1], m[2], rng), text)
    text = re.sub(r"(?<=\d)—(?=\d)", lambda m: rng.choice(_DASHES), text)
    text = re.sub(rf"(?<![\d.〕—-])(\d{{2,8}})(?=[{_CONVERTIBLE}])", lambda m: count(int(m[1]), rng), text)
    return re.sub(r"(?<=[\u4e00-\u9fff])(\d+)\.(\d+)(%|[万亿])", lambda m: decimal(m[1], m[2], m[3], rng), text)


def date(year: int, month: int, day: int, rng: Random) -> str:
    spelled = "".join("〇一二三四五六七八九"[int(c)] for c in str(year))
    return rng.choice((
        f"{year}-{month:02d}-{day:02d}", f"{year}/{month}/{day}", f"{year}.{month:02d}.{day:02d}",
        f"{year}年{month:02d}月{day:02d}日", f"{year} 年 {month} 月 {day} 日",
        f"{year}年{month}月{day}日".translate(_WIDE), f"{spelled}年{han(month)}月{han(day)}日",
    ))


def serial(year: str, number: str, rng: Random) -> str:
    opening, closing = rng.choice(("[]", "()", "（）", "【】", "［］", "﹝﹞", "〔]"))
    return f"{opening}{year}{closing}{rng.choice(('', '第', ' ', '0'))}{number}号"


def count(number: int, rng: Random) -> str:
    if number % 10_000 == 0 or number >= 10_000:
        return rng.choice((f"{number:,}", str(number).translate(_WIDE)))
    forms = [han(number), str(number).translate(_WIDE), f"{number} "]
    if number >= 1000:
        forms.append(f"{number:,}")
    return rng.choice(forms) if len(han(number)) > 1 else str(number)


def decimal(whole: str, part: str, mark: str, rng: Random) -> str:
    if mark == "%" and rng.random() < 0.4:
        return f"百分之{han(int(whole))}点{''.join(_HAN[int(c)] for c in part)}"
    return rng.choice((f"{whole}. {part}{mark}", f"{whole} .{part}{mark}", f"{whole}.{part} {mark}",
                       f"{whole}．{part}{mark}".translate(_WIDE)))


def han(number: int) -> str:
    """
    >>> han(10), han(21), han(305), han(3650)
    ('十', '二十一', '三百零五', '三千六百五十')
    """
    if number < 10:
        return _HAN[number]
    if number < 20:
        return "十" + (_HAN[number - 10] if number > 10 else "")
    out, is_gap = "", False
    for power, mark in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            out += ("零" if is_gap and out else "") + _HAN[digit] + mark
            is_gap = False
        else:
            is_gap = True
    return out
