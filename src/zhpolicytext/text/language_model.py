"""How plausible a stretch of Chinese is: a character 4-gram model of policy text, news and the dictionary.

Traditional characters count as the simplified ones that they fold to, widths are folded, digits are one symbol and so
are letters: one model serves both scripts and every width. Loaded on first use, a row when it is first asked for.
"""

from bisect import bisect_left
from functools import cache
from heapq import nsmallest
from importlib.resources import files
from operator import itemgetter
from pathlib import Path
from typing import TypeAlias

from .trie import Trie, unpacked

UNITS = 8  # the file stores costs in eighths of a bit
LONGEST = 3  # symbols that the cost of the next one depends on
UNKNOWN_HAN = 23.0  # bits: more than the rarest character of the dictionary (21.4)
UNKNOWN_SIGN = 18.0  # ×, ℃, ①, □: no prose, and in every second table
UNKNOWN = 28.0  # bits of what is neither: more than any character that the model knows
#: What one character costs that belongs to the other script: about the odds that a converter leaves one behind.
WRONG_SCRIPT = 8.0
OFTEN = 200  # symbols after one
MOST_REMEMBERED = 200_000  # steps, 30 MB: a document takes a few thousand, a hostile one a million

MOST_CONTEXTS = 50_000  # remembered: beyond, all are forgotten, and memory stays bounded
MOST_AHEAD = 200_000  # likewise; 16 MB

Step: TypeAlias = "tuple[float, Row]"
#: Where the contexts begin, and where they end, that begin with some symbols and are longer by one.
Inner: TypeAlias = tuple[int, int]


class Row:
    """What is known to follow some symbols, and what it costs to fall back to fewer of them."""

    __slots__ = ("ahead", "backoff", "base", "context", "end", "inner", "length", "often", "place", "shorter", "start", "steps", "symbols")

    def __init__(self, context: str, place: int, backoff: float, shorter: "Row | None") -> None:
        self.context = context
        self.length = len(context)
        self.base: Row | None = shorter if self.length == LONGEST else self  # the one that what comes next goes on from
        #: The rows of what comes next, by symbol, as far as they were asked for: filled by `LanguageModel.after`.
        self.ahead: dict[str, Row] = {} if self.base is self or shorter is None else shorter.ahead
        self.place = place  # in the file, among the contexts of its length
        self.start = self.end = -1  # and there the symbols that follow, among the rows of its length; found by `LanguageModel.step`
        self.backoff = backoff
        self.shorter = shorter
        self.steps: dict[str, Step] = {}  # filled by `LanguageModel.step`
        self.inner: Inner | None = None  # where the contexts lie that begin with this one: likewise
        self.symbols: dict[str, float] | None = None  # filled by `LanguageModel.following`
        self.often: dict[str, float] | None = None  # and by `often_following`


