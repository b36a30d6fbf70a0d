"""Lines with what can be said of each by itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..core.profile import Profile
from ..text.fold import folded
from ..text.match import Lazy

BLANK = " \t\r\v\f\N{NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}"
SENTENCE_END = Lazy(r"[。;!?…][\"')\]]*$")
#: Numbers that open a heading, an article, an item of a list, a question or an answer.
ORDINAL = Lazy(
    r"(?:[一二三四五六七八九十]{1,3}[、.是]|第[一二三四五六七八九十百零〇\d]{1,6}[章节条编款项部分]|\([一二三四五六七八九十\d]{1,3}\)"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}(?!\d)|\d{1,2}[.、)](?!\d)|[①-⑳⑴-⒇]|[问答q a]:)"
)
_CREDIT = (
    r"(?:责任编辑|责编|编辑|审核|作者|来源|本文来源|文章来源|信息来源|记者|通讯员|撰稿|供稿|摄影|校对|初审|终审|一审)"
)
#: Credits or a disclaimer glued to the end of the last sentence.
GLUED_END = Lazy(
    rf"(?<=[。!?\"'])[ ]{{0,8}}(?=[(\[]?{_CREDIT} ?:|[(\[]?(?:免责声明|版权声明|特别声明|郑重声明|转载声明|本文来自|本文来源|声明:本文|原文链接|原标题)|notice:)"
)
#: A byline glued to the title.
GLUED_BYLINE = Lazy(
    r"(?<=[^ :。,;|>·\[(-])[ |]{0,8}(?=[\[(]?(?:(?:发布|发表|更新|录入|添加)(?:时间|日期)|(?:信息|文章|稿件|新闻)?来源|作者) ?:)"
)
HAN_RUN = Lazy("[\u4e00-\u9fff]{5}")
#: The name of the site, as the title of the window has it.
SITE_SUFFIX = Lazy(
    r"(?:(?<![-_|])[-_|]{1,2}| ?[-_|] )(?=(?:[^-_| ,。]{2,24})$)(?=.{0,20}(?:官网|官方网站|入口|门户|网站|首页|app|下载|文库|范文|网|频道|在线|平台|登录|注册|新闻中心)|"
    r"(?<=[_|])[^-_| ,。]{2,20}(?:政府|局|厅|学校|学院|大学|中心|委员会|报|社)$)"
)


@dataclass(slots=True)
class Line:
    """A line that is not blank, or a piece of one: its span without white space around it, and its folded text."""

    start: int
    end: int
    text: str
    index: int  # of the line in the text
    is_piece: bool = False

    @property
    def size(self) -> int:
        return len(self.text)

    @property
    def is_ordinal(self) -> bool:
        return ORDINAL.match(self.text) is not None

    @property
    def is_sentence(self) -> bool:
        """Prose: ends or pauses as sentences do."""
        text = self.text
        size = len(text)
        if size < 10:
            return False
        if "。" in text:
            return not text.endswith("。。。") or size >= 24
        if SENTENCE_END.search(text[-4:]) and not text.endswith(("...", "…")) and text[0] != "[":
            # a headline may shout, too: a short line is prose by its commas
            return size >= 24 or (size >= 14 and "," in text) or (size >= 14 and text[-1] == "?")
        return size >= 40 and "," in text or (size >= 16 and text[-1] == ":")


def lines_of(profile: Profile) -> tuple[Line, ...]:
    """The lines that are not blank, in pieces where a byline, credits, a disclaimer or a site's name is glued on."""
    out: list[Line] = []
    for index, ((start, _), line) in enumerate(zip(profile.line_spans, profile.lines, strict=True)):
        bare = line.strip(BLANK)
        if bare:
            begin = start + line.find(bare[0])
            text = folded(bare)
            last = 0
            for stop, following in _seams(text, len(out)):
                out.append(Line(begin + last, begin + stop, text[last:stop], index, True))
                last = following
            out.append(Line(begin + last, begin + len(bare), text[last:], index, last > 0))
    return tuple(out)


def _seams(text: str, number: int) -> Iterator[tuple[int, int]]:
    """Where to part a line: the end of a piece and the start of the next."""
    size = len(text)
    if number < 6 and size <= 200:
        match = SITE_SUFFIX.search(text) if size <= 120 else None
        if match and match.start() >= 8:
            yield match.start(), match.start()
            return
        match = GLUED_BYLINE.search(text, 6)
        if match and ":" not in text[: match.start()] and "," not in text[: match.start()] and HAN_RUN.search(
                text[: match.start()]):
            yield match.start(), match.end()
            return
    if size >= 20:
        match = GLUED_END.search(text, max(10, size - 400))
        if match:
            yield match.start(), match.end()
