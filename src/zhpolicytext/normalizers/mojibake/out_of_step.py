"""GBK bytes out of step: a lead byte was lost or a trail byte swallowed, and what follows was paired wrongly.

How it happens (docs/mojibake.md): a mirror tool works on GBK bytes without regard to where characters begin. It splits
at the bytes of 、！；，？。, which also stand across two characters (校 D0A3 + 》 A1B7 holds ！ A3A1), and decodes every
piece by itself: the lone lead byte becomes ``?`` or nothing, and the piece behind it is read one byte off.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache, cached_property
from typing import NamedTuple

from ...core.edits import Edit, apply
from ...core.profile import Profile
from ...text.encodings import DoubleByte
from ...text.gates import strange, unusual
from ...text.language_model import LONGEST, language_model
from ...text.lattice import Reading, read
from ...text.match import Lazy
from .evidence import BEYOND_DOUBT, ENCLOSED, EVIDENCE, FOREIGN_WORD, KANA_STEP, ORNAMENT, STEP, STEP_IN_KANA, begins_out_of_step, costs, foreign, has_step, may_show
from .glosses import READING_HEAD, is_glossed, is_swallowed, misplaced, without_readings
from .reach import reach
from .read_wrongly import found as read_wrongly
from .steps import REPLACEMENT, SPLIT_MARKS, SURPRISE, Grade, doubled, odd, slots_of
from .windows import WIDEST, has_two_marks, windows

SURPRISE_PROVEN = 14.0
CERTAIN = 3.5  # bits to the runner-up: below it the repair is a guess
CLEAR = 1.0  # below it a short one is a suggestion
SHORT = 6  # characters
DOUBTFUL = 4  # of a longer one, one character in four may be in doubt

#: Signs that the model has seldom or never seen and that a text may well hold: units, arrows, numbers in circles.
_SYMBOL = Lazy("[\u00a1-\u024f\u0370-\u04ff\u2010-\u2bff\u3200-\u33ff]")
LENIENCE = 6.0  # bits


class Repair(NamedTuple):
    """A window of the text, what it must have been, and how sure that is."""

    start: int
    end: int
    new: str
    margin: float
    certain: bool  # the runner-up is far behind
    clear: bool  # or it is a little behind, or differs in a character of many
    shown: bool  # the text itself is damaged, not only marks in it
    others: tuple[str, ...]


def may_be_out_of_step(profile: Profile) -> bool:
    """Whether there is a lost character, one that prose has not, or a mark right behind a mark."""
    return (b"?" in profile.fact(unusual) or REPLACEMENT in profile.text or bool(profile.fact(strange))
            or profile.fact(has_two_marks) or bool(misplaced(profile.text)))


def repairs(profile: Profile) -> tuple[Repair, ...]:
    """All windows that are out of step, with their repairs.

    Where the document shows the damage beyond doubt, its other places need less evidence each; where it does not, a
    place where nothing but marks is odd is a suggestion: writers and converters put stray ``?`` into good text too.
    """
    text = profile.text
    places = [window for window in windows(profile, SURPRISE) if may_show(text[slice(*window)])]
    if not places:  # of most pages with a rare character or a stray mark
        return ()
    search = _Search(profile)
    found = {window: repair for window in places if (repair := search.repair(window, STRICT)) is not None}
    if any(repair.margin > PROOF and repair.shown for repair in found.values()):
        again = (found.get(window) or search.repair(window, PROVEN) for window in windows(profile, SURPRISE_PROVEN))
        return tuple(repair for repair in again if repair is not None)
    return tuple(repair if repair.shown else repair._replace(certain=False, clear=False) for repair in found.values())


@cache
def gbk_reader(traditional: bool | None) -> DoubleByte:
    return DoubleByte(language_model(), "gb18030", traditional)


#: Characters that are searched in a text of any length, and of every text an eighth: no damaged page had a tenth.
WORK = 600
MOST_LOST = 6  # signs of loss in one window: more of them, and fewer odd characters than that, are no damage by steps
FLUENT_THREE = 27.0  # bits of three characters in a row, where little but the fluency of a repair speaks for it
BEHIND = 2  # characters that show it
MOST_ODD = 0.65  # of a window: GBK out of step is half rare characters, a text of nothing else is something else
LEAST_LOSS = 2.0  # bits that the two characters cost at the least that the damage begins and ends in
GAIN_OF_ODD = 4.0  # bits for each odd character: where it is a page of something else, the other reading gains nothing
STRICT = Grade(5.0, 3.0, 8.0)
PROVEN = Grade(3.0, 2.0, 4.0)
PROOF = 20.0  # bits
TWO_MARKS = 3  # characters


_ROW = Lazy("([\u3400-\u9fff])\\1\\1")
FEWEST_KINDS = 3  # of odd characters, where one of them stands three times in a row


class _Search:
    """Searches the windows of one text for what they were."""

    def __init__(self, profile: Profile) -> None:
        self.text = profile.text
        self.model = language_model()
        self.left = WORK + len(self.text) // 8
        self.dropped = not any("\ue000" <= char <= "\uf8ff" for char in profile.fact(strange))

    @cached_property
    def encoding(self) -> DoubleByte:
        return gbk_reader(self.model.is_traditional(self.text))

    def repair(self, window: tuple[int, int], grade: Grade) -> Repair | None:
        text, (start, end) = self.text, window
        lost = text.count("?", start, end) + text.count(REPLACEMENT, start, end)
        row = "???" in text[start:end]
        if end - start > WIDEST or row and "????" in text[start:end]:
            return None
        if _ROW.search(text, start, end) and len({*foreign(text, start, end)}) < FEWEST_KINDS:
            return None  # 嗳嗳嗳嗳嗳: somebody shouts
        if (lost > MOST_LOST or row) and (2 * lost >= end - start or lost > len(foreign(text, start, end))):
            return None  # of GBK out of step two characters in five are signs of loss, at the most
        part = reach(text, start, end, self.dropped, self.model)
        if part.gain < grade.margin + LEAST_LOSS and not self._evident(text[start:end], grade):
            return None
        strange = sum(map(odd, text[start:end]))
        if end - start > 10 and strange > MOST_ODD * (end - start) and part.gain < GAIN_OF_ODD * strange:
            return None
        cut = end - start - (part.end - part.start)
        start, end = part.start, part.end
        self.left -= end - start
        if self.left < 0:
            return None
        slots, end = slots_of(text, start, end, self.dropped, grade)
        before, after = text[max(0, start - LONGEST) : start], text[end : end + LONGEST]
        old = text[start:end]
        found = read(slots, self.encoding, before or "\n", after, results=6)
        if not found or found[0].text == old:
            return None
        best = found[0]
        as_is = (self.model.bits((old + after).replace(REPLACEMENT, "?"), before or "\n") - LENIENCE * len(_SYMBOL.findall(old))
                 + sum(map(doubled, map("".join, zip(old, old[1:], strict=False)))))
        margin = as_is - best.cost
        if margin < grade.margin or not _sensible(old, best.text, before, self.encoding, margin):
            return None
        others = [other for other in found[1:] if other.text != old]
        lead = others[0].cost - best.cost if others else CERTAIN + 1
        shown = self._shown(old, best.text, before or "\n", after, margin)
        size = len(best.text) + cut
        told = not _counts_otherwise(best, others)
        return Repair(start, end, without_readings(best.text), margin, told and lead > CERTAIN,
                      told and (lead > CLEAR or size > SHORT and DOUBTFUL * _doubtful(best, others) <= size), shown,
                      tuple(other.text for other in others[:3]))

    @staticmethod
    def _evident(old: str, grade: Grade) -> bool:
        """Whether a window shows a loss by itself; where damage is proven, two marks in a row do: ;。 was 保护。"""
        return has_step(old) or begins_out_of_step(old) or is_glossed(old) or is_swallowed(old) or grade is PROVEN and len(old) <= TWO_MARKS and SPLIT_MARKS.keys() >= set(old)

    def _shown(self, old: str, new: str, before: str, after: str, margin: float) -> bool:
        """Whether the text itself is damaged where it changes, and not only a mark put in: what stays is no evidence."""
        first, last, changed = trimmed(0, len(old), old, new)
        old = FOREIGN_WORD.sub(lambda match: " " * len(match[0]), old)
        odd_ones = [char for char in foreign(old, first, last) if not ORNAMENT.match(char)]
        if len(odd_ones) >= EVIDENCE and (Counter(odd_ones) - Counter(changed)).total() >= EVIDENCE:
            return True
        lost = old.count("?") + old.count(REPLACEMENT)
        if margin > STEP and (begins_out_of_step(old) or is_glossed(old) and not is_glossed(new)
                              or margin > 2 * STEP and is_swallowed(old) and not is_swallowed(new)):
            return True
        if ENCLOSED.search(old) and margin > BEYOND_DOUBT * max(2, lost):
            return True
        behind = (new[first + len(changed) :] + after)[:BEHIND]
        each = costs((before + new[:first])[-2:] + changed + behind, before, self.model)[2:]
        step = old[first : last + 1]
        return (margin > (STEP_IN_KANA if KANA_STEP.search(step) else STEP) and has_step(step, changed)
                and all(sum(each[k : k + 3]) < FLUENT_THREE for k in range(max(1, len(each) - 2))))


def _doubtful(best: Reading, others: list[Reading]) -> int:
    """In how many places another reading that is hardly less likely has another character."""
    places: set[int] = set()
    for other in others:
        if other.cost - best.cost <= CLEAR:
            if len(other.text) == len(best.text):
                places.update(k for k, char in enumerate(best.text) if other.text[k] != char)
            else:
                places.update(range(*trimmed(0, len(best.text), best.text, other.text)[:2]))
    return len(places)


def _counts_otherwise(best: Reading, others: list[Reading]) -> bool:
    """Whether another reading that is not far differs in a number alone: “十五” or “十三五”. A number is never guessed."""
    rest = _NUMERAL.sub("", best.text)
    return any(other.cost - best.cost <= NUMBERED and _NUMERAL.sub("", other.text) == rest for other in others)


_NUMERAL = Lazy("[0-9０-９〇零一二三四五六七八九十百千万亿萬億]")
NUMBERED = 10.0  # bits


def _sensible(old: str, new: str, before: str, encoding: DoubleByte, margin: float) -> bool:
    """Whether the part that changes reads like Chinese prose afterwards, and was no formula or code before."""
    start, end, changed = trimmed(0, len(old), old, new)
    was = READING_HEAD.sub("", old[start:end])
    if sum("!" <= char <= "~" and char not in SPLIT_MARKS for char in was) > 2 * sum(char >= "\u2e80" for char in was) + 3:
        return False
    glossed = is_glossed(old) and not is_glossed(new)
    if not glossed and not was.replace("?", "").replace(REPLACEMENT, ""):
        return False  # nothing but signs of loss: any character would do
    if not glossed and max(was) < "\u3041" and "?" not in was and REPLACEMENT not in was and not (len(old) > 1 and SPLIT_MARKS.keys() >= set(old)):
        return False  # nothing but signs and Latin letters, and no two marks in a row
    context = (before + new[:start])[-2:]
    cost = encoding.model.bits(changed, context or "\n")
    each = READABLE_NAMES if margin > MUCH * len(changed) else READABLE
    return cost <= each * len(changed) + 8


READABLE = 8.5  # bits a character: policy prose has 4 to 6, a name 11, nonsense 15
READABLE_NAMES = 11.0  # the same, where the text as it stands is dearer by so much for each character:
MUCH = 6.0


def settled(profile: Profile) -> tuple[Repair, ...]:
    """The repairs, unless the readers of whole lines would take what they leave for another encoding's: then there is no telling."""
    known = profile.fact(repairs)
    edits = [Edit(*trimmed(repair.start, repair.end, profile.text, repair.new)) for repair in known if repair.certain or repair.clear]
    return () if edits and read_wrongly(Profile(apply(profile.text, edits))) else known


