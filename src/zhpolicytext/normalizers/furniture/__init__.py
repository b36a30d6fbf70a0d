"""What the page brought along: placeholders, page and chunk numbers, running heads, buttons, dead citation marks.

A document that was split into pages, put on a site and copied off again keeps pieces of every carrier. This
normaliser takes out the pieces whose shape and place leave no doubt, and joins the sentence that a page break cut.
What needs a classification of whole blocks (navigation, side lists, bylines) is the business of `boilerplate`; a line
that carries a fact of the document (source, author, date, views) stays for it.
"""

from ...core.pipeline import Pipeline
from ...core.profile import Profile
from ...core.rule import Evidence, Finder, Kind, Rule, Safety
from .chrome import buttons, font_size, has_controls, has_glued_controls, has_inline_controls
from .chunks import chunk_evidence, chunk_number, has_chunk_numbers, has_repeat_at_head, repeated_title
from .glued import glued_page_number, has_glued_numbers
from .marks import (
    citation_mark,
    dead_citation,
    has_brackets,
    has_image_marks,
    has_inline_pages,
    has_page_reference,
    has_stray_marks,
    image_placeholder,
    inline_page_number,
    page_reference,
    stray_mark,
)
from .pages import has_page_candidates, page_break, page_evidence, page_number, running_head, running_head_evidence


def may_hold_furniture(profile: Profile) -> bool:
    """Whether any of these rules may find something: one question for all of them, mostly about the edges of lines."""
    return (has_image_marks(profile) or has_stray_marks(profile) or has_controls(profile)
            or has_inline_controls(profile) or has_page_candidates(profile) or has_glued_numbers(profile)
            or has_chunk_numbers(profile) or has_repeat_at_head(profile) or has_glued_controls(profile) or has_brackets(profile) or has_page_reference(profile)
            or has_inline_pages(profile))


def _repair(name: str, safety: Safety, find: Finder, stage: str = "", evidence: Evidence | None = None) -> Rule:
    return Rule(f"furniture.{name}", Kind.REPAIR, safety, find, gate=may_hold_furniture, stage=stage,
                evidence=evidence)


furniture = Pipeline((
    _repair("image-placeholder", Safety.SAFE, image_placeholder),
    # What stands on the line of a number, a mark or a button goes before these are looked at.
    _repair("citation-mark", Safety.LIKELY, citation_mark),
    _repair("dead-citation", Safety.SUGGEST, dead_citation),
    _repair("font-size", Safety.SAFE, font_size),
    _repair("page-reference", Safety.LIKELY, page_reference),
    _repair("stray-mark", Safety.LIKELY, stray_mark),
    # A line of buttons may stand between two page numbers.
    _repair("buttons", Safety.SAFE, buttons),
    # One stage: head, number and break are evidence for each other.
    _repair("running-head", Safety.LIKELY, running_head, "pages", running_head_evidence),
    _repair("page-number", Safety.LIKELY, page_number, "pages", page_evidence),
    _repair("page-break", Safety.LIKELY, page_break, "pages"),
    _repair("inline-page-number", Safety.LIKELY, inline_page_number),
    # Behind the page numbers: a chunk that ends with one does not show that its sentence is cut.
    _repair("glued-page-number", Safety.LIKELY, glued_page_number),
    _repair("chunk-number", Safety.LIKELY, chunk_number, evidence=chunk_evidence),
    # Last: what stood between the two titles is gone.
    _repair("repeated-title", Safety.LIKELY, repeated_title),
))
