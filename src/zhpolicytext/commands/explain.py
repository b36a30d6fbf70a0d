"""``explain``: what would change, where and by which rule."""

import argparse
import json
import os
import sys

from ..core.pipeline import Pipeline
from ..report.summary import Style, summary, to_json
from .failure import InputError
from .inputs import document_of, sources
from .outputs import write_stdout


def run(args: argparse.Namespace, pipeline: Pipeline) -> int:
    inputs = sources(args.paths)
    asked = _asked(args.rule, pipeline)
    style = Style(_wants_colour(args.color), args.context, args.limit)
    status = 0
    for index, source in enumerate(inputs):
        try:
            document = document_of(source, pipeline)
        except InputError as error:
            print(f"zhpolicytext: {error}", file=sys.stderr)
            status = 2
            continue
        if args.json:
            values = to_json(document, source.name, asked.__contains__)
            write_stdout(json.dumps(values, ensure_ascii=False) + "\n")
        else:
            lines = summary(document, source.name, style, asked.__contains__)
            write_stdout(("\n" if index else "") + "\n".join(lines) + "\n")
    return status


def _asked(ids: list[str], pipeline: Pipeline) -> frozenset[str]:
    """The rules to show. The whole pipeline runs all the same: a rule alone would see another text."""
    return frozenset(pipeline.only(*ids).ids if ids else pipeline.ids)


def _wants_colour(when: str) -> bool:
    """On a terminal that shows colours, unless NO_COLOR is set (https://no-color.org)."""
    if when != "auto":
        return when == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