def out_of_step(text: str, profile: Profile) -> Iterator[Edit]:
    """GBK text that was read one byte off, where only one reading makes sense.

    >>> clean("各级各类学?！窞轭},从学", out_of_step)
    '各级各类学校》為題,从学'
    >>> clean("学校?是的,学校!", out_of_step)  # a question
    '学校?是的,学校!'
    """
    for repair in profile.fact(settled):
        if repair.certain:
            yield from _trimmed(text, repair)


def out_of_step_guess(text: str, profile: Profile) -> Iterator[Edit]:
    """GBK text that was read one byte off; a lost byte is the likeliest of several.

    >>> clean("全?。ㄇ\\ue236┕ぷ?", out_of_step_guess)
    '全省（区）工作'
    >>> clean("为什么?；", out_of_step_guess)
    '为什么?；'
    """
    for repair in profile.fact(settled):
        if not repair.certain and repair.clear:
            yield from _trimmed(text, repair)


def out_of_step_choice(text: str, profile: Profile) -> Iterator[Edit]:
    """Where a lost byte was guessed: what the text may have been instead. Candidates of a suggestion.

    >>> [edit.new for edit in out_of_step_choice("企业?；?、", Profile("企业?；?、"))][:1]
    ['企业保护、']
    >>> clean("加强生态环境?；?。", out_of_step_choice)  # there is no choice
    '加强生态环境?；?。'
    """
    for repair in profile.fact(settled):
        if not repair.certain:
            for other in (repair.new, *repair.others):
                yield Edit(repair.start, repair.end, other)


def _trimmed(text: str, repair: Repair) -> Iterator[Edit]:
    start, end, new = trimmed(repair.start, repair.end, text, repair.new)
    yield Edit(start, end, new)


def trimmed(start: int, end: int, text: str, new: str) -> tuple[int, int, str]:
    """The replacement of ``text[start:end]`` by `new` without what they have in common at their ends."""
    head = 0
    while start + head < end and head < len(new) and text[start + head] == new[head]:
        head += 1
    tail = 0
    while tail < end - start - head and tail < len(new) - head and text[end - 1 - tail] == new[-1 - tail]:
        tail += 1
    return start + head, end - tail, new[head : len(new) - tail]
