"""Lines that belong together: a name that ends with a colon, and its value on the line below.

So gives a page whose text was taken from it node by node: `来源：` and `某某日报`. They are one line here, with a space where
the line end is, so that everything that is known of fields in a line is known of these. A value is what its field takes, a
date, a count, a person, an office; what may be the title or a heading is none.
"""

from collections.abc import Sequence
from functools import cache

from ..text.fold import both_scripts
from ..text.match import Lazy
from .fields import COUNT, DATE, DECORATION, fields_of, names_in_tables, names_of_fields
from .kept import KIND_OF_PAPER
from .lines import WHOLE, Line, Sheet
from .model import Field
from .names import is_name, names_in
from .phrases import OPERATOR
from .publisher import is_publisher
from .taken import takes
from .widgets import controls_in

_WHERE = ("table", "byline", "contact")
_COLONS = frozenset("：:∶﹕︰")
#: Characters: no name of a field is longer, and no name of an office or a paper.
_LONGEST_NAME, _LONGEST = 30, 20
#: Values of contact lines: telephones, addresses of mail and of sites; streets.
_CONTACT = Lazy(r"[\d+(][\d ()+/、,-]{4,40}(?:转\d{1,5})?|[a-z0-9_.+-]{1,64}@[a-z0-9.-]{3,64}|(?:https?://|www\.)[^ ]{4,80}")
_PLACE = Lazy(r"[^,。;!?:]{4,40}(?:[路街道巷村镇乡区号楼室园](?:[\da-z-]{0,6}[号楼室层座栋]?)?|\(\d{6}\))$")
#: Names of what a site shows of itself that no table of fields has; links to the pages before and behind.
_REGISTERED = Lazy(r"[\u4e00-\u9fffa-z ]{0,8}(?:备案(?:序号|编号|号)?|标识码|许可证(?:编?号)?|版权所有):$")
_PAGE_LINK = Lazy(r"(?:上|下|前|后)一?(?:篇|条|页|则|个)(?:文章|新闻|信息|内容)?:$")
_NO_NAME = Lazy("[,。;!?:]")
_PERSONS = frozenset({"author", "editor", "reviewers", "photographer", "contact_person"})


def joined(sheet: Sheet, text: str) -> Sheet:
    """The sheet with names and their values in one line each.

    >>> from zhpolicytext.blocks.lines import lines_of
    >>> from zhpolicytext.core.profile import Profile
    >>> def texts(text): return [line.text for line in joined(lines_of(Profile(text)), text).lines]
    >>> texts("来源：\\n清源日报\\n各学校：")
    ['来源: 清源日报', '各学校:']
    >>> texts("来源：\\n县图书馆今日开放")  # a title
    ['来源:', '县图书馆今日开放']
    >>> texts("来源\\n清源日报\\n发布时间\\n2024-09-04")
    ['来源:清源日报', '发布时间:2024-09-04']
    >>> texts("来源\\n县图书馆\\n公布时间\\n2024-09-04")  # one alone may be the cell of a table
    ['来源', '县图书馆', '公布时间', '2024-09-04']
    """
    lines = sheet.lines
    opening = [k for k in sheet.looked if lines[k].raw[-1] in _COLONS and lines[k].size <= _LONGEST_NAME and lines[k].host == WHOLE]
    bare = [k for k in sheet.looked if lines[k].raw in _bare_names()]
    if not opening and not bare:
        return sheet
    pairs = {k for k in opening if k + 1 < len(lines) and lines[k + 1].host == WHOLE and _is_pair(lines, k)}
    if bare:
        pairs |= _bare_pairs(lines, bare)
    if not pairs:
        return sheet
    out: list[Line] = []
    looked: list[int] = []
    known = set(sheet.looked)
    for k, line in enumerate(lines):
        if k in pairs:
            looked.append(len(out))
            out.append(Line(in_one_line(text[line.start : lines[k + 1].end]), line.start))
        elif k - 1 not in pairs:
            if k in known:
                looked.append(len(out))
            out.append(line)
    return Sheet(out, looked)


def in_one_line(text: str) -> str:
    """A name and its value in one line of the same length; the first line end is the colon of a name that has none."""
    name, end, value = text.partition("\n")
    glue = " " if not end or name.rstrip()[-1:] in _COLONS else ":"
    return f"{name}{glue}{value}".replace("\n", " ") if end else text


@cache
def _bare_names() -> frozenset[str]:
    """Names that bylines have and tables of other things hardly do."""
    return frozenset(form for name in _BARE.split() for form in both_scripts(name))


_BARE = (
    "来源 信息来源 文章来源 新闻来源 稿件来源 作者 发布时间 发布日期 更新时间 更新日期 发表时间 发稿时间 发布者 发布人 浏览次数 浏览量 阅读量 阅读次数 点击数 点击量 点击次数 "
    "访问量 访问次数 责任编辑 责编 编辑 审核 审核人 初审 复审 终审 一审 二审 三审 校对 供稿 撰稿 摄影 通讯员")


