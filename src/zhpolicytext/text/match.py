"""Patterns that are compiled when they are first used: importing a module costs nothing."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:

    def Lazy(source: str, flags: int = 0, engine: str = "re") -> re.Pattern[str]: ...  # noqa: N802

else:

    class Lazy:
        """A pattern of `re` (or, with ``engine="regex"``, of `regex`) that compiles itself on first use.

        ``engine="fronted"`` is `re` with the pattern opened up by `fronted`: for long alternatives that are searched.

        After the first use every method is the compiled pattern's own: no cost is left.

        >>> DIGITS = Lazy("[0-9]+")
        >>> DIGITS.search("第12条").group()
        '12'
        """

        __slots__ = ("_engine", "_flags", "_source", "findall", "finditer", "fullmatch", "match", "search", "split",
                     "sub", "subn")

        def __init__(self, source: str, flags: int = 0, engine: str = "re") -> None:
            self._source, self._flags, self._engine = source, flags, engine

        def __getattr__(self, name: str) -> Any:  # reached only while the slot is empty
            if name not in Lazy.__slots__:
                if name in ("pattern", "groups", "groupindex", "flags"):
                    return getattr(self._compiled(), name)
                raise AttributeError(name)
            compiled = self._compiled()
            for method in Lazy.__slots__[3:]:
                setattr(self, method, getattr(compiled, method))
            return getattr(self, name)

        def _compiled(self) -> Any:  # a pattern of either engine
            if self._engine == "regex":
                import regex

                return regex.compile(self._source, self._flags)
            return re.compile(fronted(self._source) if self._engine == "fronted" else self._source, self._flags)


def grouped(words: Iterable[str]) -> str:
    """One pattern for all words, the longest first, by first character: a word costs nothing where it does not begin.

    >>> grouped(["打印", "打印本页", "顶"])
    '(?=[打顶])(?:打(?:印本页|印)|顶(?:))'
    """
    rests: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    firsts = "".join(map(re.escape, sorted(rests)))
    branches = [f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in sorted(rests.items())]
    return f"(?=[{firsts}])(?:{'|'.join(branches)})"


def sought(words: Sequence[str], alone: str, more: str) -> str:
    """A pattern that finds any of the words, one of the characters `alone`, or `more`, a pattern of its own that begins
    with a character; in prose it mostly stops at none.

    A word is looked for where its first two characters may stand: two classes, at a tenth of the price of the words.

    >>> re.search(sought(["打印", "下载页"], "赞", "群(?!众)"), "下一步打开群众点赞").group()
    '赞'
    """
    rests: dict[str, dict[str, None]] = {}
    for word in words:
        rests.setdefault(word[1], {})[f"(?<={re.escape(word[0])}.){re.escape(word[2:])}"] = None
    firsts = "".join(map(re.escape, sorted({word[0] for word in words})))
    seconds = "".join(map(re.escape, sorted(rests)))
    branches = "|".join(f"{re.escape(second)}(?:{'|'.join(rest)})" for second, rest in sorted(rests.items()))
    head, rest = more[0], more[1:]
    return f"[{firsts}{alone}{head}](?:(?=[{seconds}])(?:{branches})|(?<=[{alone}])|(?<={head}){rest})"


def fronted(source: str) -> str:
    """The pattern with every alternative beginning with a character: `re` then skips to the next of these in C.

    Where an alternative begins with a group, an optional character or a class, `re` tries the whole pattern at every
    place, 30 ns each. For patterns of which only matters whether they are found: alternatives change their order. A
    pattern with an alternative that cannot be opened up (a range, `^`, a repeat) is returned as it is.

    >>> fronted("(?:不|概不)负责|公?网安备|[上下]页")
    '不负责|概不负责|公网安备|网安备|上页|下页'
    >>> fronted("[0-9]{2}页|第一页")
    '[0-9]{2}页|第一页'
    """
    out: list[str] = []
    waiting = [*_alternatives(source)][::-1]
    while waiting:
        branch = waiting.pop()
        head, quantifier, rest = _head(branch)
        if quantifier not in ("", "?") or not head or head in "^$." or "\\" in head[:2] and head[1:2] in "dDsSwWbBAZ":
            return source
        if head.startswith("(?:"):
            inside = [*_alternatives(head[3:-1])]
        elif head.startswith("("):
            return source
        elif head.startswith("["):
            if "-" in head or "^" in head or "\\" in head:
                return source
            inside = [re.escape(char) for char in head[1:-1]]
        elif quantifier:
            inside = [head]
        else:
            out.append(branch)
            continue
        waiting += ([rest] if quantifier else []) + [first + rest for first in reversed(inside)]
    return "|".join(out)


def _alternatives(source: str) -> Iterator[str]:
    """The alternatives of the outermost level."""
    depth = start = 0
    for at, token in _tokens(source):
        depth += (token == "(") - (token == ")")
        if token == "|" and not depth:
            yield source[start:at]
            start = at + 1
    yield source[start:]


def _tokens(source: str) -> Iterator[tuple[int, str]]:
    """Characters, escapes and classes, each with its place."""
    for found in re.finditer(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", source, re.S):
        yield found.start(), found[0]


def _head(branch: str) -> tuple[str, str, str]:
    """The first element, what repeats it, and the rest."""
    depth = 0
    end = 0
    for at, token in _tokens(branch):
        depth += (token == "(") - (token == ")")
        end = at + len(token)
        if not depth:
            break
    repeat = re.match(r"[?*+]{1,2}|\{[0-9,]*\}[?+]?", branch[end:])
    stop = end + (repeat.end() if repeat else 0)
    return branch[:end], branch[end:stop], branch[stop:]
