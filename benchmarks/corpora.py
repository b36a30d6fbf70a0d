"""The three corpora: CLEAN, DIRTY and MIXED. Every text follows from the seed and from the files of this repository.

CLEAN   documents of 1,000 to 3,000 characters by `benchmarks.prose`
DIRTY   the pieces of the five seeds, and clean documents damaged by two to four of the corruptors that stand beside the
        tests, in the order in which damage happens
MIXED   CLEAN with every tenth document taken from DIRTY: what a crawl looks like
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from pathlib import Path
from random import Random

from .prose import document

ROOT = Path(__file__).resolve().parent.parent
SEED = 20240520
SIZE = 60

#: The corruptors in the order in which damage happens: the text is written, wrapped, published, copied, re-encoded.
ORDER = ("script", "number", "date", "punctuation", "width", "wrap", "ocr", "boilerplate", "pinyin", "mojibake",
         "furniture", "watermark", "control")

Corruptor = Callable[[str, Random], str]


@cache
def corruptors() -> tuple[tuple[str, Corruptor], ...]:
    """Those of ORDER that exist in ``tests/corruptors``."""
    found = []
    for name in ORDER:
        if (ROOT / "tests" / "corruptors" / f"{name}.py").exists() or (ROOT / "tests" / "corruptors" / name).is_dir():
            module = import_module(f"tests.corruptors.{name}")
            if hasattr(module, "corrupt"):
                found.append((name, module.corrupt))
    return tuple(found)


def clean(size: int = SIZE, seed: int = SEED) -> list[str]:
    rng = Random(seed)
    return [document(rng) for _ in range(size)]


def seed_pieces() -> list[str]:
    """The five seeds, cut at line ends (or, where a line is too long, at full stops) into 1,000 to 3,000 characters."""
    out = []
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        piece = ""
        for part in path.read_text("utf-8").replace("。", "。\0").replace("\n", "\n\0").split("\0"):
            piece += part
            if len(piece) >= 1500:
                out.append(piece)
                piece = ""
        if len(piece) >= 1000 or (piece and (not out or len(out[-1]) + len(piece) > 3000)):
            out.append(piece)
        elif piece:
            out[-1] += piece
    return out


def dirty(size: int = SIZE, seed: int = SEED) -> list[str]:
    rng = Random(seed + 1)
    out = seed_pieces()[:size]
    known = corruptors()
    while known and len(out) < size:
        text = document(rng)
        chosen = {name for name, _ in rng.sample(known, min(len(known), rng.randrange(2, 5)))}
        damaged = text
        for name, corrupt in known:
            if name in chosen:
                damaged = corrupt(damaged, rng)
        if damaged != text:
            out.append(damaged)
    return out


def mixed(size: int = SIZE, seed: int = SEED) -> list[str]:
    bad = dirty(size, seed)
    Random(seed + 2).shuffle(bad)
    return [bad[k // 10] if k % 10 == 4 else text for k, text in enumerate(clean(size, seed))]


def from_file(path: Path, size: int = SIZE) -> list[str]:
    """Texts from a file: JSON lines with a ``text`` field, or plain text; cut at line ends to about 2,000 characters."""
    raw = path.read_text("utf-8")
    texts: Iterable[str] = (json.loads(line)["text"] for line in raw.split("\n") if line.strip()) \
        if path.suffix == ".jsonl" else [raw]
    out: list[str] = []
    for text in texts:
        piece = ""
        for line in text.split("\n"):
            piece += line + "\n"
            if len(piece) >= 1700:
                out.append(piece[:3000])
                piece = ""
    step = max(1, len(out) // size)
    return out[::step][:size]


def digest(texts: Iterable[str]) -> str:
    """Eight hexadecimal digits that say whether two runs measured the same texts."""
    return hashlib.sha256("\0".join(texts).encode("utf-8", "surrogatepass")).hexdigest()[:8]
