"""Letters that are digits, a dot that was lost, a day that is none: inside of numbers, dates and lists."""

from collections.abc import Iterator
from functools import cache
from re import Pattern, compile, escape

from ...core.edits import Edit
from ...core.profile import Profile
from ...text.match import Lazy
from ...text.tables import rows

_GAP = "[ \N{NO-BREAK SPACE}]{0,2}"
_ADVERB = "(?:多|余|餘|几|幾)?"
_DIGIT_OF = {"O": "0", "o": "0", "I": "1", "l": "1", "L": "1", "|": "1"}


#: A run of digits and of letters that look like digits.
RUN = Lazy(r"[0-9IlO][0-9IlOo.]{0,13}")
_SHAPE = Lazy(
    r"(?=[IlOo]{0,12}[0-9])[0-9IlOo]{2,12}(?:\.[0-9IlOo]{1,4})?|[0-9]{1,9}\.[0-9]{0,3}[IlO][0-9IlO]{0,3}|[Il]{1,2}O{1,6}|[OIl]\.[0-9]{1,4}")
#: l.5亿元 behind a word; a Roman number at the start of a line or behind a label is none.
_NO_DECIMAL = Lazy(r"(?:^|[^\u4e00-\u9fff]|[图圖表件第章节節项項类類级級卷册冊部])$")

#: Measure words that words begin with which follow the letters IO.
_AFTER_LETTERS = frozenset("字分页頁只")


#: Digits of a year, a month and a day.
_MOST_DIGITS = {"年": 4, "月": 2, "日": 2}


#: What is counted with digits among the letters only, and is no beginning of another word: I5处理器, IO层.
_WITH_DIGITS = Lazy(
    rf"{_GAP}(?:[多余餘](?=[\u4e00-\u9fff])|世[纪紀]|[美欧歐港]元|美分|英[镑鎊里尺]|[卢盧]布|[总總]吨|[摄攝]氏度|[处處](?![理置分罚罰])|[双雙](?![核路面向重频頻轨軌卡通模系拼])"
    r"|[层層](?![级級次面])|起(?![点點步草])|幅(?![度员員])|[顶頂盏盞]|封(?![面闭閉])|部(?![分门門署件队隊位])|[块塊](?![状狀])|[对對](?![于於应應比接话話手照方策])"
    r"|架(?![构構设設空])|支(?![持付撑撐部柱])|席(?!位)|[号號](?!角))")


@cache
def _unit() -> Pattern[str]:
    units = "|".join(map(escape, sorted({row[0] for row in rows("ocr_units.tsv")}, key=lambda unit: (-len(unit), unit))))
    # 3O-4O人: the first number of a range has the unit of the second
    return compile(rf"(?:[%％]?{_GAP}[—–~～至到-]{_GAP}[0-9IlOo][0-9IlOo.]{{0,13}})?{_GAP}{_ADVERB}{_GAP}(?:{units})")


def letter_digit(text: str, profile: Profile) -> Iterator[Edit]:
    """Letters that stand for digits inside of a number with a unit: `IOO 多亩`, `2O23年`, `l0月`.

    >>> clean("占地IOO 多亩，2O23年l0月建成", letter_digit)
    '占地100多亩，2023年10月建成'
    >>> clean("PM2.5、IPV6、H2O、5G、O型血、II类3个、表I2023年", letter_digit)  # letters that are letters: kept
    'PM2.5、IPV6、H2O、5G、O型血、II类3个、表I2023年'

    Why: no later rule sees a number in `IOO`.
    Safety: a unit must follow, and the letters must stand beside a digit or spell a one with zeros.
    """
    if not profile.fact(has_letters_in_numbers):
        return
    unit = _unit()
    for m in RUN.finditer(text):
        found = m.group().rstrip(".")
        if not ("I" in found or "l" in found or "O" in found or "o" in found):
            continue
        end = m.start() + len(found)
        before = text[m.start() - 1 : m.start()]
        if before and (before == "." or before.isascii() and before.isalnum()):
            continue
        counted = unit.match(text, end) or _WITH_DIGITS.match(text, end) if any(map(str.isdigit, found)) else unit.match(text, end)
        if not counted or len(found) > _MOST_DIGITS.get(counted[0][-1], len(found)):
            continue  # 表I2023年: a letter before a whole year
        if counted[0][-1] in _AFTER_LETTERS and not any(map(str.isdigit, found)):
            continue  # IO分配, IO字段
        day = found in ("l", "I", "Il", "lI", "II", "ll") and text[end : end + 1] in ("月", "日")
        if not day and (not _SHAPE.fullmatch(found) or found[0] in "Oo" and found[1:2] != "."):
            continue
        if found[0] in "Il" and found[1:2] == "." and _NO_DECIMAL.search(text[max(0, m.start() - 1) : m.start()]):
            continue
        while end < len(text) and text[end] in " \N{NO-BREAK SPACE}":
            end += 1
        yield Edit(m.start(), end, "".join(_DIGIT_OF.get(char, char) for char in found))


