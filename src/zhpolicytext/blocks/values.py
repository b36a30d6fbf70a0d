"""Values of metadata in labelled blocks, with their spans in the text that was looked at."""

from collections.abc import Sequence

from ..text.fold import folded
from ..text.match import Lazy
from .dates import iso_date
from .fields import DATE, fields_of, names_of_fields
from .kept import SIGNER
from .model import Block, Label
from .names import ROLE, is_name, names_in
from .stated import TABLE_FIELDS, Found, Stated, URL, Values

PHONE = Lazy(r"(?<!\d)(?:\(?0\d{2,3}\)?[- ]?\d{7,8}(?:-\d{1,5})?|1[3-9]\d{9}|[48]00-?\d{3,4}-?\d{3,4}|\d{3,4}-\d{5,8}|\d{7,8})(?!\d)")
EMAIL = Lazy(r"[a-z0-9_.+-]{1,64}@[a-z0-9-]{1,64}(?:\.[a-z0-9-]{1,64}){1,4}")
DATELINE = Lazy(r"(?:讯|消息|电|报道) ?\(([^()]{2,40})\)|\(((?:本报|本网|本台|全媒体|融媒体?|实习|见习|特约|[\u4e00-\u9fff]{2,8})?(?:记者|通讯员)[^()]{2,30})\)")
OF_SEVERAL = Lazy(r" ?[\[(](?:共|精选|通用|合集|推荐|优秀|汇总|最新)? ?\d{1,3} ?[则篇份](?:范文|合集)?[\])]$| ?[\[(](?:全文|图)[\])]$")
ORIGIN = Lazy(r"(?:出处|原文链接|原文地址|本文链接|本文地址|来源):? ?(?=https?:|www)")
KEYWORDS = Lazy(r"^[\[·]?关键[词字]\]?:")
COPY = Lazy(r"^抄 ?[送报] ?: ?")
ASKED = Lazy(r"(?:咨询|联系|服务)电话(?:是)?:")
PHONE_LINE = Lazy(r"[\u4e00-\u9fff)](?=: ?\(?0\d{2,3}\)?-?\d{7}):|(?:电话|热线|手机|座机|联系方式|tel)[^\d:]{0,12}:? ?")
AFTER_NUMBER = Lazy(r" ?\(([\u4e00-\u9fff]{2,14})\)")
#: What a bracket behind a number says that is nobody's name.
HOURS = Lazy(r"工作|上班|时间|日$|小时|值班|传真|同号|系统|微信|转")
ATTACHED = Lazy(r"^\(?附(?:件|表|录)? ?\d{0,2} ?(?:[:.、]|$) ?")

#: What is listed behind the signature, where the titles of the attachments themselves may stand too.
LISTED_FILE = Lazy(r"^\d{1,2} ?[.、:]|\.(?:docx?|xlsx?|pptx?|pdf|wps|et|zip|rar|ofd)$")


#: The head of a telegram: `等级：特急　编号：某汛电〔2020〕16号`.
TELEGRAM = Lazy(r"(?:编号|文号|发电|电报号) ?:? ?([\u4e00-\u9fff]{2,10}\[(?:19|20)\d\d\] ?\d{1,5}号)")


MASTHEAD = Lazy(r"([\u4e00-\u9fff]{2,8}(?:日报|晚报|时报|周报|晨报|教育报|早报|商报))(?:数字报|电子报|电子版|数字版)?")
TODAY = Lazy(r"^(?:今天是:?)? ?(?:19|20)\d\d ?年 ?\d{1,2} ?月 ?\d{1,2} ?日[ ,]{0,3}(?:星期|周)[一二三四五六日天]")
#: Who has seen a page, alone on a line.
SEEN_BY = Lazy(r"(\d{1,9}) ?(?:人|次|人次)(?:已)?(?:看过|浏览|阅读|访问|点击|围观|查看)|(?:浏览|访问|点击|围观)(?:量|数|次数)? ?:? ?(\d{1,9}) ?次?")
#: `2021-10-31 1 1 某某日报 content_78830.html 1 3 … /enpproperty-->`.
ISSUE = Lazy(r"(\d{4}-\d\d-\d\d) (?:\d{1,4} ){1,3}([\u4e00-\u9fff]{2,12}) content_")


