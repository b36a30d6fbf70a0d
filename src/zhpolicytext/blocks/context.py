"""From hypotheses on single lines to what is removed: position, runs, neighbours, the kind of document."""

from collections.abc import Sequence

from ..text.match import Lazy
from .fields import DECORATION, fields_of, names_of_fields
from .lines import Line
from .model import Label
from .names import names_in
from .shapes import Shape, shape_of, squeezed
from .terms import words

NOTICE_TITLE = Lazy(r"(?:通知|公告|通告|通报|函|批复|决定|意见|命令|令|启事|简章|指南|方案|办法|规定|条例|细则|邀请|公示|纪要|规划|章程|制度|议案|请示|报告)(?:\(.{1,20}\))?$")
#: A title under which a bare date is the document's own: speeches, decisions, laws.
DATED_TITLE = Lazy(r"讲话|致辞|致词|发言|演讲|条例|决定|决议|公报|公约|办法|规定|报告|寄语|贺信|宣言|献词|公告|令$|函$|通知")
AGENCY = Lazy(
    r"[\u4e00-\u9fff()、 ]{2,40}(?:局|厅|部|委|委员会|政府|办公室|办公厅|处|科|院|学校|中学|小学|大学|学院|中心|办|会|党委|支部|总局|署|组|公司|集团|协会|所|馆|社|站|队|园|校|专|处室|领导小组|指挥部|总工会|联盟)(?:\(.{1,6}\))?"
)
ROSTER = Lazy(r"(?:名单|编委会?|编辑部|分工|职责|成员|机构|人员|组成|如下|安排|编写组)(?:\(.{1,20}\))?:?$")
ANNOTATION = Lazy(r"^\((?:此件|此文|本文有删减|此页无正文|盖章|公章|签名|签字|印章|联系|主动公开|依申请|公开|附件|注:|完$|\d{4})")
#: Shapes that are never the author's prose, wherever they stand.
_NOT_PROSE = frozenset({Shape.DISCLAIMER, Shape.PROMOTION, Shape.SPAM, Shape.IMPRINT, Shape.DATA, Shape.BYLINE, Shape.TABLE,
                        Shape.SUFFIX, Shape.CONTROL, Shape.CRUMB, Shape.FILE, Shape.MENU, Shape.WELCOME, Shape.PAGER, Shape.ADDRESS, Shape.SIDE})
_LABEL = {
    Shape.CONTROL: Label.PAGE_FURNITURE, Shape.WEAK_CONTROL: Label.PAGE_FURNITURE, Shape.PAGER: Label.PAGE_FURNITURE,
    Shape.END: Label.PAGE_FURNITURE, Shape.ADDRESS: Label.PAGE_FURNITURE, Shape.DATA: Label.PAGE_FURNITURE,
    Shape.SYMBOLS: Label.PAGE_FURNITURE, Shape.NUMBER: Label.PAGE_FURNITURE, Shape.CRUMB: Label.NAV,
    Shape.MENU: Label.NAV, Shape.LINKS: Label.NAV, Shape.FOOT_LINK: Label.FOOTER, Shape.PATH: Label.NAV, Shape.FILE: Label.PAGE_FURNITURE,
    Shape.WELCOME: Label.NAV, Shape.SIDE: Label.SIDEBAR,
    Shape.IMPRINT: Label.FOOTER, Shape.OPERATOR: Label.FOOTER, Shape.CONTACT: Label.FOOTER,
    Shape.DISCLAIMER: Label.DISCLAIMER, Shape.PROMOTION: Label.PAGE_FURNITURE, Shape.SPAM: Label.WATERMARK,
    Shape.TABLE: Label.META_TABLE, Shape.BYLINE: Label.BYLINE, Shape.DATE: Label.BYLINE,
}
CREDITS = frozenset({"editor", "reviewers", "author", "source", "photographer", "other", "views", "url", "publish_date"})
Labels = dict[int, Label]


