"""Blanks inside of words: titles that were spread over a line, and stray blanks in a sentence."""

from collections.abc import Iterator, Sequence
from functools import cache

from ...core.edits import Edit
from ...core.profile import Profile
from ...text.cuts import saved
from ...text.fold import folded
from ...text.language_model import language_model
from ...text.match import Lazy
from ...text.ranges import HAN, HAN_BASIC
from ...text.tables import rows

_SPACE = "[ \t\N{IDEOGRAPHIC SPACE}\N{NO-BREAK SPACE}]"
#: Blanks between two Han characters, by the first: a literal, to which `re` skips. An indented paragraph has none.
_INNER_BLANK, _INNER_FIXED, _INNER_TAB, _INNER_WIDE = (
    Lazy(rf"{blank}(?<=[{HAN_BASIC}].){_SPACE}*+(?=[{HAN_BASIC}])") for blank in " \N{NO-BREAK SPACE}\t\N{IDEOGRAPHIC SPACE}")


def has_inner_spaces(profile: Profile) -> bool:
    """Whether a blank stands between two Han characters of a line."""
    text, below = profile.text, profile.latin1
    return (b" " in below and _INNER_BLANK.search(text) is not None
            or b"\xa0" in below and _INNER_FIXED.search(text) is not None
            or b"\t" in below and _INNER_TAB.search(text) is not None
            or "\N{IDEOGRAPHIC SPACE}" in text and _INNER_WIDE.search(text) is not None)


SPREAD = Lazy(rf"{_SPACE}{{0,40}}[{HAN}](?:{_SPACE}{{1,12}}[{HAN}《》（）〔〕、]){{1,60}}{_SPACE}{{0,40}}")
#: Four single characters or more in a row, each apart from the next by one blank.
SPREAD_RUN = Lazy(rf"(?<![{HAN}] )(?<![{HAN}])[{HAN}](?:[ \N{{NO-BREAK SPACE}}\N{{IDEOGRAPHIC SPACE}}][{HAN}]){{3,40}}(?![{HAN}])")
#: A character between two blanks: without one there is no row.
LONE = Lazy(rf"[ \N{{NO-BREAK SPACE}}\N{{IDEOGRAPHIC SPACE}}][{HAN}][ \N{{NO-BREAK SPACE}}\N{{IDEOGRAPHIC SPACE}}]")
#: Rows of these are enumerations, not words: 甲 乙 丙 丁, 一 二 三 四, 东 南 西 北, 日 一 二 三, 春 夏 秋 冬.
ROWS = frozenset("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥一二三四五六七八九十〇零百千东東南西北中上下左右春夏秋冬日月年"
                 "金木水火土大小高低优良差男女德智体美劳劳是否有无正副红黄蓝绿黑白")
#: Bits a character of a heading: policy prose has 4 to 5, a row of words side by side (省 委 书 记) more.
PLAUSIBLE = 4.0


@cache
def _words() -> tuple[frozenset[str], tuple[str, ...]]:
    table = rows("spaced_words.tsv")
    return (frozenset(row[0] for row in table if row[1] == "alone"),
            tuple(sorted({row[0] for row in table if row[1] == "end"})))


def _is_word(compact: str, text: str) -> bool:
    """Whether characters that stand apart are one title, heading or name of a body."""
    alone, ends = _words()
    simplified = folded(compact)
    if simplified in alone:
        return True
    if len(compact) < 4 or sum(char in ROWS for char in compact) * 2 > len(compact):
        return False
    if simplified.endswith(ends):
        return True
    return len(compact) <= 30 and (compact in text or language_model().bits(compact) / len(compact) < PLAUSIBLE)


def spaced_title(text: str, profile: Profile) -> Iterator[Edit]:
    r"""Titles and names of bodies whose characters were spread: `通 知`, `教 育 部 办 公 厅`.

    >>> clean("通 知\n各学校：", spaced_title), clean("云 泽 市 教 育 局", spaced_title)
    ('通知\n各学校：', '云泽市教育局')
    >>> clean("李  明\n王 小 红\n甲 乙 丙 丁", spaced_title)  # padded names, a row of signs: kept
    '李  明\n王 小 红\n甲 乙 丙 丁'

    Safety: a line of two or three characters must be a word that documents are known to spread.
    """
    if not profile.fact(has_inner_spaces) or not _may_be_spread(text):
        return
    places = _lines_with_blanks(text, profile.lines)
    if not places:
        return
    lines, spans = profile.lines, profile.line_spans
    for place in places:
        line, start = lines[place], spans[place][0]
        if len(line) < 3:
            continue
        if len(line) <= 200 and SPREAD.fullmatch(line):
            stripped = line.strip()
            compact = "".join(stripped.split())
            if _is_word(compact, text):
                yield from _gaps(stripped, start + line.find(stripped[0]))
            continue
        if " " not in line and "\N{NO-BREAK SPACE}" not in line and "\N{IDEOGRAPHIC SPACE}" not in line:
            continue
        if not LONE.search(line):
            continue
        for m in SPREAD_RUN.finditer(line):
            if _is_word("".join(m.group().split()), text):
                yield from _gaps(m.group(), start + m.start())


