"""Where a numeral is not a number: ordinals, quoted terms, titles, fixed phrases, identifiers."""

import re
from functools import cache

from ..text.match import Lazy
from ..text.scripts import simplified_forms
from ..text.tables import rows

NUMERAL = "零〇○一二三四五六七八九两兩十百千万萬亿億"
#: White space that typists and page layouts leave inside a number. The ideographic space is none: it indents.
SPACE = " \N{NO-BREAK SPACE}\u2000-\u200a"
SPACES = frozenset(" \N{NO-BREAK SPACE}" + "".join(map(chr, range(0x2000, 0x200B))))
DIGIT = "0-9０-９"

#: 第十三、十四、: what stands before a further member of a list of ordinals.
_ORDINALS = Lazy(
    rf"第[{SPACE}]?[{NUMERAL}{DIGIT}]{{1,8}}(?:[编章节節条條款项項届屆次期批卷页頁]?[、和及与與至到或,—–~-]第?[{NUMERAL}{DIGIT}]{{1,8}}){{0,6}}"
    r"[编章节節条條款项項届屆次期批卷页頁]?(?:之[一二三四五六七八九十])?[、和及与與至到或,—–~-]$"
)
_JOINS = "、和及与與至到或,—–~-"
_SENTENCE_MARKS = Lazy("[，。；：！？,;:!?\n]")
_OPENING_QUOTE = Lazy("[“‘「『〈\"]")
_QUOTES = {"“": "”", "‘": "’", "「": "」", "『": "』", "〈": "〉", '"': '"'}
#: Sessions: 十二次会议 is the twelfth, unless somebody held twelve.
_SESSION = Lazy(f"(?:[、和及与與至到]第?[{NUMERAL}]{{1,4}}次){{0,4}}"
                "(?:会议|會議|全会|全會|全体|全體|常务|常務|常委|党代|黨代|党委|代表大会|代表大會|例会|例會|集体学习|集體學習|"
                "[学教工团妇科文残侨]代会|扩大会|擴大會|主席|理事|委员|院务|办公会|局务|政府|部务|董事|主任|学术|[党黨]组)")
_HELD = Lazy("(?:召开|召開|举行|舉行|组织|組織|召集|举办|舉辦|先后|先後|累计|累計|开展|開展|参加|參加|出席|主持|共|开|開|了|过|過)$")


def is_ordinal(text: str, start: int) -> bool:
    """Whether a numeral follows 第, or continues a list of ordinals.

    >>> is_ordinal("第十二条", 1), is_ordinal("第十三、十四条", 4), is_ordinal("共十二条", 1)
    (True, True, False)
    """
    before = text[start - 1 : start]
    if before not in BEFORE_ORDINALS:
        return False
    if before in SPACE_SET:
        before = text[start - 2 : start - 1]
    return before == "第" or (before != "" and before in _JOINS and bool(_ORDINALS.search(text[max(0, start - 40) : start])))


SPACE_SET = frozenset(" \t\N{NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}\u2002\u2003\u2009")
BEFORE_ORDINALS = SPACE_SET | frozenset("第" + _JOINS)


def is_session(text: str, start: int, end: int) -> bool:
    """Whether N次 (``end``: behind 次) numbers a meeting.

    >>> is_session("市政府三十次常务会议", 3, 6), is_session("先后召开十二次会议", 4, 7)
    (True, False)
    >>> is_session("经十三次、十四次会议审议", 1, 4)  # of a list
    True
    """
    found = _SESSION.match(text, end)
    return found is not None and (found.group()[0] in _JOINS or not _HELD.search(text[max(0, start - 4) : start]))


_INSTITUTION = Lazy("(?:集团|集團|公司|电科|電科|航天|中船|船舶|兵器|核工业|中铁|中建|中交|研究院|科学院|央视|电视台|電視台|卫视|电台|[部师军]队)$")


#: 五所、 before 十四所.
_BRANCHES_BEFORE = Lazy(f"(?:[{NUMERAL}]{{1,5}}[所部处處套站队隊组組][、和及与與]){{1,6}}$")


def is_institution(text: str, start: int) -> bool:
    """Whether a numeral numbers a branch of what stands before: 中国电科十四所, 央视十三套.

    >>> is_institution("中国电科十四所", 4), is_institution("新建十四所", 2)
    (True, False)
    >>> is_institution("中国电科五所、十四所", 7)  # of a list
    True
    """
    listed = _BRANCHES_BEFORE.search(text, max(0, start - 40), start) if text[start - 1 : start] in _JOINS else None
    begin = listed.start() if listed else start
    return bool(_INSTITUTION.search(text[max(0, begin - 3) : begin]))


def is_titled(text: str, start: int) -> bool:
    """Whether an offset stands inside of 《》."""
    opening = text.rfind("《", max(0, start - 100), start)
    return opening >= 0 and text.find("》", opening, start) < 0


