"""The texts a command works on: files, directories, standard input."""

import os
import re
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from ..core.document import Document
from ..core.pipeline import Pipeline
from .failure import CommandError, InputError, os_reason

#: What a directory is searched for. A file that is named on the command line may have any name.
TEXT_SUFFIXES = (".txt", ".md", ".html", ".htm")
HTML_SUFFIXES = (".html", ".htm", ".xhtml")


@dataclass(frozen=True, slots=True)
class Source:
    """One input. `path` is None for standard input; `below` is where its output belongs under ``--out``."""

    name: str
    path: Path | None
    below: PurePath

    @property
    def is_html(self) -> bool:
        return self.path is not None and self.path.suffix.lower() in HTML_SUFFIXES

    def read_bytes(self) -> bytes:
        try:
            if self.path is not None:
                return self.path.read_bytes()
            if sys.stdin is None:
                raise InputError(f"{self.name}: closed")
            if sys.stdin.isatty():
                print("zhpolicytext: reading what you type (Ctrl-D ends it; --help tells more)", file=sys.stderr)
            return sys.stdin.buffer.read()
        except OSError as error:
            raise InputError(f"{self.name}: {os_reason(error)}") from None

    def read(self) -> str:
        """The text of the input. Raises InputError if it is none."""
        data = self.read_bytes()
        is_page = self.is_html or _PAGE.match(data) is not None
        return _text_of_page(data, self.name) if is_page else _decoded(data, self.name)


def document_of(source: Source, pipeline: Pipeline) -> Document:
    """The run of a pipeline on an input. Raises InputError, whatever goes wrong with this one input."""
    try:
        return pipeline.run(source.read())
    except InputError:
        raise
    except Exception as error:  # a bug in one rule must not cost the work on ten thousand other texts: it is reported
        notes = "; ".join(getattr(error, "__notes__", ()))
        raise InputError(f"{source.name}: {type(error).__name__}: {_one_line(error)}" + (f" ({notes})" if notes else "")
                         + ": this is a bug, please report it with the text") from error


def sources(paths: Sequence[str], *, out: Path | None = None) -> list[Source]:
    """The inputs that the paths name, each once, in a stable order. What lies under `out` is output, not input."""
    found: dict[Path | None, Source] = {}
    several = len(paths) > 1
    for given in paths or ["-"]:
        if given == "-":
            found.setdefault(None, Source("(standard input)", None, PurePath("stdin.txt")))
            continue
        path = Path(given)
        if not _is_directory(given):
            found.setdefault(real(path), Source(given, path, PurePath(path.name)))
            continue
        # Several directories keep their names apart: a/x.txt and b/x.txt must not meet in one output.
        prefix = PurePath(real(path).name) if several else PurePath()
        texts = list(_texts_under(path, out))
        if not texts:
            raise CommandError(f"{given}: no text in this directory (looked for {_PATTERNS})")
        for text in texts:
            found.setdefault(real(text), Source(str(text), text, prefix / text.relative_to(path)))
    return list(found.values())


_PATTERNS = ", ".join("*" + suffix for suffix in TEXT_SUFFIXES)


def real(path: Path) -> Path:
    """Where a path leads. `Path.resolve` raises RuntimeError for links that lead in a circle."""
    return Path(os.path.realpath(path))


def _is_directory(given: str) -> bool:
    """Raises CommandError for what is not there; an empty name (a variable that is not set) is not the directory."""
    try:
        return stat.S_ISDIR(os.stat(given).st_mode)
    except OSError as error:
        raise CommandError(f"{given or 'an empty PATH'}: {os_reason(error)}") from None


def _texts_under(directory: Path, out: Path | None) -> Iterator[Path]:
    """Text files below a directory, in a stable order; nothing hidden, and no output of an earlier run."""
    output = None if out is None or real(out) == real(directory) else real(out)

    def unreadable(error: OSError) -> None:
        raise CommandError(f"{error.filename}: {os_reason(error)}")

    for folder, below, files in os.walk(directory, onerror=unreadable):
        below[:] = sorted(d for d in below if not d.startswith(".") and real(Path(folder, d)) != output)
        for file in sorted(files):
            if file.lower().endswith(TEXT_SUFFIXES) and not file.startswith("."):
                yield Path(folder, file)


def _checked(text: str, name: str) -> str:
    """The text. Raises InputError for what is none."""
    controls = sum(map(text[:_LOOKED_AT].count, _NEVER_TYPED))
    # Damaged text may hold a few controls; a program, an archive or a picture that happens to decode holds many.
    if controls > 4 and controls * 50 > len(text[:_LOOKED_AT]):
        raise InputError(f"{name}: this is no text: {controls} of its first {len(text[:_LOOKED_AT])} characters are "
                         "control characters")
    return text


#: How a page begins, whatever its name.
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,99}(?:<\?xml[^>]{0,99}>\s{0,99})?(?:<!doctype\s{1,9}html|<html[\s>])", re.I)
_LOOKED_AT = 8192  # characters: two pages show what a file is
_NEVER_TYPED = [chr(code) for code in range(0x20) if chr(code) not in "\t\n\v\f\r\x1a\x1b"]


def _decoded(data: bytes, name: str) -> str:
    from ..text.decoding import decode

    found = decode(data)
    if found.undecodable > 2 and found.undecodable * 100 > len(found.text):
        raise InputError(f"{name}: no encoding fits these bytes: of {found.encoding}, the likeliest, "
                         f"{found.undecodable:,} are none")
    text = _checked(found.text, name)
    if found.undecodable:
        what = "1 byte is" if found.undecodable == 1 else f"{found.undecodable} bytes are"
        print(f"zhpolicytext: {name}: {what} no {found.encoding}: U+FFFD stands there", file=sys.stderr)
    return text


def _text_of_page(data: bytes, name: str) -> str:
    from ..html_text import html_text

    try:
        return _checked(html_text(data), name)
    except ModuleNotFoundError as error:
        raise InputError(f"{name}: {error}") from None
    except (UnicodeError, ValueError) as error:
        raise InputError(f"{name}: no encoding fits these bytes ({_one_line(error)})") from None


def _one_line(error: BaseException) -> str:
    return " ".join(str(error).split()) or type(error).__name__