class LanguageModel:
    """Costs in bits: the lower, the likelier. Use `language_model()`, which loads the shipped one once."""

    def __init__(self, data: bytes) -> None:
        parts = unpacked(data)
        self._chars = parts["chars"].decode()
        self._index = {char: k for k, char in enumerate(self._chars)}
        self._levels = [level / UNITS for level in range(256)]
        level = self._levels.__getitem__
        #: What a symbol costs by itself.
        self.alone = _Alone(zip(self._chars, map(level, parts["alone"]), strict=True))
        self._trie = Trie(parts)
        forms = parts["forms"].decode()
        self._variant = dict(zip(forms[::2], map(level, parts["shares"]), strict=True))
        #: Characters that only traditional, and only simplified text holds.
        self.traditional_only = frozenset(self._variant)
        self.simplified_only = frozenset(parts["simplified"].decode())
        #: For `str.translate`: the symbol of a character.
        self.fold = _Fold(zip(map(ord, forms[::2]), forms[1::2], strict=True))
        self._rows: dict[str, Row] = {"": Row("", 0, 0.0, None)}
        self._root = self._rows[""]
        #: What is known after the last symbols of a text: of all contexts that were asked for, those among them of which nothing is.
        self._contexts: dict[str, Row] = {}
        self._symbols = [*self._chars]  # one object each: a hundred thousand dictionaries hold them
        self._known_ahead = 0
        self._remembered = 0
        #: What is known to follow one symbol, with its cost.
        self.follows = _Follows(self)

    def row(self, context: str) -> Row:
        """The row of the most symbols at the end of a folded text after which something is known."""
        context = context[-LONGEST:]
        known = self._contexts.get(context)
        if known is None:
            if len(self._contexts) >= MOST_CONTEXTS:
                self._contexts.clear()
            known = self._root
            for char in context:
                known = self._next(known.base, self._index.get(char, -1), char)
            self._contexts[context] = known
        return known

    def after(self, row: Row, symbol: str) -> Row:
        """The row of what comes next, of which the cost is known; callers ask `row.ahead` first.

        Whatever is known after some symbols is known after the first of them, too, so it is found behind the row or one of the
        shorter ones; where that lies in the file tells where to look for it.
        """
        index = self._index.get(symbol, -1)
        out = self._next(row.base, index, symbol)
        if index >= 0:  # a document has a few thousand, a hostile one a million
            self._known_ahead += 1
            if self._known_ahead > MOST_AHEAD:
                self._known_ahead = 0
                for old in [*self._rows.values()]:  # at once: another thread may add to them
                    old.ahead.clear()
            row.ahead[self._symbols[index]] = out
        return out

    def _next(self, at: Row | None, index: int, symbol: str) -> Row:
        contexts_of = self._trie.symbols
        while at is not None and at.length:
            first, last = at.inner or self._inner(at)
            if first != last:
                symbols = contexts_of[at.length + 1]
                place = bisect_left(symbols, index, first, last)
                if place != last and symbols[place] == index:
                    return self._rows.get(at.context + symbol) or self._read(at, place, index, symbol)
            at = at.shorter
        return self._rows.get(symbol) or self._single(index, symbol)

    def _inner(self, row: Row) -> Inner:
        row.inner = out = self._trie.inner(self._index[row.context[0]], row.place, row.length + 1)
        return out

    def _read(self, row: Row, place: int, index: int, symbol: str) -> Row:
        """The row of these symbols and one more."""
        trie, context = self._trie, row.context + symbol
        out = self._rows[context] = Row(context, place, self._levels[trie.backoff[len(context)][place]], self._next(row.shorter, index, symbol))
        return out

    def _single(self, index: int, symbol: str) -> Row:
        """The row of one symbol, or of none."""
        trie = self._trie
        if not 0 <= index < len(trie.sizes[1]) or not trie.sizes[1][index]:
            return self._root
        out = self._rows[symbol] = Row(symbol, index, self._levels[trie.backoff[1][index]], self._root)
        return out

    def _found(self, row: Row) -> int:
        """Where the symbols start that follow those of a row, which is asked when it is first read."""
        length = row.length
        start = self._trie.start(self._index[row.context[0]], row.place, length)
        row.end = start + self._trie.sizes[length][row.place]
        row.start = start  # at last, for other threads
        return start

    def step(self, row: Row, symbol: str) -> Step:
        """What a symbol costs after those of the row, and the row of what comes next; callers ask `row.steps` first.

        A character as it stands in a text does as well: to fold a text takes as long as to read it.
        """
        cost = 0.0
        char = symbol
        index = self._index.get(symbol, -1)
        if index < 0:
            symbol = symbol.translate(self.fold)
            index = self._index.get(symbol, len(self._chars))
        trie = self._trie
        at = row
        while at.shorter is not None:
            length, start = at.length, at.start
            if start < 0:
                start = self._found(at)
            symbols, end = trie.next[length], at.end
            place = bisect_left(symbols, index, start, end)
            if place < end and symbols[place] == index:
                cost += self._levels[trie.costs[length][place]]
                break
            cost += at.backoff
            at = at.shorter
        else:
            cost += self.alone[symbol]
        out = cost, at.ahead.get(symbol) or self._next(at.base, index, symbol)
        self._remembered += 1
        if self._remembered > MOST_REMEMBERED:
            self._remembered = 0
            for old in [*self._rows.values()]:
                old.steps = {}
        row.steps[char] = out
        return out

    def following(self, row: Row) -> dict[str, float]:
        """The symbols that are known to follow those of the row, with their costs."""
        if row.symbols is None:
            start = row.start if row.start >= 0 or not row.context else self._found(row)
            symbols, costs = self._trie.row(row.length, start, row.end)
            row.symbols = dict(zip(map(self._chars.__getitem__, symbols), map(self._levels.__getitem__, costs), strict=True))
        return row.symbols

    def often_following(self, row: Row) -> dict[str, float]:
        """Those that follow a symbol most often."""
        if row.often is None:
            row.often = dict(nsmallest(OFTEN, self.following(row).items(), key=itemgetter(1)))
        return row.often

    def cost(self, before: str, last: str, symbol: str) -> float:
        """Bits of one folded symbol after others; `before` may be empty."""
        row = self.row(before + last)
        return (row.steps.get(symbol) or self.step(row, symbol))[0]

    def bits(self, text: str, before: str = "\n") -> float:
        """The cost of a text that follows `before`, whichever script it is in.

        >>> model = language_model()
        >>> model.bits("教育发展") < model.bits("校基本前") < model.bits("窞轭厩闆")
        True
        """
        row = self.row(before[-LONGEST:].translate(self.fold) or "\n")
        total = 0.0
        for char in text:
            cost, row = row.steps.get(char) or self.step(row, char)
            total += cost
        return total

    def script_cost(self, char: str, traditional: bool | None) -> float:
        """What the choice of this form costs in a text of that script: 0 where the scripts share it."""
        if traditional is None:
            return 0.0
        if traditional:
            return WRONG_SCRIPT if char in self.simplified_only else self._variant.get(char, 0.0)
        return WRONG_SCRIPT if char in self.traditional_only else 0.0

    def is_traditional(self, text: str) -> bool | None:
        """Whether the text is in traditional script; None where it holds no character that tells.

        >>> language_model().is_traditional("學校發展"), language_model().is_traditional("人民")
        (True, None)
        """
        traditional = sum(map(self.traditional_only.__contains__, text))
        simplified = sum(map(self.simplified_only.__contains__, text))
        if traditional == simplified:
            return None
        return traditional > simplified


