"""Patterns that are compiled when they are first used: importing a module costs nothing."""

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:

    def Lazy(source: str, flags: int = 0, engine: str = "re") -> re.Pattern[str]: ...  # noqa: N802

else:

    class Lazy:
        """A pattern of `re` (or, with ``engine="regex"``, of `regex`) that compiles itself on first use.

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
            return re.compile(self._source, self._flags)
