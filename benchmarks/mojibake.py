"""How much of generated damage comes back: the families of docs/mojibake.md, with ftfy as a column of the same run.

    python -m benchmarks.mojibake                        # on generated policy text
    python -m benchmarks.mojibake CORPUS.jsonl -n 200    # on real texts: {"text": …} a line

*exact*: documents restored exactly, width folded. *removed*: 1 - edit distance to the original after ÷ before.
*kept*: documents without damage that came back as they were put in.
*harmed*: documents in which a character that was right became wrong. Half of the documents are traditional.
Most of the documents are cut off in the middle of a sentence, which no real document is: the byte lost at the cut has
no right neighbour. *whole*: the same for documents that end where a paragraph ends, every other one without a line end.
*sentences*: single sentences of 15 to 90 characters, five times as many, that are restored exactly (or kept).
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from tests.corruptors import mojibake as damage

Text = Callable[[str], str]
SENTENCES = 5  # for every document
FOLD = {**{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}, 0x3000: 0x20, 0xA0: 0x20}


def families() -> dict[str, tuple[str, Text]]:
    """The measure of each family, and what makes its damage."""
    return {
        "UTF-8 as cp1252, intact": ("exact", damage.utf8_as_latin1),
        "GBK as cp1252, intact": ("exact", damage.gbk_as_latin1),
        "Big5 as cp1252, intact": ("exact", damage.big5_as_latin1),
        "GBK as cp1252 after ftfy": ("exact", lambda t: damage.through_ftfy(damage.gbk_as_latin1(t))),
        "GBK as cp1252, U+00AD lost": ("removed", lambda t: damage.gbk_as_latin1(t, drop=damage.SOFT_HYPHEN)),
        "UTF-8 as cp1252, C1 lost": ("removed", lambda t: damage.utf8_as_latin1(t, drop=damage.C1)),
        "UTF-8 as latin-1, C1 lost": ("removed", lambda t: damage.utf8_as_latin1(t, "latin-1", damage.C1)),
        "UTF-8 as GBK, losses shown": ("exact", damage.utf8_as_gbk),
        "UTF-8 as GBK by browsers": ("exact", lambda t: damage.utf8_read_by(t, damage.read_as_browsers)),
        "UTF-8 as cp936 by Windows (? eats a character)": ("exact", lambda t: damage.utf8_read_by(t, damage.read_as_windows)),
        "UTF-8 as GB18030 by Python, replace": ("exact", damage.utf8_as_gb18030),
        "UTF-8 as GB18030 by Python, ignore": ("exact", lambda t: damage.utf8_as_gb18030(t, "ignore")),
        "UTF-8 as GBK by Python, replace": ("exact", lambda t: damage.utf8_read_by(t, damage.read_as_python)),
        "UTF-8 as GBK by Python, ignore":
            ("exact", lambda t: damage.utf8_read_by(t, lambda data: damage.read_as_python(data, errors="ignore"))),
        "UTF-8 as GBK by Java": ("exact", lambda t: damage.utf8_read_by(t, damage.read_as_java)),
        "UTF-8 as GBK by iconv -c": ("exact", lambda t: damage.utf8_read_by(t, damage.read_as_iconv)),
        "UTF-8 as GBK, odd bytes lost": ("removed", lambda t: damage.utf8_as_gbk(t, "")),
        "UTF-8 as GBK, private use lost too": ("removed", lambda t: damage.utf8_as_gbk(t, "", False)),
        "UTF-8 as GBK, twice": ("removed", lambda t: damage.utf8_as_gbk(t, rounds=2)),
        "GBK out of step, private use kept": ("removed", lambda t: damage.folded(damage.out_of_step(t))),
        "GBK out of step, private use lost": ("removed", lambda t: damage.folded(damage.out_of_step(t, private=False))),
        "GBK out of step, silent (seed 001)":
            ("removed", lambda t: damage.folded(damage.out_of_step(t, lost="", marks=damage.MARKS_001))),
        "GBK out of step, annotated, private use kept": ("removed", lambda t: damage.annotated_out_of_step(t, _depth(t))),
        "GBK out of step, annotated, private use lost":
            ("removed", lambda t: damage.annotated_out_of_step(t, _depth(t), private=False)),
        "GBK, a byte lost and shown, pairs are ?": ("removed", damage.stream_out_of_step),
        "GBK, a byte lost and shown, pairs are U+FFFD": ("removed", lambda t: damage.stream_out_of_step(t, "\ufffd", "\ufffd")),
        "GBK, a byte lost and shown, pairs dropped": ("removed", lambda t: damage.stream_out_of_step(t, "?", "")),
        "GBK, a byte lost without a sign, pairs are ?": ("removed", lambda t: damage.stream_out_of_step(t, "")),
        "GBK, a byte lost without a sign, pairs dropped": ("removed", lambda t: damage.stream_out_of_step(t, "", "")),
        "Big5 as GB18030 (every pair kept)": ("exact", damage.big5_as_gb18030),
        "Big5 as GBK by browsers": ("exact", lambda t: damage.big5_read_by(t, damage.read_as_browsers)),
        "Big5 as cp936 by Windows": ("exact", lambda t: damage.big5_read_by(t, damage.read_as_windows)),
        "Big5 as cp936 (pairs lost)": ("exact", damage.big5_as_gbk),
        "Big5 as cp936 (lost pairs are ?)": ("exact", lambda t: damage.big5_as_gbk(t, "?")),
        "Big5 as GBK by Java": ("exact", lambda t: damage.big5_read_by(t, damage.read_as_java)),
        "Big5 as GBK by Python, replace": ("exact", lambda t: damage.big5_read_by(t, damage.read_as_python)),
        "Big5 as GBK by Python, replace, removed": ("removed", lambda t: damage.big5_read_by(t, damage.read_as_python)),
        "Big5 as GBK by Python, ignore":
            ("removed", lambda t: damage.big5_read_by(t, lambda data: damage.read_as_python(data, errors="ignore"))),
        "GBK as Big5": ("removed", damage.gbk_as_big5),
        "GBK as Big5 by Python, replace": ("removed", lambda t: damage.gbk_read_by(t, "big5")),
        "GBK as cp950 by Python, replace": ("removed", lambda t: damage.gbk_read_by(t, "cp950")),
        "HTML entities, named": ("exact", damage.named_entities),
        "HTML entities, numeric": ("exact", damage.numeric_entities),
        "HTML entities, stripped": ("exact", damage.stripped_entities),
        "\\uXXXX": ("exact", damage.unicode_escapes),
        "no damage": ("exact", lambda t: t),
        "no damage, ? and U+FFFD for emoji": ("kept", lambda t: damage.signs_for_emoji(t, random.Random(t))),
        "no damage, words of other languages": ("kept", lambda t: damage.with_foreign_words(t, random.Random(t))),
    }


def _depth(text: str) -> int:
    """How many characters a mirror annotates: of the 128 that are known, 30 at the least."""
    return random.Random(text).randrange(30, 129)


def distance(a: str, b: str) -> int:
    """Levenshtein, bit-parallel (Hyyrö 2003): a row of the table is one integer."""
    if not a or not b:
        return max(len(a), len(b))
    mask, top = (1 << len(b)) - 1, 1 << (len(b) - 1)
    places: dict[str, int] = {}
    for k, char in enumerate(b):
        places[char] = places.get(char, 0) | (1 << k)
    plus, minus, score = mask, 0, len(b)
    for char in a:
        equal = places.get(char, 0)
        vertical = equal | minus
        horizontal = (((equal & plus) + plus) ^ plus) | equal
        up, down = minus | (~(horizontal | plus) & mask), plus & horizontal
        score += bool(up & top) - bool(down & top)
        up, down = ((up << 1) | 1) & mask, (down << 1) & mask
        plus, minus = down | (~(vertical | up) & mask), up & vertical
    return score


def harmed(right: str, broken: str, repaired: str) -> bool:
    """Whether the repair changed a character that the damage had left right."""
    if broken == repaired:
        return False
    kept = {place for i, _, size in SequenceMatcher(None, right, broken, autojunk=False).get_matching_blocks()
            for place in range(i, i + size)}
    still = {place for i, _, size in SequenceMatcher(None, right, repaired, autojunk=False).get_matching_blocks()
             for place in range(i, i + size)}
    return bool(kept - still) and len(still) < len(kept)


def documents(corpus: Path | None, count: int, whole: bool = False) -> Iterator[str]:
    """Documents of 80 to 1,500 characters, every other one in traditional script; `whole`: to the end of a paragraph."""
    from opencc import OpenCC

    traditional = OpenCC("s2t").convert
    rng = random.Random(1)
    texts = list(_texts(corpus))
    for k in range(count):
        text = re.sub(r"\n\s*\n+", "\n", rng.choice(texts)).replace("\u200b", "").replace("\u200d", "")
        size = rng.choice((80, 200, 600, 1500))
        start = rng.randrange(max(1, len(text) - size))
        text = text[text.find("\n", start) + 1 :]
        if whole:
            ended = re.compile("[。！]\n").search(text, size)
            text = (text[: ended.start() + 1] if ended else text).rstrip("\n") + "\n" * (k // 2 % 2)
        else:
            text = text[:size]
        yield traditional(text) if k % 2 else text


def sentences(corpus: Path | None, count: int) -> Iterator[str]:
    """Sentences by themselves, every other one in traditional script: each is all that tells how it was damaged."""
    from opencc import OpenCC

    traditional = OpenCC("s2t").convert
    rng = random.Random(2)
    texts = list(_texts(corpus))
    whole = re.compile("[^。\\s]{15,90}。")
    for k in range(count):
        known: list[str] = []
        while not known:
            known = whole.findall(rng.choice(texts))
        text = rng.choice(known)
        yield traditional(text) if k % 2 else text


def _texts(corpus: Path | None) -> Iterator[str]:
    if corpus is not None:
        with corpus.open(encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)["text"]
        return
    from benchmarks.prose import document

    rng = random.Random(1)
    for _ in range(40):
        yield "\n".join(document(rng) for _ in range(4))


def table(corpus: Path | None, count: int, only: str) -> Iterator[str]:
    import ftfy
    from zhpolicytext.normalizers.mojibake import mojibake

    def by_ftfy(text: str) -> str:
        return ftfy.fix_text(text, uncurl_quotes=False, fix_character_width=False)

    yield ("| family | measure | documents | ftfy | zhpolicytext | harmed | ms per 2,000 characters | whole | of | harmed "
           "| sentences | of | harmed |")
    yield "|---|---|---|---|---|---|---|---|---|---|---|---|---|"
    for name, (measure, corrupt) in families().items():
        if only not in name:
            continue
        pairs = _pairs(name, corrupt, documents(corpus, count))
        peer, mine = (_measured(repair, measure, pairs) for repair in (by_ftfy, mojibake))
        ended = _pairs(name, corrupt, documents(corpus, count, True))
        whole = _measured(mojibake, measure, ended)
        alone = _pairs(name, corrupt, sentences(corpus, SENTENCES * count))
        single = _measured(mojibake, "exact", alone)
        yield (f"| {name} | {measure} | {len(pairs)} | {peer.figure:.1f} | {mine.figure:.2f} | {mine.harmed} | {mine.cost:.1f} "
               f"| {whole.figure:.2f} | {len(ended)} | {whole.harmed} | {single.figure:.1f} | {len(alone)} | {single.harmed} |")


def _pairs(name: str, corrupt: Text, texts: Iterator[str]) -> list[tuple[str, str]]:
    """The documents that this damage changes, and what it makes of them."""
    from opencc import OpenCC

    traditional = OpenCC("s2t").convert  # what is in Big5 is in traditional script
    pairs = []
    for text in texts:
        if "annotated" in name:
            text = traditional(text)  # as mirrors do
        if name.startswith("Big5"):
            text = traditional(text).encode("big5", "ignore").decode("big5")
        broken = corrupt(text)
        if text and (broken != text or name == "no damage"):
            pairs.append((broken if name.startswith("no damage") else text, broken))
    return pairs


class Measured(NamedTuple):
    """What a repair made of a family: per cent, documents harmed, ms per 2,000 characters."""

    figure: float
    harmed: int
    cost: float


def _measured(repair: Text, measure: str, pairs: Sequence[tuple[str, str]]) -> Measured:
    exact = before = after = harm = 0
    spent = size = 0.0
    for text, broken in pairs:
        started = time.perf_counter()
        repaired = repair(broken)
        spent += time.perf_counter() - started
        size += len(broken)
        right, was, now = (part.translate(FOLD) for part in (text, broken, repaired))
        exact += right == now
        if measure == "removed":
            before += distance(right, was)
            after += distance(right, now)
        if right != now:
            harm += harmed(right, was, now)
    figure = 100 * (1 - after / max(before, 1)) if measure == "removed" else 100 * exact / max(len(pairs), 1)
    return Measured(figure, harm, 2e6 * spent / max(size, 1))


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("corpus", type=Path, nargs="?", help='texts, {"text": …} a line; without it they are generated')
    arguments.add_argument("-n", type=int, default=200, help="documents a family")
    arguments.add_argument("--only", default="", help="families whose name holds this")
    given = arguments.parse_args()
    for line in table(given.corpus, given.n, given.only):
        print(line, flush=True)


if __name__ == "__main__":
    main()