LOST_ONE = Lazy(r"(?<=[\u4e00-\u9fff，,（(])[Ll][.．]? {0,2}([0-9]{1,4})(?= ?[万萬亿億%％倍千百])")


def lost_one(text: str, profile: Profile) -> Iterator[Edit]:
    """`L 9万`: a one and its decimal point read as L.

    >>> clean("新增学位L 9万个", lost_one)
    '新增学位1.9万个'
    >>> clean("型号L9，标准L 9", lost_one)  # a name: kept
    '型号L9，标准L 9'
    """
    if not profile.fact(has_l):
        return
    for m in LOST_ONE.finditer(text):
        yield Edit(m.start(), m.end(), "1." + m[1])


DAY_YUE = Lazy("(?<=月)([0-9]{1,2}|[一二三四五六七八九十]{1,3})(曰)")


def yue_for_day(text: str, profile: Profile) -> Iterator[Edit]:
    """曰 for 日 in a date.

    >>> clean("2月3曰", yue_for_day), clean("子曰：三月不知肉味", yue_for_day)
    ('2月3日', '子曰：三月不知肉味')
    """
    if "曰" not in text:
        return
    for m in DAY_YUE.finditer(text):
        yield Edit(m.start(2), m.end(2), "日")


LIST_ONE = Lazy(r"(?:^|\n)[ \N{IDEOGRAPHIC SPACE}]{0,8}([lI])([、.．])")


def list_letter(text: str, profile: Profile) -> Iterator[Edit]:
    r"""The first item of a list numbered with a letter l or I, where the second one has a 2.

    >>> clean("l、加强领导\n2、明确责任", list_letter)
    '1、加强领导\n2、明确责任'
    >>> clean("I.总体要求\nII.主要任务", list_letter)  # Roman: kept
    'I.总体要求\nII.主要任务'
    """
    if not profile.fact(has_letter_head):
        return
    for m in LIST_ONE.finditer(text):
        if text.find("\n2" + m[2], m.end(), m.end() + 2000) >= 0:
            yield Edit(m.start(1), m.end(1), "1")


LOST_MONTH = Lazy(r"(?<![0-9])((?:19|20)[0-9]{2})([0-9]{2,4})(?=日)")


def lost_month(text: str, profile: Profile) -> Iterator[Edit]:
    """A date that lost its 年 and 月: `2020101日`. Its readings are proposed, none is taken.

    >>> clean("自20201231日起", lost_month)  # one reading; `2020111日` has two
    '自2020年12月31日起'
    >>> clean("共计20201日工作量", lost_month)  # no month and day in it: nothing
    '共计20201日工作量'
    """
    for m in LOST_MONTH.finditer(text):
        rest = m[2]
        for size in (1, 2):
            month, day = rest[:size], rest[size:]
            if day and 1 <= int(month) <= 12 and 1 <= int(day) <= 31 and len(day) <= 2:
                yield Edit(m.start(), m.end(), f"{m[1]}年{int(month)}月{int(day)}")


#: Letters beside what stands beside a digit, or before a month or day. With a literal first: `re` skips to it.
_IN_NUMBERS = tuple((letter.encode(), Lazy(f"{letter}(?:(?<=[0-9.IlOo].)|(?=[0-9.IlOo月日]))")) for letter in "OIlo")
_ONE_LIKE = Lazy(r"[Ll][. ]{0,3}[0-9]")


def has_letters_in_numbers(profile: Profile) -> bool:
    """Whether a letter that looks like a digit stands as digits do."""
    letters = profile.latin1
    for letter, pattern in _IN_NUMBERS:
        if letter in letters and pattern.search(profile.text):
            return True
    return False


def has_l(profile: Profile) -> bool:
    """Whether a letter occurs that could be a one."""
    letters = profile.latin1
    return (b"L" in letters or b"l" in letters) and _ONE_LIKE.search(letters.decode("latin-1")) is not None


#: A letter before the mark of a list, by its literal.
_NUMBERING = tuple((letter.encode(), Lazy(f"{letter}(?=[、.．])")) for letter in "lI")
_LIST_MARKS = frozenset("、.．")


def has_letter_head(profile: Profile) -> bool:
    """Whether a letter that could be a one numbers the item of a list."""
    letters = profile.latin1
    for letter, pattern in _NUMBERING:
        if letter in letters and pattern.search(profile.text):
            return any([line[1:2] in _LIST_MARKS for line in profile.edges.stripped if line[:1] in ("l", "I")])
    return False
