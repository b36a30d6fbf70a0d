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


BEAM = 32  # readings kept side by side: 16 lost 0.1 % of the characters of damaged pages, 64 won none
WIDTH = 24.0  # bits: a reading so much dearer than the best never came back
CANDIDATES = 160  # characters tried for one gap, most frequent first


class Option(NamedTuple):
    """One way to read a slot. `pending`: only while a character is (True) or is not (False) begun; None: always."""

    cost: float
    items: tuple[Item, ...]
    pending: bool | None = None


class Reading(NamedTuple):
    """A text and what it costs, in bits."""

    cost: float
    text: str


class Encoding:
    """How characters are made of bytes. Subclasses say when a pattern is a character, and which."""

    def __init__(self, model: LanguageModel) -> None:
        self.model = model
        self._known: dict[Pattern, tuple[tuple[str, str, float], ...] | None] = {}

    def candidates(self, pattern: Pattern) -> tuple[tuple[str, str, float], ...] | None:
        """Characters, their symbols and extra costs; empty: impossible; None: not complete yet."""
        try:
            return self._known[pattern]
        except KeyError:
            found = self._find(pattern)
            if found is not None and len(found) > 1:
                alone = self.model.alone
                ranked = sorted(found, key=lambda c: (alone[c[1]] + c[2], c[0]))
                found = tuple(ranked[:CANDIDATES])
            self._known[pattern] = found
            return found

    def _find(self, pattern: Pattern) -> tuple[tuple[str, str, float], ...] | None:
        raise NotImplementedError

    def _entry(self, char: str) -> tuple[str, str, float]:
        return char, char.translate(self.model.fold), 0.0


class DoubleByte(Encoding):
    """GBK or Big5: a byte below 80 stands alone, others come in pairs."""

    def __init__(self, model: LanguageModel, codec: str, traditional: bool | None) -> None:
        super().__init__(model)
        self._codec = codec
        self._traditional = traditional

    def _find(self, pattern: Pattern) -> tuple[tuple[str, str, float], ...] | None:
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

    def _with_script(self, char: str) -> tuple[str, str, float]:
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

    def _find(self, pattern: Pattern) -> tuple[tuple[str, str, float], ...] | None:
        lead = pattern[0]
        first = lead if isinstance(lead, int) else min(lead)
        assert isinstance(first, int)
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
        sets = [(item,) if isinstance(item, int) else item for item in pattern]
        out = []
        for char, data in utf8_vocabulary():
            if len(data) == size and all(byte in part for byte, part in zip(data, sets, strict=True)):
                out.append(self._with_script(char))
        return tuple(out)

    def _with_script(self, char: str) -> tuple[str, str, float]:
        return char, self.model.fold[ord(char)], self.model.script_cost(char, self._traditional)


@cache
def utf8_vocabulary() -> tuple[tuple[str, bytes], ...]:
    """Every character that the model knows, in both scripts and widths, with its bytes."""
    model = language_model()
    chars = {char for char in model.alone if not char.isascii()} | model.traditional_only
    chars |= {chr(code) for code in range(0xFF01, 0xFF5F)} | {"\N{IDEOGRAPHIC SPACE}", "\N{NO-BREAK SPACE}"}
    return tuple((char, char.encode()) for char in sorted(chars))


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
        for (pending, context), (cost, text) in beam.items():
            begun = pending != ()
            for option in slot:
                if option[2] is not None and option[2] is not begun:
                    continue
                _feed(grown, extended, encoding, pending, context, cost + option[0], text, option[1])
        beam = _pruned(grown)
        if not beam:
            return []
    tail = after[:2]
    out = []
    for (pending, context), (cost, text) in beam.items():
        if pending == ():
            out.append(Reading(cost + model.bits(tail, context), _text(text)))
    out.sort()
    kept: dict[str, Reading] = {}
    for reading in out:
        kept.setdefault(reading.text, reading)
    return list(kept.values())[:results]


def _feed(grown: dict[tuple[Pattern, str], tuple[float, object]],
          extended: dict[tuple[str, Pattern], list[tuple[float, str, str]]],
          encoding: Encoding, pending: Pattern, context: str, cost: float, text: object, items: tuple[Item, ...]) -> None:
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
        if not found:
            return
        pending = ()
        if len(found) == 1:
            char, symbol, extra = found[0]
            cost += extra + encoding.model.cost(context[:-1], context[-1:], symbol)
            context = context[-1:] + symbol
            text = (text, char)
            continue
        key = (context, pattern)
        best = extended.get(key)
        if best is None:
            best = extended[key] = _best(encoding.model, context, found)
        for more, char, symbol in best:
            _feed(grown, extended, encoding, (), context[-1:] + symbol, cost + more, (text, char), items[k + 1 :])
        return
    state = (pending, context)
    known = grown.get(state)
    if known is None or cost < known[0]:
        grown[state] = cost, text


def _best(model: LanguageModel, context: str, found: tuple[tuple[str, str, float], ...]) -> list[tuple[float, str, str]]:
    """The candidates that are likeliest after the context."""
    first, last = context[:-1], context[-1:]
    pair = model.follows_pair[context] if first else None
    thirds, extra3 = pair if pair is not None else ({}, 0.0)
    seconds = model.follows[last] if last else {}
    base = extra3 + model.backoff.get(last, 0.0)
    alone = model.alone
    out = []
    for char, symbol, extra in found:
        cost = thirds.get(symbol)
        if cost is None:
            cost = seconds.get(symbol)
            cost = base + alone[symbol] if cost is None else extra3 + cost
        out.append((cost + extra, char, symbol))
    out.sort()
    limit = out[0][0] + WIDTH / 2
    return [entry for entry in out[:BEAM] if entry[0] <= limit]


def _pruned(grown: dict[tuple[Pattern, str], tuple[float, object]]) -> dict[tuple[Pattern, str], tuple[float, object]]:
    if len(grown) < 2:
        return grown
    limit = min(cost for cost, _ in grown.values()) + WIDTH
    kept = [entry for entry in grown.items() if entry[1][0] <= limit]
    if len(kept) > BEAM:
        kept.sort(key=lambda entry: entry[1][0])
        del kept[BEAM:]
    return dict(kept)


def _text(linked: object) -> str:
    out: list[str] = []
    while isinstance(linked, tuple):
        out.append(linked[1])
        linked = linked[0]
    return "".join(reversed(out))
