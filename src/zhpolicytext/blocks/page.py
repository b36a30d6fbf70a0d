"""The lines of one page with what is known of each: a hypothesis, and a label once it is not of the document."""

from collections.abc import Sequence
from itertools import compress, count

from ..text.match import Lazy
from .fields import DECORATION, fields_of
from .lines import Line
from .model import Label
from .names import names_in
from .region import FEWEST, OPENS, is_short, site_begins
from .shape import Shape

#: Shapes that are never the author's prose, wherever they stand.
NOT_PROSE = frozenset({
    Shape.DISCLAIMER, Shape.CLAIM, Shape.PROMOTION, Shape.SPAM, Shape.IMPRINT, Shape.DATA, Shape.BYLINE, Shape.TABLE, Shape.SUFFIX,
    Shape.CONTROL, Shape.CRUMB, Shape.FILE, Shape.MENU, Shape.ROW, Shape.WELCOME, Shape.PAGER, Shape.ADDRESS, Shape.SIDE,
})
_LABEL = {
    **dict.fromkeys((Shape.CONTROL, Shape.WEAK_CONTROL, Shape.PAGER, Shape.END, Shape.ADDRESS, Shape.DATA, Shape.SYMBOLS,
                     Shape.NUMBER, Shape.FILE, Shape.PROMOTION), Label.PAGE_FURNITURE),
    **dict.fromkeys((Shape.CRUMB, Shape.MENU, Shape.ROW, Shape.LINKS, Shape.PATH, Shape.WELCOME), Label.NAV),
    **dict.fromkeys((Shape.IMPRINT, Shape.OPERATOR, Shape.CONTACT, Shape.FOOT_LINK), Label.FOOTER),
    **dict.fromkeys((Shape.BYLINE, Shape.DATE), Label.BYLINE),
    Shape.CLAIM: Label.DISCLAIMER, Shape.SIDE: Label.SIDEBAR, Shape.SIDE_LINE: Label.SIDEBAR, Shape.DISCLAIMER: Label.DISCLAIMER,
    Shape.SPAM: Label.WATERMARK, Shape.SUFFIX: Label.WATERMARK, Shape.TABLE: Label.META_TABLE,
}
_SITE = frozenset({Shape.PAGER, Shape.SIDE, Shape.SIDE_LINE, Shape.CONTROL, Shape.IMPRINT, Shape.FOOT_LINK, Shape.DISCLAIMER,
                   Shape.PROMOTION, Shape.MENU})
#: Fields that credits at the end of a page have.
CREDITS = frozenset({"editor", "reviewers", "author", "source", "photographer", "other", "views", "url", "publish_date", "alt_title"})
#: What a list of persons in their functions is called.
ROSTER = Lazy(r"(?:节目单|演职人员|职员表|名单|编委会?|编辑部|分工|职责|成员|机构|人员|组成|如下|安排|编写组)(?:\(.{1,20}\))?:?$")
NAMED = Lazy(r"^[\u4e00-\u9fff]{1,4}: ?[^:。]{2,30}$")
#: `班级：` in a form that is to be filled in.
BLANK_NAME = Lazy(r"[\u4e00-\u9fff]{2,8}:")
#: The same as the title of a document.
STAFF_LIST = Lazy(r"(?:节目单|演职人员|职员表|名单|编委会?|编辑部|分工|职责|成员|机构|人员|编写组)(?:\(.{1,20}\))?$")
#: What it ends with.
_STAFF_ENDS = frozenset("单员表委会部工责构组)")
#: What a title ends with that is a notice's, or of another paper that somebody signs.
NOTICE_TITLE = Lazy(
    r"(?:通知|公告|通告|通报|函|批复|决定|意见|命令|令|启事|简章|指南|方案|办法|规定|条例|细则|邀请|公示|纪要|规划|章程|制度|议案|请示|报告)(?:\(.{1,20}\))?$"
)
#: What it ends with.
_NOTICE_ENDS = frozenset("知告报函复定见令事章南案法例则请示要划程度)")
STAFF = frozenset({"editor", "reviewers", "other", "author", "photographer"})
#: Documents of which rights are the matter.
TOPIC = Lazy(r"稿|版权|著作|产权|转载|声明|网站|资源|素材|作品|须知")
#: A title that tells of a site is no name of one.
SITE_VERB = Lazy(r"关于|开通|上线|启用|建成|改版|登录|登上|入选|获|举办|召开|举行|推出|使用|试行|[,。:!?《]")
SITE_NAME = Lazy(r"(?:网|电子版|数字报|电子报|数字报刊|报刊平台|在线|门户|门户网站|官网|频道|网站|平台|客户端|首页|日报|晚报|[\u4e00-\u9fff]{2,4}(?:青年|都市|工人|农民|法治|法制|教育|科技|经济|妇女|[早晨时商])报|信息港|文库|个人图书馆|手机版|公报|[^ \d]号|信息公开(?:专栏|平台|目录)?)$")


