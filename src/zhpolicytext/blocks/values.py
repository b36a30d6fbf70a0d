"""Values of metadata in labelled blocks, with their spans in the text that was looked at."""

from collections.abc import Sequence
from typing import NamedTuple

from ..text.fold import folded
from ..text.match import Lazy
from .dates import iso_date
from .fields import DATE, DECORATION, fields_of, names_of_fields
from .lines import BLANK
from .model import Block, Label
from .shapes import HAN, VIEWED
from .terms import controls
from .names import ROLE, is_name, names_in


class Found(NamedTuple):
    """A value and its span."""

    value: str
    start: int
    end: int


Values = dict[str, list[Found]]
PLATFORM = Lazy(r"(?:网易|搜狐|百家|企鹅|大鱼|头条|大风|一点|新浪)号|官方账号|领域创作者")
TABLE_FIELDS = ("index_number", "issuing_agency", "doc_number", "written_date", "category", "validity", "keywords", "title")
PHONE = Lazy(r"(?<!\d)(?:\(?0\d{2,3}\)?[- ]?\d{7,8}(?:-\d{1,5})?|1[3-9]\d{9}|[48]00-?\d{3,4}-?\d{3,4}|\d{3,4}-\d{5,8}|\d{7,8})(?!\d)")
EMAIL = Lazy(r"[a-z0-9_.+-]{1,64}@[a-z0-9-]{1,64}(?:\.[a-z0-9-]{1,64}){1,4}")
URL = Lazy(r"(?:https?://|www\.)[a-z0-9./_?=&%#:+~-]{4,400}")
PARTS = Lazy(r"[^|\[\]()·]+")
OFFICE = Lazy(r"[\u4e00-\u9fff]{2,20}(?:局|厅|处|科|室|部|办|委|院|校|中心|社|报|网|台|站|在线|融媒|发布|会|系|股|园|馆|日报|晚报|政府|职专|职教|小学|中学|大学)")
DATELINE = Lazy(r"(?:讯|消息|电|报道) ?\(([^()]{2,40})\)|\(((?:本报|本网|本台|全媒体|融媒体?|实习|见习|特约|[\u4e00-\u9fff]{2,8})?(?:记者|通讯员)[^()]{2,30})\)")


