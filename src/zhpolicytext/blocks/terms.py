"""The words of menus, buttons and widgets as patterns over folded lines."""

import re
from functools import cache

from ..text.tables import rows

#: What may stand between two words of a menu or a row of buttons.
SEPARATORS = r" \d|/\\·:,、;!.。…<>\[\]()\-_~+×✕✖▲▼△▽◀▶►↑↓←☆★※#*\"'=&%"

_NUMBERED = (  # widgets with a figure in the middle
    r"共\d{1,5}[页条]", r"第\d{1,5}页", r"\d{1,9}条评论", r"已有\d{0,9}人(?:参与|评论)", r"\d{0,9}人(?:已)?(?:阅读|浏览|收藏|点赞)",
    r"\d{1,2}号字", r"还剩\d{1,5}页未读", r"\(\d{1,9}\)",
)


@cache
def words(*classes: str) -> frozenset[str]:
    """The terms of these classes, without their spaces."""
    return frozenset(row[1].replace(" ", "") for row in rows("boilerplate_terms.tsv") if row[0] in classes)


def _alternatives(terms: frozenset[str]) -> str:
    ordered = sorted(terms, key=lambda term: (-len(term), term))
    return "|".join(re.escape(term) for term in ordered)


@cache
def controls() -> re.Pattern[str]:
    """A line that is nothing but words of controls and widgets."""
    terms = words("ui", "ui-weak")
    return re.compile(f"(?:{'|'.join(_NUMBERED)}|{_alternatives(terms)}|[{SEPARATORS}])++")


@cache
def telling_control() -> re.Pattern[str]:
    """A word that only a control says."""
    return re.compile("|".join((*_NUMBERED[:5], _alternatives(words("ui")))))


@cache
def weak_control() -> re.Pattern[str]:
    return re.compile(_alternatives(words("ui-weak")))


@cache
def menu_word() -> re.Pattern[str]:
    return re.compile(_alternatives(words("nav", "ui")))
