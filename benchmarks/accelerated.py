"""What only compiled code could remove: the library compiled as it is, and one pass over the characters in C.

`python -m benchmarks.accelerated` needs Cython and a C compiler, and ten minutes for the library. Nothing of it is
shipped; it says where the time of `docs/performance.md` is, and what an accelerator would be worth.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from zhpolicytext import BODY
from zhpolicytext.core.profile import Profile
from zhpolicytext.core.signs import Scan
from zhpolicytext.text import bitmap
from zhpolicytext.text.sieve import sieve

from . import corpora
from .timing import compare

#: The facts of `bitmap.row`, exactly: which pairs of characters stand side by side. 64 KiB for each side of a pair.
PASS = """
from cpython.unicode cimport PyUnicode_READ, PyUnicode_KIND, PyUnicode_DATA, PyUnicode_GET_LENGTH
cdef unsigned char lefts[65536]
cdef unsigned char rights[65536]

def learn(bytes left, bytes right):
    cdef int code
    for code in range(65536):
        lefts[code] = left[code]
        rights[code] = right[code]

def kinds(str text):
    cdef Py_ssize_t at, size = PyUnicode_GET_LENGTH(text)
    cdef int width = PyUnicode_KIND(text)
    cdef void* data = PyUnicode_DATA(text)
    cdef unsigned char before = 0, found = 0
    cdef Py_UCS4 char
    for at in range(size):
        char = PyUnicode_READ(width, data, at)
        if char > 65535:
            return -1
        found |= before & rights[char]
        before = lefts[char]
    return found | before
"""
#: What Cython 3.3 compiles into code that crashes or raises; it stays as it is.
_LEFT = ("normalizers/mojibake", "normalizers/pinyin", "text/trie")
_TIMED = "from benchmarks import corpora; from benchmarks.timing import compare; from zhpolicytext import BODY; import json; " \
         "print(json.dumps([compare({'': BODY}, texts)[''] for texts in (corpora.clean(), corpora.dirty(), corpora.mixed())]))"


def one_pass(folder: Path) -> Callable[[str], int]:
    """The prototype, compiled, with the tables of `bitmap`."""
    source = folder / "one_pass.pyx"
    source.write_text(PASS, "utf-8")
    _cythonize(folder, [source])
    sys.path.insert(0, str(folder))
    module = import_module("one_pass")
    left, right = bytearray(65536), bytearray(65536)
    for bit, kind in enumerate(bitmap.KINDS):
        for char in kind.left:
            left[ord(char)] |= 1 << bit
        for code in range(65536) if kind.right is None else map(ord, kind.right):
            right[code] |= 1 << bit
    module.learn(bytes(left), bytes(right))
    kinds: Callable[[str], int] = module.kinds
    return kinds


def compiled(folder: Path) -> Path:
    """A copy of the library with compiled modules beside its sources."""
    root = folder / "library"
    package = Path(sys.modules["zhpolicytext"].__file__ or "").parent
    shutil.copytree(package, root / "zhpolicytext", ignore=shutil.ignore_patterns("__pycache__"))
    sources = [path for path in sorted((root / "zhpolicytext").rglob("*.py"))
               if path.name not in ("__init__.py", "__main__.py") and not any(left in path.as_posix() for left in _LEFT)
               and path.relative_to(root / "zhpolicytext").parts[0] in ("core", "text", "entities", "blocks", "normalizers")]
    _cythonize(root, sources)
    return root


def _cythonize(folder: Path, sources: list[Path]) -> None:
    command = [sys.executable, "-m", "Cython.Build.Cythonize", "-3", "-i", "-k", "-X", "annotation_typing=False"]
    done = subprocess.run([*command, *map(str, sources)], cwd=folder, capture_output=True, text=True, check=False)
    suffix = sysconfig.get_config_var("EXT_SUFFIX")
    if not any(source.with_name(source.stem + suffix).exists() for source in sources):
        raise RuntimeError(f"nothing was compiled: {done.stderr[-2000:]}")


def micros_by(path: Path) -> list[float]:
    """Microseconds per 2,000 characters of CLEAN, DIRTY and MIXED, by the library in a folder."""
    import json

    root = Path(__file__).parent.parent
    out = subprocess.run([sys.executable, "-c", _TIMED], check=True, capture_output=True, text=True, cwd=root,
                         env={**os.environ, "PYTHONPATH": f"{path}{os.pathsep}{root}"}).stdout
    found: list[float] = json.loads(out)
    return found


def main() -> None:
    texts = corpora.clean()
    with TemporaryDirectory() as name:
        folder = Path(name)
        kinds = one_pass(folder)
        wrong = [text for text in texts if kinds(text) & ~bitmap.row(Profile(text)).kinds]
        assert not wrong, "the pass in C sees what the bitmap does not"
        scan: Scan = BODY._edit_plan.scan
        times = compare({"one pass in C": kinds, "str.encode": str.encode, "the sieve, by re": lambda text: sieve(Profile(text)),
                         "the whole pre-scan": lambda text: scan(Profile(text)), "the pipeline": BODY}, texts, rounds=30)
        for contender, micros in times.items():
            print(f"{contender:20} {micros:8.2f} µs per 2,000 clean characters")
        print(f"{'':20} {'CLEAN':>8} {'MIXED':>8} {'DIRTY':>8}")
        package = Path(sys.modules["zhpolicytext"].__file__ or "").parent
        for contender, path in (("as it is", package.parent), ("compiled by Cython", compiled(folder))):
            clean, dirty, mixed = micros_by(path)
            print(f"{contender:20} {clean:8.1f} {mixed:8.1f} {dirty:8.1f}")


if __name__ == "__main__":
    main()