class _Reader:
    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        self.text, self.blocks = text, blocks
        self.folded = [folded(text[block.start : block.end]) for block in blocks]
        self.values: Values = {}
        self.self_published = any(PLATFORM.search(line) for line, b in zip(self.folded, blocks, strict=True)
                                  if b.label in (Label.DISCLAIMER, Label.NAV, Label.BYLINE))

    def put(self, name: str, start: int, end: int, value: str | None = None) -> None:
        text = self.text
        while start < end and text[start] in BLANK + "|;；、，, ·":
            start += 1
        while end > start and text[end - 1] in BLANK + "|;；、，,·":
            end -= 1
        if end > start:
            found = Found(value or text[start:end], start, end)
            several = self.values.setdefault(name, [])
            if all(found.value != other.value for other in several):
                several.append(found)

    def has(self, name: str) -> bool:
        return name in self.values

    # -- bylines and credits

    def byline(self, k: int) -> None:
        base, line = self.blocks[k].start, self.folded[k]
        found = fields_of(line, ("byline", "table", "contact"))
        rest = line[: found[0].begin] if found else line
        if found and found[0].begin and len(line[: found[0].begin].strip(DECORATION)) < 2:
            rest = ""
        if rest and not found and self.self_published and " " not in line and not DATE.search(line):
            if not self.has("author"):
                self.put("author", base, base + len(line))
        elif rest:
            self.unnamed(base, rest)
        for k, field in enumerate(found):
            self.named(field.name, field.label, base + field.start, line[field.start : field.end])
            gap = line[field.end : found[k + 1].begin if k + 1 < len(found) else len(line)]
            if gap.startswith((" |", "|")):
                self.unnamed(base + field.end, gap)

    def named(self, name: str, label: str, start: int, value: str) -> None:
        if name in ("publish_date", "written_date"):
            match = DATE.search(value)
            if match:
                self.date(name, start + match.start(), start + match.end())
                tail = value[match.end() :].strip(DECORATION)
                if tail and not self.has("views"):
                    self.unnamed(start + match.end(), value[match.end() :])
        elif name == "views":
            digits = DIGITS.match(value.strip(DECORATION + "【】")) and DIGITS.search(value)
            if digits and not self.has("views"):
                self.put("views", start + digits.start(), start + digits.end())
        elif name in ("author", "photographer", "editor", "reviewers"):
            if label in ("发布者", "发布人", "上传者", "投稿人", "上传人"):
                name = "uploader"
            self.persons(name, start, value)
        elif name == "source":
            self.source(start, value)
        elif name == "url":
            match = URL.search(value)
            if match:
                self.put("url", start + match.start(), start + match.end())
        elif name in TABLE_FIELDS and name != "title":
            self.put(name, start, start + len(value))

    def source(self, start: int, value: str) -> None:
        date = DATE.search(value)
        if date:
            self.date("publish_date", start + date.start(), start + date.end())
            value = value[: date.start()] if date.start() else ""
        site = SITE.search(value)
        if site and site.start() >= 2:
            value = value[: site.start()]
        value = _without_controls(value)
        if self.self_published and " " in value.strip():
            value = value[: len(value) - len(value.lstrip())] + value.split()[0]
        name = "author" if self.self_published else "source"
        if value.strip(DECORATION) and not self.has(name):
            self.put(name, start, start + len(value))

    def persons(self, name: str, start: int, value: str) -> None:
        value = _without_controls(value)
        bare = ROLE.sub(lambda m: " " * len(m.group()), value)
        spans = names_in(bare)
        if spans:
            for a, b in spans:
                self.put(name, start + a, start + b, value[a:b].replace(" ", ""))
            return
        words = [(m.start(), m.end()) for m in WORD.finditer(value)]
        last = words[-1] if words else (0, 0)
        if name != "author" and len(words) > 1 and is_name(value[slice(*last)]):
            self.put(name, start + last[0], start + last[1])  # the office, then the person
        elif value.strip(DECORATION):
            self.put(name, start, start + len(value))

    def date(self, name: str, start: int, end: int) -> None:
        value = iso_date(folded(self.text[start:end]))
        if value and not self.has(name):
            self.put(name, start, end, value)

    def unnamed(self, base: int, line: str) -> None:
        """Pieces without a name: a date, a count of views, persons, an office or a paper."""
        match = DATE.search(line)
        if match:
            self.date("publish_date", base + match.start(), base + match.end())
            before = line[: match.start()].strip(DECORATION + "@")
            account = ACCOUNT.match(line[match.end() :].strip())
            if before.replace(" ", "") in names_of_fields():
                before = ""
            if before and (" " not in before or "发表于" in before) and not before.startswith("原创") and not EDITION.search(before) and (
                    "发表于" in line[match.end() :] or VIEWED.search(line[match.end() :].strip(DECORATION))
                    or line[match.end() :].strip().startswith("|")) or before.endswith("发表于"):
                before = before.removesuffix("发表于").strip()
                before = before.split(" ")[-1]
                name = "account" if "发表于" in line[match.end() :] else "author"
                if before and not self.has(name):
                    self.put(name, base + line.find(before), base + line.find(before) + len(before))
            elif account and not self.has("author"):
                at = base + line.find(account.group(1), match.end())
                self.put("author", at, at + len(account.group(1)))
                return
        gaps = line if match is None else line[: match.start()] + "|" * len(match.group()) + line[match.end() :]
        if gaps.startswith("原创"):
            gaps = "||" + gaps[2:]
            word = WORD.search(gaps)
            if word:
                self.put("account", base + word.start(), base + word.end())
            return
        issue = ISSUE.match(gaps.strip())
        if issue and not self.has("source"):
            self.put("source", base + line.find(issue.group(1)), base + line.find(issue.group(1)) + len(issue.group(1)))
            return
        if ROLE.search(gaps):
            self.persons("author", base, gaps.replace("|", " "))
            return
        for part in PARTS.finditer(gaps):
            value = part.group()
            bare = value.strip(DECORATION)
            if not bare or EDITION.search(bare):
                if "版" in bare:
                    for word in WORD.finditer(value):
                        if PAPER.fullmatch(word.group()) and not self.has("source"):
                            self.put("source", base + part.start() + word.start(), base + part.start() + word.end())
                continue
            views = VIEWS.search(bare)
            if views:
                if not self.has("views"):
                    at = part.start() + value.find(bare) + views.start(1)
                    self.put("views", base + at, base + at + len(views.group(1)))
                continue
            words = [(m.start(), m.end()) for m in WORD.finditer(value)]
            if names_in(bare):
                self.persons("author", base + part.start(), value)
            elif len(words) == 2 and OFFICE.fullmatch(value[slice(*words[0])]) and is_name(value[slice(*words[1])]):
                self.put("source", base + part.start() + words[0][0], base + part.start() + words[0][1])
                self.put("author", base + part.start() + words[1][0], base + part.start() + words[1][1])
            elif OFFICE.fullmatch(bare) and not self.has("source") and match is not None:
                self.put("source", base + part.start(), base + part.end())

    # -- index tables

    def table(self, k: int) -> None:
        base, line = self.blocks[k].start, self.folded[k]
        found = fields_of(line, ("table", "byline", "contact"))
        name = line.replace(" ", "").strip(":|")
        if found and name == found[0].label and len(found) == 1 and k + 1 < len(self.blocks) and (
                self.blocks[k + 1].label is Label.META_TABLE) and not _is_field_name(self.folded[k + 1]):
            following = self.blocks[k + 1]
            self.table_value(found[0].name, following.start, self.folded[k + 1])
            return
        for field in found:
            self.table_value(field.name, base + field.start, line[field.start : field.end])

    def table_value(self, name: str, start: int, value: str) -> None:
        value = value.rstrip(" |")
        if name in ("publish_date", "written_date"):
            match = DATE.search(value)
            if match:
                self.date(name, start + match.start(), start + match.end())
        elif name in TABLE_FIELDS and not self.has(name):
            if name == "title":
                name = "table_title"
            self.put(name, start, start + len(value))
        elif name in ("source", "author", "views"):
            self.named(name, "", start, value)

    # -- what stays

    def kept(self) -> None:
        labels = [block.label for block in self.blocks]
        self.joined("title", Label.TITLE, "")
        self.joined("doc_number", Label.DOC_NUMBER, "")
        for k, label in enumerate(labels):
            block, line = self.blocks[k], self.folded[k]
            if label is Label.RECIPIENTS and not self.has("recipients"):
                self.put("recipients", block.start, block.end - 1)
            elif label is Label.CC and not self.has("cc"):
                match = COPY.match(line)
                if match:
                    stop = block.end - (1 if line.endswith("。") else 0)
                    self.put("cc", block.start + match.end(), stop)
            elif label is Label.CONTACT or (label is Label.BODY and ASKED.search(line)):
                self.contact(block.start, line)
            elif label is Label.DISCLAIMER and not self.has("url") and ORIGIN.search(line):
                match = URL.search(line, ORIGIN.search(line).end())  # type: ignore[union-attr]
                if match:
                    self.put("url", block.start + match.start(), block.start + match.end())
            elif label is Label.SIDEBAR and KEYWORDS.match(line) and not self.has("keywords"):
                self.put("keywords", block.start + line.find(":") + 1, block.end)
            elif label is Label.BODY and k < 12 and not self.has("author"):
                match = DATELINE.search(line[:80])
                if match:
                    group = 1 if match.group(1) else 2
                    self.dateline(block.start + match.start(group), match.group(group))
        self.signature()
        self.attachments()

    def joined(self, name: str, label: Label, glue: str) -> None:
        run = []
        for block in self.blocks:
            if block.label is label:
                run.append(block)
            elif run and block.label not in (Label.BYLINE, Label.PAGE_FURNITURE, Label.META_TABLE):
                break
        if run and not self.has(name):
            end = run[-1].end
            if name == "title" and self.text[run[0].start] == "#":
                bare = len(self.text[run[0].start : end]) - len(self.text[run[0].start : end].lstrip("# "))
                run[0] = run[0]._replace(start=run[0].start + bare)
            count = OF_SEVERAL.search(folded(self.text[run[-1].start : end])) if name == "title" else None
            if count and len(run) == 1 and count.start() > 4:
                end = run[-1].start + count.start()
            self.put(name, run[0].start, end, glue.join(self.text[b.start : min(b.end, end)] for b in run))

    def dateline(self, start: int, value: str) -> None:
        bare = ROLE.sub(lambda m: " " * len(m.group()), value)
        if ROLE.search(value) and names_in(bare):
            self.persons("author", start, value)

    def contact(self, start: int, line: str) -> None:
        for match in PHONE_LINE.finditer(line):
            number = PHONE.search(line, match.end(), match.end() + 40)
            if number and not self.has("phone"):
                self.put("phone", start + number.start(), start + number.end())
                after = AFTER_NUMBER.match(line, number.end())
                if after and not self.has("contact_person") and "联系人" not in line:
                    self.put("contact_person", start + after.start(1), start + after.end(1))
        mail = EMAIL.search(line)
        if mail and not self.has("email"):
            self.put("email", start + mail.start(), start + mail.end())
        for field in fields_of(line.strip("()"), ("contact",)):
            if field.name == "contact_person" and not self.has("contact_person"):
                shift = 1 if line.startswith("(") else 0
                value = line[field.start + shift : field.end + shift]
                value = value.split(",")[0].split(";")[0]
                self.persons("contact_person", start + shift + field.start, PHONE.sub(lambda m: " " * len(m.group()), value))

    def signature(self) -> None:
        run = [k for k, block in enumerate(self.blocks) if block.label is Label.SIGNATURE]
        for k in run:
            block, line = self.blocks[k], self.folded[k]
            spread = iso_date(line, search=True)
            if spread:
                if not self.has("written_date"):
                    value, a, b = spread
                    self.put("written_date", block.start + a, block.start + b, value)
                    if a > 3 and not self.has("issuing_agency"):
                        self.put("issuing_agency", block.start, block.start + a)
                return
            stated = self.values.get("issuing_agency", [])
            if stated and line.endswith(folded(stated[0].value)):
                self.values["issuing_agency"] = []  # the table shortens: 县人民政府办公室
            if not self.values.get("issuing_agency"):
                self.put("issuing_agency", block.start, block.end)

    def attachments(self) -> None:
        signed = False
        for k, block in enumerate(self.blocks):
            signed = signed or block.label is Label.SIGNATURE
            if block.label is not Label.ATTACHMENT:
                if self.has("attachments") and block.label is not Label.BLANK:
                    return
                continue
            line = self.folded[k]
            match = ATTACHED.match(line)
            if match:
                if line[match.end() :].strip(" 。") not in ("", "无"):
                    self.put("attachments", block.start + match.end(), block.end)
            elif self.has("attachments") and not signed:
                self.put("attachments", block.start, block.end)