class _Reader(Stated):
    """What index tables and the blocks that stay state as well: title, number, addressees, signature, attachments, contact."""

    # -- index tables

    def table(self, k: int) -> None:
        base, line = self.blocks[k].start, self.folded[k]
        found = fields_of(line, ("table", "byline", "contact"))
        name = line.replace(" ", "").strip(":|")
        if found and name == found[0].label and len(found) == 1 and k + 1 < len(self.blocks) and (
                self.blocks[k + 1].label is Label.META_TABLE) and not self.names_a_field(k + 1):
            following = self.blocks[k + 1]
            self.table_value(found[0].name, following.start, self.folded[k + 1])
            return
        for field in found:
            self.table_value(field.name, base + field.start, line[field.start : field.end])

    def names_a_field(self, k: int) -> bool:
        """The next row opens with a name of its own: the field above is empty."""
        fields = fields_of(self.folded[k], ("table", "byline"))
        return _is_field_name(self.folded[k]) or bool(fields) and fields[0].begin == 0 and ":" in self.folded[k]

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

    def kept(self) -> None:
        labels = [block.label for block in self.blocks]
        self.joined("title", Label.TITLE, " ")
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
            elif k < 6 and label is Label.BODY and not self.has("doc_number") and TELEGRAM.search(line):
                match = TELEGRAM.search(line)
                assert match is not None
                self.put("doc_number", block.start + match.start(1), block.start + match.end(1))
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
        self.letter()

    def widget(self, k: int) -> None:
        """`166人看过` near the title; what the software of newspapers leaves behind a page."""
        start, line = self.blocks[k].start, self.folded[k]
        seen = SEEN_BY.fullmatch(line)
        if seen and not self.has("views"):
            self.put("views", start + seen.start(seen.lastindex or 0), start + seen.end(seen.lastindex or 0))
        issue = ISSUE.match(line) if "property-->" in line else None
        if issue and not self.has("publish_date") and not self.has("source"):
            self.date("publish_date", start + issue.start(1), start + issue.end(1))
            self.put("source", start + issue.start(2), start + issue.end(2))

    def joined(self, name: str, label: Label, glue: str) -> None:
        run = []
        for block in self.blocks:
            if block.label is label:
                run.append(block)
            elif run and block.label not in (Label.BYLINE, Label.PAGE_FURNITURE, Label.META_TABLE):
                break
        if run and not self.has(name):
            end = run[-1].end
            signer = self.text.find("签发人", run[0].start, end) if name == "doc_number" else -1
            end = signer if signer > 0 else end
            if name == "title" and self.text[run[0].start] == "#":
                bare = len(self.text[run[0].start : end]) - len(self.text[run[0].start : end].lstrip("# "))
                run[0] = run[0]._replace(start=run[0].start + bare)
            count = OF_SEVERAL.search(folded(self.text[run[-1].start : end])) if name == "title" else None
            if count and len(run) == 1 and count.start() > 4:
                end = run[-1].start + count.start()
            parts = [self.text[b.start : min(b.end, end)] for b in run]
            value = parts[0]
            for part in parts[1:]:
                value += ("" if part[0] in "—-－（(" or name != "title" else glue) + part
            self.put(name, run[0].start, end, value)

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
                if after and not HOURS.search(after.group(1)) and not self.has("contact_person") and "联系人" not in line:
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
            if SIGNER.fullmatch(line):
                continue
            stated = self.values.get("issuing_agency", [])
            if stated and line.endswith(folded(stated[0].value)):
                self.values["issuing_agency"] = []  # the table shortens: 县人民政府办公室
            if not self.values.get("issuing_agency"):
                self.put("issuing_agency", block.start, block.end)

    def attachments(self) -> None:
        signed = listed = False
        for k, block in enumerate(self.blocks):
            signed = signed or block.label is Label.SIGNATURE
            if block.label is not Label.ATTACHMENT:
                if listed and block.label is not Label.BLANK:
                    return
                continue
            line = self.folded[k]
            match = ATTACHED.match(line)
            if match:
                listed = True
                if line[match.end() :].strip(" 。") not in ("", "无"):
                    self.put("attachments", block.start + match.end(), block.end)
            elif listed and (not signed or LISTED_FILE.search(line)):
                self.put("attachments", block.start, block.end)

    def letter(self) -> None:
        """The head of fields of the letters of Taiwan's offices; dates are of the Republic, year 1 is 1912."""
        if not any(line.startswith("受文者") for line in self.folded):
            return
        match = LETTER_TITLE.match(self.folded[0])
        if match:
            self.values["title"] = []
            self.put("issuing_agency", self.blocks[0].start, self.blocks[0].start + match.end(1))
        for block, line in zip(self.blocks, self.folded, strict=True):
            field = LETTER_FIELD.match(line)
            if field is None:
                continue
            name, start = _LETTER.get(field.group(1)), block.start + field.end()
            date = REPUBLIC.search(line)
            if name is None and date:
                year, month, day = (int(part) for part in date.groups())
                self.put("written_date", block.start + date.start(), block.start + date.end(),
                         f"{year + 1911:04}-{month:02}-{day:02}")
            elif name == "phone":
                self.values["phone"] = []
                self.put(name, start, block.end)
            elif name == "title":
                self.put(name, start, block.start + (line.index("。") if "。" in line else len(line)))
            elif name and not self.values.get(name) and not line.startswith("如", field.end()):
                self.put(name, start, block.end)


