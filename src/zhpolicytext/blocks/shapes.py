"""The first hypothesis that fits a line."""

from functools import lru_cache

from ..text.match import Lazy
from . import phrases
from .bylines import byline_fields, named_in
from .fields import DATE
from .gate import says_nothing
from .lines import WHOLE, Line, Sheet
from .quiet import is_quiet
from .shape import Shape
from .statements import REGISTERED, disclaimer_in, is_advertising, is_imprint, is_promotion, statement_in
from .suffix import SITE_SUFFIX
from .widgets import END, RULE_LINE, controls_in, is_crumb, is_data, widget_in


BULLET = Lazy(r"^[·*>◆◇★☆※▼▲◎○□ -]{1,6}(?=[^ ])")
#: What a player shows.
TIME_CODE = Lazy(r"\d{1,2}:\d\d(?::\d\d)?(?: ?/ ?\d{1,2}:\d\d(?::\d\d)?)?")
#: The date of a signature: no other hypothesis fits it.
DAY = Lazy("(?:19|20)[0-9]{2}年[01]?[0-9]月[0-3]?[0-9]日")
LATIN_OR_HAN = Lazy("[\u4e00-\u9fffa-z0-9]")


def shapes_of(sheet: Sheet) -> list[Shape]:
    """The shape of every line."""
    lines = sheet.lines
    shapes = [Shape.NONE] * len(lines)
    for k in sheet.looked:
        line = lines[k]
        if line.size <= 40 and line.host == WHOLE:
            shapes[k], line.text = _of_text(line.raw)
        else:
            shapes[k] = shape_of(line)
    return shapes


def shape_of(line: Line) -> Shape:
    """The first hypothesis that fits."""
    if line.size > 60 or line.size > 40 and line.is_sentence:
        shape = _long(line) if line.is_sentence else _short(line)
        return Shape.NONE if shape is not Shape.NONE and _holds_a_text(line.text, shape) else shape
    shape, line.text = _of_piece(line.raw) if line.is_piece else _of_text(line.raw)
    return shape


#: Characters: longer lines may be a whole text that lost its line ends, whatever else is said in them.
LONGEST, LONGEST_PROMOTION, LONGEST_STATEMENT = 160, 240, 600
LATEST = 80  # so far from its beginning a statement of rights may first say so
_ENDS = Lazy("[。!?;]")
_HAN = Lazy("[\u4e00-\u9fff]")


def _holds_a_text(text: str, shape: Shape) -> bool:
    """Several sentences, of which the first one is no statement of the site, or the later ones say nothing of rights."""
    if shape is Shape.DATA and "。" in text and len(_HAN.findall(text)) * 2 > len(text):
        return True  # a sentence with what a script left in it
    if shape is Shape.PROMOTION and len(text) > LONGEST_PROMOTION:
        return True
    if shape is Shape.DISCLAIMER and not phrases.DISCLAIMER_HEAD.match(text) and not (
            phrases.DISCLAIMER_HINT.search(text, 0, LATEST) or phrases.SITE_SPEAKS.search(text, 0, LATEST)):
        return True  # what it is about stands first
    if len(text) <= LONGEST or len(_ENDS.findall(text)) < 3:
        return False
    return len(text) > LONGEST_STATEMENT or not phrases.DISCLAIMER_HEAD.match(text) and not (
        phrases.SITE_SPEAKS.search(text, 0, 80) and phrases.DISCLAIMER_HINT.search(text, len(text) // 2))


@lru_cache(maxsize=4096)
def _of_text(raw: str) -> tuple[Shape, str]:
    """The pages of a site say the same again and again: the shape and the folded text are functions of the text."""
    line = Line(raw)
    return _short(line), line.text


@lru_cache(maxsize=1024)
def _of_piece(raw: str) -> tuple[Shape, str]:
    """The same, for a piece of a line."""
    line = Line(raw, 0, 0)
    return _short(line), line.text


def _short(line: Line) -> Shape:
    text = line.text
    if line.is_piece and text[0] in " -_|" and ":" not in text and SITE_SUFFIX.match(text):
        return Shape.SUFFIX
    if is_quiet(line) or says_nothing(text):
        return Shape.NONE
    if text[-1] == "日" and DAY.fullmatch(text):
        return Shape.DATE
    if line.size >= 10 and text.endswith("...") and ":" not in text and controls_in(text) is None:
        return Shape.NONE  # the cut title of another page
    if not LATIN_OR_HAN.search(text) or RULE_LINE.fullmatch(text) and not END.fullmatch(text):
        return Shape.SYMBOLS
    match = BULLET.match(text)
    bare = text[match.end() :] if match else text
    if bare[0].isdigit() and (bare.replace(" ", "").isdigit() or TIME_CODE.fullmatch(bare)):
        return Shape.NUMBER
    return widget_in(line, text, bare) or statement_in(line, text, bare) or named_in(line, text, bare)


def _long(line: Line) -> Shape:
    """A line of prose: a disclaimer, a promotion, an imprint, or the author's."""
    text = line.text
    disclaimer = disclaimer_in(text, line.is_ordinal)
    if disclaimer is not None:
        return disclaimer
    if is_imprint(text, line.is_ordinal) and REGISTERED.search(text):
        return Shape.IMPRINT
    if not line.is_ordinal and is_promotion(text):
        return Shape.PROMOTION
    if len(text) < 120 and is_advertising(text):
        return Shape.SPAM
    if is_data(text):
        return Shape.DATA
    if text.startswith("发表于") and len(text) < 100 and DATE.match(text, 4 if text[3:4] == " " else 3):
        return Shape.BYLINE  # 发表于 2020-05-06 10:24 | 显示全部楼层 | 阅读模式
    if ">" in text and is_crumb(text):
        return Shape.CRUMB
    if len(text) < 260 and not text.endswith("。") and not line.is_ordinal:
        byline, table = byline_fields(text)
        if byline + table >= 2:
            return Shape.TABLE if table > byline else Shape.BYLINE
    return Shape.NONE