OF_SEVERAL = Lazy(r" ?[\[(](?:共|精选|通用|合集|推荐|优秀|汇总|最新)? ?\d{1,3} ?[则篇份](?:范文|合集)?[\])]$| ?[\[(](?:全文|图)[\])]$")
ACCOUNT = Lazy(r"^[·]? ?([\u4e00-\u9fff0-9a-z]{2,16}?) ?官方账号")
ORIGIN = Lazy(r"(?:出处|原文链接|原文地址|本文链接|本文地址|来源):? ?(?=https?:|www)")
KEYWORDS = Lazy(r"^[\[·]?关键[词字]\]?:")
SITE = Lazy(r"[-| (]*(?:https?://|www\.).*$")
DIGITS = Lazy(r"\d{1,9}(?:\.\d)?[万w]?\+?")
WORD = Lazy(r"[^ |,;·]+")
ISSUE = Lazy(r"^([\u4e00-\u9fff()·]{2,16}) ?(?:19|20)\d\d ?年 ?第?\d{1,2} ?期$")
EDITION = Lazy(r"第? ?[a-z]?\d{1,2} ?版")
PAPER = Lazy(r"[\u4e00-\u9fff]{2,10}(?:报|刊|日报|晚报|周刊)")
VIEWS = Lazy(r"^(?:阅读|阅|浏览|点击|人气|访问)(?:量|次数|数|:)? ?:? ?(\d{1,9})|^(\d{1,9}) ?(?:次|人)?(?:浏览|阅读|点击)")
COPY = Lazy(r"^抄 ?[送报] ?: ?")
ASKED = Lazy(r"(?:咨询|联系|服务)电话(?:是)?:")
PHONE_LINE = Lazy(r"[\u4e00-\u9fff)](?=: ?\(?0\d{2,3}\)?-?\d{7}):|(?:电话|热线|手机|座机|联系方式|tel)[^\d:]{0,12}:? ?")
AFTER_NUMBER = Lazy(r" ?\(([\u4e00-\u9fff]{2,14})\)")
ATTACHED = Lazy(r"^\(?附(?:件|表|录)? ?\d{0,2} ?(?:[:.、]|$) ?")


