"""Where a text may be out of step: from a mark, or a ``?``, to the end of a piece that reads like no Chinese."""

from collections.abc import Iterator

from ...core.profile import Profile
from ...text.sieve import MARKS, OPEN, finds, sieve
from ...text.gates import STRANGE, strange, touches
from ...text.language_model import LanguageModel, language_model
from ...text.match import Lazy
from .evidence import COMMON_SIGN, begins_out_of_step, costs
from .glosses import is_swallowed, misplaced
from .steps import REPLACEMENT, SPLIT_MARKS, TRAIL_ONLY
from .suspects import line_end, lines_with

_PIECE = Lazy(r"[^、。！；，？!;,\n]{1,400}|[、。！；，？!;,]")
_ENDS_PIECE = frozenset("、。！；，？!;,")
_MARKS = Lazy("[、。！；，？!;,]++")
#: A mark right behind a mark, or behind an indent.
_TWO_MARKS = Lazy("[、。！；!; \N{IDEOGRAPHIC SPACE}](?=[、。！；，？!;,?\ufffd])(?:(?<![ \N{IDEOGRAPHIC SPACE}])[、。！；，？!;,?]"
                  "|(?<=[ \N{IDEOGRAPHIC SPACE}])[?\ufffd]?[、。](?=[\u4e00-\u9fff]))")
#: The same by their first characters, to which `re` skips: less, where there mostly is none.
_PAIRS = (*((first, Lazy(f"{first}[、。！；，？!;,?]")) for first in "、。；！!;"),
          *((blank, Lazy(f"{blank}[?\ufffd]?[、。](?=[\u4e00-\u9fff])")) for blank in " \N{IDEOGRAPHIC SPACE}"))
#: What a window can begin with besides a surprising character: two marks in a row; a mark behind an indent. Two patterns:
#: one of two alternatives tries each character of a line.
_PAIR_OF_MARKS = Lazy("[、。！；，？!;,](?=[、。！；，？!;,])")
_INDENTED_MARK = Lazy("[ \N{IDEOGRAPHIC SPACE}]{1,8}[?\ufffd]?[、。]")
#: A letter or a sign of loss in Chinese.
_GLUED = Lazy("[?\ufffd@A-Za-z\\[\\\\\\]^_`{|}~\uff20-\uff5e](?:(?=[\u2e80-\uffff])(?![、。！；，？])|(?<=[\u2e80-\uffff].)(?<![、。！；，？].))")
_MAY_BE_GLUED = Lazy("[?\ufffd@A-Za-z\\[\\\\\\]^_`{|}~\uff20-\uff5e]")
#: 髽I生產: a letter right behind a character that prose has not, within Chinese.
_LETTER_BEHIND = Lazy("[\u2e80-\uffff][@-~](?=[\u2e80-\uffff])")
NONSENSE = 13.0  # bits a character, of six in a row
IMPROBABLE = 9.5  # bits a character: prose has 5, a name in a sentence 8, GBK out of step 14
LONGEST = 160  # characters of several pieces: a damaged piece ends at the next mark
WIDEST = 480  # of one piece: a decoder that knows nothing of marks reads on to the end of the line
_INDENT = " \N{IDEOGRAPHIC SPACE}?\ufffd、。"
FEW = 16  # characters that are looked for one by one


def windows(profile: Profile, limit: float) -> Iterator[tuple[int, int]]:
    """Stretches from a mark, or a ``?``, to the end of a piece that reads like no Chinese."""
    start = end = -1
    for a, b in _suspicious(profile, limit):
        if a < end and b - start <= LONGEST:
            end = max(end, b)
            continue
        a = max(a, end)
        if end >= 0:
            yield start, end
        start, end = a, b
    if end >= 0:
        yield start, end


def _suspicious(profile: Profile, limit: float) -> Iterator[tuple[int, int]]:
    text = profile.text
    model = language_model()
    rare = profile.fact(strange) if limit >= STRANGE else frozenset[str]()  # nothing in a text within GB2312, too
    for begin, stop in profile.fact(odd_lines):
        if rare and not _may_hold(text[begin:stop], rare, model, limit):
            continue
        for first, behind in _parts(text, begin, stop, rare) if 0 < len(rare) <= FEW else ((begin, stop),):
            last = -2  # where the last mark stood
            heading = first if first == begin else -1  # how far the line holds nothing but an indent and marks
            damaged = -1  # the end of a piece that reads like no Chinese, and of a mark behind it
            for match in _PIECE.finditer(text, first, behind):
                start, end = match.span()
                if heading == start and not match[0].strip(_INDENT):
                    heading = end
                elif heading == start and start > begin and begins_out_of_step(text[begin:end]):
                    yield _window(text, begin, end)
                    damaged = end
                if text[start] in SPLIT_MARKS and text[start] != "?":
                    # a mark right behind another one: what silent loss leaves of 保护。 is ；。
                    if last == start - 1 and text[last] != text[start]:
                        yield _window(text, last, end)
                    last = start
                    damaged = end if damaged == start else -1
                elif ((not rare or touches(match[0], rare) or _MAY_BE_GLUED.search(match[0]))
                      and surprising(match[0], model, limit)
                      and (damaged == start or _behind_loss(text, start) or improbable(match[0], model))):
                    damaged = end
                    yield _window(text, start, end)


