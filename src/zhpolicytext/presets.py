"""The presets, each contained in the next, and the order of the rules with the reason for it.

REPAIR restores what the author wrote. CANONICAL also picks one of several equal spellings. BODY also drops the blocks
around the document; it is what `clean` runs.
"""

from .core.document import Document
from .core.pipeline import Pipeline
from .core.rule import Kind
from .entities import entities_of
from .metadata import metadata_of
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

#: The rules of `mojibake` before this one read whole bytes, U+0080 to U+009F among them: those must not be gone yet.
_BYTES_READ = mojibake.ids.index("mojibake.out-of-step-choice")
#: Order is semantics: damage is undone in the reverse order in which it was done, and what destroys evidence runs last.
_ORDER: tuple[Pipeline, ...] = (
    control.only("control.foreign-line-end", "control.control-character"),  # every rule takes lines to end in one way
    furniture,  # placeholders and chunk numbers stand between lines that belong together
    watermark,  # a line affix hides the real line ends from every rule after it
    pinyin,  # readings split words; the byte repair looks at what stands on both sides of the damage
    mojibake.only(*mojibake.ids[:_BYTES_READ]),  # needs the private-use characters and traditional forms that later rules change
    control.only("control.next-line", "control.c1-character"),  # bytes that could not be read
    mojibake.only(*mojibake.ids[_BYTES_READ:]),
    wrap,  # joins what the layout cut: numbers and dates may stand across a wrap
    ocr,  # IOO becomes 100 before anything asks whether it is a number
    number,  # one recognition for both; inside numbers, marks are not punctuation
    date,
    punctuation,  # full-width marks between Chinese, once it is known what is Chinese and what is a number
    width,
    script,  # 闆 must not become 板 while its bytes are still evidence (seed 001)
    boilerplate,  # sees canonical text: one spelling per marker
    control.only("control.blank-lines", "control.lone-surrogate"),  # blank lines that the removals left behind
)


def _select(*kinds: Kind) -> Pipeline:
    readers = {name: reader for normaliser in _ORDER for name, reader in normaliser.readers}
    return Pipeline(
        tuple(rule for normaliser in _ORDER for rule in normaliser.rules if rule.kind in kinds),
        readers=(*{**readers, "metadata": metadata_of, "entities": entities_of}.items(),),
    )


REPAIR = _select(Kind.REPAIR)
CANONICAL = _select(Kind.REPAIR, Kind.NORMALIZE)
BODY = _select(Kind.REPAIR, Kind.NORMALIZE, Kind.REMOVE)


def clean(text: str) -> str:
    """The whole job: the text of the document, repaired, canonical, without what stood around it.

    A clean text comes back as the same object.

    >>> clean("教(jiao)育工(gong)作(zuo)会(hui)议(yi)")
    '教育工作会议'
    >>> clean("计划(plan)")  # not a reading: kept
    '计划(plan)'
    """
    return BODY(text)


def explain(text: str) -> Document:
    """The same run as `clean`, as a Document: changes, removed blocks, suggestions, metadata, entities."""
    return BODY.run(text)
