"""``report``: one page that shows what was changed and why."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from ..core.document import Document
from ..core.pipeline import Pipeline
from .failure import InputError
from .inputs import document_of, sources
from .outputs import not_over_inputs, progress, write_file


def run(args: argparse.Namespace, pipeline: Pipeline) -> int:
    from ..report import html

    inputs = sources(args.paths)
    out = Path(args.out)
    not_over_inputs([out], inputs)
    shown = 0

    def documents() -> Iterator[tuple[str, Document]]:
        nonlocal shown
        for number, source in enumerate(inputs, 1):
            try:
                document = document_of(source, pipeline)
            except InputError as error:
                print(f"zhpolicytext: {error}", file=sys.stderr)
                continue
            shown += 1
            if not args.quiet:
                progress(number, len(inputs))
            yield source.name, document

    page = html(documents())
    if shown:
        write_file(out, page)
        if not args.quiet:
            print(f"report of {shown:,} {'text' if shown == 1 else 'texts'}: {out}", file=sys.stderr)
    return 2 if shown < len(inputs) else 0
