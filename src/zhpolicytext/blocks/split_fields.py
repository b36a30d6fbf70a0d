"""Bylines whose names and values stand on lines of their own: `来源：`, and below it `某某日报`.

So gives a page whose text was taken from it node by node. A name alone goes with its value, and a value is what its field
takes: a date, a count, a person, an office. Where something else follows a name that documents have as well (`作者：`
and `全体读者`), both stay: half a field is worse than a field.
"""

from ..text.match import Lazy
from .fields import COUNT, DATE, DECORATION, fields_of, open_field
from .model import Label
from .names import is_name, names_in
from .page import CLOCK_AT_END, Page
from .publisher import is_publisher
from .shape import Shape

#: A field that no byline has: what stands under it is the plan of an event, the head of minutes.
EVENT = Lazy(r"^(?:(?:活动|会议|开会|举办|培训|比赛)?(?:地点|地址|时间|主题|内容|形式|对象)|主持(?:人)?|出席(?:人员)?|参加(?:人员)?|参会(?:人员)?|列席|缺席|记录(?:人)?|议题|议程|对象|方式|班级|年级)[: ]")
#: Names of fields that events have as well as pages.
EVENT_TIME = frozenset({"时间", "日期", "单位", "部门"})
_PERSONS = frozenset({"author", "editor", "reviewers", "photographer"})
#: What follows the value where a page goes on with its byline.
_BEHIND = frozenset((Shape.BYLINE, Shape.DATE, Shape.CONTROL, Shape.WEAK_CONTROL, Shape.NUMBER))
#: No office, paper or person is called so, in characters.
_LONGEST = 20
_NOT_IN_NAMES = Lazy("[,。;!?:]")


def label_split_fields(page: Page, title: int | None, head: range) -> None:
    """The names that bylines have, alone on a line, with the values below them."""
    lines = page.lines
    tells_of_event = None
    for k in range(head.start, head.stop - 1):
        field = open_field(lines[k].text) if k != title else None
        if field is None:
            continue
        if field.label in EVENT_TIME:
            if tells_of_event is None:
                tells_of_event = any(EVENT.match(lines[j].text) and not fields_of(lines[j].text, ("byline",)) for j in head)
            if tells_of_event:
                page.labels.pop(k, None)
                continue
        below = k + 1
        if below == title:
            continue
        if _is_value(page, field.name, below) and (page.gone(k) or _is_beside_byline(page, k)):
            page.labels[k] = page.labels[below] = Label.BYLINE
        elif field.name in _PERSONS and field.begin == 0 and page.labels.get(k) is Label.BYLINE and not page.gone(below) and (
                lines[k].ending(1) == ":" and _may_be_value(page, below)):
            del page.labels[k]


def _is_value(page: Page, name: str, k: int) -> bool:
    """Whether a line is what the field takes."""
    text = page.lines[k].text
    if name == "publish_date":
        return DATE.match(text) is not None and len(text) <= 40
    if name == "views":
        return COUNT.fullmatch(text.strip(DECORATION)) is not None
    if not (name == "source" or name in _PERSONS) or not _may_be_value(page, k):
        return False
    return is_publisher(text) or is_name(text) or bool(names_in(text)) or (
        k + 1 < len(page.lines) and (page.shapes[k + 1] in _BEHIND or open_field(page.lines[k + 1].text) is not None))


def _may_be_value(page: Page, k: int) -> bool:
    """Short, and neither a sentence nor a heading nor whom the paper is sent to."""
    line = page.lines[k]
    return line.size <= _LONGEST and not line.is_sentence and not line.is_ordinal and _NOT_IN_NAMES.search(line.text) is None


def _is_beside_byline(page: Page, k: int) -> bool:
    """Whether the line above is a byline: a field, a date with the time of day."""
    return k > 0 and (page.labels.get(k - 1) is Label.BYLINE
                      or page.shapes[k - 1] is Shape.DATE and CLOCK_AT_END.search(page.lines[k - 1].text) is not None)