def _without_controls(value: str) -> str:
    """The value up to the first word of a control: `某某晚报 跟贴 12 条`."""
    for word in WORD.finditer(value, len(value) - len(value.lstrip())):
        if word.start() > 0 and value[: word.start()].strip() and controls().fullmatch(word.group()) and HAN.search(word.group()):
            return value[: word.start()]
    return value


def _is_field_name(line: str) -> bool:
    return any(where == "table" for where, _ in names_of_fields().get(line.replace(" ", "").strip(":|"), ()))


def found_in(text: str, blocks: Sequence[Block]) -> Values:
    """All values that the blocks state, in order; the first of a name is the one that counts."""
    reader = _Reader(text, blocks)
    for k, block in enumerate(blocks):
        if block.label is Label.META_TABLE:
            reader.table(k)
    for k, block in enumerate(blocks):
        if block.label is Label.BYLINE or block.label is Label.DISCLAIMER and "责编" in reader.folded[k]:
            reader.byline(k)
    reader.kept()
    values = reader.values
    for name, instead in (("title", "table_title"), ("author", "photographer"), ("author", "uploader"), ("source", "account")):
        stated = values.pop(instead, None)
        if stated and name not in values and (instead != "uploader" or is_name(stated[0].value)):
            values[name] = stated
    return values
