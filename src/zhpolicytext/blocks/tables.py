"""Index tables above the title: rows of named values, or names and values on lines of their own."""

from collections.abc import Callable
from functools import cache

from .fields import fields_of, names_in_tables, names_of_fields
from .model import Label
from .page import CONTENTS, Page
from .shape import Shape
from .taken import takes
from .widgets import squeezed


def label_tables(page: Page, head: range, is_letter: Callable[[Page], bool]) -> None:
    """Index tables: two or more rows of fields, or names and values on lines of their own. None in letters."""
    has_names = len(head) > 2 and sum([_is_field_name(page, k) for k in head]) >= 3
    if (has_names or Shape.TABLE in page.kinds) and not is_letter(page):
        if Shape.TABLE in page.kinds:
            _label_rows(page, head)
        if has_names:
            _label_names(page, head)


def _label_rows(page: Page, head: range) -> None:
    """Rows of fields."""
    lines, shapes = page.lines, page.shapes
    rows = {k for k in head if shapes[k] is Shape.TABLE and not page.gone(k)}
    if not rows:
        return
    for k in head:
        if shapes[k] is Shape.BYLINE and not page.gone(k) and any(near in rows for near in range(k - 2, k + 3)):
            fields = fields_of(lines[k].text)
            if fields and all(f.label in names_in_tables() for f in fields):
                rows.add(k)
    for k in head:
        if k - 1 in rows and not page.gone(k) and CONTENTS.match(lines[k].text):
            rows.add(k)
    if len(rows) >= 2 or sum(len(fields_of(lines[k].text, ("table", "byline"))) for k in rows) >= 2:
        for k in sorted(rows):
            page.drop(k, Label.META_TABLE)
        for k in head:
            if shapes[k] is Shape.SYMBOLS and lines[k].text.count("-") >= 3 and (k - 1 in rows or k + 1 in rows):
                page.drop(k, Label.META_TABLE)


def _label_names(page: Page, head: range) -> None:
    """Names and values, each on a line of its own."""
    k = head.start
    while k + 1 < head.stop:
        pairs, names, j = [], 0, k
        while j < head.stop and _is_field_name(page, j):
            names += 1
            pairs.append(j)
            j += 1
            if j < head.stop and not _is_field_name(page, j) and _may_be_value(page, j):
                pairs.append(j)
                j += 1
        if names >= 3:
            page.labels.update(dict.fromkeys(pairs, Label.META_TABLE))
        k = max(j, k + 1)


def _may_be_value(page: Page, k: int) -> bool:
    """Not the title that follows where the last field is empty: it is what its field takes, or the title says it again."""
    if k + 1 < len(page.lines) and _is_field_name(page, k + 1):
        return True
    name, text = squeezed(page.lines[k - 1].text.strip(": |")), page.lines[k].text
    return takes(name, text) or ("table", "title") in names_of_fields()[name] and any(
        squeezed(line.text) == squeezed(text) for line in page.lines[k + 1 : k + 3])


def _is_field_name(page: Page, k: int) -> bool:
    line = page.lines[k]
    if line.size > 30 or line.text[-1] not in _ends():
        return False
    name = squeezed(line.text.strip(": |"))
    return len(name) >= 2 and name in names_in_tables()


@cache
def _ends() -> frozenset[str]:
    """What such a line ends with."""
    return frozenset(name[-1] for name in names_in_tables()).union(": |")
