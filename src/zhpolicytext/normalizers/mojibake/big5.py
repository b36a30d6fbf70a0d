"""Big5 that was read as GBK, and GBK that was read as Big5."""

from collections.abc import Iterator, Sequence
from functools import cache, partial
from typing import NamedTuple

from ...core.profile import Profile
from ...text.encodings import DoubleByte
from ...text.language_model import language_model
from ...text.match import Lazy
from ...text.ranges import HAN
from .decoders import REPLACEMENT, Decoder, has_unassigned, plausible, plausible_big5
from .directions import DIRECTIONS, Direction, made_of, raw, strict
from .familiar import is_familiar, is_unfamiliar, tells
from .filling import Gap, filled, weighed
from .fitting import fitting
from .gaps import Split
from .lost_pairs import for_lines, weighed_pairs
from .pair_gaps import characters, comes_out_even, pair_parts
from .suspects import is_european, is_japanese, suspects
from .utf8_as_gbk import lines as utf8_lines

RARE = 14.0  # bits of a character by itself
SHARE = 0.25  # of a line that is rare in Chinese: half of such mojibake is, 2 % of prose, one in ten of a list of names
GAIN = 5.0  # bits a character by which the decoded line must be likelier
READABLE = 10.5
SAMPLE_SLACK = 5.0  # bits: a sample is decoded with its gaps
TOLD_BY = 150  # characters of a line, and twice that of a document, by which the decoder is told


class Line(NamedTuple):
    """A line and what it was."""

    start: int
    end: int
    new: str
    exact: bool
    direction: str


CHANCE_OF_PAIR = 1 / 4  # of 79 guesses with a chance between that and a third 40 were right
SURE = 100  # characters of Big5 of which four are in no cell of GBK
TELLING = 30  # characters that show how often something is lost
ASKING = 80  # characters with a ? for a lost one; of Big5 one in 26 is lost
MARK = 3  # characters that are left of one mark
OFTEN = 0.12  # of the characters are signs of loss
_DIGITS = frozenset("０１２３４５６７８９")
_NUMBER = _DIGITS | {"．", REPLACEMENT}
_COUNTED = frozenset("月日億萬")
#: Of Big5 that was read as GBK, or GBK as Big5, hardly a line has none of these; words of Japanese, Greek and Russian have none.
_SAYS_MUCH = Lazy(f"[{HAN}\ue000-\uf8ff]")
_REST_OF_A_YEAR = Lazy("９[０-９\ufffd]{2}年")


def lines(profile: Profile) -> tuple[Line, ...]:
    """The lines that were in the other one of the two encodings, with what they were."""
    text = profile.text
    known = [one for one in profile.fact(suspects) if one.often]
    if not known:
        return ()
    model = language_model()
    utf8 = frozenset(found.start for found in profile.fact(utf8_lines))
    odd = [one for one in known if one.start not in utf8 and len(one.line) > 1 and rare_share(one.line) >= SHARE
           and not is_japanese(one.line) and not is_european(one.line)]
    parts = [one[:3] for one in odd if _SAYS_MUCH.search(one.line)]
    if not parts:
        return ()
    if sum(len(line) for *_, line in parts) >= TELLING:  # a line of 、 alone, of which a letter is left
        parts = sorted({*parts, *(one[:3] for one in odd if len(one.line) <= MARK and REPLACEMENT in one.line)})
    sample = "\n".join(line for *_, line in parts)[:400]
    if len(sample) < 6:
        return ()
    direction = _direction(sample)
    if direction is None:
        return ()
    parts = [part for part in parts if made_of(part[2], direction)]
    if not parts:
        return ()
    whole = raw("\n".join(line for *_, line in parts), direction).decode(direction.target, "ignore")
    traditional = True if direction.target == "big5" else model.is_traditional(whole)
    private = any("\ue000" <= char <= "\uf8ff" for char in text)
    silent = REPLACEMENT not in text and not private  # a decoder that shows no loss may have dropped pairs
    # of Big5's characters one in three is a private one, and one in 26 is none of GBK: where none shows, they are gone
    losing = direction.target == "big5" and REPLACEMENT not in text and (
        len(whole) >= TELLING and not private or len(whole) >= SURE and not has_unassigned(text))
    # a decoder that has no characters for the cells that GBK lacks may have written ? for them
    asking = direction.target == "big5" and REPLACEMENT not in text and not has_unassigned(text)
    out = []
    if private:  # a line of a mark alone
        parts = sorted({*parts, *((start, end, line) for (start, end), line in zip(profile.line_spans, profile.lines, strict=True)
                                  if len(line) == 1 and "\ue000" <= line <= "\uf8ff")})
    gapped: list[tuple[int, int, str]] = []
    asked: dict[int, str] = {}  # lines that are whole if each ? is one
    for start, end, line in parts:
        if len(line) == 1:
            mark = raw(line, direction).decode(direction.target, "ignore")
            if len(mark) == 1 and not "\ue000" <= mark <= "\uf8ff":
                out.append(Line(start, end, mark, True, direction.name))
            continue
        exact = strict(line, direction)
        if exact is not None and _acceptable(exact, line) and not losing and not (silent and _stumbles(exact)):
            if asking and "?" in line:
                asked[start] = exact
                gapped.append((start, end, line))
            else:
                out.append(Line(start, end, exact, True, direction.name))
        else:
            gapped.append((start, end, line))
    if gapped:
        out += _lossy(gapped, asked, text, direction, traditional)
        out.sort()
    return tuple(out)