class Context:
    """One pass over the lines that are left: finds zones, then labels what is not of the document."""

    def __init__(self, lines: Sequence[Line], shapes: Sequence[Shape]) -> None:
        self.lines, self.shapes = lines, shapes
        self.labels: Labels = {}
        self.first, self.last = self._anchors()

    def _anchors(self) -> tuple[int, int]:
        """The first and the last line of the author's prose."""
        stop = next((k for k, shape in enumerate(self.shapes) if shape is Shape.END and any(
            self.lines[j].is_sentence for j in range(k))), len(self.lines))
        prose = [k for k, line in enumerate(self.lines[:stop])
                 if self.shapes[k] not in _NOT_PROSE and (line.is_sentence or line.is_ordinal)]
        sentences = [k for k in prose if self.lines[k].is_sentence]
        if not prose:
            longest = max(range(len(self.lines)), key=lambda k: (self.shapes[k] not in _NOT_PROSE, self.lines[k].size))
            return longest, longest
        last = sentences[-1] if sentences else prose[-1]
        # 1. 2. 3. behind the last sentence are of the document unless a list of other pages opened before them
        for k in range(last + 1, len(self.lines)):
            if self.shapes[k] is Shape.SIDE or k >= stop:
                break
            if k in prose:
                last = k
        return prose[0], last

    def drop(self, k: int, label: Label | None = None) -> None:
        self.labels.setdefault(k, label or _LABEL[self.shapes[k]])

    def gone(self, k: int) -> bool:
        return k in self.labels

    def run(self) -> Labels:
        self._anywhere()
        self._head()
        self._tail()
        self._closure()
        return self.labels

    # -- what tells alone

    def _anywhere(self) -> None:
        for k, shape in enumerate(self.shapes):
            line = self.lines[k]
            inside = self.first < k < self.last
            if shape is Shape.SUFFIX and k <= self.first and k > 0:
                self.drop(k, Label.WATERMARK)
                if self.shapes[k - 1] is Shape.SPAM:
                    self.drop(k - 1)
            elif shape is Shape.DATA or shape is Shape.CONTROL:
                self.drop(k)
            elif shape is Shape.PAGER and (not inside or "《" not in line.text):
                self.drop(k)
            elif shape is Shape.SYMBOLS and set(line.text) <= {"?", "\N{REPLACEMENT CHARACTER}"}:
                self.drop(k)
            elif shape in (Shape.DISCLAIMER, Shape.PROMOTION, Shape.SPAM):
                if not inside:
                    self.drop(k)
            elif shape is Shape.BYLINE and inside and self._is_credit(k, strict=True):
                self.drop(k)

    def _is_credit(self, k: int, strict: bool = False) -> bool:
        line = self.lines[k].text.strip(DECORATION)
        fields = fields_of(line, ("byline",))
        if not fields:
            return False
        if strict:
            return all(f.name in ("editor", "reviewers") and len(f.label) > 2 for f in fields) and fields[0].begin == 0 and len(line) < 40 and (
                           all(names_in(line[f.start : f.end]) for f in fields if f.name in ("editor", "reviewers")))
        return all(f.name in CREDITS for f in fields)

    # -- before the first sentence

    def _head(self) -> None:
        lines, shapes = self.lines, self.shapes
        head = range(0, self.first if self.first < len(lines) else len(lines))
        if self.first == self.last and not lines[self.first].is_sentence and not lines[self.first].is_ordinal:
            head = range(0, self.first + 1)
        crumb = max((k for k in head if shapes[k] is Shape.CRUMB), default=-1)
        for k in head:
            if shapes[k] in (Shape.CRUMB, Shape.MENU, Shape.WELCOME, Shape.ADDRESS):
                self.drop(k)
            elif shapes[k] is Shape.IMPRINT:
                self.drop(k)
        if not any(LETTER_HEAD.match(line.text) for line in lines[:14]):
            self._table(head)
        title = self._title(head, crumb)
        roster = title is not None and ROSTER.search(lines[title].text) is not None
        bylines = [k for k in range(len(lines)) if k < self.first + 2 and shapes[k] is Shape.BYLINE and not self.gone(k)]
        for k in bylines:
            if (k in head and not (roster and self._is_staff(k))) or self._is_full_byline(k):
                self.drop(k)
        if title is None:
            return
        letter = any(LETTER_HEAD.match(line.text) for line in lines[:14])  # the letters of Taiwan's offices carry a head of fields
        for k in head:
            if self.gone(k) or k == title or letter:
                continue
            if shapes[k] is Shape.DATE and k > title and self._is_page_date(k, title):
                self.drop(k)
            elif k < title and shapes[k] is Shape.PATH:
                self.drop(k)
            elif k < title and self._above_title(k, title, crumb):
                self.drop(k, Label.NAV)
            elif k > title and squeezed(lines[k].text) == squeezed(lines[title].text) and all(
                    self.gone(j) for j in range(title + 1, k)):
                self.drop(k, Label.PAGE_FURNITURE)
            elif k > title and FIRST_PART.match(lines[k].text) and squeezed(FIRST_PART.sub("", lines[k].text)) in squeezed(
                    lines[title].text):
                self.drop(k, Label.PAGE_FURNITURE)
            elif shapes[k] is Shape.SIDE_LINE and k > title and self.labels.get(k - 1) is Label.BYLINE:
                self.drop(k, Label.BYLINE)
            elif shapes[k] is Shape.SYMBOLS and lines[k].size <= 3:
                self.drop(k)
            elif k < title and shapes[k] is Shape.WEAK_CONTROL:
                self.drop(k, Label.NAV if lines[k].text == "首页" else Label.PAGE_FURNITURE)
            elif k > title and shapes[k] is Shape.NONE and self._repeats_byline(k):
                self.drop(k, Label.BYLINE)

    def _is_staff(self, k: int) -> bool:
        """Persons in their functions: in a list of members, content."""
        names = {f.name for f in fields_of(self.lines[k].text.strip(DECORATION), ("byline",))}
        return names <= {"editor", "reviewers", "other", "author", "photographer"}

    def _is_full_byline(self, k: int) -> bool:
        names = {f.name for f in fields_of(self.lines[k].text.strip(DECORATION), ("byline",))}
        return len(names) >= 2 and bool(names & {"publish_date", "source"})

    def _table(self, head: range) -> None:
        """Index tables: two or more rows of fields, or names and values on lines of their own."""
        lines, shapes = self.lines, self.shapes
        rows = [k for k in head if shapes[k] is Shape.TABLE and not self.gone(k)]
        also = [k for k in head if shapes[k] is Shape.BYLINE and not self.gone(k)
                and all(any(w == "table" for w, _ in _readings(f.label)) for f in fields_of(lines[k].text))
                and fields_of(lines[k].text)]
        near = [k for k in also if any(abs(k - r) <= 2 for r in rows)]
        rows = sorted({*rows, *near})
        strong = sum(len(fields_of(lines[k].text, ("table", "byline"))) for k in rows)
        if len(rows) >= 2 or strong >= 2:
            for k in rows:
                self.drop(k, Label.META_TABLE)
            for k in head:
                if shapes[k] is Shape.SYMBOLS and lines[k].text.count("-") >= 3 and any(r in rows for r in (k - 1, k + 1)):
                    self.drop(k, Label.META_TABLE)
        k = head.start
        while k + 1 < head.stop:
            if self._is_field_name(k):
                pairs = []
                j = k
                while j < head.stop and self._is_field_name(j):
                    pairs.append(j)
                    if j + 1 < head.stop and not self._is_field_name(j + 1):
                        pairs.append(j + 1)
                        j += 2
                    else:
                        j += 1
                if sum(self._is_field_name(p) for p in pairs) >= 3:
                    for p in pairs:
                        self.labels[p] = Label.META_TABLE
                k = j
            else:
                k += 1

    def _is_field_name(self, k: int) -> bool:
        name = squeezed(self.lines[k].text.strip(": |"))
        return any(where == "table" for where, _ in _readings(name)) and len(name) >= 2

    def _title(self, head: range, crumb: int) -> int | None:
        """The line that is most likely the title: behind the path, long enough, not labelled."""
        free = [k for k in head if not self.gone(k) and self.shapes[k] in (Shape.NONE, Shape.LINKS)
                and self.lines[k].size >= 4]
        below = [k for k in free if k > crumb]
        table = max((k for k, label in self.labels.items() if label is Label.META_TABLE and k in head), default=-1)
        under_table = [k for k in below if k > table]
        header = [k for k in free if k == 0 and SLOGAN.search(self.lines[k].text) and SITE_NAME.search(
            SLOGAN.sub("", self.lines[k].text))]
        for group in (under_table, below, free):
            if len(group) > 1:
                group = [k for k in group if k not in header]
            long = [k for k in group if self.lines[k].size >= 8]
            if long or group:
                return (long or group)[0]
        return None

    def _is_page_date(self, k: int, title: int) -> bool:
        """A bare date under the title is the page's, unless the document is of a kind that carries its own date."""
        text = self.lines[k].text
        if ":" in text or any(mark in text for mark in "-/.|·["):
            return True
        return not DATED_TITLE.search(self.lines[title].text) and all(self.gone(j) or j == title for j in range(title, k))

    def _above_title(self, k: int, title: int, crumb: int) -> bool:
        """What stands above the title when a path, a menu or a table stands there too."""
        shape, line = self.shapes[k], self.lines[k]
        if shape is Shape.CONTACT:
            return True
        evidence = any(self.gone(j) for j in range(0, title)) or k == 0 and SLOGAN.search(line.text)
        if not evidence or line.size > 24 or line.is_sentence:
            return False
        if k < crumb or squeezed(line.text) in words("nav"):
            return True
        if shape in (Shape.WEAK_CONTROL, Shape.NUMBER, Shape.SYMBOLS, Shape.LINKS, Shape.DATE):
            return True
        below = any(self.labels.get(j) in (Label.META_TABLE, Label.NAV) for j in range(k + 1, title))
        if below and shape is Shape.NONE and any(self.labels.get(j) is Label.NAV for j in range(0, title)):
            return True
        return SITE_NAME.search(SLOGAN.sub("", line.text)) is not None

    def _repeats_byline(self, k: int) -> bool:
        text = squeezed(self.lines[k].text)
        return len(text) >= 2 and any(
            label is Label.BYLINE and j != k and text in squeezed(self.lines[j].text) for j, label in self.labels.items())

    # -- behind the last sentence

    def _tail(self) -> None:
        lines, shapes = self.lines, self.shapes
        title = next((k for k in range(len(lines)) if not self.gone(k)), 0)
        is_notice = NOTICE_TITLE.search(lines[title].text) is not None
        signed = self._signature()
        k = self.last + 1
        after_end = False
        ended = False  # a mark of the site was seen: nothing of the document is expected behind it
        while k < len(lines):
            shape, line = shapes[k], lines[k]
            if self.gone(k):
                ended = ended or shape in (Shape.CONTROL, Shape.PAGER, Shape.DISCLAIMER)
            elif shape is Shape.SIDE_LINE and k > signed:
                self.drop(k, Label.SIDEBAR)
            elif shape is Shape.END or shape in (Shape.ADDRESS, Shape.CRUMB, Shape.MENU, Shape.WELCOME):
                self.drop(k)
                ended = True
                after_end = after_end or shape is Shape.END
            elif shape is Shape.IMPRINT:
                self.drop(k)
                ended = True
            elif shape is Shape.SIDE and k > signed:
                k = self._side(k)
                ended = True
                continue
            elif shape is Shape.BYLINE or shape is Shape.TABLE and ended:
                if self._is_tail_credit(k, is_notice):
                    self.drop(k, Label.BYLINE)
                    ended = ended or k > signed
            elif line.text[0] == "(" and line.text[-1] == ")" and k > signed and self._is_bracketed_credit(line.text):
                self.drop(k, Label.BYLINE)
            elif self._is_empty_attachment(k):
                self.drop(k, Label.PAGE_FURNITURE)
                while k + 1 < len(lines) and shapes[k + 1] is Shape.FILE:
                    k += 1
                    self.drop(k)
            elif shape is Shape.FOOT_LINK and (ended or self._nothing_follows(k)):
                self.drop(k)
                ended = True
            elif after_end and line.size <= 15 and not line.is_sentence and k > signed:
                self.drop(k, Label.BYLINE)
            elif shape is Shape.TABLE and OPERATED.match(line.text) and (ended or self._imprint_follows(k, is_notice, signed)):
                self.drop(k, Label.FOOTER)
            elif shape in (Shape.OPERATOR, Shape.CONTACT, Shape.LINKS) and (
                    ended or self._imprint_follows(k, is_notice, signed)):
                self.drop(k)
            k += 1

    def _between(self) -> None:
        """Short lines with what is gone on both sides, behind the prose: never what notices put there."""
        k = self.last + 1
        while k < len(self.lines):
            if not self.gone(k) and self.gone(k - 1) and self._is_bare(k):
                stop = k
                while stop < len(self.lines) and not self.gone(stop) and self._is_bare(stop) and stop - k < 3:
                    stop += 1
                if stop < len(self.lines) and self.gone(stop):
                    for j in range(k, stop):
                        self.drop(j, Label.SIDEBAR if self.labels[k - 1] is Label.SIDEBAR else Label.PAGE_FURNITURE)
                k = stop
            k += 1

    def _is_bare(self, k: int) -> bool:
        line, shape = self.lines[k], self.shapes[k]
        return (line.size <= 30 and not line.is_sentence and not line.is_ordinal and shape not in (Shape.DATE, Shape.CONTACT)
                and not AGENCY.fullmatch(line.text) and not KEPT.match(line.text))

    def _signature(self) -> int:
        """The date line of the signature, or -1: an agency, then a date."""
        for k in range(self.last + 1, len(self.lines)):
            if self.shapes[k] is Shape.DATE and AGENCY.fullmatch(self.lines[k - 1].text) and not self.gone(k - 1):
                return k
        return -1

    def _is_empty_attachment(self, k: int) -> bool:
        """`相关附件：` with nothing of the document behind it."""
        return EMPTY_ATTACHMENT.fullmatch(self.lines[k].text) is not None and (
            k + 1 == len(self.lines) or self.shapes[k + 1] in _NOT_PROSE or self.shapes[k + 1] is Shape.FILE)

    def _side(self, k: int) -> int:
        """A head and the short lines under it: the index behind them."""
        lines, shapes = self.lines, self.shapes
        stop = k + 1
        while stop < len(lines) and not self.gone(stop):
            shape, line = shapes[stop], lines[stop]
            if shape in (Shape.SIDE, Shape.IMPRINT, Shape.DISCLAIMER, Shape.OPERATOR, Shape.CRUMB, Shape.MENU, Shape.LINKS):
                break
            if line.size > 64 or line.text.endswith("。") or shape is Shape.BYLINE and self._is_credit(stop):
                break
            stop += 1
        if stop == k + 1 and lines[k].text.rstrip(":") == "相关附件" and stop < len(lines) and not self.gone(stop):
            return stop
        for j in range(k, stop):
            self.drop(j, Label.SIDEBAR)
        return stop

    def _is_tail_credit(self, k: int, is_notice: bool) -> bool:
        lines = self.lines
        if not self._is_credit(k):
            return False
        before = next((j for j in range(k - 1, max(k - 50, 0) - 1, -1) if not self.gone(j)), None)
        if before is not None and lines[before].text.endswith(":"):
            return False
        if before is not None and lines[before].size < 30 and ROSTER.search(lines[before].text):
            return False
        return True

    def _is_bracketed_credit(self, text: str) -> bool:
        inner = text[1:-1].strip()
        if ANNOTATION.match(text):
            return False
        if names_in(inner):
            return True
        fields = fields_of(inner, ("byline", "contact"))
        return bool(fields) and all(f.where == "byline" and f.name in CREDITS for f in fields)

    def _nothing_follows(self, k: int) -> bool:
        """Nothing but links and what is gone."""
        return all(self.gone(j) or self.shapes[j] in (Shape.FOOT_LINK, Shape.IMPRINT, Shape.SYMBOLS, Shape.WEAK_CONTROL)
                   for j in range(k + 1, min(k + 200, len(self.lines))))

    def _imprint_follows(self, k: int, is_notice: bool, signed: int) -> bool:
        if is_notice and signed < 0:
            return False
        for j in range(k + 1, min(k + 7, len(self.lines))):
            if self.shapes[j] is Shape.IMPRINT:
                return True
            if self.shapes[j] not in (Shape.OPERATOR, Shape.CONTACT, Shape.LINKS, Shape.WEAK_CONTROL):
                return False
        return False

    # -- company

    def _closure(self) -> None:
        """One word, a number or a mark beside something that is gone, outside of the document's prose."""
        weak = (Shape.WEAK_CONTROL, Shape.NUMBER, Shape.SYMBOLS)
        lines, shapes = self.lines, self.shapes
        for direction in (range(len(lines)), range(len(lines) - 1, -1, -1)):
            step = -1 if direction.step == 1 else 1
            for k in direction:
                if self.gone(k) or shapes[k] not in weak:
                    continue
                inside = self.first < k < self.last
                beside = k + step
                if inside and shapes[k] is not Shape.WEAK_CONTROL:
                    continue
                if 0 <= beside < len(lines) and self.labels.get(beside) not in (None, Label.META_TABLE):
                    self.drop(k)
        self._between()
        k = len(lines) - 1
        while k > self.last and (self.gone(k) or shapes[k] is Shape.SYMBOLS):
            if not self.gone(k):
                self.drop(k)
            k -= 1


