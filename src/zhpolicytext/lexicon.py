"""What a collection of texts repeats: lines of a site's template and affixes of its lines, learned once, then frozen.

One page cannot show that `欢迎您访问某某教育网` belongs to the site; a hundred pages can. The evidence is gathered in a pure
step of its own and handed to rules as data: `boilerplate.known_line(lexicon)`, `watermark.known(lexicon)`.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from .errors import DataError
from .text.match import Lazy

HEADER = "# lexicon of repeated lines and affixes: kind, text; written by zhpolicytext.lexicon"

#: What stands before a glued site name: the end of a sentence, or nothing, and perhaps three random letters.
GLUED = Lazy(r"(?:^|[。！？；：”’）】.!?;:)\]…])[ \t]{0,4}(?:[0-9A-Za-z]{3})?$")


@dataclass(frozen=True)
class Lexicon:
    """Whole lines and affixes of lines that belong to a site and not to its documents. Both sorted, without doubles.

    >>> Lexicon(("欢迎访问本站",), ("某某教育网",)).digest
    '4205da582feff4bf'
    """

    lines: tuple[str, ...] = ()
    affixes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in ("lines", "affixes"):
            given = getattr(self, name)
            if isinstance(given, str) or not all(isinstance(item, str) and item.strip() for item in given):
                raise TypeError(f"Lexicon.{name} takes strings that are not blank")
            if any("\t" in item or "\n" in item for item in given):
                raise ValueError(f"Lexicon.{name}: a tab or a line end cannot be part of an entry")
            object.__setattr__(self, name, tuple(sorted({item.strip() for item in given})))

    @cached_property
    def digest(self) -> str:
        """The first 16 hexadecimal digits of the SHA-256 of what `save` writes."""
        import hashlib

        return hashlib.sha256(self._tsv().encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @property
    def manifest(self) -> dict[str, Any]:
        return {"lexicon": self.digest, "lines": len(self.lines), "affixes": len(self.affixes)}

    def __or__(self, other: "Lexicon") -> "Lexicon":
        return Lexicon(self.lines + other.lines, self.affixes + other.affixes)

    def save(self, path: str | Path) -> None:
        Path(path).write_bytes(self._tsv().encode("utf-8"))

    @classmethod
    def load(cls, path: str | Path) -> "Lexicon":
        """What `save` wrote. Raises DataError, with file and line, for anything else."""
        found: dict[str, list[str]] = {"line": [], "affix": []}
        for number, row in enumerate(Path(path).read_bytes().decode("utf-8").split("\n"), 1):
            if not row or row.startswith("# "):
                continue
            kind, tab, text = row.partition("\t")
            if not tab or kind not in found or not text.strip() or "\t" in text:
                raise DataError(f"{path}:{number}: expected 'line' or 'affix', a tab and a text")
            found[kind].append(text)
        return cls(tuple(found["line"]), tuple(found["affix"]))

    def _tsv(self) -> str:
        rows = [HEADER, *(f"affix\t{text}" for text in self.affixes), *(f"line\t{text}" for text in self.lines)]
        return "\n".join(rows) + "\n"


def learn_repeated(
    texts: Iterable[str], *, min_documents: int = 3, min_share: float = 0.02, max_length: int = 120
) -> Lexicon:
    """The lines and affixes that at least `min_documents` of the texts, and `min_share` of all, repeat.

    A line counts once a document. What documents of one office rightly share is not learned: signatures, dates,
    addressees, titles, attachments, contact lines, headings, set phrases (`特此通知。`).
    """
    from .blocks import learnable_lines

    if isinstance(texts, (str, bytes)):
        raise TypeError(f"many texts are needed, not one {type(texts).__name__}: put it into a list")
    lines: Counter[str] = Counter()
    affixes: Counter[str] = Counter()
    documents = 0
    for text in texts:
        documents += 1
        lines.update({line for line in learnable_lines(text) if 2 <= len(line) <= max_length})
        affixes.update(_glued(text))
    needed = max(min_documents, int(min_share * documents + 0.999))
    whole = {line for line, count in lines.items() if count >= needed}
    glued = {affix for affix, count in affixes.items() if count >= needed}
    longest = {a for a in glued if not any(a != b and b.endswith(a) and affixes[b] == affixes[a] for b in glued)}
    return Lexicon(tuple(whole), tuple(longest))


def _glued(text: str) -> set[str]:
    """Strings that end two or more lines of a text, there always behind the end of a sentence or alone on the line."""
    ends: Counter[str] = Counter()
    for line in {line.rstrip() for line in text.split("\n")}:
        for length in range(4, min(len(line), 24) + 1):
            tail = line[-length:]
            if tail[0].isspace() or tail[-1] in "。；：，、！？）”":
                continue
            if GLUED.search(line[max(0, len(line) - length - 8) : len(line) - length]):
                ends[tail] += 1
    return {tail for tail, count in ends.items() if count >= 2}
