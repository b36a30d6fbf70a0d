"""How plausible a stretch of Chinese is: a character trigram model of policy text and the dictionary.

Traditional characters count as the simplified ones that they fold to, widths are folded, digits are one symbol and so
are letters: one model serves both scripts and every width. Loaded on first use, a row when it is first asked for.
"""

import sys
from array import array
from functools import cache
from importlib.resources import files
from itertools import accumulate
from pathlib import Path

UNITS = 8  # the file stores costs in eighths of a bit
UNKNOWN_HAN = 23.0  # bits: more than the rarest character of the dictionary (21.4)
UNKNOWN_SIGN = 18.0  # ×, ℃, ①, □: no prose, and in every second table
UNKNOWN = 28.0
#: What one character costs that belongs to the other script: about the odds that a converter leaves one behind.
WRONG_SCRIPT = 8.0


class LanguageModel:
    """Costs in bits: the lower, the likelier. Use `language_model()`, which loads the shipped one once."""

    def __init__(self, data: bytes) -> None:
        _, _, body = data.partition(b"\n")
        (count,) = _numbers("I", body[:4])
        sizes = _numbers("I", body[4 : 4 + 4 * count])
        ends = list(accumulate(sizes, initial=4 + 4 * count))
        part = [body[start:end] for start, end in zip(ends, ends[1:], strict=False)]
        self._chars = part[0].decode()
        self._index = {char: k for k, char in enumerate(self._chars)}
        self._levels = [level / UNITS for level in range(256)]
        level = self._levels.__getitem__
        #: What a symbol costs by itself, and what it costs that a symbol is followed by one never seen after it.
        self.alone = _Alone(zip(self._chars, map(level, part[1]), strict=True))
        self.backoff: dict[str, float] = dict(zip(self._chars, map(level, part[2]), strict=True))
        self._next2, self._cost2 = _numbers("H", part[4]), part[5]
        self._starts2 = list(accumulate(_numbers("H", part[3]), initial=0))
        self._pairs, self._backoff3 = _numbers("H", part[7]), part[9]
        self._pair_starts = list(accumulate(_numbers("H", part[6]), initial=0))
        self._starts3 = list(accumulate(_numbers("H", part[8]), initial=0))
        self._next3, self._cost3 = _numbers("H", part[10]), part[11]
        forms = part[12].decode()
        self._variant = dict(zip(forms[::2], map(level, part[13]), strict=True))
        #: Characters that only traditional, and only simplified text holds.
        self.traditional_only = frozenset(self._variant)
        self.simplified_only = frozenset(part[14].decode())
        #: For `str.translate`: the symbol of a character.
        self.fold = _Fold(zip(map(ord, forms[::2]), forms[1::2], strict=True))
        #: What follows a symbol, with its cost; what follows two, with the cost of falling back to one.
        self.follows = _Follows(self)
        self.follows_pair = _FollowsPair(self)

    def cost(self, before: str, last: str, symbol: str) -> float:
        """Bits of one folded symbol after two others; `before` may be empty."""
        extra = 0.0
        known: float | None
        if before:
            pair = self.follows_pair[before + last]
            if pair is not None:
                known = pair[0].get(symbol)
                if known is not None:
                    return known
                extra = pair[1]
        known = self.follows[last].get(symbol)
        if known is not None:
            return extra + known
        return extra + self.backoff.get(last, 0.0) + self.alone[symbol]

    def bits(self, text: str, before: str = "\n") -> float:
        """The cost of a text that follows `before`, whichever script it is in.

        >>> model = language_model()
        >>> model.bits("教育发展") < model.bits("校基本前") < model.bits("窞轭厩闆")
        True
        """
        symbols = text.translate(self.fold)
        history = before[-2:].translate(self.fold) or "\n"
        last, first = history[-1], history[:-1]
        total = 0.0
        for symbol in symbols:
            total += self.cost(first, last, symbol)
            first, last = last, symbol
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


def _numbers(kind: str, data: bytes) -> "array[int]":
    out = array(kind)
    out.frombytes(data)
    if sys.byteorder == "big":
        out.byteswap()
    return out


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


class _Follows(dict[str, dict[str, float]]):
    def __init__(self, model: LanguageModel) -> None:
        self._model = model

    def __missing__(self, symbol: str) -> dict[str, float]:
        model = self._model
        k = model._index.get(symbol)
        if k is None:
            row: dict[str, float] = {}
        else:
            start, end = model._starts2[k], model._starts2[k + 1]
            chars, levels = model._chars, model._levels
            row = dict(zip(map(chars.__getitem__, model._next2[start:end]),
                           map(levels.__getitem__, model._cost2[start:end]), strict=True))
            self[symbol] = row
        return row


class _FollowsPair(dict[str, "tuple[dict[str, float], float] | None"]):
    """For two symbols: what follows them, and the cost of falling back; None where nothing is known."""

    def __init__(self, model: LanguageModel) -> None:
        self._model = model
        self._read: set[str] = set()  # first symbols whose pairs are all here

    def __missing__(self, pair: str) -> "tuple[dict[str, float], float] | None":
        first = pair[0]
        if first not in self._read:
            self._read.add(first)
            model = self._model
            k = model._index.get(first)
            if k is not None:
                chars, levels = model._chars.__getitem__, model._levels.__getitem__
                for place in range(model._pair_starts[k], model._pair_starts[k + 1]):
                    start, end = model._starts3[place], model._starts3[place + 1]
                    row = dict(zip(map(chars, model._next3[start:end]), map(levels, model._cost3[start:end]), strict=True))
                    self[first + chars(model._pairs[place])] = row, levels(model._backoff3[place])
                if pair in self:
                    return self[pair]
        return None
