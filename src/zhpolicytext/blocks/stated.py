"""What bylines and credits state, with the spans of the values in the text that was looked at."""

from collections.abc import Sequence
from typing import NamedTuple

from ..text.fold import folded
from ..text.match import Lazy
from .bylines import PUBLISHED, VIEWED
from .dates import iso_date
from .fields import DATE, DECORATION, fields_of, names_of_fields
from .joined import in_one_line
from .lines import BLANK
from .model import Block, Label
from .names import ROLE, is_name, names_in
from .publisher import NO_VALUE, PERIODICAL, PUBLISHER, TAKEN, UNKNOWN_FIELD
from .terms import controls
from .widgets import HAN


class Found(NamedTuple):
    """A value and its span."""

    value: str
    start: int
    end: int


Values = dict[str, list[Found]]
TABLE_FIELDS = ("index_number", "issuing_agency", "doc_number", "written_date", "category", "validity", "keywords", "title")
PLATFORM = Lazy(r"(?:网易|搜狐|百家|企鹅|大鱼|头条|大风|一点|新浪|澎湃|凤凰|快传)号|号系信息发布平台|官方账号|领域创作者")
URL = Lazy(r"(?:https?://|www\.)[a-z0-9./_?=&%#:+~-]{4,400}")
PARTS = Lazy(r"(?:(?! {2})[^|\[\]()·])+")
OFFICE = Lazy(r"[\u4e00-\u9fff]{2,20}(?:局|厅|处|科|室|部|办|委|院|校|中心|社|报|网|台|站|在线|融媒|发布|会|系|股|园|馆|日报|晚报|政府|职专|职教|小学|中学|大学)")
ACCOUNT = Lazy(r"^[·]? ?([\u4e00-\u9fff0-9a-z]{2,16}?) ?官方账号")
SITE = Lazy(r"[-| (]*(?:https?://|www\.).*$")
DIGITS = Lazy(r"\d{1,9}(?:\.\d)?[万w]?\+?")
WORD = Lazy(r"[^ |,;·]+")
ISSUE = Lazy(r"^([\u4e00-\u9fff()·]{2,16}) ?(?:19|20)\d\d ?年 ?第?\d{1,2} ?期$")
EDITION = Lazy(r"第? ?[a-z]?\d{1,2} ?版")
PAPER = Lazy(r"[\u4e00-\u9fff]{2,10}(?:报|刊|日报|晚报|周刊)")
VIEWS = Lazy(r"^(?:阅读|阅|浏览|点击|人气|访问)(?:量|次数|数|:)? ?:? ?(\d{1,9})|^(\d{1,9}) ?(?:次|人)?(?:浏览|阅读|点击)")

SEEN = Lazy(r"(?:阅读|浏览|点击|人气)(?:量|数|次数)? ?[(\[] ?(\d{1,9}) ?(?:次)?[)\]]")


