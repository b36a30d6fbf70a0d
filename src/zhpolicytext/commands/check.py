"""``check``: does anything need cleaning? Status 1 if so."""

import argparse
import json
import sys

from ..core.pipeline import Pipeline
from .failure import InputError
from .inputs import document_of, sources
from .outputs import write_stdout


def run(args: argparse.Namespace, pipeline: Pipeline) -> int:
    inputs = sources(args.paths)
    found = failed = False
    for source in inputs:
        try:
            document = document_of(source, pipeline)
        except InputError as error:
            print(f"zhpolicytext: {error}", file=sys.stderr)
            failed = True
            continue
        counts = dict(document.counts)
        if args.json:
            write_stdout(json.dumps({"name": source.name, "counts": counts}, ensure_ascii=False) + "\n")
        elif counts:
            rules = ", ".join(f"{rule} ×{count:,}" for rule, count in counts.items())
            write_stdout(f"{source.name}: {rules}\n")
        found = found or bool(counts)
    return 2 if failed else 1 if found else 0
