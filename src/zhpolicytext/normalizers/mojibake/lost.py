"""What cannot be restored is said: where characters are lost, and what they may have been."""

from collections.abc import Iterator

from ...core.edits import Edit
from ...core.profile import Profile
from ...text.gates import strange
from ...text.language_model import language_model
from ...text.match import Lazy
from ...text.ranges import HAN
from ...text.readings import readings, spelled
from .big5 import rare_share

_KUNJINKAO = Lazy("[锟斤拷錕]{2,}+")
_REPLACED = Lazy("\ufffd++")
_QUESTION_RUN = Lazy(r"\?{4,}+")
_READING = Lazy(r"[?\ufffd][(（]([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹ]{1,6})[)）]")
_HAN = Lazy(f"[{HAN}]")
UNREADABLE = 0.45  # of a line's characters that prose has not
CANDIDATES = 3  # readings that a suggestion shows, the likeliest first


def kunjinkao(text: str, profile: Profile) -> Iterator[Edit]:
    """锟斤拷: U+FFFD written as UTF-8 and read as GBK. The characters are gone.

    >>> list(kunjinkao("学校锟斤拷锟斤拷工作", None))  # pointed at
    [Edit(start=2, end=8, new='锟斤拷锟斤拷')]
    >>> list(kunjinkao("锟铻剑重三斤", None))  # a sword
    []
    """
    for match in _KUNJINKAO.finditer(text):
        if "斤" in match[0] and ("锟" in match[0] or "拷" in match[0]) or "锟" in match[0]:
            yield Edit(*match.span(), match[0])


def lost_characters(text: str, profile: Profile) -> Iterator[Edit]:
    """U+FFFD, or four and more ``?`` in a row: characters that a decoder or a database did not know.

    >>> list(lost_characters("学校????工作", None))  # pointed at
    [Edit(start=2, end=6, new='????')]
    >>> list(lost_characters("真的吗???", None))  # an author's
    []
    """
    spans = [match.span() for match in _REPLACED.finditer(text)] if "\ufffd" in text else []
    if "????" in text:
        spans += [match.span() for match in _QUESTION_RUN.finditer(text)]
    for start, end in sorted(spans):
        yield Edit(start, end, text[start:end])


def lost_beside_reading(text: str, profile: Profile) -> Iterator[Edit]:
    """A character that is lost while its reading is there: ``?(nèi)容``. The candidates have that reading.

    >>> [edit.new for edit in lost_beside_reading("教学?(nèi)容", Profile("教学?(nèi)容"))][:1]
    ['内']
    >>> clean("教学计划(plan)", lost_beside_reading)
    '教学计划(plan)'
    """
    model = language_model()
    traditional = model.is_traditional(text)
    for match in _READING.finditer(text):
        syllable = spelled(match[1])
        if syllable is None:
            continue
        before, after = text[max(0, match.start() - 2) : match.start()], text[match.end() : match.end() + 2]
        ranked = sorted((model.bits(char + after, before or "\n") + model.script_cost(char, traditional), char)
                        for char in readings().get(syllable.plain, ""))
        start, end = match.start(), match.start() + 1
        for _, char in ranked[:CANDIDATES]:
            yield Edit(start, end, char)
        if not ranked:
            yield Edit(start, end, text[start])


def unreadable(text: str, profile: Profile) -> Iterator[Edit]:
    """A line that reads like no Chinese and that no rule could restore: encoded three times, or lossy beyond repair.

    >>> [(edit.start, edit.end) for edit in unreadable("鍊搁崐椋庣矆娓氣偓楠炴牠顢", Profile("鍊搁崐椋庣矆娓氣偓楠炴牠顢"))]  # pointed at
    [(0, 13)]
    >>> list(unreadable("缪骎、亓翀等5名同志参加会议", Profile("缪骎、亓翀等5名同志参加会议")))  # names
    []
    """
    odd = profile.fact(strange)
    start = 0
    for line in text.split("\n") if odd else ():
        if len(line) >= 8 and not odd.isdisjoint(line) and len(_HAN.findall(line)) >= 6 and rare_share(line) >= UNREADABLE:
            yield Edit(start, start + len(line), line)
        start += len(line) + 1