class _Follows(dict[str, dict[str, float]]):
    def __init__(self, model: LanguageModel) -> None:
        self._model = model

    def __missing__(self, symbol: str) -> dict[str, float]:
        row = self._model.row(symbol)
        self[symbol] = known = self._model.following(row) if row.context else {}
        return known


@cache
def language_model() -> LanguageModel:
    """The shipped model."""
    return LanguageModel((files("zhpolicytext") / "data" / "language_model.bin").read_bytes())


def load(path: Path) -> LanguageModel:
    """A model built by ``tools/build_language_model.py --output``: for experiments with other counts."""
    return LanguageModel(path.read_bytes())


def score(text: str) -> float:
    """The mean log2-probability of a character, at most 0: policy prose has about -5, a random row of characters -15.

    >>> score("各级教育行政部门") > score("窞轭厩闆前錼")
    True
    """
    return -language_model().bits(text) / len(text) if text else 0.0


class _Alone(dict[str, float]):
    def __missing__(self, symbol: str) -> float:
        if "\u4e00" <= symbol <= "\u9fff" or "\u3400" <= symbol <= "\u4dbf":
            return UNKNOWN_HAN
        sign = "\u00a1" <= symbol <= "\u00bf" or symbol in "×÷" or "\u2010" <= symbol <= "\u2bff" or "\u3200" <= symbol <= "\u33ff"
        return UNKNOWN_SIGN if sign else UNKNOWN


class _Fold(dict[int, str]):
    def __missing__(self, code: int) -> str:
        char = chr(code)
        if 0xFF01 <= code <= 0xFF5E:
            char = chr(code - 0xFEE0)
        if char in " \t\r\N{NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}":
            char = " "
        elif char.isascii():
            char = "0" if char.isdigit() else "a" if char.isalpha() else char
        self[code] = char
        return char
