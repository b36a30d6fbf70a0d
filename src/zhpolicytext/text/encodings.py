"""Encodings with gaps: which characters a row of bytes can be, some of which are known only as one of several."""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple, TypeAlias

from .choices import Choice, Entry
from .language_model import UNKNOWN_HAN, LanguageModel, language_model

#: A byte, the bytes of which it is one, a byte that makes one of these characters, or text as it stands.
Item: TypeAlias = int | tuple[int, ...] | frozenset[str] | str
Pattern: TypeAlias = tuple[int | tuple[int, ...] | frozenset[str], ...]


class Aside(str):
    """Text that stands as it is and that the text around it does not care for: a reading in brackets."""

    __slots__ = ()
    def __eq__(self, other: object) -> bool:  # a text that counts is another item: outcomes are known by their items
        return isinstance(other, Aside) and str.__eq__(self, other)

    def __hash__(self) -> int:
        return ~str.__hash__(self)


WIDE_LETTERS = 6.0  # bits: what it costs that a lost character is a letter or a digit of full width
MOST_OUTCOMES = 50_000  # remembered for an encoding: beyond, all are forgotten, and memory stays bounded


class Outcome(NamedTuple):
    """What items make of what is pending: characters beyond doubt, then perhaps a choice and what follows it."""

    symbols: str
    text: str
    extra: float
    pending: int
    choice: Choice | None = None
    rest: "Outcome | None" = None


class Encoding:
    """How characters are made of bytes. Subclasses say when a pattern is a character, and which."""

    #: Bits by which a reading may be dearer than the best, where that alone is asked for: of 240 pages none came out otherwise,
    #: at 14 two did (two bytes put in are dear before they pay).
    narrow = 16.0
    of_characters = False  # whether it shows by a byte alone that a character begins

    def __init__(self, model: LanguageModel, traditional: bool | None, wide: bool = False) -> None:
        self.model = model
        self._traditional = traditional
        self._wide = wide
        self._known: dict[Pattern, Choice | None] = {}
        self._outcomes: dict[tuple[int, tuple[Item, ...]], Outcome | None] = {}
        #: What can become of what is pending in a slot: filled by `slots.moves`.
        self.moves: dict[tuple[tuple[object, ...], int], Any] = {}
        #: What was found in a lattice: filled by `lattice.read_before`.
        self.readings: dict[tuple[object, ...], Any] = {}
        self.remembered = 0  # how much that is
        #: What can be pending, by number; a document has a few hundred.
        self._patterns: list[Pattern] = [()]
        self._numbers: dict[Pattern, int] = {(): 0}

    def outcome(self, pending: int, items: tuple[Item, ...]) -> Outcome | None:
        """What becomes of these items after what is pending; None if that is impossible."""
        key = pending, items
        try:
            return self._outcomes[key]
        except KeyError:
            pass
        if len(self._outcomes) > MOST_OUTCOMES:
            self._outcomes.clear()
        out = self._outcomes[key] = self._outcome(self._patterns[pending], items)
        return out

    def _outcome(self, pending: Pattern, items: tuple[Item, ...]) -> Outcome | None:
        symbols, text, extra = "", "", 0.0
        for k, item in enumerate(items):
            if isinstance(item, str):
                if pending:
                    return None
                text += item
                if not isinstance(item, Aside):
                    symbols += item.translate(self.model.fold)
                continue
            pending = (*pending, item)
            found = self.candidates(pending)
            if found is None:
                continue
            if not found.entries:
                return None
            pending = ()
            if len(found.entries) > 1:
                rest = self.outcome(0, items[k + 1 :]) if items[k + 1 :] else None
                return Outcome(symbols, text, extra, 0, found, rest) if rest or not items[k + 1 :] else None
            char, symbol, more = found.entries[0]
            symbols, text, extra = symbols + symbol, text + char, extra + more
        if pending not in self._numbers:
            self._numbers[pending] = len(self._patterns)
            self._patterns.append(pending)
        return Outcome(symbols, text, extra, self._numbers[pending])

    def candidates(self, pattern: Pattern) -> Choice | None:
        """The characters of a pattern, none if it is impossible; None if it is not complete yet."""
        try:
            return self._known[pattern]
        except KeyError:
            entries = self._find(pattern)
            found = None
            if entries is not None:
                if len(entries) > 1:
                    alone = self.model.alone  # digits and letters of full width are seldom what was lost
                    entries = [(char, symbol, extra + (WIDE_LETTERS if symbol in "0a" else 0.0)) for char, symbol, extra in entries]
                    entries = sorted(entries, key=lambda entry: (alone[entry[1]] + entry[2], entry[0]))
                found = Choice(entries, self._wide)
            self._known[pattern] = found
            return found

    def _find(self, pattern: Pattern) -> Sequence[Entry] | None:
        raise NotImplementedError

    def _entry(self, char: str) -> Entry:
        return char, self.model.fold[ord(char)], 0.0

    def _with_script(self, char: str) -> Entry:
        return char, self.model.fold[ord(char)], self.model.script_cost(char, self._traditional)


