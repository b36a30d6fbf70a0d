"""The three corpora: CLEAN, DIRTY and MIXED. Every text follows from the seed and from the files of this repository.

CLEAN   documents of 1,000 to 3,000 characters by `benchmarks.prose`
DIRTY   the pieces of the five seeds, and clean documents with one to three damages, drawn as often as they were counted
        on 512 public pages (the weights below), in the order in which damage happens
MIXED   CLEAN with every tenth document taken from DIRTY: what a crawl looks like
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from random import Random

from .prose import document

ROOT = Path(__file__).resolve().parent.parent
SEED = 20240520
#: Damaged documents: a quarter of them are pieces of the seeds.
SIZE = 60
#: Clean ones, and mixed ones: so many that what a pass begins with, the caches cold behind another contender, is no
#: tenth of it (60 clean ones take 3 ms), and that two dozen damaged ones are among the mixed.
MANY = 240

Damage = Callable[[str, Random], str]


@cache
def damages() -> tuple[tuple[str, int, Damage], ...]:
    """Name, pages of 512 that show it, and the corruptor of the tests; in the order in which damage happens."""
    from tests.corruptors import (
        boilerplate, control, furniture, mirror, mojibake, number, ocr, pinyin, punctuation, script, watermark, width,
        wrap)

    def by_page(text: str, rng: Random) -> str:
        return furniture.paged(text, rng, rng.choice(furniture.DRESSES), 600)

    return (
        ("numbers written otherwise", 32, number.corrupt),
        ("wide digits", 20, width.corrupt),
        ("misread digits", 8, ocr.letters_for_digits),
        ("wrapped lines", 17, lambda text, rng: wrap.hard_wrapped(text, rng.randint(28, 40))),
        ("wrap spaces", 7, lambda text, rng: wrap.wrap_spaced(text, rng.randint(26, 34))),
        ("page numbers", 10, by_page),
        ("numbered chunks", 30, lambda text, rng: furniture.chunked(text, rng)),
        ("citation marks", 48, furniture.cited),
        ("made traditional", 35, lambda text, rng: mirror.to_traditional(text)),
        ("toned readings on traditional", 91,
         lambda text, rng: pinyin.toned(mirror.to_traditional(text), rng.randint(8, 60))),
        ("lone traditional characters", 10, script.lone),
        ("doubled commas", 8, punctuation.doubled_commas),
        ("turned quotes", 11, punctuation.reversed_quotes),
        ("half-width marks", 40, punctuation.folded),
        ("bytes out of step", 22, _one_line_out_of_step(mojibake.byte_lost)),
        ("entities", 9, lambda text, rng: mojibake.named_entities(text)),
        ("blocks around the text", 237, boilerplate.corrupt),
        ("watermarks", 2, watermark.empirecms),
        ("control characters", 6, control.corrupt),
    )


def _one_line_out_of_step(byte_lost: Callable[[str, int], str]) -> Damage:
    def damage(text: str, rng: Random) -> str:
        lines = text.split("\n")
        place = rng.choice([k for k, line in enumerate(lines) if len(line) > 20])
        line = lines[place]
        lines[place] = line[:8] + byte_lost(line[8:22], rng.randrange(3)) + line[22:]
        return "\n".join(lines)

    return damage


def clean(size: int = MANY, seed: int = SEED) -> list[str]:
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
    known = damages()
    while len(out) < size:
        text = document(rng)
        chosen = set(rng.choices([name for name, _, _ in known], [weight for _, weight, _ in known],
                                 k=rng.choice((1, 1, 2, 2, 3))))
        damaged = text
        for name, _, damage in known:
            if name in chosen:
                damaged = damage(damaged, rng)
        if damaged != text:
            out.append(damaged)
    return out


def mixed(size: int = MANY, seed: int = SEED) -> list[str]:
    bad = dirty(SIZE, seed)
    Random(seed + 2).shuffle(bad)
    return [bad[k // 10 % SIZE] if k % 10 == 4 else text for k, text in enumerate(clean(size, seed))]


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