_LETTER = {"受文者": "recipients", "正本": "recipients", "副本": "cc", "主旨": "title", "发文字号": "doc_number",
           "承办人": "contact_person", "电话": "phone"}
LETTER_FIELD = Lazy(r"^(受文者|正本|副本|主旨|发文字号|承办人|电话|发文日期) ?: ?(?=[^ ])")
LETTER_TITLE = Lazy(r"^([\u4e00-\u9fff]{3,20}) {0,6}(?:书?函|令|公告)$")
REPUBLIC = Lazy(r"(?:中华)?民国 ?(\d{1,3}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日")


def _is_field_name(line: str) -> bool:
    return any(where == "table" for where, _ in names_of_fields().get(line.replace(" ", "").strip(":|"), ()))


def found_in(text: str, blocks: Sequence[Block]) -> Values:
    """All values that the blocks state, in order; the first of a name is the one that counts."""
    reader = _Reader(text, blocks)
    for k, block in enumerate(blocks):
        if block.label is Label.META_TABLE:
            reader.table(k)
    today = [k for k, block in enumerate(blocks) if block.label is Label.BYLINE and TODAY.search(reader.folded[k])]
    for k, block in enumerate(blocks):
        if k in today:
            continue
        if block.label is Label.BYLINE or block.label is Label.DISCLAIMER and "责编" in reader.folded[k]:
            reader.byline(k)
        elif k < 12 and block.label is Label.PAGE_FURNITURE:
            reader.widget(k)
    for k, block in enumerate(blocks[:4]):  # the head of a newspaper's page
        masthead = MASTHEAD.fullmatch(reader.folded[k]) if block.label is Label.NAV else None
        if masthead and today:
            reader.put("account", block.start, block.start + masthead.end(1))
    for k in today:  # of the paper, or of the day somebody looked at the page: the last that counts
        reader.byline(k)
    reader.kept()
    values = reader.values
    for name, instead in (("title", "table_title"), ("author", "photographer"), ("author", "uploader"), ("source", "account")):
        stated = values.pop(instead, None)
        if stated and name not in values and (instead != "uploader" or is_name(stated[0].value)):
            values[name] = stated
    return values


__all__ = ["Found", "Values", "found_in"]
