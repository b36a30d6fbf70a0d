"""GBK out of step, one window of text: what every character of it can stand for, as slots of a lattice."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ...text.codecs import gbk_bytes
from ...text.encodings import ALL_TRAILS
from ...text.language_model import language_model
from ...text.lattice import Aside, Option, Slot, slot
from ...text.match import Lazy
from .glosses import READING_HEAD, annotated, trails_of

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
#: The marks at which the tool splits, in both widths, with their bytes.
SPLIT_MARKS = {mark: tuple(full.encode("gbk")) for full, half in zip("、。！；，？", "  !;,?", strict=True)
               for mark in (full, half) if mark != " "}
_LEADS = tuple(range(0x81, 0xFF))
_PRIVATE_PAIRS = (
    ((*range(0xA1, 0xA8), 0xFE), (*range(0x40, 0x7F), *range(0x80, 0xA1))),  # FE: of 服務, which GB18030 alone has
    ((*range(0xAA, 0xB0), *range(0xF8, 0xFF)), tuple(range(0xA1, 0xFF))),
)
#: Pairs that cp936 has no character for: most of their cells.
_NO_CHARACTER = (0xA2, *range(0xA4, 0xAA), 0xD7), (*range(0xAB, 0xB1), *range(0xB9, 0xD1), *range(0xD9, 0xE0), *range(0xEF, 0xFF))
UNLISTED = 6.0  # bits of a character that is the same in both scripts: mirrors annotate what they made traditional
SHOWN_LEAD = 2.0  # the same, where a ``?`` shows it
PAIR_DROPPED = 1.0  # a pair of the user-defined areas vanished: one of about ten that are out of step
SILENT_LEAD = 8.0  # a first byte vanished in the middle of a piece
UNANNOUNCED = 5  # characters that prose has not, behind a loss that nothing shows: a few are a name
AHEAD = 4  # characters out of step that look like any others
PAIR_SHOWN = 1.0  # the same, where ``?`` or U+FFFD shows it
PAIR_PERHAPS_SHOWN = 5.0  # the same, where no other one does
PAIR_UNSHOWN = 5.0  # a pair without a character vanished, where no loss shows: one of about fourteen, or no byte was lost
UNSEEN = 6.0  # a second byte vanished in the middle of a piece, where bytes are lost only with what stood behind them
NEWLINE_EATEN = 3.0  # a lead byte and the ASCII character behind it became one ``?``
#: Bits of one character by itself: above it a piece is looked at. 16 leaves 3,300 characters alone.
SURPRISE = 16.0
TRAIL_ONLY = frozenset("a@[\\]^_`{|}~")  # half-width characters that can be the second byte of a pair; a: any letter


class Grade(NamedTuple):
    """How much a document must show before a repair: less where it has shown it elsewhere."""

    silent_lead: float  # bits: a lead byte vanished before a mark, and nothing shows it
    silent_trail: float
    margin: float  # bits: so much likelier than the text as it stands must the repair be


def slots_of(text: str, start: int, end: int, dropped: bool, grade: Grade) -> tuple[list[Sequence[Option]], int]:
    out: list[Sequence[Option]] = []
    part = text[start:end]
    silent = "?" not in part and REPLACEMENT not in part
    shown = len(_PAIR_SHOWN.findall(part)) if dropped and not silent else 0
    begins = _beginning(text, start, end)
    k = start
    while k < end:
        char = text[k]
        if k in begins:
            out.append(_BEGINS)
        if silent and char not in SPLIT_MARKS:
            out.append(_UNSHOWN)
        # a lone byte is the last one of its piece: between its ? and the mark behind nothing stood
        if dropped and shown < SHOWN_BY and not (char in SPLIT_MARKS and k and text[k - 1] in "?\ufffd"):
            out += [_DROPPED] * 3
        asked = _ASKED.match(text, k)
        if asked:
            out.append((Option(0.0, (asked[0],), False),))
            k = asked.end()
            continue
        head = READING_HEAD.match(text, k) if char in "?\ufffd(" else None
        if head:
            out.append(_reading_slot(text, k, head[0], head[1] or head[2], grade))
            k = head.end()
            continue
        pair = (_SHOWN if shown >= SHOWN_BY else _PERHAPS_SHOWN) if shown and char in "?\ufffd" else ()
        out.append(_slot(char, text[k + 1 : k + _LOOK_AHEAD.get(char, 1)], grade, pair))
        k += 1
    if text[k : k + 1] in ("", "\n"):  # a piece ends with its line, too
        out.append((Option(0.0, ()), Option(grade.silent_trail, (ALL_TRAILS,), True)))
    return out, k


_ASKED = Lazy(r"[\[(（〔【［][?？]{1,2}[\])）〕】］]")  # a writer who is not sure


_DROPPED = slot((Option(0.0, ()), *(Option(PAIR_DROPPED, pair, True) for pair in _PRIVATE_PAIRS)))


_UNSHOWN = slot((Option(0.0, ()), Option(PAIR_UNSHOWN, _NO_CHARACTER, True)))


#: A sign of loss before a character: a tool that works on bytes leaves it before a mark, so this one is a pair.
_PAIR_SHOWN = Lazy("[?\ufffd](?=[\u2e80-\uff00])(?![\u3001\u3002])")
SHOWN_BY = 3  # of them: pairs are shown, and none is dropped
_SHOWN, _PERHAPS_SHOWN = (tuple(Option(cost, pair, True) for pair in _PRIVATE_PAIRS) for cost in (PAIR_SHOWN, PAIR_PERHAPS_SHOWN))
_BEGINS = slot((Option(0.0, ()), Option(SILENT_LEAD, (_LEADS,), False)))
_LOOK_AHEAD = dict.fromkeys("、。！；!;", 2) | {"?": 5}  # their options depend on what follows


@lru_cache(maxsize=8192)
def _slot(char: str, ahead: str, grade: Grade, more: tuple[Option, ...]) -> Slot:
    return slot((*_options(char, ahead, grade), *more))


def _beginning(text: str, start: int, end: int) -> range:
    """Where damage that nothing announces may begin: a little before the first of many characters that prose has not."""
    places = [k for k in range(start, end) if text[k] > "\x7f" and odd(text[k])]
    if len(places) < UNANNOUNCED or "?" in text[start : places[0]] or REPLACEMENT in text[start : places[0]]:
        return range(0)
    return range(max(start, places[0] - AHEAD), places[0] + 1)


def odd(char: str) -> bool:
    model = language_model()
    symbol = model.fold[ord(char)]
    return model.alone[symbol] > SURPRISE if symbol > "\x7f" else symbol in TRAIL_ONLY


def _options(char: str, ahead: str, grade: Grade) -> list[Option]:
    out = [Option(doubled(char + ahead[:1]), (char,), False)]
    code = ord(char)
    if char in SPLIT_MARKS:
        first, second = SPLIT_MARKS[char]
        out.append(Option(grade.silent_lead, (_LEADS, first, second), False))
        out.append(Option(grade.silent_trail, (ALL_TRAILS, char), True))
        out.append(Option(0.0, (first, second), True))
        if char == "?":
            out += _eaten(ahead)
    elif char == REPLACEMENT:
        out += _lost()
    elif code < 0x80:
        if 0x40 <= code < 0x7F:
            out.append(Option(0.0, (code,), True))
        if 0x21 <= code < 0x7F:
            out.append(Option(0.5, (0xA3, code + 0x80), True))
            if code < 0x40:  # no second byte
                out.append(Option(grade.silent_trail, (ALL_TRAILS, char), True))
        elif char == " ":
            out.append(Option(0.0, (0xA1, 0xA1), True))
        elif char == "\n":
            out.append(Option(grade.silent_trail, (ALL_TRAILS, char), True))
    else:
        pair = gbk_bytes(char)
        if pair:
            out.append(Option(0.0, tuple(pair), True))
    return out


def doubled(marks: str) -> float:
    """What it costs that these two characters are two marks: no writer puts ；。 but some page makers put ，，."""
    if len(marks) == 2 and marks[0] in "、。！；!;" and marks[1] in SPLIT_MARKS and marks not in _DOUBLED:
        return DOUBLED
    return 0.0


_DOUBLED = ("！？", "!?", "！！", "!!", "。。", "、、")
DOUBLED = 8.0  # bits


def _lost() -> Iterator[Option]:
    """A lone byte, which became ``?`` or U+FFFD: the first or the second of a pair, or both of one that is no character."""
    yield Option(SHOWN_LEAD, (_LEADS,), False)
    yield Option(1.0, (ALL_TRAILS,), True)
    yield Option(4.0, _NO_CHARACTER, True)


def _eaten(ahead: str) -> Iterator[Option]:
    """A first byte that the ASCII character behind it was taken for the second of: both became one ``?``."""
    yield Option(SHOWN_LEAD, (_LEADS,), False)
    yield Option(4.0, _NO_CHARACTER, True)
    at_end = ahead[:1] in SPLIT_MARKS or ahead[:1] in ("", "\n")
    yield Option(1.0 if at_end else UNSEEN, (ALL_TRAILS,), True)
    if ahead.startswith("nbsp;"):
        yield Option(2.0, (ALL_TRAILS, "&"), True)
    elif ahead[:1].isdigit() or ahead[:1] in (".", "%"):
        swallowed = "?"
        if len(ahead) == 4 and ahead[:3].isdigit() and ahead[3] == "年":
            swallowed = {"9": "1", "0": "2"}.get(ahead[0], "?")  # 19xx, 20xx; ?840年 and ?500年 can be anything
        yield Option(0.0, (ALL_TRAILS, Aside(swallowed)), True)
    elif not at_end:
        yield Option(SHOWN_LEAD, (ALL_TRAILS, Aside("?")), True)  # a digit or a blank: nobody knows
    yield Option(NEWLINE_EATEN, (ALL_TRAILS, "\n"), True)


def _reading_slot(text: str, at: int, token: str, reading: str, grade: Grade) -> list[Option]:
    """A reading in brackets, its ``(`` swallowed or not."""
    swallowed = token[0] != "("
    listed, others = annotated(reading)
    out = [Option(4.0, (token,), False) if swallowed else Option(0.0, (Aside(token),), False)]
    if swallowed:
        out += [Option(cost, (chars,), True) for cost, chars in ((0.0, listed), (UNLISTED, others)) if chars]
    cost = SHOWN_LEAD if swallowed else grade.silent_lead
    for trail, is_listed in trails_of(text[at - 1], reading) if at else ():
        out.append(Option(cost + (0.0 if is_listed else UNLISTED), (trail,), False))
    return out
