"""Lines with what can be said of each by itself."""

from dataclasses import dataclass

from ..core.profile import Profile
from ..text.fold import folded
from ..text.match import Lazy

SENTENCE_END = Lazy(r"[。;!?…][\"')\]]*$")
#: Numbers that open a heading, an article, an item of a list, a question or an answer.
ORDINAL = Lazy(
    r"(?:[一二三四五六七八九十]{1,3}[、.是]|第[一二三四五六七八九十百零〇\d]{1,6}[章节条编款项部分]|\([一二三四五六七八九十\d]{1,3}\)"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}(?!\d)|\d{1,2}[.、)](?!\d)|[①-⑳⑴-⒇]|[问答q a]:)"
)


@dataclass(slots=True)
class Line:
    """A line that is not blank: its span without the white space around it, and its folded text."""

    start: int
    end: int
    text: str
    index: int  # of the line in the text

    @property
    def size(self) -> int:
        return len(self.text)

    @property
    def is_ordinal(self) -> bool:
        return ORDINAL.match(self.text) is not None

    @property
    def is_sentence(self) -> bool:
        """Prose: ends or pauses as sentences do."""
        text = self.text
        size = len(text)
        if size < 10:
            return False
        if "。" in text:
            return not text.endswith("。。。") or size >= 24
        if SENTENCE_END.search(text[-4:]) and not text.endswith(("...", "…")) and text[0] != "[":
            # a headline may shout, too: a short line is prose by its commas
            return size >= 24 or (size >= 14 and "," in text) or (size >= 14 and text[-1] == "?")
        return size >= 40 and "," in text or (size >= 16 and text[-1] == ":")


def lines_of(profile: Profile) -> tuple[Line, ...]:
    """The lines that are not blank."""
    out = []
    for index, ((start, end), line) in enumerate(zip(profile.line_spans, profile.lines, strict=True)):
        bare = line.strip(BLANK)
        if bare:
            begin = start + line.find(bare[0])
            out.append(Line(begin, begin + len(bare), folded(bare), index))
    return tuple(out)


BLANK = " \t\r\v\f\N{NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}"