class DoubleByte(Encoding):
    """GBK or Big5: a byte below 80 stands alone, others come in pairs."""

    def __init__(self, model: LanguageModel, codec: str, traditional: bool | None, wide: bool = False) -> None:
        super().__init__(model, traditional, wide)
        self._codec = codec

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
        alone = self.model.alone
        if among is not None:  # a few characters of twenty thousand
            known = lead_bytes(self._codec)
            chars = [char for char in among if any(map(leads.__contains__, known.get(char, ())))]
        else:
            rows = [row for row in map(double_bytes(self._codec).get, leads) if row]
            chars = [row[second] for row in rows for second in trails if second in row]
        return tuple([entry for entry in map(self._with_script, chars) if alone[entry[1]] < UNKNOWN_HAN])


ALL_TRAILS = (*range(0x40, 0x7F), *range(0x80, 0xFF))


@cache
def double_bytes(codec: str) -> dict[int, dict[int, str]]:
    """The characters of a double-byte encoding by lead and trail byte, private use left out."""
    trails = range(0x40, 0xFF)
    table: dict[int, dict[int, str]] = {}
    for lead in range(0x81, 0xFF):  # a row is decoded at once, its pairs lines: to ask for 24,000 pairs takes 20 ms
        row = b"".join([bytes((lead, trail, 0x0A)) for trail in trails]).decode(codec, "replace")
        table[lead] = {trail: char for trail, char in zip(trails, row.split("\n"), strict=False)
                       if len(char) == 1 and char != "\ufffd" and not "\ue000" <= char <= "\uf8ff"}
    return table


@cache
def lead_bytes(codec: str) -> dict[str, list[int]]:
    """The lead bytes of a character; a few have two."""
    out: dict[str, list[int]] = {}
    for lead, row in double_bytes(codec).items():
        for char in row.values():
            out.setdefault(char, []).append(lead)
    return out


CONTINUATION = tuple(range(0x80, 0xC0))
LEADS = (*range(0xE2, 0xEA), 0xEF)  # of the three-byte characters of Chinese text; a lost lead of two bytes is not tried


class Utf8(Encoding):
    """UTF-8, with unknown bytes."""

    of_characters = True
    narrow = 13.0  # of 40 pages none came out worse, at 10 one did

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


@cache
def utf8_vocabulary() -> dict[tuple[int, int], dict[int, str]]:
    """Every character that the model knows, in both scripts and widths, by its first two bytes and the third."""
    model = language_model()
    chars = {char for char in model.alone if not char.isascii()} | model.traditional_only
    chars |= {chr(code) for code in range(0xFF01, 0xFF5F)} | {"\N{IDEOGRAPHIC SPACE}", "\N{NO-BREAK SPACE}"}
    tree: dict[tuple[int, int], dict[int, str]] = {}
    for char in sorted(chars):
        data = char.encode()
        if len(data) < 4:
            tree.setdefault((data[0], data[1]), {})[data[2] if len(data) == 3 else 0] = char
    return tree
