"""Small rules for testing the mechanism alone: they know nothing about Chinese."""

import re
from functools import partial

from zhpolicytext import Edit, Kind, Pipeline, Rule, Safety


def bracketed_letters(text, profile):
    """Lower-case letters in brackets.

    >>> clean("a(b)", bracketed_letters)
    'a'
    >>> clean("a(1)", bracketed_letters)
    'a(1)'
    """
    for found in re.finditer(r"\([a-z]+\)", text):
        yield Edit(*found.span(), "")


def letter(text, profile, *, old, new):
    """One letter that should be another."""
    for found in re.finditer(re.escape(old), text):
        yield Edit(*found.span(), new)


def doubled_letter(text, profile):
    """A letter that stands twice."""
    for found in re.finditer(r"(\w)\1", text):
        yield Edit(found.start(), found.start() + 1, "")


def question_marks(text, profile):
    """Question marks, with two candidates each."""
    for found in re.finditer(r"\?", text):
        yield Edit(*found.span(), "a")
        yield Edit(*found.span(), "b")


def lines_that_say_nav(text, profile):
    """Lines that are nothing but NAV."""
    for (start, end), line in zip(profile.line_spans, profile.lines):
        if line == "NAV":
            yield Edit(start, min(end + 1, len(text)), "")


def swap(old, new, kind=Kind.NORMALIZE, stage="", id=None):
    return Rule(id or f"swap.{old}-{new}", kind, Safety.SAFE, partial(letter, old=old, new=new), (old,), stage=stage,
                params={"old": old, "new": new})


BRACKETS = Rule("sketch.brackets", Kind.REPAIR, Safety.SAFE, bracketed_letters, ("(",))
DOUBLED = Rule("sketch.doubled", Kind.REPAIR, Safety.LIKELY, doubled_letter)
QUESTION = Rule("sketch.question", Kind.REPAIR, Safety.SUGGEST, question_marks, ("?",))
NAV = Rule("sketch.nav", Kind.REMOVE, Safety.SAFE, lines_that_say_nav, ("NAV",))
ALL = Pipeline((BRACKETS, NAV, swap("x", "y"), DOUBLED, QUESTION))
