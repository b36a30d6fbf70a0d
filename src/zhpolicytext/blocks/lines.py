"""Lines with what can be said of each by itself."""

import re
from collections.abc import Sequence
from functools import cache
from operator import methodcaller
from typing import NamedTuple

from ..core.profile import Profile
from ..text.fold import both_scripts, folded, table
from ..text.match import Lazy
from .suffix import site_suffixes

BLANK = " \t\r\v\f\N{NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}"
_bare = methodcaller("strip", BLANK)
SENTENCE_END = Lazy(r"[。;!?…][\"')\]]*$")
#: Numbers that open a heading, an article, an item of a list, a question or an answer.
ORDINAL = Lazy(
    r"(?:[一二三四五六七八九十]{1,3}[、.是]|第[一二三四五六七八九十百零〇\d]{1,6}[章节条编款项部分步讲课题轮天周]|\([一二三四五六七八九十\d]{1,3}\)"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}(?!\d)|\d{1,2}[.、)](?!\d)|[①-⑳⑴-⒇]|[问答q a]:)"
)
_CREDIT = (
    r"(?:责任编辑|责编|编辑|审核|作者|来源|本文来源|文章来源|信息来源|记者|通讯员|撰稿|供稿|摄影|校对|初审|终审|一审)"
)
#: Credits or a disclaimer glued to the end of the last sentence.
GLUED_END = Lazy(
    rf"(?<=[。!?\"'])[ ]{{0,8}}(?=[(\[]?{_CREDIT} ?:|[(\[]?(?:免责声明|版权声明|特别声明|郑重声明|转载声明|本文来自|本文来源|声明:本文|原文链接|原标题)|notice:)"
)
#: What stands before and at the beginning of what is glued on.
GLUED_SIGNS = ("。!?\"'", "责任 责编 编辑 审核 作者 来源 本文 文章 信息 记者 通讯 撰稿 供稿 摄影 校对 初审 终审 一审 免责 版权 特别 郑重 转载 声明 原文 原标 no")
#: A byline glued to the title.
GLUED_BYLINE = Lazy(
    r"(?<=[^ :。,;|>·\[(\"-])[ |]{0,8}(?=[\[(]?(?:(?:发布|发表|更新|录入|添加)(?:时间|日期)|(?:信息|文章|稿件|新闻)?来源|作者) ?:)"
)
#: How the names end that such a byline begins with.
_BYLINE_NAMES = ("时间", "日期", "来源", "作者")
HAN_RUN = Lazy("[\u4e00-\u9fff]{5}")


#: Long lines of prose are looked at only if one of these is in them: most never are.
_MENTIONS = (
    "声明 申明 转载 版权 著作 侵权 侵犯 仅供 不代表 仅代表 概不 信息存 ights otice isclaimer 小编 本站 本网 整理 范文 文库 下载 欢迎 免费 帮助 更多 ICP 备案 标识码 © "
    "澳门 娱乐 微信 QQ 会员 { < :// 来源 作者 编辑 发布 发表 www 预览 用户 非商业"
).split()


@cache
def mentions() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, dict.fromkeys(form for word in _MENTIONS for form in both_scripts(word)))))


_PROSE_ENDS = frozenset("。；！？”：")
#: So many characters at the end of a line may be credits.
LONGEST_TAIL = 401


WHOLE = -1