#: What a sentence before a byline calls itself where a site puts it under the title.
SUMMARY = Lazy(r"[\[(·]?(?:内容)?(?:摘要|提要|导读|核心提示|内容提示|简介|导语|概要)[\])]?[: ]")
#: A date alone that tells the time of day.
CLOCK_AT_END = Lazy(r"\d:[0-5]\d\)?$")


def is_notice_title(text: str) -> bool:
    """Whether the text is the title of a paper that somebody signs; its last character says no of most."""
    return text[-1:] in _NOTICE_ENDS and NOTICE_TITLE.search(text) is not None


def is_staff_list(text: str) -> bool:
    """Whether the text is called as a list of persons is."""
    return text[-1:] in _STAFF_ENDS and STAFF_LIST.search(text) is not None


def is_site_name(text: str) -> bool:
    """A line that is the name of a site and no more."""
    text = text.strip(" :*-=~·#|<>[]()")
    return len(text) <= 24 and ends_as_a_site(text) and not SITE_VERB.search(text)


def ends_as_a_site(text: str) -> bool:
    """Whether `SITE_NAME` ends the text: its last character says no of most."""
    return text[-1:] in SITE_ENDS and SITE_NAME.search(text) is not None


#: What `SITE_NAME` ends with.
SITE_ENDS = frozenset("网版报刊台线户站道端页港库馆号栏录开")


def is_prose(line: Line, shape: Shape) -> bool:
    return shape not in NOT_PROSE and (line.is_sentence or line.is_ordinal)


def is_teaser(line: Line) -> bool:
    """The beginning of another page, cut off: `近日，市交通运输局…以建设...`."""
    return 20 <= line.size <= 200 and line.ending(3).endswith(("...", "…")) and "。" not in line.ending(12)


#: What an index table says of the contents, in a sentence.
CONTENTS = Lazy(r"^(?:内容|信息|文件)?(?:概述|概要|摘要|简介|描述): ?")


def is_headline(lines: Sequence[Line], shapes: Sequence[Shape], k: int) -> bool:
    """A title that asks or shouts, or what a site says in short, right above the byline: not the author's first sentence."""
    if k > 12 or k + 1 >= len(lines):
        return False
    line = lines[k]
    if k and shapes[k - 1] in (Shape.TABLE, Shape.BYLINE) and CONTENTS.match(line.opening(8)):
        return True
    if not (shapes[k + 1] is Shape.BYLINE or shapes[k + 1] is Shape.DATE and (
            k < 4 and k + 2 < len(lines) or CLOCK_AT_END.search(lines[k + 1].text))):
        return False
    if k < 4 and line.size <= 80 and "。" not in line.text and line.text[-1] not in ",;:…." and not line.is_ordinal:
        return True  # a long headline: 某县多部门联合开展检查，守护师生“舌尖上的安全”
    return line.size <= 60 and "。" not in line.text and line.text[-1] in "?!" and not line.is_ordinal or (
        SUMMARY.match(line.text) is not None)


