"""The presets, each contained in the next, and the order of the rules with the reason for it.

REPAIR restores what the author wrote. CANONICAL also picks one of several equal spellings. BODY also drops the blocks
around the document; it is what `clean` runs.
"""

from .core.document import Document
from .core.pipeline import Pipeline
from .core.rule import Kind, Rule

# Until every normaliser has landed, an absent one is empty (removed before the first release).
def _landed(name: str) -> Pipeline:
    from importlib import import_module

    try:
        return getattr(import_module(f"zhpolicytext.normalizers.{name}"), name)
    except (ModuleNotFoundError, AttributeError):
        return Pipeline(())


boilerplate = _landed("boilerplate")
control = _landed("control")
date = _landed("date")
furniture = _landed("furniture")
mojibake = _landed("mojibake")
number = _landed("number")
ocr = _landed("ocr")
pinyin = _landed("pinyin")
punctuation = _landed("punctuation")
script = _landed("script")
watermark = _landed("watermark")
width = _landed("width")
wrap = _landed("wrap")

#: Order is semantics: damage is undone in the reverse order in which it was done, and what destroys evidence runs last.
_ORDER: tuple[Pipeline, ...] = (
    furniture,  # placeholders and chunk numbers stand between lines that belong together
    watermark,  # a line affix hides the real line ends from every rule after it
    pinyin,  # readings split words; the byte repair looks at what stands on both sides of the damage
    mojibake,  # needs the private-use characters and the traditional forms that later rules would change
    wrap,  # joins what the layout cut: numbers and dates may stand across a wrap
    ocr,  # IOO becomes 100 before anything asks whether it is a number
    number,  # one recognition for both; inside numbers, marks are not punctuation
    date,
    punctuation,  # full-width marks between Chinese, once it is known what is Chinese and what is a number
    width,
    script,  # 闆 must not become 板 while its bytes are still evidence (seed 001)
    boilerplate,  # sees canonical text: one spelling per marker
    control,  # blank lines that the removals left behind
)


def _select(kinds: tuple[Kind, ...]) -> Pipeline:
    rules: tuple[Rule, ...] = ()
    readers: dict[str, object] = {}
    for normaliser in _ORDER:
        rules += tuple(rule for rule in normaliser.rules if rule.kind in kinds)
    readers = {name: reader for normaliser in _ORDER for name, reader in normaliser.readers}
    try:
        from .entities import entities_of

        readers["entities"] = entities_of
    except ImportError:
        pass
    try:
        from .metadata import metadata_of

        readers["metadata"] = metadata_of
    except ImportError:
        pass
    return Pipeline(rules, readers=tuple(readers.items()))  # type: ignore[arg-type]


REPAIR = _select((Kind.REPAIR,))
CANONICAL = _select((Kind.REPAIR, Kind.NORMALIZE))
BODY = _select((Kind.REPAIR, Kind.NORMALIZE, Kind.REMOVE))


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
