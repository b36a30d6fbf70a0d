"""``clean``: the clean text, to standard output or into a directory."""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..core.document import Document
from ..core.pipeline import Pipeline
from .failure import CommandError, InputError
from .inputs import Source, document_of, real, sources
from .outputs import not_over_inputs, progress, targets, write_file, write_stdout


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input; small enough to come back from another process."""

    name: str
    error: str = ""
    counts: tuple[tuple[str, int], ...] = ()
    raw_length: int = 0
    length: int = 0
    is_changed: bool = False
    output: str = ""
    document: Document | None = None


def run(args: argparse.Namespace, pipeline: Pipeline) -> int:
    out = Path(args.out) if args.out else None
    report = Path(args.report) if args.report else None
    inputs = sources(args.paths, out=out)
    files: Sequence[Path | None] = targets(inputs, out, ".json" if args.json else "") if out else [None] * len(inputs)
    if report is not None:
        not_over_inputs([report], inputs)
        if real(report) in {real(file) for file in files if file is not None}:
            raise CommandError(f"{report}: this is where a clean text goes; give the report another name")
    jobs = [Job(source, file, args.json, report is not None) for source, file in zip(inputs, files, strict=True)]
    done: list[Outcome] = []

    def finished() -> Iterator[tuple[str, Document]]:
        """Does the work; one text at a time is held, or shown in the report."""
        for outcome in _outcomes(jobs, pipeline, args.workers):
            if outcome.error:
                print(f"zhpolicytext: {outcome.error}", file=sys.stderr)
            elif out is None:
                # Several texts in one stream are told apart by a line end at least, as `cat` does not.
                several = len(jobs) > 1 and outcome.output and not outcome.output.endswith("\n")
                write_stdout(outcome.output + ("\n" if several or args.json else ""))
            done.append(replace(outcome, document=None, output=""))
            if not args.quiet:
                progress(len(done), len(jobs))
            if outcome.document is not None:
                yield outcome.name, outcome.document

    if report is None:
        for _ in finished():
            pass
    else:
        from ..report import html

        page = html(finished())
        if any(not outcome.error for outcome in done):
            write_file(report, page)
    if not args.quiet and (out is not None or report is not None):
        lines = [*_totals(done, out, report), *([f"rules as {args.configured} says"] if args.configured else [])]
        print("\n".join(lines), file=sys.stderr)
    return 2 if any(outcome.error for outcome in done) else 0


@dataclass(frozen=True, slots=True)
class Job:
    """One input and where its output goes."""

    source: Source
    file: Path | None
    as_json: bool
    keeps_document: bool


def _outcomes(jobs: Sequence[Job], pipeline: Pipeline, workers: int) -> Iterator[Outcome]:
    """In the order of the jobs. Every process reads, cleans and writes its own files: only counts travel.

    Standard input stays here: `multiprocessing` gives its processes an empty one.
    """
    if workers < 2 or len(jobs) < 2:
        for job in jobs:
            yield _outcome(job, pipeline)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from functools import partial

    files = [job for job in jobs if job.source.path is not None]
    with ProcessPoolExecutor(min(workers, len(jobs))) as pool:
        try:
            sent = pool.map(partial(_outcome, pipeline=pipeline), files, chunksize=max(1, min(16, len(jobs) // workers)))
            for job in jobs:
                yield _outcome(job, pipeline) if job.source.path is None else next(sent)
        except BrokenProcessPool:
            raise CommandError("a worker was killed (is there enough memory?): fewer --workers need less") from None


def _outcome(job: Job, pipeline: Pipeline) -> Outcome:
    try:
        document = document_of(job.source, pipeline)
    except InputError as error:
        return Outcome(job.source.name, str(error))
    output = document.text
    if job.as_json:
        values = {"name": job.source.name, "pipeline": pipeline.fingerprint, **document.to_json()}
        output = json.dumps(values, ensure_ascii=False)
    if job.file is not None:
        write_file(job.file, output + ("\n" if job.as_json else ""))
    return Outcome(job.source.name, "", tuple(document.counts.items()), len(document.raw), len(document.text),
                   document.text is not document.raw, output if job.file is None else "",
                   document if job.keeps_document else None)


def _totals(done: Sequence[Outcome], out: Path | None, report: Path | None) -> Iterator[str]:
    """The summary that goes to standard error."""
    read = [outcome for outcome in done if not outcome.error]
    changed = sum(outcome.is_changed for outcome in read)
    before, after = sum(outcome.raw_length for outcome in read), sum(outcome.length for outcome in read)
    yield (f"{len(read):,} {'text' if len(read) == 1 else 'texts'}: {changed:,} changed, "
           f"{len(read) - changed:,} already clean; {before:,} → {after:,} characters")
    counts: Counter[str] = Counter()
    for outcome in read:
        counts.update(dict(outcome.counts))
    most = counts.most_common(8)
    for rule, count in most:
        yield f"{count:>9,}  {rule}"
    if len(counts) > len(most):
        yield f"{sum(counts.values()) - sum(c for _, c in most):>9,}  by {len(counts) - len(most)} more rules"
    if len(read) < len(done):
        yield f"{len(done) - len(read):,} could not be read"
    if out is not None:
        yield f"written to {out}"
    if report is not None:
        yield f"report: {report}"
