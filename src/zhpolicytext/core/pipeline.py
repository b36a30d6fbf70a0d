"""Rules in an order: the one mechanism that changes texts."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from ..errors import EditError, UnknownRule, not_text
from .document import Document, Pointer, Reader, Step
from .edits import Edit, Rewritten, checked
from .plan import Plan, plan
from .profile import Profile
from .protection import Phrases, Protector, allowed
from .rule import Kind, Rule, Safety
from .stage import PLACE, after, free_of, shifted, still

#: Ids that once were rules, with the id that took their place.
RETIRED: Mapping[str, str] = {}


@dataclass(frozen=True)
class Pipeline:
    """Rules that run one after another, each on what the one before left. A value: comparable, picklable.

    >>> (zh.mojibake | zh.pinyin)("教(jiao)育(yu)")  # doctest: +SKIP
    '教育'
    """

    rules: tuple[Rule, ...]
    protect: tuple[Protector, ...] = ()
    readers: tuple[tuple[str, Reader], ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        twice = [rule for rule, count in Counter(rule.id for rule in self.rules).items() if count > 1]
        if twice:
            raise ValueError(f"rule {twice[0]!r} stands twice in one pipeline")

    # -- running

    def __call__(self, text: str) -> str:
        """The clean text: the same object if no rule fires."""
        return self._run(text, None)

    def run(self, text: str) -> Document:
        """The same run, as a Document that can say what was done."""
        log = _Log()
        clean = self._run(text, log)
        return Document(text, clean, tuple(log.steps), tuple(log.pointers), dict(log.withheld), self.readers)

    def _run(self, text: str, log: "_Log | None") -> str:
        if not isinstance(text, str):
            raise not_text(text)
        profile = Profile(text)
        order = self._plan if log is not None else self._edit_plan
        questions, possible = order.questions, order.scan(profile)
        if not possible:
            return text
        done: list[Edit] | Rewritten = []  # the edits of the present stage so far, in the coordinates of its text
        last = k = 0  # the number of the stage of `done`; the question
        while k < len(questions):
            question = questions[k]
            if done and question.stage != last:
                text, possible = after(text, done), still(possible, done, order, text)
                profile, done = Profile(text), []
            rest = possible >> k
            if not rest & 1:
                if done:
                    k += 1
                elif rest:
                    k += (rest & -rest).bit_length() - 1  # to the next one that is possible
                else:
                    break
                continue
            k += 1
            if not question.is_possible(profile):
                continue
            asked = text  # the text that was asked about
            for rule, stage in question.rules:
                if done and stage != last:
                    text, possible = after(text, done), still(possible, done, order, text)
                    profile, done = Profile(text), []
                last = stage
                # the question looks for literals by their parts, and gates are known
                if (rule.needs or text is not asked) and not rule.possible(profile):
                    continue
                found = self._found(rule, text, profile)
                if isinstance(found, Rewritten) and log is None and not done and not self.protect:
                    if found.text != text:
                        done = found
                    continue
                edits = tuple(found)
                if not edits:
                    continue
                if isinstance(done, Rewritten):
                    done = list(checked(text, done))
                if rule.safety is Safety.SUGGEST:
                    if edits and log is not None:
                        log.suggest(rule, edits, done, profile)
                    continue
                try:
                    edits = checked(text, edits)
                except EditError as error:
                    error.add_note(_where(rule, text))
                    raise
                if edits and self.protect and rule.kind is Kind.NORMALIZE:
                    kept = allowed(edits, text, self.protect)
                    if log is not None and len(kept) < len(edits):
                        log.withheld[rule.id] += len(edits) - len(kept)
                    edits = kept
                if edits and done:
                    edits = free_of(edits, done)
                if edits:
                    if log is not None:
                        moved = shifted(edits, done) if done else edits
                        log.steps.append(Step(rule, moved, rule.evidence(profile) if rule.evidence else {}))
                    done = sorted(done + list(edits), key=PLACE) if done else list(edits)
        return after(text, done)

    def _found(self, rule: Rule, text: str, profile: Profile) -> tuple[Edit, ...] | Rewritten:
        try:
            found = rule.find(text, profile)
            return found if isinstance(found, Rewritten) else tuple(found)
        except Exception as error:
            error.add_note(_where(rule, text))
            raise

    @cached_property
    def _plan(self) -> Plan:
        return plan(self.rules)

    @cached_property
    def _edit_plan(self) -> Plan:
        return plan(rule for rule in self.rules if rule.safety is not Safety.SUGGEST)

    # -- composing

    def __or__(self, other: "Pipeline | Rule") -> "Pipeline":
        if not isinstance(other, Pipeline | Rule):
            return NotImplemented
        right = other if isinstance(other, Pipeline) else Pipeline((other,))
        return Pipeline(
            self.rules + right.rules,
            tuple(dict.fromkeys(self.protect + right.protect)),
            tuple(dict(self.readers + right.readers).items()),
        )

    def __ror__(self, other: Rule) -> "Pipeline":
        if not isinstance(other, Rule):
            return NotImplemented
        return Pipeline((other,)) | self

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(rule.id for rule in self.rules)

    def __getitem__(self, rule_id: str) -> Rule:
        """The rule of that id. Raises UnknownRule."""
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        raise self._unknown(rule_id)

    def without(self, *ids: str) -> "Pipeline":
        """Without these rules, or without all rules of a normaliser: ``without("script.traditional", "boilerplate")``."""
        gone = self._matching(ids)
        return replace(self, rules=tuple(rule for rule in self.rules if rule.id not in gone))

    def only(self, *ids: str) -> "Pipeline":
        """With these rules alone, or with all rules of a normaliser, in this pipeline's order."""
        kept = self._matching(ids)
        return replace(self, rules=tuple(rule for rule in self.rules if rule.id in kept))

    def replace(self, *rules: Rule) -> "Pipeline":
        """With rules exchanged for these, each in the place of the rule that has its id."""
        new = {rule.id: rule for rule in rules}
        for rule_id in new:
            self[rule_id]
        return replace(self, rules=tuple(new.get(rule.id, rule) for rule in self.rules))

    def at_least(self, safety: Safety) -> "Pipeline":
        """Only rules that are as sure as `safety`, or surer. SUGGEST rules stay: they change nothing."""
        if safety is not Safety.SAFE:
            return self
        return replace(self, rules=tuple(rule for rule in self.rules if rule.safety is not Safety.LIKELY))

    def protecting(self, *protected: str | Protector) -> "Pipeline":
        """With phrases (strings) or spans (functions ``text -> spans``) that no NORMALIZE edit may touch."""
        phrases = tuple(item for item in protected if isinstance(item, str))
        functions = tuple(item for item in protected if not isinstance(item, str))
        more = ((Phrases(*phrases),) if phrases else ()) + functions
        return replace(self, protect=tuple(dict.fromkeys(self.protect + more)))

    def _matching(self, ids: Iterable[str]) -> set[str]:
        out = set()
        for wanted in ids:
            found = [rule.id for rule in self.rules if rule.id == wanted or rule.id.startswith(wanted + ".")]
            if not found:
                raise self._unknown(wanted)
            out.update(found)
        return out

    def _unknown(self, rule_id: str) -> UnknownRule:
        if rule_id in RETIRED:
            return UnknownRule(f"rule {rule_id!r} is now {RETIRED[rule_id]!r}")
        families = {rule.id.split(".")[0] for rule in self.rules}
        return UnknownRule.near(rule_id, [*self.ids, *sorted(families)])

    # -- saying what it is

    @property
    def manifest(self) -> dict[str, Any]:
        """Everything that decides what this pipeline does: version, rules, parameters, protection, data digests."""
        from ..text.tables import data_digests
        from ..version import __version__

        return {
            "zhpolicytext": __version__,
            "rules": [
                {"id": rule.id, "kind": rule.kind.value, "safety": rule.safety.value,
                 "params": {key: _plain(value) for key, value in sorted(rule.params.items())}}
                for rule in self.rules
            ],
            "protect": [_plain(protector) for protector in self.protect],
            "data": dict(data_digests()),
        }

    @cached_property
    def fingerprint(self) -> str:
        """A digest of the manifest: two runs with the same fingerprint give the same output for the same input."""
        import hashlib
        import json

        text = json.dumps(self.manifest, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    def __getstate__(self) -> dict[str, Any]:
        return {"rules": self.rules, "protect": self.protect, "readers": self.readers}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)


def _where(rule: Rule, text: str) -> str:
    return f"in rule {rule.id!r}, on a text of {len(text)} characters that begins {text[:40]!r}"


class _Log:
    """What a run leaves behind when somebody wants to know."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.pointers: list[Pointer] = []
        self.withheld: Counter[str] = Counter()

    def suggest(self, rule: Rule, edits: tuple[Edit, ...], done: list[Edit], profile: Profile) -> None:
        free = free_of(edits, done)
        if free:
            moved = shifted(free, done)
            self.pointers.append(
                Pointer(rule, len(self.steps), moved, rule.evidence(profile) if rule.evidence else {}))


def _plain(value: Any) -> Any:  # parameters of any kind
    if hasattr(value, "manifest"):
        return value.manifest if not callable(value.manifest) else value.manifest()
    if isinstance(value, (str, int, float, bool, type(None))):
        return value
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, (set, frozenset)):
        return sorted(_plain(item) for item in value)
    if isinstance(value, Phrases):
        return list(value.phrases)
    function = getattr(value, "func", value)
    name = getattr(function, "__qualname__", type(value).__qualname__)
    arguments = [_plain(item) for item in getattr(value, "args", ())]
    return f"{function.__module__}.{name}{arguments or ''}"
