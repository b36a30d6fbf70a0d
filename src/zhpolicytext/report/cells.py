"""One side of a row as HTML: the text with its changes, entities and suggestions marked."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ..core.document import Document
from ..core.rule import Kind
from .journal import Finding, deleters, trails
from .rows import Row
from .templating import Markup, attribute, template, text
from .visible import visible

#: Class names of the kinds, in the order in which they claim a change that several rules worked on.
KIND_CLASS: Mapping[Kind, str] = {Kind.REMOVE: "kx", Kind.REPAIR: "kr", Kind.NORMALIZE: "kn"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to be wrapped, in the coordinates of one side."""

    start: int
    end: int
    opening: str
    closing: str


class Cells:
    """Renders both sides of the rows of one document. `prefix` makes its anchors unique in a page of many."""

    def __init__(self, document: Document, found: Sequence[Finding], prefix: str) -> None:
        self._document = document
        self._prefix = prefix
        self.trails = trails(document, found)
        self.deleters = deleters(document, found)
        self._raw_starts = [change.raw_start for change in document.changes]
        rules = [step.rule for step in document.steps]
        self.rule_class = {rule: f"r{k}" for k, rule in enumerate(
            dict.fromkeys([rule.id for rule in rules] + [s.rule for s in document.suggestions]))}
        self._kind = {rule.id: KIND_CLASS[rule.kind] for rule in rules}
        self._classes: dict[tuple[tuple[str, ...], tuple[str, ...]], str] = {}
        self._raw_marks = self._suggested(raw=True)
        self._suggested_clean = self._suggested(raw=False)
        self._entities = self._entity_marks()
        # where each mark ends; one of no length is looked for at the character behind it
        self._ends = {id(marks): [max(mark.end, mark.start + 1) for mark in marks]
                        for marks in (self._raw_marks, self._suggested_clean, self._entities)}
        self._del, self._del_more, self._ins, self._new, self._gone = map(
            template, ("del", "del_more", "ins", "new", "gone"))

    def classes(self, index: int) -> str:
        """``kr r3 r7``: what kind of change this is, and which rules made it.

        Where some rules only deleted and others wrote, the kind is that of those that wrote: 會(huì)議 became 会议
        because it was normalised, and the reading in it is marked by itself.
        """
        change = self._document.changes[index]
        rules = change.rules
        if not change.new.strip():  # what earlier rules did to a block that was then removed is of no interest
            removing = tuple(rule for rule in rules if self._kind[rule] == KIND_CLASS[Kind.REMOVE])
            rules = removing or tuple(dict.fromkeys(self.deleters.get(index, ()) + rules))
        writers = tuple(part.rule for part in self.trails.get(index, ()) if part.new) or rules
        found = self._classes.get((rules, writers))
        if found is None:
            kinds = [self._kind[rule] for rule in writers]
            kind = next(c for c in KIND_CLASS.values() if c in kinds)
            found = self._classes[rules, writers] = " ".join([kind, *(self.rule_class[rule] for rule in rules)])
        return found

    def anchor(self, raw_start: int) -> str | None:
        """The anchor of the change that covers a raw offset, if one does."""
        index = bisect_right(self._raw_starts, raw_start) - 1
        covers = index >= 0 and raw_start < max(self._document.changes[index].raw_end, self._raw_starts[index] + 1)
        return f"{self._prefix}-{index}" if covers else None

    def raw(self, row: Row) -> Markup:
        """The raw side; what replaced a stretch stands behind it, for the view with one column."""
        return Markup(self._nested((self._raw_marks,), row.raw_start, row.raw_end,
                                   lambda start, end: self._raw_piece(row, start, end)))

    def clean(self, row: Row) -> Markup:
        return Markup(self._nested((self._entities, self._suggested_clean), row.start, row.end,
                                   lambda start, end: self._clean_piece(row, start, end)))

    def row_classes(self, row: Row) -> str:
        """The classes of all that is in the row: what filters hide and show rows by."""
        found: dict[str, None] = {}
        for index in range(row.first, row.last):
            found.update(dict.fromkeys(self.classes(index).split()))
            found.update(dict.fromkeys(self._kind[part.rule] for part in self.trails.get(index, ())))
        for mark in self._within(self._raw_marks, row.raw_start, row.raw_end):
            found.update(dict.fromkeys(mark.opening.partition('class="')[2].partition('"')[0].split()[2:]))
        return " ".join(found)

    def _nested(
        self, layers: tuple[Sequence[Mark], ...], start: int, end: int, inner: Callable[[int, int], str]
    ) -> str:
        """Marks around marks around text; an inner one that crosses an outer one is closed and opened again."""
        if not layers:
            return inner(start, end)
        marks = self._within(layers[0], start, end)
        if not marks:
            return self._nested(layers[1:], start, end, inner)
        out = []
        reached = start
        for mark in marks:
            begin, stop = max(mark.start, start), min(mark.end, end)
            if begin > reached:
                out.append(self._nested(layers[1:], reached, begin, inner))
            inside = self._nested(layers[1:], begin, stop, inner) if begin < stop else ""
            out.append(mark.opening + inside + mark.closing)
            reached = stop
        if reached < end:
            out.append(self._nested(layers[1:], reached, end, inner))
        return "".join(out)

    def _within(self, marks: Sequence[Mark], start: int, end: int) -> Sequence[Mark]:
        k = bisect_left(self._ends[id(marks)], start + 1)
        stop = k
        while stop < len(marks) and marks[stop].start < end:
            stop += 1
        return marks[k:stop]

    def _raw_piece(self, row: Row, start: int, end: int) -> str:
        raw, reached = self._document.raw, start
        out: list[str] = []
        for index in range(row.first, row.last):
            change = self._document.changes[index]
            if change.raw_start >= end and not change.raw_start == end == row.raw_end or change.raw_end < start:
                continue
            if change.raw_end == start and change.raw_start < start:
                continue
            begin, stop = max(change.raw_start, start), min(change.raw_end, end)
            out.append(text(raw[reached:begin]))
            shown = self._with_deleted(index, begin, stop)
            classes = self.classes(index) + ("" if change.new else " g")
            if begin == change.raw_start:
                out.append(self._del.format(classes=classes, prefix=self._prefix, index=index, text=shown))
            else:
                out.append(self._del_more.format(classes=classes, index=index, text=shown))
            if stop == change.raw_end and change.new:
                out.append(self._new.format(classes=classes, index=index, text=_changed(change.new)))
            reached = stop
        out.append(text(raw[reached:end]))
        return "".join(out)

    def _with_deleted(self, index: int, start: int, end: int) -> str:
        """A stretch of the raw text inside of a change, with what some rules only deleted marked in it."""
        raw, change = self._document.raw, self._document.changes[index]
        gone = [part for part in self.trails.get(index, ()) if not part.new] if change.new else []
        if not gone:
            return _changed(raw[start:end])
        out: list[str] = []
        reached = start
        for part in sorted(gone, key=lambda part: part.raw_start):
            begin, stop = max(part.raw_start, reached), min(part.raw_end, end)
            if begin < stop:
                out.append(text(raw[reached:begin]))
                out.append(self._gone.format(kind=self._kind[part.rule], rule=self.rule_class[part.rule],
                                             text=_changed(raw[begin:stop])))
                reached = stop
        out.append(text(raw[reached:end]))
        return "".join(out)

    def _clean_piece(self, row: Row, start: int, end: int) -> str:
        clean, reached = self._document.text, start
        out: list[str] = []
        for index in range(row.first, row.last):
            change = self._document.changes[index]
            if change.start >= end and not change.start == end == row.end or change.end < start:
                continue
            if change.end == start and change.start < start:
                continue
            begin, stop = max(change.start, start), min(change.end, end)
            out.append(text(clean[reached:begin]))
            out.append(self._ins.format(classes=self.classes(index), index=index,
                                        text=_changed(clean[begin:stop])))
            reached = stop
        out.append(text(clean[reached:end]))
        return "".join(out)

    def _suggested(self, *, raw: bool) -> list[Mark]:
        """One mark for each stretch that suggestions point at; stretches that overlap are shown as the first."""
        out: list[Mark] = []
        for number, s in enumerate(self._document.suggestions):
            start, end = (s.raw_start, s.raw_end) if raw else (s.start, s.end)
            if start == end:  # a point: a character behind it must be there to show it at
                start = end = max(0, min(start, len(self._document.raw if raw else self._document.text) - 1))
            if out and (start < out[-1].end or start == end == out[-1].start):
                continue
            says = " / ".join(visible(candidate) for candidate in s.candidates)
            opening = template("suggested" if raw else "suggested_clean").format(
                rule=self.rule_class[s.rule], prefix=self._prefix, number=number, says=attribute(says))
            out.append(Mark(start, end, opening, "</mark>"))
        return out

    def _entity_marks(self) -> list[Mark]:
        out: list[Mark] = []
        found = (entity.to_json() for entity in self._document.entities or ())
        for values in sorted(found, key=lambda values: (values["start"], -values["end"])):
            start, end = values["start"], values["end"]
            if start == end or (out and start < out[-1].end):
                continue
            opening = template("entity").format(type=attribute(values.get("type", "")),
                                                value=attribute(machine_value(values.get("value"))))
            out.append(Mark(start, end, opening, "</span>"))
        return out


def machine_value(value: object) -> str:
    """A machine value in one line: ``2023-05-12``, ``lo 100, unit 亩``."""
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {machine_value(item)}" for key, item in value.items() if item is not None)
    if isinstance(value, (list, tuple)):
        return ", ".join(machine_value(item) for item in value)
    return "" if value is None else str(value)


def _changed(stretch: str) -> str:
    """The text of a change; white space alone would not be seen."""
    if not stretch or stretch.strip():
        return text(stretch)
    shown = stretch.replace(" ", "␣").replace("\t", "⇥").replace("\u3000", "□").replace("\n", "⏎")
    line_end = "\n" if "\n" in stretch else ""  # one is enough: many would push the two sides apart
    return f'<span class="u">{text(shown)}{line_end}</span>'
