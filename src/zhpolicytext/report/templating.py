"""Templates as data files, filled with values that are escaped unless they are markup already."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from html import escape as escape_html
from importlib.resources import files
from types import MappingProxyType

from .visible import name, symbol, unseen, visible


class Markup(str):
    """A string that is HTML already: it is put into a template as it is."""

    __slots__ = ()


def text(value: object) -> Markup:
    r"""Any text as HTML, unseen characters as labelled symbols.

    >>> text("<b>\N{RIGHT-TO-LEFT OVERRIDE}")
    '&lt;b&gt;<span class="u" title="U+202E RIGHT-TO-LEFT OVERRIDE">⟨202E⟩</span>'
    """
    plain = value if isinstance(value, str) else str(value)
    return Markup(unseen().sub(lambda m: _unseen(m[0]), escape_html(plain, quote=True)))


@cache
def _unseen(character: str) -> str:
    return f'<span class="u" title="{name(character)}">{symbol(character)}</span>'


def attribute(value: object) -> Markup:
    """Any text as the value of a quoted attribute; it cannot hold labels, so symbols must do."""
    return Markup(escape_html(visible(value if isinstance(value, str) else str(value)), quote=True))


def prose(value: str) -> Markup:
    """A docstring's sentence as HTML: what stands between backquotes as code.

    >>> prose("A one: `L 9` & ``l``")
    'A one: <code>L 9</code> &amp; <code>l</code>'
    """
    return Markup(re.sub(r"(``?)([^`]{1,200})\1", r"<code>\2</code>", text(value)))


def joined(parts: Iterable[str]) -> Markup:
    return Markup("".join(parts))


@cache
def _templates() -> Mapping[str, str]:
    """The named pieces of templates/page.html, each after a line ``<!-- template: name -->``."""
    source = (files(__package__) / "templates" / "page.html").read_text("utf-8")
    pieces = source.split("<!-- template: ")[1:]
    named = (piece.partition(" -->\n") for piece in pieces)
    return MappingProxyType({name: body.strip("\n") for name, _, body in named})


def template(name: str) -> str:
    """A template as a format string, for values that are escaped already."""
    return _templates()[name]


def fill(template_name: str, **values: object) -> Markup:
    """A template with its values in place, each escaped unless it is Markup or a number."""
    safe = {key: value if isinstance(value, (Markup, int)) else text(value) for key, value in values.items()}
    return Markup(template(template_name).format_map(safe))


@cache
def asset(file: str) -> str:
    """A style sheet or a script of the page."""
    return (files(__package__) / "templates" / file).read_text("utf-8").strip()
