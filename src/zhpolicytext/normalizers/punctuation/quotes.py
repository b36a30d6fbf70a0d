"""Quotation marks: doubled, in the wrong place, the wrong way round, or straight."""

from collections.abc import Iterator

from ...core.edits import Edit
from ...core.profile import Profile
from ...text.sieve import QUOTES, finds
from ...text.match import Lazy
from ...text.ranges import HAN

_DOUBLED = Lazy("““([^“”\n]{1,30})””|《《([^《》\n]{1,60})》》")
#: One literal and a look ahead: half of what `"““" in text` takes.
_ODD_OPENING, _TWO_TITLES = Lazy("“(?=[“,，、；;])"), Lazy("《(?=《)")
#: A literal first character: `re` skips to it ten times as fast as it looks behind every place.
_SWAPPED = Lazy("“([,，、；;])(?=[^“”\n]{1,40}”)")
_BEFORE = Lazy(f"[{HAN}0-9％%》）)]")
_QUOTE = Lazy("[“”\n]")
#: What a short quotation does not hold.
_SENTENCE = Lazy("[。！？；;!?]")
_WORD = Lazy(f"[{HAN}A-Za-z0-9％%]")
_WORDS = Lazy(f"[{HAN}A-Za-z0-9％%]+")
#: What stands between two quotations: the ends of one and the beginning of the other are seen.
_JOINS = frozenset(("以及", "或者", "还是", "還是", "乃至", "并且", "就是", "变成", "變成", "变为", "變為", "转向", "轉向", "走向", "迈向", "邁向"))
_STRAIGHT = Lazy('["＂\n]')
_HAN = Lazy(f"[{HAN}]")
#: A line of data or code, where straight quotes are syntax.
_CODE = Lazy(r"""["'] ?[:,=+] ?["'{\[]|= ?["']|[({\[]["']|["'][)}\]]|\\"|[{}<>]""")
#: A bracket of Chinese with a quotation in it is no call of a function: (以下简称"双减"), 实施("双减")政策.
_CHINESE_BRACKET = Lazy(rf"""\([{HAN}、，,：:《》]{{2,40}}["＂][{HAN}0-9A-Za-z+—-]{{1,30}}["＂][{HAN}]{{0,12}}\)|(?<=[{HAN}"＂])\(["＂][{HAN}0-9]{{1,30}}["＂]\)""")
_PAUSES = frozenset("，。、；：！？）,.;:!?)")
LONGEST = 40  # characters of a quotation whose marks stand the wrong way round


def doubled_quote(text: str, profile: Profile) -> Iterator[Edit]:
    """Quotation marks doubled around one and the same word.

    >>> clean("落实““十四五””规划,印发《《实施方案》》", doubled_quote)
    '落实“十四五”规划,印发《实施方案》'
    >>> clean("““一网通办”和“一窗受理””", doubled_quote)  # quotations inside a quotation
    '““一网通办”和“一窗受理””'
    """
    for match in _DOUBLED.finditer(text):
        yield Edit(match.start(), match.start() + 1, "")
        yield Edit(match.end() - 1, match.end(), "")


def swapped_quote(text: str, profile: Profile) -> Iterator[Edit]:
    """An opening quotation mark that changed places with the comma before it.

    >>> clean("围绕总目标“,两基”攻坚如期完成", swapped_quote)
    '围绕总目标,“两基”攻坚如期完成'
    >>> clean("句号、逗号“，”和顿号", swapped_quote)  # the mark itself is quoted
    '句号、逗号“，”和顿号'
    """
    for match in _SWAPPED.finditer(text):
        if match.start() and _BEFORE.match(text, match.start() - 1):
            yield Edit(*match.span(), match[1] + "“")


def reversed_quote(text: str, profile: Profile) -> Iterator[Edit]:
    """A quotation mark that stands the wrong way round.

    >>> clean("职业教育体系”上下贯通”又一次突破“天花板“。", reversed_quote)
    '职业教育体系“上下贯通”又一次突破“天花板”。'
    >>> clean("坚持”五育并举“理念，落实”双减“要求", reversed_quote)  # all of a line
    '坚持“五育并举”理念，落实“双减”要求'
    >>> clean("“近年来,落实“双减”政策。\\n减轻负担”,取得实效", reversed_quote)  # a quotation over two paragraphs
    '“近年来,落实“双减”政策。\\n减轻负担”,取得实效'
    """
    if not profile.fact(has_turned_quote):
        return
    marks = [(-1, "\n"), *((match.start(), match[0]) for match in _QUOTE.finditer(text))]
    marks += [(len(text), "\n")] * 2
    is_open = is_unclosed = False
    k = 0
    while k < len(marks) - 2:
        at, mark = marks[k]
        after, following = marks[k + 1]
        if mark == "\n":
            is_unclosed, is_open = is_open, False
            if pairs := 0 if is_unclosed else _turned_pairs(text, marks, k + 1):
                for turned, opening in marks[k + 1 : k + 1 + 2 * pairs]:
                    yield Edit(turned, turned + 1, "“" if opening == "”" else "”")
                k += 2 * pairs
        elif mark == "“":
            if not is_open and following == "“" and marks[k + 2][1] == "\n" and _closes(text, at, after):
                yield Edit(after, after + 1, "”")
                k += 2
                continue
            is_open = True
        elif is_open:
            is_open = False
        elif following == "”" and _is_short(text, at, after) and _opens(text, at):
            yield Edit(at, at + 1, "“")
            k += 2
            continue
        k += 1


