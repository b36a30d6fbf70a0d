"""``rules``: what there is, and what one rule finds and why."""

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence

from ..core.pipeline import Pipeline
from ..core.rule import Rule
from .outputs import write_stdout


def run(args: argparse.Namespace, pipeline: Pipeline, presets: Mapping[str, Pipeline]) -> int:
    rules = pipeline.only(*args.ids).rules if args.ids else pipeline.rules
    if args.json:
        values = [_values(rule, presets) for rule in rules]
        write_stdout(json.dumps(values, ensure_ascii=False, indent=2) + "\n")
    elif args.ids and len(rules) == 1:
        write_stdout("\n".join(_whole(rules[0], presets)) + "\n")
    else:
        write_stdout("\n".join(_listed(rules)) + "\n")
    return 0


def _first_preset(rule: Rule, presets: Mapping[str, Pipeline]) -> str:
    return next((name for name, pipeline in presets.items() if rule.id in pipeline.ids), "")


def _values(rule: Rule, presets: Mapping[str, Pipeline]) -> dict[str, object]:
    return {"id": rule.id, "kind": rule.kind.value, "safety": rule.safety.value,
            "preset": _first_preset(rule, presets), "params": {key: repr(value) for key, value in rule.params.items()},
            "description": rule.description}


def _listed(rules: Sequence[Rule]) -> Iterator[str]:
    """One line a rule, in the order in which they run."""
    width = max((len(rule.id) for rule in rules), default=0)
    for rule in rules:
        yield f"{rule.id:<{width}}  {rule.kind.value:<9}  {rule.safety.value:<7}  {rule.summary}".rstrip()


def _whole(rule: Rule, presets: Mapping[str, Pipeline]) -> Iterator[str]:
    preset = _first_preset(rule, presets)
    yield rule.id
    yield f"{rule.kind.value}, {rule.safety.value}" + (f", in preset {preset} and up" if preset else "")
    for key, value in rule.params.items():
        yield f"{key} = {value!r}"
    yield ""
    yield rule.description
