"""``report``: one page that shows what was changed and why."""

import argparse
import sys
from pathlib import Path

from ..core.pipeline import Pipeline
from .failure import InputError
from .inputs import document_of, sources
from .outputs import not_over_inputs, write_file


def run(args: argparse.Namespace, pipeline: Pipeline) -> int:
    from ..report import html

    inputs = sources(args.paths)
    out = Path(args.out)
    not_over_inputs([out], inputs)
    documents = []
    for source in inputs:
        try:
            documents.append((source.name, document_of(source, pipeline)))
        except InputError as error:
            print(f"zhpolicytext: {error}", file=sys.stderr)
    if documents:
        write_file(out, html(documents))
        if not args.quiet:
            print(f"report of {len(documents):,} {'text' if len(documents) == 1 else 'texts'}: {out}", file=sys.stderr)
    return 2 if len(documents) < len(inputs) else 0