def _direction(sample: str) -> Direction | None:
    """Which of the two encodings a sample was in, if decoding it makes Chinese of it."""
    ways = [(direction, raw(sample, direction).decode(direction.target, "replace")) for direction in DIRECTIONS]
    if is_unfamiliar(sample):
        for direction, decoded in ways:
            if tells(decoded):
                return direction
    model = language_model()
    best: tuple[float, Direction] | None = None
    for direction, decoded in ways:
        if decoded:
            cost = model.bits(decoded) / len(decoded)
            if best is None or cost < best[0]:
                best = cost, direction
    if best is None or best[0] > model.bits(sample) / len(sample) - 1 or best[0] > READABLE + SAMPLE_SLACK:
        return None
    return best[1]


def _lossy(found: list[tuple[int, int, str]], asking: dict[int, str], text: str, direction: Direction,
           traditional: bool | None) -> Iterator[Line]:
    """The lines of which bytes are lost. One decoder lost them all."""
    reader = _reader(direction.target, traditional)
    split = partial(pair_parts, encode=direction.encode, target=direction.target)
    known = plausible(text) if direction.target == "big5" else plausible_big5(text)
    lines = [line for *_, line in found]
    decoder = fitting(lines, _possible(known, lines, text, direction), reader, split, TOLD_BY)
    if direction.target == "big5" and (decoder.gone != "none" or decoder.lost == "both" and not decoder.sign and not decoder.again):
        # every third character is gone without a trace: what could be made of the rest would be fiction
        yield from (Line(start, end, asking[start], True, direction.name) for start, end, _ in found if start in asking)
        return
    pieces = partial(characters, decoder=decoder, encode=direction.encode, target=direction.target)
    few = for_lines(lines, decoder, pieces, direction.target)
    for start, end, line in found:
        exact = asking.get(start)
        if exact is None or decoder.sign == "?":
            below = None if end == len(text) else ""
            parts = weighed_pairs(pieces(line), few, decoder.sign, below) if few else _searched(line, decoder, reader, split, below)
            if parts is not None:
                new = "".join(_without_digits(parts, weighed(parts, CHANCE_OF_PAIR)))
                if _acceptable(new, line):
                    yield Line(start, end, new, new == exact, direction.name)
                    continue
        if exact is not None:
            yield Line(start, end, exact, True, direction.name)


def _searched(line: str, decoder: Decoder, reader: DoubleByte, split: Split, below: str | None) -> list[str | Gap] | None:
    if len(line) > 2 * TOLD_BY and not decoder.sign:  # a long search, if it is for nothing
        parts = filled(line[:TOLD_BY], decoder, reader, split, None)
        if parts is None or not _acceptable("".join(weighed(parts)), line[:TOLD_BY]):
            return None
    return filled(line, decoder, reader, split, below)


