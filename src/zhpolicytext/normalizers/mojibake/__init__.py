"""Text that was decoded with the wrong encoding, out of step, or not decoded at all."""

from ...core.pipeline import Pipeline
from ...core.rule import Kind, Rule, Safety
from ...core.signs import Signs
from ...text.sieve import MARKS, signs
from ...text.gates import BEYOND_GB2312, FOREIGN_LETTERS, beyond_gb2312
from .damage import damage_of
from .entities import html_entity, may_hold_entities, may_hold_escapes, may_hold_stripped, stripped_entity, unicode_escape
from .lost import kunjinkao, lost_beside_reading, lost_characters, unreadable
from .out_of_step import may_be_out_of_step, out_of_step, out_of_step_choice, out_of_step_guess
from .read_wrongly import as_latin1, as_latin1_lossy, big5_as_gbk, gbk_as_big5, utf8_as_gbk, utf8_as_gbk_lossy
from .single_byte import PLAIN, may_be_bytes

_BYTES, _STEP = "mojibake.bytes", "mojibake.out-of-step"
_LETTERS = Signs(below="".join(map(chr, set(range(256)) - set(PLAIN))))
_LOST = Signs(below="?", across=True) | signs(MARKS) | FOREIGN_LETTERS  # two rare characters, perhaps with a line end between

mojibake = Pipeline(
    (
        # escapes first: what they spell out may itself be damaged
        Rule("mojibake.html-entity", Kind.REPAIR, Safety.SAFE, html_entity, gate=may_hold_entities, signs=Signs(below="&")),
        Rule("mojibake.stripped-entity", Kind.REPAIR, Safety.LIKELY, stripped_entity, gate=may_hold_stripped,
             signs=Signs(below=";#x")),
        Rule("mojibake.unicode-escape", Kind.REPAIR, Safety.SAFE, unicode_escape, gate=may_hold_escapes, signs=Signs(below="u")),
        # whole encodings before bytes out of step, which would see steps everywhere; UTF-8 as GBK first, for it has € and ё
        Rule("mojibake.utf8-as-gbk", Kind.REPAIR, Safety.SAFE, utf8_as_gbk, stage=_BYTES, gate=beyond_gb2312, signs=BEYOND_GB2312),
        Rule("mojibake.utf8-as-gbk-lossy", Kind.REPAIR, Safety.LIKELY, utf8_as_gbk_lossy, stage=_BYTES, gate=beyond_gb2312, signs=BEYOND_GB2312),
        Rule("mojibake.as-latin1", Kind.REPAIR, Safety.SAFE, as_latin1, stage=_BYTES, gate=may_be_bytes, signs=_LETTERS),
        Rule("mojibake.as-latin1-lossy", Kind.REPAIR, Safety.LIKELY, as_latin1_lossy, stage=_BYTES, gate=may_be_bytes, signs=_LETTERS),
        Rule("mojibake.big5-as-gbk", Kind.REPAIR, Safety.LIKELY, big5_as_gbk, stage=_BYTES, gate=beyond_gb2312, signs=BEYOND_GB2312),
        Rule("mojibake.gbk-as-big5", Kind.REPAIR, Safety.LIKELY, gbk_as_big5, stage=_BYTES, gate=beyond_gb2312, signs=BEYOND_GB2312),
        Rule("mojibake.out-of-step-choice", Kind.REPAIR, Safety.SUGGEST, out_of_step_choice, stage=_STEP, gate=may_be_out_of_step,
             signs=_LOST),
        Rule("mojibake.out-of-step", Kind.REPAIR, Safety.SAFE, out_of_step, stage=_STEP, gate=may_be_out_of_step,
             signs=_LOST),
        Rule("mojibake.out-of-step-guess", Kind.REPAIR, Safety.LIKELY, out_of_step_guess, stage=_STEP, gate=may_be_out_of_step,
             signs=_LOST),
        # what is left is said
        Rule("mojibake.kunjinkao", Kind.REPAIR, Safety.SUGGEST, kunjinkao, needs=("锟", "錕")),
        Rule("mojibake.lost-characters", Kind.REPAIR, Safety.SUGGEST, lost_characters, needs=("\ufffd", "????")),
        Rule("mojibake.lost-beside-reading", Kind.REPAIR, Safety.SUGGEST, lost_beside_reading, needs=("?(", "?（", "\ufffd(", "\ufffd（")),
        Rule("mojibake.unreadable", Kind.REPAIR, Safety.SUGGEST, unreadable, gate=beyond_gb2312, signs=BEYOND_GB2312),
    ),
    readers=(("damage", damage_of),),
)