def _parts(text: str, begin: int, stop: int, rare: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The pieces of a line that hold one of few characters, with the marks behind them: the rest of a line needs no look.

    Those with a letter or a sign of loss in Chinese as well, two marks side by side, and what stands behind an indent and a mark.
    """
    places = {match.start() for pattern in (_GLUED, _PAIR_OF_MARKS) for match in pattern.finditer(text, begin, stop)}
    places.update(begin + at for at in misplaced(text[begin:stop]))
    for char in (*rare, "?"):  # a ? beside a sign too
        at = text.find(char, begin, stop)
        while at >= 0:
            places.add(at)
            at = text.find(char, at + 1, stop)
    indent = _INDENTED_MARK.match(text, begin, stop)
    start, end = (begin, _behind(text, indent.end(), stop)) if indent else (begin, begin)
    for at in sorted(places):
        if at < end:
            continue
        first = at
        while first > end and text[first - 1] not in _ENDS_PIECE:
            first -= 1
        if first > end:
            if end > start:
                yield start, end
            start = first
        end = _behind(text, at, stop)
    if end > start:
        yield start, end


def _behind(text: str, at: int, stop: int) -> int:
    """Where the next piece begins."""
    found = _MARKS.search(text, at, stop)
    return found.end() if found else stop


def _may_hold(line: str, rare: frozenset[str], model: LanguageModel, limit: float) -> bool:
    """Whether a line can hold a window: most lines with a rare character hold it behind the one that it is used with."""
    if _INDENTED_MARK.match(line) or _PAIR_OF_MARKS.search(line) or _GLUED.search(line) or misplaced(line):
        return True
    alone, fold = model.alone, model.fold
    for char in rare:
        at = line.find(char)
        while at >= 0:
            symbol = fold[ord(char)]
            before = line[at - 1] if at and line[at - 1] not in SPLIT_MARKS else "\n"
            if alone[symbol] > limit and symbol not in model.follows[fold[ord(before)]] and not COMMON_SIGN.match(symbol):
                return True
            at = line.find(char, at + 1)
    return False


def _behind_loss(text: str, at: int) -> bool:
    """Whether a mark stands before, and a sign of loss before that."""
    return text[at - 1 : at] in SPLIT_MARKS and at > 1 and text[at - 2] in "?\ufffd"


def odd_lines(profile: Profile) -> tuple[tuple[int, int], ...]:
    """The lines that hold a lost character, one that prose has not, or a mark right behind a mark."""
    text = profile.text
    odd = profile.fact(strange)
    lines: dict[int, int] = {}
    if len(odd) <= FEW:
        lines.update(lines_with(("?", REPLACEMENT, *odd), text))
    else:
        odd = odd | {"?", REPLACEMENT}
        start = 0
        for line in profile.lines:
            if not odd.isdisjoint(line):
                lines[start] = start + len(line)
            start += len(line) + 1
    for at in misplaced(text):
        lines[text.rfind("\n", 0, at) + 1] = line_end(text, at)
    if "!" in text or "！" in text or has_two_marks(profile):
        match = _TWO_MARKS.search(text)
        while match:
            end = line_end(text, match.start())
            lines[text.rfind("\n", 0, match.start()) + 1] = end
            match = _TWO_MARKS.search(text, end)
    return tuple(sorted(lines.items()))


def has_two_marks(profile: Profile) -> bool:
    """Whether a mark stands right behind a mark, or behind an indent: a fact."""
    if sieve in profile and not profile[sieve].kinds & (MARKS | OPEN):
        return False
    # of most pages the search says no; the other finds of a page in traditional characters take longer
    text = profile.text
    for first, pair in _PAIRS:
        if first in text and pair.search(text):
            return profile.fact(finds) & MARKS != 0
    return False


def _window(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with the marks before it, and the mark behind it."""
    first, last = start - LONGEST, end + LONGEST
    while start > max(first, 0) and (text[start - 1] in SPLIT_MARKS or text[start - 1] == REPLACEMENT):
        start -= 1
    shown = False
    while end < min(last, len(text)) and text[end] in SPLIT_MARKS:
        shown = shown or text[end] == "?"
        end += 1
    if shown or text[end - 2 : end - 1] == "?":  # a loss before this mark: what follows it begins out of step
        rest = _PIECE.match(text, end)
        if rest and rest[0] not in SPLIT_MARKS:
            end = rest.end()
            while end < min(last, len(text)) and text[end] in SPLIT_MARKS:
                end += 1
    return start, end


def surprising(piece: str, model: LanguageModel, limit: float) -> bool:
    """Whether a piece holds what Chinese prose does not hold: rare characters, letters in words, lost characters.

    A rare character behind the one that it is used with is none: 租赁, 浏览, 莅临.
    """
    if "?" in piece and is_swallowed(piece):
        return True
    symbols = piece.translate(model.fold)
    alone = model.alone
    for k, symbol in enumerate(symbols):
        if symbol > "\x7f":
            if alone[symbol] > limit and symbol not in model.follows[symbols[k - 1] if k else "\n"] and not COMMON_SIGN.match(symbol):
                return True
        elif (symbol == "?" or symbol in TRAIL_ONLY) and (k and symbols[k - 1] >= "\u2e80" or symbols[k + 1 : k + 2] >= "\u2e80"):
            return True
    return False


def improbable(piece: str, model: LanguageModel) -> bool:
    """Whether a piece with a rare character reads like no Chinese, or shows a loss."""
    if "?" in piece or REPLACEMENT in piece or any("\ue000" <= char <= "\uf8ff" for char in piece) or misplaced(piece):
        return True
    if any(model.alone[model.fold[ord(match[0][0])]] > STRANGE for match in _LETTER_BEHIND.finditer(piece)):
        return True
    each = costs(piece, "\n", model)
    if sum(each) > IMPROBABLE * len(piece):
        return True
    return any(sum(each[k : k + 6]) > 6 * NONSENSE for k in range(0, len(piece) - 5, 3))