def _possible(known: Sequence[Decoder], lines: Sequence[str], text: str, direction: Direction) -> list[Decoder]:
    """Those of the decoders that fit how much is lost, and how it shows.

    Of Big5's characters one in 26 stands in a cell that cp936 has not, and one in three in the user-defined areas.
    """
    whole = "".join(lines)
    private = any("\ue000" <= char <= "\uf8ff" for char in text)
    if len({decoder.sign for decoder in known}) > 1:
        asking = whole.count("?") >= len(whole) / ASKING
        known = [decoder for decoder in known if (decoder.sign == "?") is asking]
    if direction.target == "big5" and len(whole) >= TELLING:
        much = "both" if not private else "unassigned"
        if known[0].sign == REPLACEMENT and whole.count(REPLACEMENT) < OFTEN * len(whole):
            much = "unassigned"
            known = [decoder for decoder in known if private or decoder.gone == "user"] or known
        fitting_much = [decoder for decoder in known if decoder.lost == much]
        if not known[0].sign:  # ，。、 of Big5 that lost their first byte are A, C and B
            letters = sum(map(whole.count, "@ABC")) >= len(whole) / 40
            fitting_much = [decoder for decoder in fitting_much if decoder.again is letters]
        known = fitting_much or known
    known = [decoder for decoder in known if not (decoder.again and decoder.sign)
             or comes_out_even(lines, decoder, direction.encode, direction.target)] or known
    out: dict[Decoder, Decoder] = {}
    for decoder in known:  # they differ only in what they do with a byte 80, which neither encoding has
        out.setdefault(decoder._replace(name="", euro=True), decoder)
    return list(out.values())


def _without_digits(parts: list[str | Gap], texts: list[str]) -> list[str]:
    """Digits that were guessed say nothing, and stay lost: cp936 lacks ０ and １, and a wrong number is worse than none.

    But for what makes 980 a year, the first digit before one that is certain, a digit alone before what is counted, and
    whatever stands alone between 月 and 日: no number begins with ０, but ０．５ does.
    """
    chars = [(char, isinstance(part, Gap)) for part, text in zip(parts, texts, strict=True) for char in text]
    whole = "".join(char for char, _ in chars)
    out: list[str] = []
    for k, (char, is_guess) in enumerate(chars):
        if is_guess and (_REST_OF_A_YEAR.match(whole, k + 1) or k and whole[k - 1] == "月" and whole[k + 1 : k + 2] == "日"):
            char = "１"
        elif is_guess and char in "０１":
            begins = not out or out[-1] not in _NUMBER
            goes_on = k + 1 < len(chars) and not chars[k + 1][1] and chars[k + 1][0] in _DIGITS
            alone = begins and k + 1 < len(chars) and not chars[k + 1][1] and chars[k + 1][0] in _COUNTED
            char = "１" if begins and goes_on or alone else REPLACEMENT
        out.append(char)
    return out


def rare_share(line: str) -> float:
    """The share of characters that prose has not: rare ones, kana and Greek among them, private use, lost ones."""
    kinds = bytes(map(_kinds().__getitem__, line))
    wide, rare = len(kinds) - kinds.count(0), kinds.count(_RARE) + kinds.count(_RARE | _HAN)
    if not rare or 2 * (kinds.count(_HAN) + kinds.count(_RARE | _HAN)) < wide:
        return 0.0
    return rare / wide


_WIDE, _RARE, _HAN = 1, 2, 4  # one that is neither rare nor Chinese; and ASCII is 0


class _Kinds(dict[str, int]):
    """What the characters are that were asked for."""

    def __missing__(self, char: str) -> int:
        model = language_model()
        symbol = model.fold[ord(char)]
        kind = 0 if symbol < "\x80" else (_RARE if model.alone[symbol] > RARE else 0) | (_HAN if symbol >= "\u2e80" else 0) or _WIDE
        self[char] = kind
        return kind


@cache
def _kinds() -> _Kinds:
    return _Kinds()


def _acceptable(new: str, line: str) -> bool:
    if is_familiar(new) and is_unfamiliar(line):
        return True
    model = language_model()
    cost = model.bits(new)
    return cost < READABLE * len(new) + 10 and cost + GAIN * len(new) < model.bits(line)


def _stumbles(new: str) -> bool:
    model = language_model()
    symbols = new.translate(model.fold)
    return any(model.bits(symbols[k : k + 3], symbols[k - 2 : k]) > 30 for k in range(2, len(symbols) - 2))


@cache
def _reader(target: str, traditional: bool | None) -> DoubleByte:
    return DoubleByte(language_model(), target, traditional, target == "big5")
