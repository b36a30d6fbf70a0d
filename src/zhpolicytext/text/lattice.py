"""The likeliest text that a row of bytes can stand for, some of which are unknown or lost.

A lattice is a row of slots; a slot offers options; an option is a few items: a byte, a set of possible bytes, or text
that stands as it is. The search keeps the cheapest readings side by side (a beam) and merges those that agree in what
is still pending and in the two characters before.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple, TypeAlias

from .language_model import UNKNOWN_HAN, LanguageModel, language_model

#: A byte, the bytes of which it is one, a byte that makes one of these characters, or text as it stands.
Item: TypeAlias = int | tuple[int, ...] | frozenset[str] | str
Pattern: TypeAlias = tuple[int | tuple[int, ...] | frozenset[str], ...]


class Aside(str):
    """Text that stands as it is and that the text around it does not care for: a reading in brackets."""

    __slots__ = ()


BEAM = 24  # readings kept side by side
BRANCHES = 16  # characters that one gap is filled with, after one context
WIDTH = 20.0  # bits: a reading so much dearer than the best never came back
FREQUENT = 24  # characters tried for one gap whatever stands before it; beyond them those that are known to follow


BROKEN_CLAUSE = 10.0  # bits
_INNER_MARKS = (",", "、")


class Option(NamedTuple):
    """One way to read a slot. `pending`: only while a character is (True) or is not (False) begun; None: always."""

    cost: float
    items: tuple[Item, ...]
    pending: bool | None = None


class Reading(NamedTuple):
    """A text and what it costs, in bits."""

    cost: float
    text: str


Entry: TypeAlias = tuple[str, str, float]  # a character, its symbol, and what choosing it costs beyond its place


class Candidates:
    """The characters that a pattern can be, the most frequent first; many of them also by their symbol."""

    __slots__ = ("by_symbol", "entries", "frequent")

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = tuple(entries)
        self.frequent = self.entries[:FREQUENT]
        self.by_symbol: dict[str, list[Entry]] = {}
        if len(entries) > FREQUENT:
            for entry in entries:
                self.by_symbol.setdefault(entry[1], []).append(entry)


class Encoding:
    """How characters are made of bytes. Subclasses say when a pattern is a character, and which."""

    def __init__(self, model: LanguageModel) -> None:
        self.model = model
        self._known: dict[Pattern, Candidates | None] = {}

    def candidates(self, pattern: Pattern) -> Candidates | None:
        """The characters of a pattern, none if it is impossible; None if it is not complete yet."""
        try:
            return self._known[pattern]
        except KeyError:
            entries = self._find(pattern)
            found = None
            if entries is not None:
                alone = self.model.alone
                found = Candidates(sorted(entries, key=lambda entry: (alone[entry[1]] + entry[2], entry[0])))
            self._known[pattern] = found
            return found

    def _find(self, pattern: Pattern) -> Sequence[Entry] | None:
        raise NotImplementedError

    def _entry(self, char: str) -> Entry:
        return char, self.model.fold[ord(char)], 0.0


class DoubleByte(Encoding):
    """GBK or Big5: a byte below 80 stands alone, others come in pairs."""

    def __init__(self, model: LanguageModel, codec: str, traditional: bool | None) -> None:
        super().__init__(model)
        self._codec = codec
        self._traditional = traditional

    def _find(self, pattern: Pattern) -> Sequence[Entry] | None:
        lead = pattern[0]
        if len(pattern) == 1:
            if isinstance(lead, int) and lead < 0x80:
                return (self._entry(chr(lead)),)
            if isinstance(lead, int) and not 0x81 <= lead <= 0xFE:
                return ()
            return None
        trail = pattern[1]
        among = trail if isinstance(trail, frozenset) else None
        if among is not None:
            trail = ALL_TRAILS
        assert not isinstance(lead, frozenset) and not isinstance(trail, frozenset)
        if isinstance(lead, int) and isinstance(trail, int):
            try:
                char = bytes((lead, trail)).decode(self._codec)
            except UnicodeDecodeError:
                return ()
            if len(char) != 1 or "\ue000" <= char <= "\uf8ff":
                return ()
            return (self._with_script(char),)
        leads = (lead,) if isinstance(lead, int) else lead
        trails = (trail,) if isinstance(trail, int) else trail
        table = double_bytes(self._codec)
        alone = self.model.alone
        out = []
        for first in leads:
            row = table.get(first)
            if row:
                for second in trails:
                    char = row.get(second, "")
                    if char and (among is None or char in among):
                        entry = self._with_script(char)
                        if alone[entry[1]] < UNKNOWN_HAN:
                            out.append(entry)
        return tuple(out)

    def _with_script(self, char: str) -> Entry:
        symbol = self.model.fold[ord(char)]
        return char, symbol, self.model.script_cost(char, self._traditional)


ALL_TRAILS = (*range(0x40, 0x7F), *range(0x80, 0xFF))


@cache
def double_bytes(codec: str) -> dict[int, dict[int, str]]:
    """The characters of a double-byte encoding by lead and trail byte, private use left out."""
    table: dict[int, dict[int, str]] = {}
    for lead in range(0x81, 0xFF):
        row = {}
        for trail in range(0x40, 0xFF):
            try:
                char = bytes((lead, trail)).decode(codec)
            except UnicodeDecodeError:
                continue
            if len(char) == 1 and not "\ue000" <= char <= "\uf8ff":
                row[trail] = char
        table[lead] = row
    return table


CONTINUATION = tuple(range(0x80, 0xC0))
LEADS = (*range(0xE2, 0xEA), 0xEF)  # of the three-byte characters of Chinese text; a lost lead of two bytes is not tried


class Utf8(Encoding):
    """UTF-8, with unknown bytes."""

    def __init__(self, model: LanguageModel, traditional: bool | None) -> None:
        super().__init__(model)
        self._traditional = traditional

    def _find(self, pattern: Pattern) -> Sequence[Entry] | None:
        lead = pattern[0]
        if isinstance(lead, int):
            first = lead
        else:
            leads = tuple(byte for byte in LEADS if byte in lead)
            if not leads:
                return ()
            first = leads[0]
            pattern = (leads, *pattern[1:])
        if first < 0x80:
            return (self._entry(chr(first)),)
        size = 2 if 0xC2 <= first <= 0xDF else 3 if 0xE1 <= first <= 0xEF else 4 if first == 0xF0 else 0
        if not size:
            return ()
        for item in pattern[1:]:
            if isinstance(item, int) and not 0x80 <= item <= 0xBF:
                return ()
        if len(pattern) < size:
            return None
        if all(isinstance(item, int) for item in pattern):
            char = bytes(item for item in pattern if isinstance(item, int)).decode("utf-8", "ignore")
            return (self._with_script(char),) if len(char) == 1 else ()
        sets = [(item,) if isinstance(item, int) else tuple(b for b in item if isinstance(b, int)) for item in pattern]
        out: list[Entry] = []
        tree = utf8_vocabulary()
        for one in sets[0]:
            for two in sets[1]:
                row = tree.get((one, two))
                if row is None:
                    continue
                if size == 2:
                    out += map(self._with_script, row.values())
                elif len(sets[2]) < len(row):
                    out += [self._with_script(row[three]) for three in sets[2] if three in row]
                else:
                    out += [self._with_script(char) for three, char in row.items() if three in sets[2]]
        return tuple(out)

    def _with_script(self, char: str) -> Entry:
        return char, self.model.fold[ord(char)], self.model.script_cost(char, self._traditional)


@cache
def utf8_vocabulary() -> dict[tuple[int, int], dict[int, str]]:
    """Every character that the model knows, in both scripts and widths, by its first two bytes and the third."""
    model = language_model()
    chars = {char for char in model.alone if not char.isascii()} | model.traditional_only
    chars |= {chr(code) for code in range(0xFF01, 0xFF5F)} | {"\N{IDEOGRAPHIC SPACE}", "\N{NO-BREAK SPACE}"}
    tree: dict[tuple[int, int], dict[int, str]] = {}
    for char in sorted(chars):
        data = char.encode()
        if len(data) in (2, 3):
            tree.setdefault((data[0], data[1]), {})[data[2] if len(data) == 3 else 0] = char
    return tree


def read(slots: Sequence[Iterable[Option]], encoding: Encoding, before: str = "", after: str = "",
         results: int = 2) -> list[Reading]:
    """The cheapest readings of the lattice, in the context of the texts around it, cheapest first."""
    model = encoding.model
    history = before[-2:].translate(model.fold)
    # a hypothesis: what is pending, the two symbols before, -> cost, and the text as a linked list
    beam: dict[tuple[Pattern, str], tuple[float, object]] = {((), history): (0.0, None)}
    for slot in slots:
        grown: dict[tuple[Pattern, str], tuple[float, object]] = {}
        extended: dict[tuple[str, Pattern], list[tuple[float, str, str]]] = {}
        floor = [1e9]  # the cheapest whole reading of this slot so far: what is much dearer need not be tried
        for (pending, context), (cost, text) in sorted(beam.items(), key=_cost_of) if len(beam) > 1 else beam.items():
            begun = pending != ()
            for option in slot:
                if option[2] is not None and option[2] is not begun or cost + option[0] > floor[0] + WIDTH:
                    continue
                _feed(grown, extended, encoding, pending, context, cost + option[0], text, option[1], floor)
        beam = _pruned(grown)
        if not beam:
            return []
    tail = after[:2]  # paragraphs end with a clause; that some texts of the model break lines elsewhere must not count
    out = []
    for (pending, context), (cost, text) in beam.items():
        if pending == ():
            broken = BROKEN_CLAUSE if tail[:1] == "\n" and context[-1:] in _INNER_MARKS else 0.0
            out.append(Reading(cost + broken + model.bits(tail, context), _text(text)))
    out.sort()
    kept: dict[str, Reading] = {}
    for reading in out:
        kept.setdefault(reading.text, reading)
    return list(kept.values())[:results]


def _feed(grown: dict[tuple[Pattern, str], tuple[float, object]],
          extended: dict[tuple[str, Pattern], list[tuple[float, str, str]]],
          encoding: Encoding, pending: Pattern, context: str, cost: float, text: object, items: tuple[Item, ...],
          floor: list[float]) -> None:
    for k, item in enumerate(items):
        if isinstance(item, str):
            if pending:
                return
            if isinstance(item, Aside):
                text = (text, item)
                continue
            model = encoding.model
            cost += model.bits(item, context)
            context = (context + item[-2:].translate(model.fold))[-2:]
            text = (text, item)
            continue
        pattern = (*pending, item)
        found = encoding.candidates(pattern)
        if found is None:
            pending = pattern
            continue
        entries = found.entries
        if not entries:
            return
        pending = ()
        if len(entries) == 1:
            char, symbol, extra = entries[0]
            cost += extra + encoding.model.cost(context[:-1], context[-1:], symbol)
            context = context[-1:] + symbol
            text = (text, char)
            continue
        key = (context, pattern)
        best = extended.get(key)
        if best is None:
            best = extended[key] = _best(encoding.model, context, found)
        for more, char, symbol in best:
            if cost + more > floor[0] + WIDTH:
                break
            _feed(grown, extended, encoding, (), context[-1:] + symbol, cost + more, (text, char), items[k + 1 :], floor)
        return
    state = (pending, context)
    known = grown.get(state)
    if known is None or cost < known[0]:
        grown[state] = cost, text
        if not pending and cost < floor[0]:
            floor[0] = cost


def _cost_of(entry: tuple[tuple[Pattern, str], tuple[float, object]]) -> float:
    return entry[1][0]


def _best(model: LanguageModel, context: str, found: Candidates) -> list[tuple[float, str, str]]:
    """The candidates that are likeliest after the context."""
    first, last = context[:-1], context[-1:]
    pair = model.follows_pair[context] if first else None
    thirds, extra3 = pair if pair is not None else (_NOTHING, 0.0)
    seconds = model.follows[last] if last else _NOTHING
    base = extra3 + model.backoff.get(last, 0.0)
    alone = model.alone
    entries: Iterable[Entry] = found.frequent
    if found.by_symbol:
        chosen = list(found.frequent)
        for symbol in seconds.keys() & found.by_symbol.keys():
            chosen += found.by_symbol[symbol]
        entries = chosen
    out = set()
    for char, symbol, extra in entries:
        cost = thirds.get(symbol)
        if cost is None:
            cost = seconds.get(symbol)
            cost = base + alone[symbol] if cost is None else extra3 + cost
        out.add((cost + extra, char, symbol))
    ranked = sorted(out)
    limit = ranked[0][0] + WIDTH / 2
    return [entry for entry in ranked[:BRANCHES] if entry[0] <= limit]


_NOTHING: dict[str, float] = {}


def _pruned(grown: dict[tuple[Pattern, str], tuple[float, object]]) -> dict[tuple[Pattern, str], tuple[float, object]]:
    """The cheapest readings. Those in the middle of a character have not paid for it yet: they do not compete."""
    if len(grown) < 2:
        return grown
    between = [entry for entry in grown.items() if not entry[0][0]]
    begun = [entry for entry in grown.items() if entry[0][0]] if len(between) < len(grown) else []
    out: dict[tuple[Pattern, str], tuple[float, object]] = {}
    for group in (between, begun):
        if group:
            limit = min(entry[1][0] for entry in group) + WIDTH
            kept = [entry for entry in group if entry[1][0] <= limit]
            if len(kept) > BEAM:
                kept.sort(key=lambda entry: entry[1][0])
                del kept[BEAM:]
            out.update(kept)
    return out


def _text(linked: object) -> str:
    out: list[str] = []
    while isinstance(linked, tuple):
        out.append(linked[1])
        linked = linked[0]
    return "".join(reversed(out))
