"""The lines that characters stand in which prose has not, and how many: what was read in the wrong encoding is full of them."""

from typing import NamedTuple

from ...core.profile import Profile
from ...text.gates import strange, touches

SEVERAL = 2  # of four characters that were UTF-8 and read as GBK so many are strange in 999 cases of 1,000 (1,200 cases)
ONE_IN = 25  # characters: of lines that were Big5, GBK or UTF-8 and read as another of them 9 in 100 are, at the least (800 lines)


class Suspect(NamedTuple):
    """A line with strange characters, and their number."""

    start: int
    end: int
    line: str
    strange: int

    @property
    def often(self) -> bool:
        """Whether they are so many as in a line that was read in the wrong encoding from its beginning to its end."""
        return self.strange * ONE_IN >= len(self.line)


def suspects(profile: Profile) -> tuple[Suspect, ...]:
    """The lines with strange characters."""
    odd = profile.fact(strange)
    if not odd:
        return ()
    return tuple([Suspect(start, end, line, sum(map(odd.__contains__, line)))
                  for (start, end), line in zip(profile.line_spans, profile.lines, strict=True) if touches(line, odd)])