def straight_quote(text: str, profile: Profile) -> Iterator[Edit]:
    """Straight quotation marks around Chinese.

    >>> clean('落实"十四五"规划', straight_quote)
    '落实“十四五”规划'
    >>> clean('{"name": "教育"} alt="校园" 5"屏幕', straight_quote)  # data, code, inches
    '{"name": "教育"} alt="校园" 5"屏幕'
    """
    line: list[int] = []
    begin = 0
    for match in _STRAIGHT.finditer(text):
        if match[0] != "\n":
            line.append(match.start())
            continue
        if line:
            yield from _paired(text, begin, match.start(), line)
            line = []
        begin = match.end()
    if line:
        yield from _paired(text, begin, len(text), line)


def odd_openings(profile: Profile) -> bool:
    """An opening mark stands before another one, or before a pause."""
    return _ODD_OPENING.search(profile.text) is not None


def has_swapped_quote(profile: Profile) -> bool:
    """An opening mark stands before a pause."""
    return profile.fact(odd_openings) and _SWAPPED.search(profile.text) is not None


def has_doubled_quote(profile: Profile) -> bool:
    """Two opening marks stand together."""
    if finds in profile and not profile[finds] & QUOTES:  # what the pre-scan saw; it is not made for this alone
        return False
    return profile.fact(odd_openings) and "““" in profile.text or _TWO_TITLES.search(profile.text) is not None


def has_turned_quote(profile: Profile) -> bool:
    """There are not as many opening as closing marks, or a closing one comes first."""
    text = profile.text
    opening = text.count("“")
    return opening != text.count("”") or (opening > 0 and text.find("”") < text.find("“"))


def _is_short(text: str, start: int, end: int) -> bool:
    """What stands between two quotation marks may be a quoted word."""
    return 1 < end - start <= LONGEST and not _SENTENCE.search(text, start + 1, end)


def _opens(text: str, at: int) -> bool:
    """The quotation mark there stands where an opening one can: before a word, behind a word, a pause or nothing."""
    return _WORD.match(text, at + 1) is not None and (at == 0 or text[at - 1] not in "。，,；;”’）)》")


def _turned_pairs(text: str, marks: list[tuple[int, str]], first: int) -> int:
    """How many pairs a line holds, from its first mark on, if they all stand the wrong way round: ”双减“."""
    end = first
    while marks[end][1] != "\n":
        end += 1
    line = marks[first:end]
    if len(line) % 2 or not line:
        return 0
    for (at, left), (after, right) in zip(line[::2], line[1::2], strict=True):
        word = text[at + 1 : after]
        if left != "”" or right != "“" or not 1 < len(word) < 14 or word in _JOINS or not _opens(text, at) or not _WORDS.fullmatch(word):
            return 0
    return len(line) // 2


def _closes(text: str, at: int, after: int) -> bool:
    """The second of two opening marks, the last ones of a line, ends a word that the first one began."""
    return at > 0 and after - at <= 13 and _WORD.match(text, at - 1) is not None and (
        all(_WORD.match(text, place) for place in range(at + 1, after)))


def _paired(text: str, begin: int, end: int, marks: list[int]) -> Iterator[Edit]:
    if len(marks) % 2 or _CODE.search(text, begin, end) and _CODE.search(_CHINESE_BRACKET.sub("", text[begin:end])):
        return
    if any(text[at + 1] in _PAUSES and marks[2 * k + 1] > at + 2 for k, at in enumerate(marks[::2])):
        return  # it closes what the line before opened: every other mark of the line would be the wrong way round
    for opening, closing in zip(marks[::2], marks[1::2], strict=True):
        if _HAN.search(text, opening + 1, closing) or (_is_han(text, opening - 1) and _is_han(text, closing + 1)):
            yield Edit(opening, opening + 1, "“")
            yield Edit(closing, closing + 1, "”")


def _is_han(text: str, at: int) -> bool:
    return 0 <= at < len(text) and _HAN.match(text, at) is not None
