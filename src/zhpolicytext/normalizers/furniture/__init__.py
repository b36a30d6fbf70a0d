"""What the page brought along: placeholders, page and chunk numbers, running heads, buttons, dead citation marks.

A document that was split into pages, put on a site and copied off again keeps pieces of every carrier. This
normaliser takes out the pieces whose shape and place leave no doubt, and joins the sentence that a page break cut.
What needs a classification of whole blocks (navigation, side lists, bylines) is the business of `boilerplate`; a line
that carries a fact of the document (source, author, date, views) stays for it.
"""

from ...core.pipeline import Pipeline
from ...core.rule import Kind, Rule, Safety
from .chrome import buttons, has_controls, has_inline_controls, inline_buttons
from .marks import (
    citation_mark,
    dead_citation,
    has_image_marks,
    has_inline_pages,
    has_page_reference,
    has_stray_marks,
    image_placeholder,
    inline_page_number,
    page_reference,
    stray_mark,
)
from .chunks import chunk_evidence, chunk_number, has_chunk_numbers, has_repeat_at_head, repeated_title
from .pages import (
    has_page_candidates,
    page_break,
    page_evidence,
    page_number,
    running_head,
    running_head_evidence,
)

furniture = Pipeline((
    Rule("furniture.image-placeholder", Kind.REPAIR, Safety.SAFE, image_placeholder,
         gate=has_image_marks),
    # A line of buttons may stand between two page numbers: it goes first.
    Rule("furniture.buttons", Kind.REPAIR, Safety.SAFE, buttons, gate=has_controls),
    Rule("furniture.font-size", Kind.REPAIR, Safety.SAFE, inline_buttons, gate=has_inline_controls),
    Rule("furniture.running-head", Kind.REPAIR, Safety.LIKELY, running_head, gate=has_page_candidates,
         stage="pages", evidence=running_head_evidence),
    Rule("furniture.page-number", Kind.REPAIR, Safety.LIKELY, page_number, gate=has_page_candidates,
         stage="pages", evidence=page_evidence),
    Rule("furniture.page-break", Kind.REPAIR, Safety.LIKELY, page_break, gate=has_page_candidates, stage="pages"),
    Rule("furniture.inline-page-number", Kind.REPAIR, Safety.LIKELY, inline_page_number, gate=has_inline_pages),
    Rule("furniture.chunk-number", Kind.REPAIR, Safety.LIKELY, chunk_number, gate=has_chunk_numbers,
         evidence=chunk_evidence),
    Rule("furniture.page-reference", Kind.REPAIR, Safety.LIKELY, page_reference, gate=has_page_reference),
    Rule("furniture.repeated-title", Kind.REPAIR, Safety.LIKELY, repeated_title, gate=has_repeat_at_head),
    Rule("furniture.citation-mark", Kind.REPAIR, Safety.LIKELY, citation_mark, needs=("[", "［")),
    Rule("furniture.dead-citation", Kind.REPAIR, Safety.SUGGEST, dead_citation, needs=("[", "［")),
    Rule("furniture.stray-mark", Kind.REPAIR, Safety.LIKELY, stray_mark, gate=has_stray_marks),
))
