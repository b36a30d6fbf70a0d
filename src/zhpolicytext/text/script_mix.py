"""Which lines of a text are in which script, and who wrote the traditional ones."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple, Protocol, TypeAlias

from . import scripts
from .match import Lazy

_KANA_HANGUL = Lazy(f"[{scripts.KANA_HANGUL}]")
#: Traditional forms that simplified text uses too, in names above all: a lone one is left alone. The characters that
#: the list of 2013 (通用规范汉字表) gave back to names, and those that GB2312 has beside their simplified form.
AT_HOME = frozenset("昇堃龢甯陞鉅钜祕炘仝邨氾迳逕頫袷扞椀迺菉剋徵乾麴鍾脩谿濛絜勣" + scripts.IN_GB2312) - {"後"}


class HasLines(Protocol):
    text: str

    @property
    def line_spans(self) -> Sequence[tuple[int, int]]: ...


class Mix(NamedTuple):
    """Which lines of a text are in which script: spans, in order."""

    traditional: tuple[tuple[int, int], ...]  # to be converted word by word
    lone: tuple[tuple[int, int], ...]  # simplified, with a traditional character in it
    is_native: bool


def script_mix(profile: HasLines) -> Mix:
    """The lines by script, and who wrote the traditional ones."""
    text = profile.text
    odd = scripts.simplified_or_foreign().search(text)
    if odd is None and _old().search(text):
        return Mix(((0, len(text)),), (), scripts.is_native(text))
    foreign = odd is not None and _KANA_HANGUL.search(text, odd.start()) is not None
    counted = _counted(text, profile.line_spans)
    is_traditional = _is_more_traditional(text, counted)
    whole, lone = [], []
    for start, end, olds, news in counted:
        if foreign and _KANA_HANGUL.search(text, start, end):
            continue  # Japanese writes 學 and 国 by a norm of its own
        if olds > news or (is_traditional and olds >= news):  # without either, OpenCC's phrases may still apply (瞭解)
            whole.append((start, end))
        elif olds or text.find("於", start, end) >= 0:
            lone.append((start, end))
    return Mix(tuple(whole), tuple(lone), bool(whole) and scripts.is_native(joined(text, whole)))


_Counted: TypeAlias = tuple[int, int, int, int]  # a line: start, end, traditional and simplified characters


def _counted(text: str, spans: Sequence[tuple[int, int]]) -> list[_Counted]:
    """The lines, each with the number of its different traditional and simplified characters; of a line of one script, 1.

    To find a class costs 3 ns a character, to count its members 40.
    """
    old, new = _old(), scripts.simplified()
    out = []
    for (start, end), olds, news in zip(spans, _holding(old, text, spans), _holding(new, text, spans), strict=True):
        if olds and news:
            out.append((start, end, _number(old, text, start, end), _number(new, text, start, end)))
        else:
            out.append((start, end, int(olds), int(news)))
    return out


def _number(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    return len(set(pattern.findall(text, start, end)))


def _is_more_traditional(text: str, lines: Sequence[_Counted]) -> bool:
    """Whether the lines hold more different traditional characters than simplified ones, summed over the lines.

    The lesser side is counted, and of the other as many lines as it takes to decide.
    """
    balance = sum(olds - news for _, _, olds, news in lines if olds and news)
    old_lines = [(start, end) for start, end, olds, news in lines if olds and not news]
    new_lines = [(start, end) for start, end, olds, news in lines if news and not olds]
    if sum(end - start for start, end in new_lines) <= sum(end - start for start, end in old_lines):
        balance -= sum(_number(scripts.simplified(), text, *line) for line in new_lines)
        balance += len(old_lines)  # at least
        for line in old_lines:
            if balance > 0:
                break
            balance += _number(_old(), text, *line) - 1
        return balance > 0
    balance += sum(_number(_old(), text, *line) for line in old_lines)
    balance -= len(new_lines)
    for line in new_lines:
        if balance <= 0:
            break
        balance -= _number(scripts.simplified(), text, *line) - 1
    return balance > 0


def _holding(pattern: re.Pattern[str], text: str, spans: Sequence[tuple[int, int]]) -> list[bool]:
    """For each line whether the pattern, of one character, is found in it."""
    out = []
    at = -1
    for start, end in spans:
        if at < start:
            found = pattern.search(text, start)
            at = found.start() if found else len(text)
        out.append(at < end)
    return out


@cache
def _old() -> re.Pattern[str]:
    return scripts.one_of(scripts.traditional_characters() - AT_HOME)


def joined(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The stretches of a text, each as a line."""
    return "\n".join([text[start:end] for start, end in spans])
