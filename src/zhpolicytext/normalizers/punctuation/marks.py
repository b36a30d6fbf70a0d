"""The marks of Chinese sentences in one width: ，：；！？（）."""

from bisect import bisect
from collections.abc import Iterable, Set
from functools import partial

from ...core.edits import Edit, Rewritten
from ...core.profile import Profile
from ...text.editing import rewritten
from ...text.gates import latin1
from ...text.match import Lazy
from ...text.ranges import HAN

FULL = {",": "，", ":": "：", ";": "；", "!": "！", "?": "？"}
#: What a Chinese clause can end with or begin with: characters and the marks that only Chinese has.
CHINESE = f"{HAN}、。，：；！？（）《》〈〉「」『』【】〔〕“”‘’…—％℃〇"
_CHINESE = Lazy(f"[{CHINESE}]")
_HAN = Lazy(f"[{HAN}]")
#: What a line of data or code shows: keys, assignments, tags.
_CODE = Lazy(r"""["'] ?[:=] ?["'{\[0-9]|= ?["']|</|/>|\\"|[({\[]["'](?=[!-~])""")
#: What a row of a table does not hold.
_SENTENCE = Lazy("[。；：、！？;:!?“”]|[^,\n]{16}")
#: A line with two commas and without the marks of sentences; nothing else may be a row.
_ROW = Lazy("\n[^,\n。；：、！？;:!?“”]*+,[^,\n。；：、！？;:!?“”]*+,[^\n。；：、！？;:!?“”]*+(?![^\n])")
_COUNTED = Lazy(f"[0-9.]{{1,12}}[{HAN}%％]")
_QUESTION = Lazy("[吗嗎呢么麼何谁誰哪几幾怎啥吧多少否不孰岂豈难難]")
LONGEST_QUESTION = 60
_NO_QUESTION = frozenset("。；，、：,;:“‘（(《〈「『【…")
#: How far the first Chinese character of a bracket may stand from its beginning.
LONGEST_LATIN = 400
_NUMBER = Lazy("[0-9]{1,3}")


def halfwidth_bracket(text: str, profile: Profile) -> Iterable[Edit]:
    """Round brackets of Latin width around Chinese.

    >>> clean("实施办法(试行),规划(2021—2025年)", halfwidth_bracket)
    '实施办法（试行）,规划（2021—2025年）'
    >>> clean("f(x)、(1)加强、长度(km)、print(结果)", halfwidth_bracket)  # formulas, numbers, units, code
    'f(x)、(1)加强、长度(km)、print(结果)'
    """
    wide = _brackets(text)
    if len(wide) < text.count("(") + text.count(")") or _foreign_lines(text):
        return _outside_of_foreign_lines(text, _bracket_edits(text, wide))
    return Rewritten(text.replace("(", "（").replace(")", "）"), partial(_bracket_edits, text, wide))


def _bracket_edits(text: str, wide: set[int]) -> list[Edit]:
    return [Edit(at, at + 1, "（" if text[at] == "(" else "）") for at in sorted(wide)]


def halfwidth_mark(text: str, profile: Profile) -> Iterable[Edit]:
    """Commas, colons, semicolons, exclamation and question marks of Latin width in Chinese.

    >>> clean("会议强调,一要统筹;二要落实: 抓好98%,力争100%!", halfwidth_mark)
    '会议强调，一要统筹；二要落实：抓好98%，力争100%！'
    >>> clean("1,234名,比例3:1,10:30,见http://a.cn/?q=1", halfwidth_mark)  # numbers and addresses
    '1,234名，比例3:1,10:30，见http://a.cn/?q=1'
    """
    if _foreign_lines(text):
        return _outside_of_foreign_lines(text, _marks(text))
    # Most marks stand between two Han characters: those at once, without an edit for each.
    plain = text
    for mark, between in _BETWEEN_HAN:
        if mark in plain:
            plain = between.sub(FULL[mark], plain)
    return Rewritten(rewritten(plain, _marks(plain)).text, partial(_marks, text))