def is_kept_han(text: str, start: int, end: int, floor: int) -> bool:
    """Whether Han numerals stay because of where they stand: titles, terms, lists of numerals, Japanese."""
    return (is_titled(text, start) or is_quoted(text, start, end) or is_listed(text, start, floor)
            or is_japanese(text, start, end))


def is_quoted(text: str, start: int, end: int) -> bool:
    """Whether a span stands in a short quotation without a sentence mark: a term, not speech.

    >>> is_quoted("“二十四字”要求", 1, 5), is_quoted("他说：“今年要建二十四所学校，确保开学。”", 8, 12)
    (True, False)
    """
    low = max(0, start - 12)
    if not _OPENING_QUOTE.search(text, low, start):
        return False
    for opening, closing in _QUOTES.items():
        left = text.rfind(opening, low, start)
        if left < 0 or (opening != closing and text.find(closing, left, start) >= 0):
            continue
        right = text.find(closing, end, left + 14)
        if right >= 0 and not _SENTENCE_MARKS.search(text, left + 1, right):
            return True
    return False


@cache
def _phrases() -> dict[str, tuple[tuple[str, int], ...]]:
    """Protected phrases by each numeral run inside of them, with the offset of the run."""
    index: dict[str, list[tuple[str, int]]] = {}
    for row in rows("protected_phrases.tsv"):
        for run in re.finditer(f"[{NUMERAL}]+", row[0]):
            index.setdefault(run.group(), []).append((row[0], run.start()))
    return {run: tuple(found) for run, found in index.items()}


def is_phrase(text: str, start: int, end: int) -> bool:
    """Whether a Han numeral (the whole run) belongs to a fixed phrase of ``data/protected_phrases.tsv``.

    >>> is_phrase("五百年必有王者兴", 0, 2)
    True
    """
    return any(text.startswith(phrase, start - at) or _simplified(text[start - at : start - at + len(phrase)]) == phrase
               for phrase, at in _phrases().get(text[start:end], ()) if start >= at)


def _simplified(text: str) -> str:
    """兩個一百年 is 两个一百年: the phrases stand in one script only."""
    forms = simplified_forms()
    return "".join(forms.get(char, char) for char in text)


_KANA = Lazy("[\u3041-\u30ff]")


def is_japanese(text: str, start: int, end: int) -> bool:
    """Whether kana stand beside a span: 十二分に is no Chinese.

    >>> is_japanese("二十一日以内に", 0, 6), is_japanese("二十一日以内", 0, 6)
    (True, False)
    """
    return bool(_KANA.search(text, max(0, start - 4), end + 4))


def is_listed(text: str, start: int, floor: int) -> bool:
    """Whether a Han numeral goes on after another one and 、: 五、六十名 is five or six times ten.

    >>> is_listed("五、六十名", 2, 0), is_listed("三名、六十名", 3, 0)
    (True, False)
    """
    return start - 1 > floor and text[start - 1] == "、" and text[start - 2] in NUMERAL


_WORD_LEFT = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_+/·@#*=&\\^<>$|'`～~")
_WORD_RIGHT = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_+/·@#*=&\\^<>|:：'`")
#: All that may join a number to what stands before or behind it: mostly there is none of it.
JOINED_LEFT, _RIGHT = _WORD_LEFT | frozenset(",，.．:：-－—–−"), _WORD_RIGHT | frozenset(".-－—–,")
#: The marker of a list, at the start of a line.
_MARKER = Lazy(rf"(?:^|\n)[{SPACE}\u3000]*[0-9]{{1,2}}[.．]$")
_GROUP = Lazy(f"[{DIGIT}]{{3}}(?![{DIGIT}])")
#: What runs on from an identifier: everything up to the next character that is none of its own. Bounded: linear time.
IDENTIFIER = Lazy(r"[0-9A-Za-z０-９_+/:·.@#&=?%~,—–－-]{1,80}")


def is_identifier_left(text: str, start: int) -> bool:
    """Whether what stands before an Arabic digit makes it a part of an identifier, a version or a formula."""
    before = text[start - 1 : start]
    if before not in JOINED_LEFT:
        return False
    if before in _WORD_LEFT:
        return before != ""
    if before in (",", "，"):  # the second group of a number that is none: １，２００
        return text[start - 2 : start - 1].isdigit() and _GROUP.match(text, start) is not None
    if before in (".", "．", ":", "：", "-", "－", "—", "–", "−"):
        if before in ".．" and _MARKER.search(text[max(0, start - 8) : start]):
            return False
        further = text[start - 2 : start - 1]
        return further.isascii() and further.isalnum() or "０" <= further <= "９" or before in "-－—–−" and further in ("", " ")
    return False


def is_identifier_right(text: str, end: int) -> bool:
    """Whether what follows a number makes it a part of an identifier, a version or a formula."""
    after = text[end : end + 1]
    if after not in _RIGHT:
        return False
    if after in _WORD_RIGHT:
        return after != ""
    if after in (".", "-", "－", "—", "–", ","):
        further = text[end + 1 : end + 2]
        return further.isascii() and further.isalnum()
    return False
