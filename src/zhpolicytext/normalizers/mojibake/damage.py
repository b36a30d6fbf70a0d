"""How much of a document was damaged: for `Document.damage`."""

from dataclasses import asdict, dataclass

from ...core.document import Document
from ...core.rule import Safety

_LOST = ("mojibake.kunjinkao", "mojibake.lost-characters", "mojibake.lost-beside-reading", "mojibake.unreadable")


@dataclass(frozen=True, slots=True)
class Damage:
    """Shares of the characters of the clean text."""

    restored: float  # by rules that leave no choice
    guessed: float  # the likeliest of several
    lost: float  # pointed at, not restored

    def to_json(self) -> dict[str, float]:
        return asdict(self)


def damage_of(document: Document) -> Damage:
    """What the mojibake rules restored, guessed and had to leave."""
    restored = guessed = lost = 0
    for step in document.steps:
        if step.rule.id.startswith("mojibake."):
            written = sum(max(1, len(edit.new)) for edit in step.edits)
            if step.rule.safety is Safety.SAFE:
                restored += written
            else:
                guessed += written
    for found in document.suggestions:
        if found.rule in _LOST:
            lost += found.raw_end - found.raw_start
    size = max(len(document.text), 1)
    return Damage(*(round(min(1.0, count / size), 6) for count in (restored, guessed, lost)))
