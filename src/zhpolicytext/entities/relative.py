"""What 今年3月 and 近三年 mean on a given day."""

from dataclasses import replace
from datetime import date

from ..text.match import Lazy
from .model import Entity

_RELATIVE = Lazy(r"Y([+-]\d+)")


def resolved(entity: Entity, today: date) -> Entity:
    """The entity with this year put in for Y+0; 近三年 gets the days between which it lies.

    >>> from zhpolicytext.entities import find_entities
    >>> [e.value for e in find_entities("去年12月", today=date(2024, 5, 12))]
    ['2023-12']
    >>> [e.value for e in find_entities("近三年", today=date(2024, 5, 12))]
    [{'num': '3', 'unit': '年', 'mod': '近', 'from': '2021-05-12', 'to': '2024-05-12'}]
    """
    value = entity.value
    if isinstance(value, str):
        if "Y" not in value:
            return entity
        return replace(entity, value=_RELATIVE.sub(lambda found: str(today.year + int(found[1])), value))
    if entity.type == "duration" and value.get("mod") == "近" and value.get("unit") == "年" and "num" in value:
        if not value["num"].isdigit():
            return entity
        year = today.year - int(value["num"])
        if year < 1:
            return entity
        day = 28 if (today.month, today.day) == (2, 29) and year % 4 else today.day
        return replace(entity, value={**value, "from": f"{year:04d}-{today.month:02d}-{day:02d}", "to": today.isoformat()})
    return entity
