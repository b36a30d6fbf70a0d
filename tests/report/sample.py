"""A small pipeline with a rule of every kind, for testing what shows a document: it knows a handful of words."""

import re
from dataclasses import dataclass
from functools import partial

from zhpolicytext import Edit, Kind, Pipeline, Rule, Safety

SIMPLIFIED = dict(zip("學質發會議開創體從為題況", "学质发会议开创体从为题况", strict=True))


def inline_reading(text, profile):
    """Latin letters in brackets behind a Chinese character."""
    for found in re.finditer(r"(?<=[一-鿿])\([a-zà-ü]+\)", text):
        yield Edit(*found.span(), "")


def line_suffix(text, profile, *, min_lines=2):
    """A suffix that several lines share."""
    suffix = shared_suffix(profile)["suffix"]
    ends = [found.span() for found in re.finditer(re.escape(suffix) + "$", text, re.M)] if suffix else []
    if len(ends) >= min_lines:
        for span in ends:
            yield Edit(*span, "")


def shared_suffix(profile):
    found = re.findall(r"(wm\d站)$", profile.text, re.M)
    return {"suffix": found[0], "lines": len(found)} if found else {"suffix": "", "lines": 0}


def known_mojibake(text, profile):
    """One stretch of bytes out of step."""
    for found in re.finditer("學!窞轭}", text):
        yield Edit(*found.span(), "學校》為題")


def traditional(text, profile):
    """A traditional character."""
    for found in re.finditer(f"[{''.join(SIMPLIFIED)}]", text):
        yield Edit(*found.span(), SIMPLIFIED[found[0]])


def notice_block(text, profile):
    """A line that begins with 声明."""
    for found in re.finditer(r"^声明.*\n?", text, re.M):
        yield Edit(*found.span(), "")


def lone_capital(text, profile):
    """A capital that may be a digit."""
    for found in re.finditer("[IO](?=个)", text):
        yield Edit(*found.span(), {"I": "1", "O": "0"}[found[0]])


@dataclass(frozen=True)
class Card:
    title: str
    source: str

    def to_json(self):
        return {"title": {"text": self.title, "raw_start": 0}, "source": self.source, "editor": None}


@dataclass(frozen=True)
class Year:
    start: int
    end: int
    value: int

    def to_json(self):
        return {"start": self.start, "end": self.end, "type": "year", "value": self.value}


def card(document):
    return Card(document.text.partition("\n")[0], "某网")


def years(document):
    return tuple(Year(*found.span(), int(found[1])) for found in re.finditer(r"(\d{4})年", document.text))


READING = Rule("pinyin.inline", Kind.REPAIR, Safety.SAFE, inline_reading, ("(",))
SUFFIX = Rule("watermark.line-suffix", Kind.REPAIR, Safety.SAFE, partial(line_suffix, min_lines=2), ("站",),
              evidence=shared_suffix, params={"min_lines": 2})
MOJIBAKE = Rule("mojibake.out-of-step", Kind.REPAIR, Safety.LIKELY, known_mojibake, ("窞",))
TRADITIONAL = Rule("script.traditional", Kind.NORMALIZE, Safety.SAFE, traditional)
NOTICE = Rule("boilerplate.notice", Kind.REMOVE, Safety.LIKELY, notice_block, ("声明",))
CAPITAL = Rule("ocr.lone-capital", Kind.REPAIR, Safety.SUGGEST, lone_capital)

REPAIR = Pipeline((SUFFIX, READING, MOJIBAKE, CAPITAL))
CANONICAL = Pipeline((SUFFIX, READING, MOJIBAKE, TRADITIONAL, CAPITAL))
BODY = Pipeline((SUFFIX, READING, MOJIBAKE, TRADITIONAL, NOTICE, CAPITAL),
                readers=(("metadata", card), ("entities", years)))

TEXT = """\
2023年會(huì)議開wm1站
以《創建學!窞轭},從學校情況說起。wm1站
共O个,计划(一)。wm1站
声明:本页由读者上传。
完。
"""


def presets():
    return {"repair": REPAIR, "canonical": CANONICAL, "body": BODY}