class Line:
    """A line that is not blank, or a piece of one: where it begins without its white space, its text, folded on demand.

    What is made on demand are slots that are empty until they are asked for: a property costs 50 ns every time, a slot 15.
    """

    __slots__ = ("host", "is_ordinal", "is_sentence", "raw", "size", "start", "text")

    def __init__(self, raw: str, start: int = 0, host: int = WHOLE) -> None:
        self.raw, self.start, self.host = raw, start, host
        self.size = len(raw)

    #: Where the line begins that this is a piece of; WHOLE for a line.
    host: int
    #: The line, folded.
    text: str
    #: Prose: ends or pauses as sentences do.
    is_sentence: bool
    #: Begins with the number of a heading, an article, an item, a question.
    is_ordinal: bool

    def __getattr__(self, name: str) -> str | bool:  # asked for the first time
        value: str | bool
        if name == "text":
            value = folded(self.raw)
        elif name == "is_sentence":
            value = _is_sentence(self.raw)
        elif name == "is_ordinal":
            first = self.raw[0]
            value = (first in _opens_ordinal() or first.isdecimal()) and (
                ORDINAL.match(self.opening(16)) is not None)
        else:
            raise AttributeError(name)
        setattr(self, name, value)
        return value

    def opening(self, size: int) -> str:
        """The first characters, folded: the whole of a long line need not be."""
        return self.text[:size] if self.size <= 60 else folded(self.raw[:size])

    def ending(self, size: int) -> str:
        """The last characters, folded."""
        return self.text[-size:] if self.size <= 60 else folded(self.raw[-size:])

    def piece(self, start: int, end: int) -> "Line":
        out = Line(self.raw[start:end], self.start + start, self.start)
        out.text = self.text[start:end]
        return out

    @property
    def end(self) -> int:
        return self.start + self.size

    @property
    def is_piece(self) -> bool:
        return self.host != WHOLE


class Sheet(NamedTuple):
    """The lines of a text that are not blank, and the places of those that may be anything but the author's prose."""

    lines: Sequence[Line]
    looked: Sequence[int]


def _is_sentence(raw: str) -> bool:
    """Of the line as it stands: only its end is folded, to fold all costs 40 ns a character."""
    size = len(raw)
    if size < 10:
        return False
    if "。" in raw:
        return not raw.endswith("。。。") or size >= 24
    last = raw[-4:]
    if _may_end().isdisjoint(last):
        return size >= 40 and ("，" in raw or "," in raw)
    has_comma = "，" in raw or "," in raw
    end = folded(last)
    if SENTENCE_END.search(end) and not end.endswith(("...", "…")) and folded(raw[0]) != "[":
        # a headline may shout, too: a short line is prose by its commas
        return size >= 24 or (size >= 14 and has_comma) or (size >= 14 and end[-1] == "?")
    return size >= 40 and has_comma or (size >= 16 and end[-1] == ":" and end[-2] != ":")


@cache
def _may_end() -> frozenset[str]:
    """What the last characters of a sentence hold, as they stand before they are folded."""
    return _forms("。;!?…:")


def _forms(signs: str) -> frozenset[str]:
    """The signs and what folds to one."""
    return frozenset(signs).union([chr(code) for code, char in table().items() if char in signs])


@cache
def begins_with(signs: str) -> frozenset[str]:
    """What a line begins with that begins with one of the signs once it is folded."""
    return _forms(signs)


@cache
def _opens_ordinal() -> frozenset[str]:
    """What an ordinal may begin with, as it stands, digits aside."""
    signs = frozenset("一二三四五六七八九十第(问答q a" + "".join(map(chr, (*range(0x2460, 0x2474), *range(0x2474, 0x2488)))))
    return signs | {chr(code) for code, char in table().items() if char in signs}


def lines_of(profile: Profile) -> Sheet:
    """The lines that are not blank, in pieces where a byline, credits, a disclaimer or a site's name is glued on."""
    lines = profile.lines
    bares = tuple(map(_bare, lines))
    sheet, tails = _parted(lines, bares, False)
    # one search tells of most pages that nothing is glued to any of their lines
    return _parted(lines, bares, True)[0] if tails and _glued().search("\n".join(tails)) else sheet