EMPTY_ATTACHMENT = Lazy(r"[·\[ -]{0,3}(?:相关附件|附件列表|相关文档|附件)(?:下载)?[\]:]{0,2}|\[?附件下载\]?:?")
FIRST_PART = Lazy(r"^第[一二三四五六七八九十\d]{1,2}[篇部]: ?(?=.{4})")
OPERATED = Lazy(r"(?:主办|承办|主管|协办|运维|维护|技术支持|版权)(?:单位)?:")
LETTER_HEAD = Lazy(r"^(?:受文者|正本|速别|密等及解密|主旨|承办人) ?:")
KEPT = Lazy(r"^(?:\(|附件|附:|抄送|主送|抄报|印发|联系|特此|此复|此致|敬礼|二[〇○0]|校长|局长|主任|签|注)")
STATEMENT = Lazy(r"^[^,。:]{0,16}(?:声明|版权(?:信息|说明|保护|须知|问题)?|条款|用户协议|使用须知|投稿须知|隐私政策)$")
SLOGAN = Lazy(r" ?[-_|] ?[^-_|]{4,20}$")
SITE_NAME = Lazy(r"(?:网|在线|门户|门户网站|官网|频道|网站|平台|客户端|首页|日报|晚报|信息港|文库)$")


def _readings(name: str) -> tuple[tuple[str, str], ...]:
    return names_of_fields().get(name, ())


def removals(lines: Sequence[Line]) -> dict[int, Label]:
    """Labels of the lines that are not of the document, by index into `lines`.

    What is left is looked at again until nothing more goes: so that a second run finds nothing. At most eight times,
    to stay linear.
    """
    out: dict[int, Label] = {}
    shapes = [shape_of(line) for line in lines]
    left = list(range(len(lines)))
    if lines and (STATEMENT.search(lines[0].text) or not any(
            shape not in _NOT_PROSE and (line.is_sentence or line.is_ordinal) for shape, line in zip(shapes, lines, strict=True))):
        # a page whose only prose is a disclaimer or a promotion: that is the document
        shapes = [Shape.NONE if shape in (Shape.DISCLAIMER, Shape.PROMOTION) and line.is_sentence else shape
                  for shape, line in zip(shapes, lines, strict=True)]
    for _ in range(8):
        found = Context([lines[k] for k in left], [shapes[k] for k in left]).run() if left else {}
        if not found:
            break
        if len(found) == len(left):
            return out if out else {}
        out.update({left[k]: label for k, label in found.items()})
        left = [index for k, index in enumerate(left) if k not in found]
        if all(shapes[k] is Shape.NONE for k in left):
            break
    return out
