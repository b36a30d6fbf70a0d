"""The command line: ``zhpolicytext clean seeds --out out``."""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence

from .commands.configuration import FILE_NAME, PRESETS, Configuration, configuration, public_presets
from .core.pipeline import Pipeline
from .errors import ZhPolicyTextError
from .version import __version__

_EXITS = """\
exit status:
  0  done; for check: nothing would change
  1  check only: something would change
  2  an error: wrong usage, a missing or unreadable input, an unknown rule; one line on standard error says which
"""

_DESCRIPTION = """\
Cleans damaged Chinese policy text: mojibake, inline pinyin, watermarks, page furniture,
numbers and dates, punctuation, script, boilerplate. Every change can be looked at.
"""

_EXAMPLES = """\
examples:
  zhpolicytext clean notice.txt                      the clean text, to standard output
  zhpolicytext clean pages --out clean               a directory, tree kept
  zhpolicytext explain notice.txt --rule mojibake    what was changed, where, by which rule
  zhpolicytext report pages --out report.html        the same as a page to look at
  zhpolicytext check pages && echo clean
  zhpolicytext rules pinyin.inline                   what a rule finds, and what it leaves alone

"""


def main(
    argv: Sequence[str] | None = None, *, presets: Callable[[], Mapping[str, Pipeline]] = public_presets
) -> int:
    """Run a command; the exit status. `presets` are what ``--preset`` chooses from."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return _run(_parser().parse_args(argv), presets)
    except ZhPolicyTextError as error:
        print(f"zhpolicytext: {' '.join(str(error).split())}", file=sys.stderr)
        return 2
    except BrokenPipeError:  # the reader has gone (`| head`): nothing to say
        return 128 + 13
    except KeyboardInterrupt:
        return 128 + 2


def _run(args: argparse.Namespace, presets: Callable[[], Mapping[str, Pipeline]]) -> int:
    chosen = _configuration(args)
    pipeline = chosen.pipeline(presets())
    args.configured = chosen.where
    if args.command == "clean":
        from .commands import clean

        return clean.run(args, pipeline)
    if args.command == "explain":
        from .commands import explain

        return explain.run(args, pipeline)
    if args.command == "check":
        from .commands import check

        return check.run(args, pipeline)
    if args.command == "report":
        from .commands import report

        return report.run(args, pipeline)
    from .commands import rules

    return rules.run(args, pipeline, presets())


def _configuration(args: argparse.Namespace) -> Configuration:
    """The file's configuration with what the command line says on top."""
    from dataclasses import replace

    base = configuration(args.config) if args.config != "" else Configuration()
    return replace(
        base,
        preset=args.preset or base.preset,
        only=tuple(args.only) or base.only,
        without=base.without + tuple(args.without),
        at_least=args.at_least or base.at_least,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="zhpolicytext", description=_DESCRIPTION, epilog=_EXAMPLES + _EXITS,
        formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--version", action="version", version=f"zhpolicytext {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", title="commands")

    clean = _command(commands, "clean", "write the clean text", _CLEAN)
    _inputs(clean)
    clean.add_argument("--out", "-o", metavar="DIR", help="write each text into this directory, the tree kept")
    clean.add_argument("--json", action="store_true", help="write raw and clean text, changes, removed blocks, "
                       "suggestions, metadata and entities as JSON, one object a line")
    clean.add_argument("--report", metavar="FILE", help="also write an HTML report of what was changed")
    clean.add_argument("--workers", type=_whole_number, default=1, metavar="N", help="processes to use (default: 1)")
    clean.add_argument("--quiet", "-q", action="store_true", help="no summary on standard error")
    _choice(clean)

    explain = _command(commands, "explain", "show what changes, where, and by which rule", _EXPLAIN)
    _inputs(explain)
    explain.add_argument("--rule", action="append", default=[], metavar="ID",
                         help="show only this rule or normaliser (all run); may be repeated")
    explain.add_argument("--limit", type=_whole_number, default=3, metavar="N",
                         help="examples to show for a rule; 0 for all (default: 3)")
    explain.add_argument("--context", type=_whole_number, default=16, metavar="N",
                         help="characters to show around a change (default: 16)")
    explain.add_argument("--color", choices=("auto", "always", "never"), default="auto",
                         help="colours (default: on a terminal, unless NO_COLOR is set)")
    explain.add_argument("--json", action="store_true", help="every edit as JSON, one object a text")
    _choice(explain)

    check = _command(commands, "check", "exit with status 1 if anything would change", _CHECK)
    _inputs(check)
    check.add_argument("--json", action="store_true", help="counts by rule as JSON, one object a text")
    _choice(check)

    report = _command(commands, "report", "write an HTML page that shows every change", _REPORT)
    _inputs(report)
    report.add_argument("--out", "-o", metavar="FILE", required=True, help="the page to write")
    report.add_argument("--quiet", "-q", action="store_true", help="say nothing on standard error")
    _choice(report)

    rules = _command(commands, "rules", "list the rules, or tell all about one", _RULES)
    rules.add_argument("ids", nargs="*", metavar="ID", help="a rule (pinyin.inline) or a normaliser (pinyin)")
    rules.add_argument("--json", action="store_true", help="as JSON")
    _choice(rules)
    return parser


_CLEAN = """\
Writes the clean text to standard output, or with --out into a directory. Input is any encoding
that Chinese pages come in; output is UTF-8. Several texts to standard output follow one another
as with cat. Inputs are never modified.
"""
_EXPLAIN = """\
Shows, rule by rule, what is changed, with its place (line:column of the raw text) and the words
around it: [-old-]{+new+} without colours, [?…?] for a suggestion, which changes nothing.
"""
_CHECK = "Prints the texts that would change and the rules that would change them.\n"
_REPORT = """\
Writes one self-contained page (no network): raw and clean text side by side, every change with
its rule, what was removed, metadata, and what the library was not sure of.
"""
_RULES = "Lists the rules in the order in which they run: id, kind, safety, what is found.\n"


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, short: str, long: str
) -> argparse.ArgumentParser:
    return commands.add_parser(name, help=short, description=long, epilog=_EXITS,
                               formatter_class=argparse.RawDescriptionHelpFormatter)


def _inputs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH",
                        help="a file, a directory (all *.txt, *.md, *.html and *.htm below it), or - for standard "
                        "input, which is also what is read without any PATH")


def _choice(parser: argparse.ArgumentParser) -> None:
    """Options that choose which rules run."""
    group = parser.add_argument_group("which rules run")
    group.add_argument("--preset", choices=PRESETS, help="repair: undo damage only; canonical: also one spelling of "
                       "equal ones; body: also drop what stands around the text (default)")
    group.add_argument("--without", action="append", default=[], metavar="ID",
                       help="not this rule or normaliser; may be repeated")
    group.add_argument("--only", action="append", default=[], metavar="ID",
                       help="this rule or normaliser alone; may be repeated")
    group.add_argument("--at-least", choices=("safe", "likely"), help="safe: leave out the rules that are only likely "
                       "to be right (default: likely)")
    group.add_argument("--config", metavar="FILE", help=f"read this configuration instead of {FILE_NAME} in the "
                       "current directory; '' reads none")


def _whole_number(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"a whole number is needed, not {text!r}")
    return int(text)


if __name__ == "__main__":
    raise SystemExit(main())