def _marks(text: str) -> list[Edit]:
    out: list[tuple[int, int, str]] = []
    converted = -1
    for at in _found(text, FULL):
        mark = text[at]
        before = text[at - 1] if at else "\n"
        after = text[at + 1] if at + 1 < len(text) else "\n"
        if "\u4e00" <= before <= "\u9fff" and "\u4e00" <= after <= "\u9fff" and mark != "?":
            out.append((at, at + 1, FULL[mark]))  # most are between two Han characters
            continue
        if before < "\x80" and after < "\x80" and before not in ")%" and at != converted:
            continue  # 10:30, a, b: nothing Chinese beside it
        if mark in ",:" and mark in (before, after):
            continue  # 类::方法, cells of a table
        if at == converted or "\u4e00" <= before <= "\u9fff" or _CHINESE.match(before):
            if mark == "?" and not (at == converted and before in "?!") and not _asks(text, at):
                continue
            converted = at + 1
            if after == " " and at + 2 < len(text) and text[at + 2] not in " \n\t\N{IDEOGRAPHIC SPACE},:;!?":
                out.append((at, at + 2, FULL[mark]))  # the blank that Latin typing puts behind a mark
            else:
                out.append((at, at + 1, FULL[mark]))
        elif mark == "," and (before.isalnum() or before in "%％)") and _HAN.match(after):
            out.append((at, at + 1, "，"))
        elif before == "%" and mark in ",;" and _COUNTED.match(text, at + 1):
            out.append((at, at + 1, FULL[mark]))
        elif before in ")%" and (_CHINESE.match(after) or (before == "%" and after == "\n")):
            out.append((at, at + 1, FULL[mark]))
    return list(map(_edit, out))


_edit = partial(tuple.__new__, Edit)  # a third of what the constructor takes


#: With its literal first, to which `re` skips. A question mark may be a lost character.
_BETWEEN_HAN = tuple((mark, Lazy(f"{mark}(?<=[\u4e00-\u9fff].)(?=[\u4e00-\u9fff])")) for mark in ",:;!")


def _asks(text: str, at: int) -> bool:
    """The clause before the mark is a question. A lost character leaves a question mark too (author?author), an emoji one
    or several, a fixed blank one and a blank: behind another mark or an opening one, or four in a row, they ask nothing."""
    if text[at - 1] in _NO_QUESTION or text.startswith(("????", "? ?", "?? ?"), at):
        return False
    begin = max(text.rfind("。", max(at - LONGEST_QUESTION, 0), at) + 1, at - LONGEST_QUESTION, 0)
    return _QUESTION.search(text, begin, at) is not None or at + 1 == len(text) or text[at + 1] in "\n”’」》）)!！"


def has_halfwidth_mark(profile: Profile) -> bool:
    """Some mark of Latin width stands in the text."""
    latin = profile.fact(latin1)
    return b"," in latin or b":" in latin or b";" in latin or b"!" in latin or b"?" in latin


def has_halfwidth_bracket(profile: Profile) -> bool:
    """Some round bracket of Latin width stands in the text."""
    latin = profile.fact(latin1)
    return b"(" in latin or b")" in latin


def _found(text: str, marks: Iterable[str]) -> list[int]:
    """Where the marks stand. One search for each is faster than a class: 0.2 µs against 6 µs for 2,000 characters."""
    out = []
    for mark in marks:
        at = text.find(mark)
        while at >= 0:
            out.append(at)
            at = text.find(mark, at + 1)
    out.sort()
    return out