class Stated:
    """Values by name, in the order in which they are found."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        self.text, self.blocks = text, blocks
        self.folded = [in_one_line(folded(text[block.start : block.end])) for block in blocks]
        self.values: Values = {}
        self.self_published = any(PLATFORM.search(line) for line, b in zip(self.folded, blocks, strict=True)
                                  if b.label in (Label.DISCLAIMER, Label.NAV, Label.BYLINE))

    def put(self, name: str, start: int, end: int, value: str | None = None) -> None:
        text = self.text
        while start < end and text[start] in BLANK + "|;；、，, ·":
            start += 1
        while end > start and text[end - 1] in BLANK + "|;；、，,·（(":
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
        seen = SEEN.search(line)
        if seen and not any(field.name == "views" for field in found) and not self.has("views"):
            self.put("views", base + seen.start(1), base + seen.end(1))
        for at, field in enumerate(found):
            self.named(field.name, field.label, base + field.start, line[field.start : field.end])
            gap = line[field.end : found[at + 1].begin if at + 1 < len(found) else len(line)]
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
            elif label in PUBLISHED and value.strip(DECORATION) and len(value) <= 16:
                self.persons("author", start, value)
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
            seen = SEEN.search(value)
            self.put(name, start, start + (seen.start() if seen else len(value)))

    def source(self, start: int, value: str) -> None:
        address = URL.match(value)
        if address:
            self.put("url", start, start + address.end())
            return
        date = DATE.search(value)
        if date:
            self.date("publish_date", start + date.start(), start + date.end())
            value = value[: date.start()] if date.start() else ""
        issue = PERIODICAL.match(value.strip())
        if issue:
            start, value = start + value.find(issue.group(1)), issue.group(1)
        if NO_VALUE.match(value):  # 来源： 字号：[大]
            return
        unknown = UNKNOWN_FIELD.search(value)
        if unknown:
            value = value[: unknown.start()]
        site = SITE.search(value)
        if site and site.start() >= 2:
            value = value[: site.start()]
        value = _without_controls(value).split(" >")[0]
        if self.self_published and " " in value.strip():
            value = value[: len(value) - len(value.lstrip())] + value.split()[0]
        name = "author" if self.self_published else "source"
        if value.strip(DECORATION) and not self.has(name):
            self.put(name, start, start + len(value))

    def persons(self, name: str, start: int, value: str) -> None:
        value = _without_controls(value)
        taken = TAKEN.search(value)
        value = value[: taken.start()] if taken else value  # 王一民 摄
        bare = ROLE.sub(lambda m: " " * len(m.group()), value)
        spans = names_in(bare)
        if spans:
            for a, b in spans:
                self.put(name, start + a, start + b, "".join(self.text[start + a : start + b].split()))
            return
        words = [(m.start(), m.end()) for m in WORD.finditer(value)]
        if len(words) > 1 and is_name(value[slice(*words[0])]) and value[words[1][0]] in "由本供转(":
            self.put(name, start + words[0][0], start + words[0][1])  # 由某某网整理发布
            return
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
            elif before and match.end() == len(line.rstrip()) and ":" in match.group() and PUBLISHER.fullmatch(before):
                name = "author" if is_name(before) else "account"
                if not self.has(name):
                    self.put(name, base + line.find(before), base + line.find(before) + len(before))
                return
            elif account and not self.has("author"):
                at = base + line.find(account.group(1), match.end())
                self.put("author", at, at + len(account.group(1)))
                return
            names = line[: match.start()].split()
            if 2 <= len(names) <= 3 and names[0] == names[-1] and not self.has("account"):
                at = line.find(names[0])
                self.put("account", base + at, base + at + len(names[0]))  # 某某小学 某某小学 2024-06-20 19:02
                return
            if len(names) == 2 and match.end() == len(line.rstrip()) and is_name(names[0]) is not is_name(names[1]):
                person, platform = (0, 1) if is_name(names[0]) else (1, 0)
                for name, said in (("author", names[person]), ("account", names[platform].strip("|·"))):
                    if said and not self.has(name):
                        self.put(name, base + line.find(said), base + line.find(said) + len(said))  # 某某教育 王一民 2022-05-30
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
        role = ROLE.search(gaps)
        if role:
            paper = PAPER.search(line, 0, role.start())
            if paper and not self.has("source"):
                self.put("source", base + paper.start(), base + paper.end())
            self.persons("author", base + role.start(), gaps[role.start() :].replace("|", " ").replace("《", " "))
            return
        for part in PARTS.finditer(gaps):
            value = part.group()
            bare = value.strip(DECORATION)
            if not bare or EDITION.search(bare):
                named = PAPER.match(bare.lstrip("《"))
                if named and not self.has("source"):
                    at = base + part.start() + value.find(named.group())
                    self.put("source", at, at + len(named.group()))
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
            elif OFFICE.fullmatch(bare) and not self.has("source") and (match is not None or bare == line.strip()):
                self.put("source", base + part.start(), base + part.end())


def _without_controls(value: str) -> str:
    """The value up to the first word of a control: `某某晚报 跟贴 12 条`."""
    for word in WORD.finditer(value, len(value) - len(value.lstrip())):
        if word.start() > 0 and value[: word.start()].strip() and controls().fullmatch(word.group()) and HAN.search(word.group()):
            return value[: word.start()]
    return value