#: What a site says to browsers, above everything else.
TO_BROWSERS = Lazy(
    r"(?!.*(?:报名|填报|上传|缴费|考生|学生|家长|账号|申报|答题|阅卷))(?=.*(?:最佳|更好|体验|效果|版本|升级|过低|不支持|兼容|极速模式|正常(?:浏览|显示|访问)))"
    r"(?:为|本(?:网站|站|网|页面)|(?:系统)?检测到|您|你|请|建议|推荐|抱歉|对不起)[^。]{0,80}(?:浏览器|javascript)|(?:your browser|please (?:enable|use|upgrade)|this (?:site|website|page) (?:requires|uses|works))[^。]{0,200}"
    r"|本(?:网站|站|网)[^。]{0,20}(?:cookies?|相关技术)[^。]{0,60}(?:隐私|个人资料|同意)")


_BROWSERS = ("浏览器", "瀏覽器", "rowser", "avaScript", "ookie", "隐私", "隱私")


def is_to_browsers(line: Line) -> bool:
    return line.size <= 240 and any([word in line.raw for word in _BROWSERS]) and TO_BROWSERS.match(line.text) is not None


class Page:
    """Lines, their shapes, the zone of the author's prose, and the labels given so far."""

    def __init__(self, lines: Sequence[Line], shapes: Sequence[Shape]) -> None:
        self.lines, self.shapes = lines, shapes
        #: The lines that are not the author's by themselves, with their shapes.
        self.telling = dict(zip(compress(count(), shapes), filter(None, shapes)))
        self.kinds = frozenset(self.telling.values())
        self.labels: dict[int, Label] = {}
        #: Where nothing but the site stands any more.
        self.site = len(lines)
        #: Lines at the very top that speak to browsers.
        self.notices: list[int] = []
        self.first, self.last = self._prose()

    def drop(self, k: int, label: Label | None = None) -> None:
        self.labels.setdefault(k, label or _LABEL[self.shapes[k]])

    def gone(self, k: int) -> bool:
        return k in self.labels

    def is_inside(self, k: int) -> bool:
        return self.first < k < self.last

    def _prose(self) -> tuple[int, int]:
        """The first and the last line of the author's prose; on a page without any, the longest line."""
        lines, shapes = self.lines, self.shapes
        not_prose = NOT_PROSE
        stop = len(lines)
        first = last = -1
        for k, line in enumerate(lines):
            shape = shapes[k]
            if not shape or shape not in not_prose:
                if k == len(self.notices) and k + 1 < len(lines) and is_to_browsers(line):
                    self.notices.append(k)
                elif line.is_sentence and not is_headline(lines, shapes, k):
                    first = last = k
                    break
                elif line.is_ordinal and shape is not Shape.DATE:
                    first = k
                    break
        if first >= 0:
            if Shape.END in self.kinds:  # the text says itself where it ends
                stop = next((k for k, shape in self.telling.items() if shape is Shape.END and k > first), stop)
            for k in range(stop - 1, first, -1):
                if lines[k].is_sentence and (not shapes[k] or shapes[k] not in not_prose):
                    last = k
                    break
        if first < 0:
            longest = max(range(len(lines)), key=lambda k: (shapes[k] not in NOT_PROSE, lines[k].size))
            return longest, longest
        if len(self.telling) >= FEWEST:
            prose = [k for k in range(first, stop) if is_prose(lines[k], shapes[k]) and not is_teaser(lines[k])]
            self.site = site_begins(lines, self.telling, prose, first)
            if self.site < stop:
                stop = self.site
                last = max([k for k in prose if k < stop], default=first)
        if last > first and is_short(lines[last]) and not OPENS.isdisjoint(self.kinds):
            last, stop = self._before_headlines(first, last, stop)
        if Shape.PAGER in self.kinds or Shape.SIDE in self.kinds:
            dated = self._dated_list(first) if Shape.DATE in self.kinds else -1
            if dated >= 0:
                stop = min(stop, dated)
                last = max([k for k in range(first, stop) if is_prose(lines[k], shapes[k])], default=first)
            last = self._before_the_site(first, last)
        # 1. 2. 3. behind the last sentence are of the document unless a list of other pages opened before them
        for k in range(max(last, first), stop):
            shape = shapes[k]
            if shape is Shape.SIDE:
                break
            if (not shape or shape not in not_prose) and (lines[k].is_sentence or lines[k].is_ordinal):
                last = k
        return first, last

    def _dated_list(self, first: int) -> int:
        """The head of a list to the end of the page: what other pages begin with, each with its date on the line below."""
        lines, shapes = self.lines, self.shapes
        k = max((k for k, shape in self.telling.items() if shape is Shape.SIDE and k > first), default=len(lines))
        dates = [j for j in range(k + 1, len(lines)) if shapes[j] is Shape.DATE]
        return k if len(dates) >= 2 and dates == list(range(k + 2, dates[-1] + 1, 2)) and len(lines) - dates[-1] <= 2 else -1

    def _before_headlines(self, first: int, last: int, stop: int) -> tuple[int, int]:
        """Behind a line of the site's a short line that asks or shouts is the title of another page."""
        strong = next((k for k in range(last - 1, first - 1, -1)
                       if is_prose(self.lines[k], self.shapes[k]) and not is_short(self.lines[k])), last)
        opened = next((k for k, shape in self.telling.items() if strong < k < last and shape in OPENS), stop)
        return (strong, opened) if opened < stop else (last, stop)

    def _before_the_site(self, first: int, last: int) -> int:
        """The last sentence before lists and links of the site, where hardly a sentence stands among those."""
        lines, shapes = self.lines, self.shapes
        pager, side = Shape.PAGER, Shape.SIDE
        for k, shape in self.telling.items():
            if first < k < last and (shape is pager or shape is side):
                teasers = sum(is_teaser(lines[j]) for j in range(k, last + 1))
                behind = [j for j in range(k, last + 1) if is_prose(lines[j], shapes[j]) and not (
                    is_teaser(lines[j]) or is_short(lines[j]) and not lines[j].is_ordinal)]
                of_site = sum(shape in _SITE for shape in shapes[k:]) + 2 * teasers
                if of_site > 2 * len(behind) and len(behind) <= 2 and all(
                        lines[j].size <= 90 and not lines[j].is_ordinal for j in behind):
                    return max(j for j in range(first, k) if is_prose(lines[j], shapes[j]))
                return last
        return last

    def is_among_fields(self, k: int) -> bool:
        """Beside a named line that no byline has, or under the title of a book: a form, a colophon, a list."""
        if k and self.lines[k - 1].text.startswith("《") and self.lines[k - 1].text.endswith("》"):
            return True
        return any(
            self.shapes[j] in (Shape.NONE, Shape.CONTACT) and NAMED.match(self.lines[j].text) is not None
            for j in (k - 1, k + 1) if 0 <= j < len(self.lines) and self.lines[j].size <= 40)

    def is_in_form(self, k: int) -> bool:
        """Two lines or more around are names without a value that no byline has: `班级：`."""
        return sum(not self.shapes[j] and BLANK_NAME.fullmatch(self.lines[j].text) is not None
                   for j in range(max(0, k - 3), min(len(self.lines), k + 4))) >= 2

    def is_credit(self, k: int) -> bool:
        """Nothing but who wrote, edited, checked, and where it came from; not what somebody says, nor the cell of a table."""
        line = self.lines[k].text.strip(DECORATION)
        fields = fields_of(line, ("byline",))
        return bool(fields) and all(f.name in CREDITS for f in fields) and (
            line[-1] not in "?!。" and (fields[-1].start < fields[-1].end or ":" in line or "|" in line)
            or line[-1] == "。" and names_in(line[fields[-1].start : -1]) != ())

    def is_sure_credit(self, k: int) -> bool:
        """Editors with their names, and no more: enough in the middle of a text."""
        line = self.lines[k].text.strip(DECORATION)
        fields = fields_of(line, ("byline",)) if len(line) < 40 else ()
        bracketed = self.lines[k].text[0] == "[" and self.lines[k].text[-1] == "]"
        return bool(fields) and fields[0].begin == 0 and all(
            f.name in ("editor", "reviewers") and (len(f.label) > 2 or bracketed) and names_in(line[f.start : f.end]) for f in fields)
