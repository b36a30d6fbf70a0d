"""Every figure of the second-author sets.

    python tests/evaluation/second_author/run.py [--scorers DIR] [--only numbers,pinyin] [--show]
"""

from __future__ import annotations

import argparse
import collections
import contextlib
import functools
import importlib.util
import io
import json
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import zhpolicytext as zh

HERE = Path(__file__).resolve().parent
SETS = ("numbers", "boilerplate", "metadata", "pinyin", "damage", "clean_pages", "idempotence", "timing")


def rows(name: str) -> list[dict[str, Any]]:
    with (HERE / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def load(directory: Path, name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, directory / f"{name}.py")
    assert spec is not None and spec.loader is not None, f"no {name}.py in {directory}"
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def heading(text: str) -> None:
    print(f"\n== {text}")


# -- numbers ------------------------------------------------------------------


def numbers_text(text: str) -> str:
    return (zh.number | zh.date)(text)


def numbers_entities(text: str) -> Iterator[tuple[int, int, str, Any]]:
    for entity in zh.find_entities(text):
        yield entity.start, entity.end, entity.type, plain(entity.value)


def plain(value: Any) -> Any:
    """The value as JSON knows it."""
    if hasattr(value, "items"):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value


def run_numbers(scorers: Path, show: bool) -> None:
    score = load(scorers, "score_numbers")
    gold = rows("numbers")
    heading(f"numbers ({len(gold)})")
    for name, function in (("number|date", numbers_text), ("clean", zh.clean)):
        report, by_category, bad = score.text_score(function, gold, 10_000)
        print(name, json.dumps(report))
        if show:
            for identity, text, out, want in bad:
                print(f"  {name.upper()} {identity} {identity}\n     raw  {text!r}\n     got  {out!r}\n     want {want!r}")
        if name == "number|date":
            weak = {c: f"{v['ok']}/{v['n']}" for c, v in sorted(by_category.items()) if v["ok"] < v["n"]}
            print("  weak categories", weak)
    print("ents", json.dumps(score.ent_score(numbers_entities, gold)))
    print("vals", json.dumps(score.value_score(numbers_entities, gold)))
    if show:
        for item in gold:
            show_entities(item)


def show_entities(item: dict[str, Any]) -> None:
    text = item["text"]
    found = {(start, end): (kind, value) for start, end, kind, value in numbers_entities(text)}
    for want in item["entities"]:
        span = (want["start"], want["end"])
        got = found.get(span)
        if want.get("optional"):
            continue
        if got is None:
            near = [text[s:e] for s, e in found if s < span[1] and e > span[0]]
            print(f"  ENT {item['id']} missing {text[span[0]:span[1]]!r} near {near}")
        elif json.dumps(got[1], sort_keys=True) != json.dumps(want["value"], sort_keys=True):
            print(f"  VAL {item['id']} {text[span[0]:span[1]]!r} got {got[1]} want {want['value']}")
    if not item["entities_complete"]:
        return
    for (start, end), (kind, _) in found.items():
        if any(start < want["end"] and end > want["start"] for want in item["entities"]):
            continue
        surface = text[start:end]
        few = not re.search(r"\d", surface) and sum(c in "零〇一二三四五六七八九十百千万亿两兩萬億幾几半" for c in surface) <= 1
        if item["strict"] or not few:
            print(f"  EXTRA {item['id']} {surface!r} {kind}")


# -- boilerplate and metadata -------------------------------------------------


def body_only(text: str) -> str:
    """Boilerplate removed; numerals, script and width as they stand in the gold lines."""
    return (zh.REPAIR | zh.boilerplate)(text)


def run_boilerplate(scorers: Path, show: bool) -> None:
    score = load(scorers, "score_boilerplate")
    gold = HERE / "boilerplate.jsonl"
    heading("boilerplate")
    module = sys.modules["second_author_run"] = ModuleType("second_author_run")
    module.__dict__.update(body_only=body_only, clean=zh.clean)
    for name in ("body_only", "clean"):
        out = io.StringIO()
        arguments = sys.argv
        sys.argv = ["score", f"second_author_run:{name}", "--gold", str(gold), "--show", "1000"]
        try:
            with contextlib.redirect_stdout(out):
                score.main()
        finally:
            sys.argv = arguments
        lines = out.getvalue().splitlines()
        print(name, *lines[-2:], sep="\n  ")
        if show and name == "body_only":
            for line in lines[:-2]:
                print("   ", line)
    leaked = total = 0
    for document in rows("boilerplate"):
        text = score.fold(body_only(document["text"]))
        for line in document["lines"]:
            for span in line.get("drop_spans", ()):
                if span["label"] not in ("pinyin",):
                    piece = score.fold(line["line"][span["start"] : span["end"]])
                    total += 1
                    leaked += bool(piece) and piece in text
                    if show and piece and piece in text:
                        print("    SPAN LEAK", document["id"], piece)
    print(f"  glued pieces gone: {total - leaked}/{total}")


PEOPLE = {"author", "editor", "reviewer", "contact_person"}
RENAME = {"reviewers": "reviewer"}


@functools.cache
def simplifier() -> Callable[[str], str]:
    import opencc

    convert: Callable[[str], str] = opencc.OpenCC("t2s").convert
    return convert


def simplified(text: str) -> str:
    return simplifier()(text)


def atoms(key: str, value: Any) -> set[str]:
    """The value as a set of comparable pieces."""
    values = value if isinstance(value, (list, tuple, set)) else [value]
    found: set[str] = set()
    for item in values:
        text = re.sub(r"\[\d+\]$", "", simplified(str(getattr(item, "value", item))))
        parts = re.split(r"[、，,\s/|]+", text) if key in PEOPLE else [text]
        found |= {re.sub(r"[\s:：。；;，,]+", "", part).strip() for part in parts}
    return {item for item in found if item}


def stated(metadata: Any) -> dict[str, set[str]]:
    """What `doc.metadata` says, whatever its concrete type."""
    if hasattr(metadata, "to_json"):
        raw = metadata.to_json()
        pairs: Iterable[tuple[str, Any]] = (json.loads(raw) if isinstance(raw, str) else raw).items()
    elif hasattr(metadata, "items"):
        pairs = metadata.items()
    else:
        pairs = ((key, getattr(metadata, key)) for key in dir(metadata) if not key.startswith("_"))
    found: dict[str, set[str]] = {}
    for key, value in pairs:
        if value is None or callable(value):
            continue
        if isinstance(value, dict) and "value" in value:
            value = value["value"]
        if isinstance(value, (list, tuple)):
            value = [item["value"] if isinstance(item, dict) and "value" in item else item for item in value]
        pieces = atoms(RENAME.get(key, key), value)
        if pieces:
            found[RENAME.get(key, key)] = pieces
    return found


def agrees(key: str, want: set[str], got: set[str]) -> bool:
    if want == got or (key in ("phone", "contact_person") and got and got <= want):
        return True
    if key in ("title", "recipients", "cc", "category"):
        one, other = "".join(sorted(want)), "".join(sorted(got))
        return bool(other) and (one.endswith(other) or other.endswith(one))
    return False


def run_metadata(_: Path, show: bool) -> None:
    heading("metadata")
    count: collections.Counter[str] = collections.Counter()
    by_key: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for document in rows("boilerplate"):
        got = stated(zh.explain(document["text"]).metadata)
        want = {key: atoms(key, value) for key, value in document["meta"].items()}
        optional = set(document.get("meta_optional", ()))
        for key in sorted(set(got) | set(want)):
            if key in want and key in got and agrees(key, want[key], got[key]):
                kinds = ["tp"]
            else:
                kinds = (["fn"] if key in want else []) + (["fp"] if key in got and not (key in optional and key not in want) else [])
            for kind in kinds:
                count[kind] += 1
                by_key[key][kind] += 1
            if show and kinds and kinds != ["tp"]:
                print("  META", document["id"], key, "want", want.get(key), "got", got.get(key))
    f1 = 2 * count["tp"] / max(1, 2 * count["tp"] + count["fp"] + count["fn"])
    print(f"micro-F1 {f1:.3f}  {dict(count)}")
    print("  weak", {k: dict(v) for k, v in sorted(by_key.items()) if v["fp"] or v["fn"]})


# -- repairs ------------------------------------------------------------------


def run_pairs(name: str, preset_of: Callable[[dict[str, Any]], Callable[[str], str]], show: bool) -> None:
    heading(name)
    tally: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for row in rows(name):
        keep = row["raw"] == row["text"]
        try:
            out = preset_of(row)(row["raw"])
        except Exception as error:
            out = f"!! {type(error).__name__}: {error}"
        good = out == row["text"]
        tally["keep" if keep else "repair"]["good" if good else "bad"] += 1
        tally[row["kind"]]["good" if good else "bad"] += 1
        if show and not good:
            print(f"  {'HARM' if keep else 'MISS'} {row['id']} {row['kind']}\n     raw  {row['raw']!r}\n     got  {out!r}\n     want {row['text']!r}")
    for kind in ("repair", "keep"):
        print(f"{kind}: {tally[kind]['good']}/{sum(tally[kind].values())}")
    print("  weak", {k: f"{v['good']}/{sum(v.values())}" for k, v in tally.items() if v["bad"] and k not in ("keep", "repair")})


def run_pinyin(_: Path, show: bool) -> None:
    run_pairs("pinyin", lambda row: zh.REPAIR, show)


def run_damage(_: Path, show: bool) -> None:
    run_pairs("damage", lambda row: getattr(zh, row["preset"]), show)


def run_clean_pages(_: Path, show: bool) -> None:
    heading("clean pages")
    tally: collections.Counter[str] = collections.Counter()
    for row in rows("clean_pages"):
        text = row["text"]
        document = zh.explain(text)
        if row["level"] == "body":
            wrong = [step for step in document.steps]
        else:
            wrong = [step for step in document.steps if step.rule.kind.name in ("REPAIR", "REMOVE")]
            if zh.REPAIR(text) is not text and not wrong:
                wrong = list(zh.REPAIR.run(text).steps)
        tally[row["level"] + (" bad" if wrong else " good")] += 1
        if show:
            for step in wrong:
                print(f"  FIRED {row['id']} {row['genre']} {step.rule.id} {[tuple(edit) for edit in step.edits][:4]}")
            if wrong:
                for change in document.changes[:6]:
                    print(f"      {text[change.raw_start:change.raw_end]!r} -> {change.new!r} {change.rules}")
    print(dict(tally))


# -- laws on every text -------------------------------------------------------


def every_text() -> Iterator[tuple[str, str]]:
    for name in ("numbers", "boilerplate", "clean_pages"):
        for row in rows(name):
            yield row["id"], row["text"]
    for name in ("pinyin", "damage"):
        for row in rows(name):
            yield row["id"], row["raw"]


def run_idempotence(_: Path, show: bool) -> None:
    heading("idempotence")
    for name in ("REPAIR", "CANONICAL", "BODY"):
        preset, bad, total = getattr(zh, name), [], 0
        for identity, text in every_text():
            once = preset(text)
            total += 1
            if preset(once) != once:
                bad.append(identity)
                if show:
                    print(f"  {name.upper()} {identity} {once[:80]!r} -> {preset(once)[:80]!r}")
        print(f"{name}: {total - len(bad)}/{total}", bad[:20])


def run_timing(_: Path, show: bool) -> None:
    heading("timing")
    slow = []
    for identity, text in every_text():
        text = text.encode("utf-8", "surrogatepass").decode("utf-8", "surrogatepass")
        start = time.perf_counter()
        zh.clean(text)
        slow.append(((time.perf_counter() - start) * 1e3, identity, len(text)))
    slow.sort(reverse=True)
    print("slowest (ms, id, characters):", [(round(ms, 1), identity, size) for ms, identity, size in slow[:8]])
    print("slower than 20 ms:", sum(ms > 20 for ms, _, _ in slow))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scorers", type=Path, default=HERE.parent)
    parser.add_argument("--only", default=",".join(SETS))
    parser.add_argument("--show", action="store_true")
    arguments = parser.parse_args()
    for name in arguments.only.split(","):
        try:
            globals()[f"run_{name}"](arguments.scorers, arguments.show)
        except Exception as error:
            print(f"{name}: {type(error).__name__}: {error}")


if __name__ == "__main__":
    main()
