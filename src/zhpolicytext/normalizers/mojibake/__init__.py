"""Text that was decoded with the wrong encoding, out of step, or not decoded at all."""

from ...core.pipeline import Pipeline
from ...core.rule import Kind, Rule, Safety
from .out_of_step import out_of_step, out_of_step_guess

mojibake = Pipeline((
    Rule("mojibake.out-of-step", Kind.REPAIR, Safety.SAFE, out_of_step, stage="mojibake.out-of-step"),
    Rule("mojibake.out-of-step-guess", Kind.REPAIR, Safety.LIKELY, out_of_step_guess, stage="mojibake.out-of-step"),
))