#: A line that begins as a spread one does, and characters between two blanks, by the blank.
_SPREAD_HEAD = Lazy(rf"\n{_SPACE}{{0,40}}[{HAN}]{_SPACE}")
_LONES = tuple((blank, Lazy(rf"{blank}(?=[{HAN}][ \N{{NO-BREAK SPACE}}\N{{IDEOGRAPHIC SPACE}}])"))
               for blank in " \N{NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}")


def _may_be_spread(text: str) -> bool:
    """Whether a line begins with a character that stands apart, or one stands between blanks: asked of the text as a whole."""
    if _SPREAD_HEAD.search(text) is not None or _SPREAD_HEAD.match("\n" + text[:50]) is not None:
        return True
    return any(blank in text and lone.search(text) is not None for blank, lone in _LONES)


def _lines_with_blanks(text: str, lines: Sequence[str]) -> list[int]:
    places = [[k for k, line in enumerate(lines) if blank in line]
              for blank in " \t\N{IDEOGRAPHIC SPACE}\N{NO-BREAK SPACE}" if blank in text]
    return places[0] if len(places) == 1 else sorted(set().union(*places))


def _gaps(stripped: str, start: int) -> Iterator[Edit]:
    for m in GAPS.finditer(stripped):
        yield Edit(start + m.start(), start + m.end(), "")


GAPS = Lazy(rf"{_SPACE}+")
#: One blank between two Han, by its literal: of most blanks nothing else is to be known.
_BETWEEN = Lazy(" (?<=[\u4e00-\u9fff].)(?=[\u4e00-\u9fff])")
_BETWEEN_FIXED = Lazy("\N{NO-BREAK SPACE}(?<=[\u4e00-\u9fff].)(?=[\u4e00-\u9fff])")
_DIVISION = Lazy("第[一二三四五六七八九十百零〇]{1,3}[编章节条款部分篇课]$|^[一二三四五六七八九十百零〇]{2,3}[章节条款]$")
_TOKEN_BEFORE = Lazy(rf"[{HAN}]{{1,4}}$")
_TOKEN_AFTER = Lazy(rf"[{HAN}]{{1,4}}")
#: Bits that the characters behind a blank save by what stands before it. Between two phrases of the work reports 4 in
#: 1,000 save so much, inside of a clause every second place.
SURELY_INSIDE = 9.0
#: Enough where the document has several such blanks (1 phrase boundary in 40, four places of a clause in five).
LIKELY_INSIDE = 4.0


def _candidates(text: str) -> list[tuple[int, float]]:
    """The single blanks between Han, and the bits that the right side saves by following the left."""
    out = []
    places = [match.start() for match in _BETWEEN.finditer(text)]
    if "\N{NO-BREAK SPACE}" in text:
        places = sorted(places + [match.start() for match in _BETWEEN_FIXED.finditer(text)])
    for at in places:
        left, right = _TOKEN_BEFORE.search(text, max(0, at - 4), at), _TOKEN_AFTER.match(text, at + 1)
        if left is None or right is None:
            continue
        before, after = left.group(), right.group()
        if len(before) == 1 and len(after) <= 2 or _DIVISION.search(before):
            continue  # a padded name, or a spread title; the number of a chapter
        if before.endswith(("记者", "記者", "讯", "訊")) or after.startswith(("记者", "記者")):
            continue  # a byline: 本报讯 记者 某某
        out.append((at, saved(before, after)))
    return out


def inside_words(profile: Profile) -> frozenset[int]:
    """The single blanks that stand inside of words."""
    found = _candidates(profile.text)
    sure = sum(bits >= SURELY_INSIDE - 2 for _, bits in found)
    least = LIKELY_INSIDE if sure >= 3 and sure * 5 >= len(found) * 2 else SURELY_INSIDE
    return frozenset(at for at, bits in found if bits >= least and not _parts_a_headline(profile.text, at))


#: What a headline of two parts has none of: 深夜突发火灾 现场腾起火光.
_PROSE_MARK = Lazy("[，。；：、,;:]")
_OF_ONE_WORD = 2.0  # bits that joining saves: less inside of two words


def _parts_a_headline(text: str, at: int) -> bool:
    """Two words side by side, on a short line without a mark of prose: there blanks are marks. 教|育 is one word."""
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    end = end if end >= 0 else len(text)
    if end - start > 60 or at - start < 4 or end - at < 5 or _PROSE_MARK.search(text, start, end):
        return False
    return saved(text[at - 1], text[at + 1 : at + 5]) < _OF_ONE_WORD


def spaced_word(text: str, profile: Profile) -> Iterator[Edit]:
    """A single blank inside of a word: what stands before it makes what stands behind it expected.

    >>> clean("深入贯 彻落实党的教育方针", spaced_word)
    '深入贯彻落实党的教育方针'
    >>> clean("以“提质 赋能 创新”为目标，记者 王文", spaced_word)  # phrases side by side: kept
    '以“提质 赋能 创新”为目标，记者 王文'

    Safety: by the language model of policy text. One blank alone must save 9 bits; where three of a document, and two of
    five, save nearly so much, 4 are enough for the others.
    """
    if not profile.fact(has_inner_spaces):
        return
    for at in sorted(profile.fact(inside_words)):
        yield Edit(at, at + 1, "")
