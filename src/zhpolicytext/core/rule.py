"""A rule: what is found, how sure that is, and the function that finds it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from .edits import Edit
from .profile import Profile
from .signs import Signs

if TYPE_CHECKING:
    from .document import Document
    from .pipeline import Pipeline


class Kind(Enum):
    """What an edit is for."""

    REPAIR = "repair"  # restores what the author wrote
    NORMALIZE = "normalize"  # picks one of several equal spellings
    REMOVE = "remove"  # drops a block that is not of the document


class Safety(Enum):
    """How sure a rule is. SUGGEST rules change nothing: they point."""

    SAFE = "safe"
    LIKELY = "likely"
    SUGGEST = "suggest"


Finder: TypeAlias = Callable[[str, Profile], Iterable[Edit]]
Gate: TypeAlias = Callable[[Profile], bool]
Evidence: TypeAlias = Callable[[Profile], Mapping[str, object]]


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A pure function that looks at a text and returns edits, with its name and its licence.

    id        ``<normaliser>.<what-is-wrong>``; never renamed, never reused
    find      ``(text, profile) -> sorted, disjoint edits`` in that text's own coordinates; a top-level function or a
              `functools.partial` of one. A SUGGEST rule may return several edits for one span: candidates; an edit
              whose ``new`` equals the span only points.
    needs     literals, one of which must occur in the text for the rule to fire
    gate      a cheap fact that is False only where `find` would return nothing; shared gates are evaluated once a text
    signs     what the text must show for `gate` (or, without one, `find`) to be anything but False (or nothing): asked
              of all rules of a pipeline at once
    stage     neighbours in a pipeline with the same non-empty stage look at the same text; where two of their edits
              overlap, the earlier rule's stands
    evidence  the one relevant fact, put into the step when the rule fires
    params    what a factory was given: part of the manifest
    """

    id: str
    kind: Kind
    safety: Safety
    find: Finder
    needs: tuple[str, ...] = ()
    gate: Gate | None = None
    signs: Signs | None = None
    stage: str = ""
    evidence: Evidence | None = None
    params: Mapping[str, Any] = field(default_factory=dict)  # a factory's arguments, of any JSON type

    @property
    def summary(self) -> str:
        """The first line of the finder's docstring: what is found."""
        function = getattr(self.find, "func", self.find)
        return (function.__doc__ or "").strip().split("\n")[0]

    @property
    def description(self) -> str:
        """The finder's whole docstring: examples, look-alikes, why."""
        from inspect import cleandoc

        function = getattr(self.find, "func", self.find)
        return cleandoc(function.__doc__ or "")

    def _identity(self) -> tuple[object, ...]:
        find = self.find  # two partials of one function with the same arguments are the same finder
        if isinstance(find, partial):
            find = (find.func, find.args, tuple(sorted(find.keywords.items())))  # type: ignore[assignment]
        return (self.id, self.kind, self.safety, find, self.needs, self.gate, self.signs, self.stage, self.evidence,
                tuple(sorted(self.params.items())))

    def __eq__(self, other: object) -> bool:
        return self._identity() == other._identity() if isinstance(other, Rule) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.id)

    def __call__(self, text: str) -> str:
        return self._alone()(text)

    def run(self, text: str) -> "Document":
        return self._alone().run(text)

    def __or__(self, other: "Rule | Pipeline") -> "Pipeline":
        return self._alone() | other

    def _alone(self) -> "Pipeline":
        from .pipeline import Pipeline

        return Pipeline((self,))

    def possible(self, profile: Profile) -> bool:
        """False only if `find` would return nothing."""
        if self.needs:
            text = profile.text
            for literal in self.needs:
                if literal in text:
                    break
            else:
                return False
        return self.gate is None or profile.fact(self.gate)