def _foreign_lines(text: str) -> list[tuple[int, int]]:
    """Lines of data or code, and tables with commas between their cells: two lines or more with equally many."""
    is_code = '"' in text or "<" in text or "'" in text
    if not is_code and ("," not in text or not _ROW.search("\n" + text)):
        return []
    out = []
    start = 0
    cells = 0  # commas of the line before, if it may be a row
    before = (0, 0)
    for line in text.split("\n"):
        end = start + len(line)
        commas = line.count(",")
        if is_code and ('"' in line or "<" in line or "'" in line) and _CODE.search(line):
            out.append((start, end))
            commas = 0
        elif commas < 2 or len(line) - commas > 15 * (commas + 1) or _SENTENCE.search(line):  # of so many pieces one is long
            commas = 0
        elif commas == cells:
            if not out or out[-1] != before:
                out.append(before)
            out.append((start, end))
        cells, before = commas, (start, end)
        start = end + 1
    return out


def _outside_of_foreign_lines(text: str, edits: list[Edit]) -> Iterable[Edit]:
    foreign = _foreign_lines(text) if edits else []
    if foreign:
        starts = [start for start, _ in foreign]
        ends = [-1, *(end for _, end in foreign)]
        edits = [edit for edit in edits if edit.start >= ends[bisect(starts, edit.start)]]
    return rewritten(text, edits)


def _brackets(text: str) -> set[int]:
    """The places of the brackets that are to become full width.

    A bracket that becomes wide is Chinese beside the next one: ((中)) has one width all through, and so has (中)(国).
    """
    if "（" not in text and "）" not in text and ")(" not in text:
        flat = [(found.start(), found.end() - 1) for found in _PAIR.finditer(text)]
        if 2 * len(flat) == text.count("(") + text.count(")"):  # most often: none in another, none beside another
            return {at for begin, end in flat if _is_chinese_pair(text, begin, end, _NONE) for at in (begin, end)}
    pairs: dict[int, tuple[int, int]] = {}  # by both ends
    opened: list[int] = []
    before = 0
    for at in _found(text, "()（）"):
        if opened and text.find("\n", before, at) >= 0:
            opened.clear()
        before = at
        if text[at] in "(（":
            opened.append(at)
        elif opened:
            begin = opened.pop()
            pairs[begin] = pairs[at] = (begin, at)
    wide: set[int] = set()
    waiting = [pair for at, pair in pairs.items() if at == pair[0]]
    while waiting:
        begin, end = waiting.pop()
        if begin in wide or end in wide or not _is_chinese_pair(text, begin, end, wide):
            continue
        wide.update(at for at in (begin, end) if text[at] in "()")
        waiting += [pairs[at] for at in (begin - 1, begin + 1, end - 1, end + 1) if at in pairs]
    return wide


_PAIR = Lazy(r"\([^()\n]*+\)")
_NONE: frozenset[int] = frozenset()


def _before_marks(text: str, end: int) -> int:
    """The last place before a row of marks, three at the most."""
    at = end - 1
    while at >= 0 and at > end - 4 and text[at] in FULL:
        at -= 1
    return at


def _is_chinese_pair(text: str, begin: int, end: int, wide: Set[int]) -> bool:
    if text[begin] != "(" and text[end] != ")":
        return False
    if text[begin] != "(" or text[end] != ")":
        return True  # one of the two is full width already
    before = "（" if begin - 1 in wide else text[begin - 1] if begin else "\n"
    after = "）" if end + 1 in wide else text[end + 1] if end + 1 < len(text) else "\n"
    if before in FULL and (at := _before_marks(text, begin)) >= 0 and _HAN.match(text, at) and (
            text[at + 1] != "?" or _asks(text, at + 1)):
        before = FULL[before]  # it is to become full width, too
    if after in FULL and end + 2 < len(text) and _HAN.match(text, end + 2):
        after = FULL[after]
    if after == "." and text[end + 2 : end + 3].isascii() and text[end + 2 : end + 3].isalpha():
        return False  # the name of a file: 通知(终稿).docx
    if _HAN.search(text, begin + 1, min(end, begin + LONGEST_LATIN)):
        return not before.isascii() or before == "\n" or (not after.isascii() and after != "\n") or before in "0123456789%"
    return _HAN.match(before) is not None and _NUMBER.fullmatch(text, begin + 1, end) is None and (
        text[begin + 1 : end].replace("-", "").replace("—", "").isdigit()
    )
