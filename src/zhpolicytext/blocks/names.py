"""Names of persons, as bylines and credits write them."""

from functools import cache

from ..text.match import Lazy
from ..text.tables import words

HAN_RUN = Lazy("[\u4e00-\u9fff·]{1,12}")
#: Who precedes a name: `本报记者 张三`, `通讯员：李四`.
ROLE = Lazy(
    r"(?:本报|本网|本刊|本台|本站|全媒体|融媒体?|新媒体|首席|见习|实习|特约|驻站|校园|学生|校|[\u4e00-\u9fff]{2,10}?)?"
    r"(?:记者|通讯员|特约记者|评论员|小记者|信息员|宣传员)"
)


@cache
def _surnames() -> frozenset[str]:
    return words("surnames.tsv")


def is_name(text: str) -> bool:
    """One Chinese personal name: a known surname and one or two characters; two-character names may be spaced.

    >>> is_name("王建平"), is_name("孙 倩"), is_name("教育局")
    (True, True, False)
    >>> is_name("谢婉"), is_name("谢谢")
    (True, False)
    """
    squeezed = text.replace(" ", "")
    if squeezed == "谢谢" or not 2 <= len(squeezed) <= 4 or not all("\u4e00" <= char <= "\u9fff" for char in squeezed):
        return False
    known = _surnames()
    if squeezed[:2] in known and len(squeezed) > 2:
        return True
    return len(squeezed) <= 3 and squeezed[0] in known and squeezed[-1] not in "局厅部科处室校院委会社网报台省县终"


def names_in(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of the names in a text that is nothing but names and what separates them; empty for any other text."""
    spans: list[tuple[int, int]] = []
    for match in HAN_RUN.finditer(text):
        start, end = match.span()
        joined = f"{text[spans[-1][0]:spans[-1][1]]}{match.group()}" if spans else ""
        alone = is_name(match.group())
        if (spans and len(match.group()) == 1 and spans[-1][1] - spans[-1][0] == 1 and is_name(joined)
                and not text[spans[-1][1] : start].strip()):
            spans[-1] = (spans[-1][0], end)  # 孙　倩
        elif alone or len(match.group()) == 1:
            spans.append((start, end))
        else:
            return ()
    return tuple(spans) if all(is_name(text[a:b]) for a, b in spans) else ()