def _bare_pairs(lines: Sequence[Line], bare: Sequence[int]) -> set[int]:
    """Names without a colon above what they take: pairs one right below the other, or a date alone; none of an index table."""
    told = {k for k in bare if k + 1 < len(lines) and lines[k].host == lines[k + 1].host == WHOLE and _takes_bare(
        lines[k].text, lines[k + 1].text)}
    for k in sorted(told):  # persons in their functions are a roster, unless a sentence ends above them
        if k - 2 not in told and k and not lines[k - 1].is_sentence and _is_of_persons(lines[k].text):
            while k in told and _is_of_persons(lines[k].text):
                told.discard(k)
                k += 2
    return {k for k in told if (k - 2 in told or k + 2 in told or DATE.match(lines[k + 1].text)) and not any(
        j not in told and lines[j].text.replace(" ", "") in names_in_tables() for j in (k - 2, k + 2) if 0 <= j < len(lines))}


def _is_of_persons(name: str) -> bool:
    return any(where == "byline" and field in ("editor", "reviewers", "photographer") for where, field in names_of_fields()[name])


def _takes_bare(name: str, text: str) -> bool:
    field = next(field for where, field in names_of_fields()[name] if where == "byline")
    if field == "publish_date":
        return DATE.fullmatch(text.strip(DECORATION)) is not None
    if field == "views":
        return COUNT.fullmatch(text) is not None
    return len(text) <= _LONGEST and (bool(names_in(text)) or field in ("source", "author") and is_publisher(text))


def is_half(lines: Sequence[Line], k: int) -> bool:
    """Whether a name without a value stands above what may be one, and is of no kind that the name takes: `作者：`, `全体读者`."""
    below = lines[k + 1] if k + 1 < len(lines) else None
    return lines[k].ending(1) == ":" and below is not None and below.size <= _LONGEST and not (
        below.is_sentence or below.is_ordinal or _NO_NAME.search(below.text))


def _is_pair(lines: Sequence[Line], k: int) -> bool:
    """Whether a line that ends with a colon is a name, and the one below it what the name takes."""
    name, value = lines[k].text, lines[k + 1]
    if _PAGE_LINK.match(name):
        return value.size <= 2 * _LONGEST_NAME and value.text[-1] not in ":。" and _PAGE_LINK.match(value.text) is None
    if value.is_sentence or value.is_ordinal or value.text[-1] == ":" or not _is_name(name):
        return False
    after = lines[k + 2].text if k + 2 < len(lines) else ""
    fields = fields_of(name.strip(DECORATION), _WHERE)
    return _takes(fields[-1], value.text, after) if fields else _is_of_operator(name, value.text)


def _is_name(text: str) -> bool:
    """`来源:`, `2020-05-06 来源:`, `主办单位:`, and nothing behind."""
    fields = fields_of(text.strip(DECORATION), _WHERE)
    return fields[-1].start == fields[-1].end if fields else OPERATOR.match(text) is not None or _REGISTERED.match(text) is not None


def _takes(field: Field, text: str, after: str) -> bool:
    name = field.name
    if name in ("publish_date", "written_date"):
        return DATE.match(text) is not None and len(text) <= 40
    if name == "views":
        return COUNT.fullmatch(text.strip(DECORATION)) is not None
    if field.where == "contact" and name not in _PERSONS:
        return _CONTACT.fullmatch(text) is not None or _PLACE.match(text) is not None
    if field.where == "table" and len(text) <= 48 and takes(field.label, text):
        return True
    if len(text) > _LONGEST or _NO_NAME.search(text):
        return False
    if name == "source" or name in _PERSONS:
        return is_publisher(text) or is_name(text) or bool(names_in(text)) or bool(after) and _goes_on(after)
    return field.where == "table" and KIND_OF_PAPER.search(text) is None and (
        _is_row_of_table(after))  # below the last name the title may stand


def _is_row_of_table(text: str) -> bool:
    """`主题分类：`, `索引号：01/2020-7`: a row that no byline has."""
    fields = fields_of(text.strip(DECORATION), _WHERE) if ":" in text else ()
    return bool(fields) and fields[0].begin == 0 and all(where == "table" for where, _ in names_of_fields()[fields[0].label])


def _goes_on(text: str) -> bool:
    """The byline goes on: another name, a date, a count, a control."""
    return text[-1] == ":" and _is_name(text) or (
        DATE.fullmatch(text.strip(DECORATION)) is not None or text.isdigit() or controls_in(text) is not None)


def _is_of_operator(name: str, text: str) -> bool:
    """Who runs the site, or its number."""
    return len(text) <= _LONGEST and not _NO_NAME.search(text) and KIND_OF_PAPER.search(text) is None