def _parted(lines: Sequence[str], bares: Sequence[str], is_glued: bool) -> tuple[Sheet, list[str]]:
    """The lines, and the ends of those that something may be glued to; they are parted there only if that was seen."""
    first, last = _prose(bares)
    ends, new, whole, divided, mentioned = _PROSE_ENDS, Line.__new__, WHOLE, _divides("-_|:").search, mentions().search
    out: list[Line] = []
    looked: list[int] = []
    tails: list[str] = []
    start = 0
    for index, bare in enumerate(bares):
        line = lines[index]
        if bare:
            one = new(Line)
            one.raw = bare
            one.host = whole
            one.size = size = len(bare)
            if bare is line:
                one.start = start
                start += size + 1
            else:
                one.start = start + line.find(bare[0])
                start += len(line) + 1
            if size > 40 and first <= index <= last and bare[-1] in ends and ("，" in bare or "。" in bare or "," in bare):
                one.is_sentence = True
            else:
                # most lines that are no prose show it by their size, or by their last character
                one.is_sentence = size >= 10 and (size >= 40 or not "\u4e00" <= bare[-1] <= "\u9fff" or "。" in bare) and (
                    _is_sentence(bare))
                if size >= 20:
                    tails.append(bare[-LONGEST_TAIL:])
                number = len(out)
                seams = _seams(one, number, is_glued) if is_glued or number < 6 and size <= 200 and divided(bare) else ()
                # between prose, a long sentence that is cut or has a note at its end is prose as well
                if seams or size <= 60 or not (one.is_sentence and first < index < last) or mentioned(bare):
                    looked.append(number)
                reached = 0
                for stop, following in seams:
                    out.append(one.piece(reached, stop))
                    looked.append(len(out))
                    reached = following
                if reached:
                    one = one.piece(reached, size)
            out.append(one)
        else:
            start += len(line) + 1
    return Sheet(out, looked), tails


def _prose(bares: Sequence[str]) -> tuple[int, int]:
    """The first and the last long line that mentions nothing: what lies between is the author's, whatever it mentions."""
    mentioned = mentions().search
    for first, bare in enumerate(bares):
        if len(bare) > 40 and _is_long(bare) and mentioned(bare) is None:
            break
    else:
        return len(bares), -1
    last = len(bares) - 1
    while last > first and (len(bares[last]) <= 40 or not _is_long(bares[last]) or mentioned(bares[last])):
        last -= 1
    return first, last


def _is_long(bare: str) -> bool:
    """Long lines pause and end as sentences do."""
    return len(bare) > 40 and bare[-1] in _PROSE_ENDS and ("，" in bare or "。" in bare or "," in bare)


def _class(signs: str) -> str:
    """A class of the signs and what folds to one."""
    return f"[{re.escape(''.join(sorted(_forms(signs))))}]"


@cache
def _divides(signs: str) -> re.Pattern[str]:
    """What stands in a line that a site's name or a byline is glued to, as it stands."""
    return re.compile(_class(signs))


@cache
def _glued() -> re.Pattern[str]:
    """`GLUED_WORD` of a line as it stands: to fold the end of each long line costs ten times as much."""
    stop, words = GLUED_SIGNS
    words = "|".join("".join(map(_class, word)) for word in words.split())
    return re.compile(f"{_class(stop)}{_class(' ')}{{0,8}}{_class('([')}?(?:{words})")


def _seams(line: Line, number: int, is_glued: bool = True) -> tuple[tuple[int, int], ...]:
    """Where to part a line: the end of a piece and the start of the next. Folded only where one of the signs is there."""
    size, raw = line.size, line.raw
    if number < 6 and size <= 200:
        if size <= 120 and _divides("-_|").search(raw) and (suffixes := site_suffixes(line.text)):
            return suffixes
        sign = _divides(":").search(raw)  # the first: a title has none
        colon = sign.start() if sign else 0
        if colon > 7 and folded(raw[colon - 3 : colon]).rstrip(" ").endswith(_BYLINE_NAMES):
            text = line.text
            match = GLUED_BYLINE.search(text, 6)
            if match and ":" not in text[: match.start()] and "," not in text[: match.start()] and HAN_RUN.search(
                    text[: match.start()]):
                return (match.span(),)
    if is_glued and size >= 20:
        begin = max(10, size - LONGEST_TAIL + 1)
        if _glued().search(raw, begin - 1):
            tail = folded(raw[begin - 1 :])  # one character more, to look back at
            match = GLUED_END.search(tail, 1)
            if match and not _opens(raw, match.start() + begin - 1):
                return ((match.start() + begin - 1, match.end() + begin - 1),)
    return ()


def _opens(raw: str, place: int) -> bool:
    """A quotation begins before this place: `凡注明“来源：某某网”的作品`."""
    sign = raw[place - 1]
    return sign in "“「『" or sign == '"' and raw.count('"', 0, place) % 2 == 1
