"""Text that was decoded with the wrong encoding, out of step, or not decoded at all."""

from ...core.pipeline import Pipeline
from ...core.rule import Kind, Rule, Safety
from .entities import html_entity, is_escaped, stripped_entity, unicode_escape
from .out_of_step import out_of_step, out_of_step_guess
from .single_byte import as_latin1, as_latin1_lossy
from .utf8_as_gbk import utf8_as_gbk, utf8_as_gbk_lossy

mojibake = Pipeline((
    Rule("mojibake.html-entity", Kind.REPAIR, Safety.SAFE, html_entity, needs=("&",)),
    Rule("mojibake.stripped-entity", Kind.REPAIR, Safety.LIKELY, stripped_entity, needs=("o;", "p;", "h;", "t;", "x0", "#", "s;")),
    Rule("mojibake.unicode-escape", Kind.REPAIR, Safety.SAFE, unicode_escape, needs=("\\u", "%u"), gate=is_escaped),
    Rule("mojibake.as-latin1", Kind.REPAIR, Safety.SAFE, as_latin1, stage="mojibake.bytes"),
    Rule("mojibake.as-latin1-lossy", Kind.REPAIR, Safety.LIKELY, as_latin1_lossy, stage="mojibake.bytes"),
    Rule("mojibake.utf8-as-gbk", Kind.REPAIR, Safety.SAFE, utf8_as_gbk, stage="mojibake.bytes"),
    Rule("mojibake.utf8-as-gbk-lossy", Kind.REPAIR, Safety.LIKELY, utf8_as_gbk_lossy, stage="mojibake.bytes"),
    Rule("mojibake.out-of-step", Kind.REPAIR, Safety.SAFE, out_of_step, stage="mojibake.out-of-step"),
    Rule("mojibake.out-of-step-guess", Kind.REPAIR, Safety.LIKELY, out_of_step_guess, stage="mojibake.out-of-step"),
))
