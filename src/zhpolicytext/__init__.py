"""Composable normalisers for damaged Chinese policy text.

>>> import zhpolicytext as zh
>>> zh.clean("教(jiao)育工(gong)作(zuo)会(hui)议(yi)")
'教育工作会议'
>>> doc = zh.explain("教(jiao)育工(gong)作(zuo)会(hui)议(yi)")
>>> doc.counts
{'pinyin.inline': 5}
"""

from typing import TYPE_CHECKING

from .version import __version__

if TYPE_CHECKING:
    from .batch import clean_files, clean_many
    from .core.document import Change, Document, Removed, Step, Suggestion
    from .core.edits import Edit
    from .core.pipeline import Pipeline
    from .core.profile import Profile
    from .core.protection import Phrases, title_marks
    from .core.rule import Kind, Rule, Safety
    from .entities import Entity, find_entities
    from .errors import DataError, EditError, UnknownRule, ZhPolicyTextError
    from .html_text import clean_html
    from .lexicon import Lexicon, learn_repeated
    from .metadata import Metadata
    from .normalizers.boilerplate import boilerplate
    from .normalizers.control import control
    from .normalizers.date import date
    from .normalizers.furniture import furniture
    from .normalizers.mojibake import mojibake
    from .normalizers.number import number
    from .normalizers.ocr import ocr
    from .normalizers.pinyin import pinyin
    from .normalizers.punctuation import punctuation
    from .normalizers.script import script
    from .normalizers.watermark import watermark
    from .normalizers.width import width
    from .normalizers.wrap import wrap
    from .presets import BODY, CANONICAL, REPAIR, clean, explain
    from .text.decoding import Decoded, decode

#: Where each public name lives: a name is imported when it is first asked for, so that `import zhpolicytext` is free.
_HOMES = {
    "batch": ("clean_files", "clean_many"),
    "core.document": ("Change", "Document", "Removed", "Step", "Suggestion"),
    "core.edits": ("Edit",),
    "core.pipeline": ("Pipeline",),
    "core.profile": ("Profile",),
    "core.protection": ("Phrases", "title_marks"),
    "core.rule": ("Kind", "Rule", "Safety"),
    "entities": ("Entity", "find_entities"),
    "errors": ("DataError", "EditError", "UnknownRule", "ZhPolicyTextError"),
    "html_text": ("clean_html",),
    "lexicon": ("Lexicon", "learn_repeated"),
    "metadata": ("Metadata",),
    "normalizers.boilerplate": ("boilerplate",),
    "normalizers.control": ("control",),
    "normalizers.date": ("date",),
    "normalizers.furniture": ("furniture",),
    "normalizers.mojibake": ("mojibake",),
    "normalizers.number": ("number",),
    "normalizers.ocr": ("ocr",),
    "normalizers.pinyin": ("pinyin",),
    "normalizers.punctuation": ("punctuation",),
    "normalizers.script": ("script",),
    "normalizers.watermark": ("watermark",),
    "normalizers.width": ("width",),
    "normalizers.wrap": ("wrap",),
    "presets": ("BODY", "CANONICAL", "REPAIR", "clean", "explain"),
    "text.decoding": ("Decoded", "decode"),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

#: Written out, because type checkers read it: a name that is not in it is private to them.
__all__ = [
    "__version__", "BODY", "CANONICAL", "Change", "DataError", "Decoded", "Document", "Edit", "EditError", "Entity",
    "Kind", "Lexicon", "Metadata", "Phrases", "Pipeline", "Profile", "REPAIR", "Removed", "Rule", "Safety", "Step",
    "Suggestion", "UnknownRule", "ZhPolicyTextError", "boilerplate", "clean", "clean_files", "clean_html",
    "clean_many", "control", "date", "decode", "explain", "find_entities", "furniture", "learn_repeated", "mojibake",
    "number", "ocr", "pinyin", "punctuation", "script", "title_marks", "watermark", "width", "wrap",
]


def __getattr__(name: str) -> object:
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module 'zhpolicytext' has no attribute {name!r}")
    from importlib import import_module

    value = globals()[name] = getattr(import_module(f"{__name__}.{home}"), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
