#!/usr/bin/env python3
"""score_metadata.py [--gold FILE] [--show N]

Micro-F1 of `explain(text).metadata` over all fields of `meta`. Values are compared after folding width, script marks and
white space; a field with several values is right if all of them are. `strict` counts a field that the gold does not
state as a false positive; `stated` looks only at the fields that the gold states (it leaves many true ones out).
"""

import argparse
import json
import os
import re
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
GOLD = os.path.join(HERE, "boilerplate_dev.jsonl")
NAMES = {"reviewer": "reviewers"}


def fold(value):
    values = value if isinstance(value, list) else [value]
    text = "".join(unicodedata.normalize("NFKC", item) for item in values)
    return re.sub(r"[\s,;:.。、；，\-—–()\[\]〔〕【】《》“”\"'|>?]+", "", text).lower()


def stated(metadata):
    out = {}
    for name, value in metadata.items():
        out[name] = [one.value for one in value] if isinstance(value[0], tuple) else value.value
    return out


def score(gold_path=GOLD, explain=None, show=0):
    if explain is None:
        from zhpolicytext import explain
    right = wrong = missed = extra = 0
    with open(gold_path, encoding="utf-8") as file:
        documents = [json.loads(line) for line in file]
    for document in documents:
        found = stated(explain("\n".join(line["line"] for line in document["lines"])).metadata)
        gold = {NAMES.get(name, name): value for name, value in document["meta"].items()}
        for name, value in gold.items():
            if name in found and fold(found[name]) == fold(value):
                right += 1
                continue
            if name in found:
                wrong += 1
            else:
                missed += 1
            if show > 0:
                show -= 1
                print(document["id"], name, "gold", value, "found", found.get(name))
        for name in sorted(found.keys() - gold.keys() - set(document.get("meta_optional", ()))):
            extra += 1
            if show > 0:
                show -= 1
                print(document["id"], name, "not in gold, found", found[name])
    recall = right / max(1, right + wrong + missed)

    def f1(false_positives):
        precision = right / max(1, right + false_positives)
        return round(2 * precision * recall / max(1e-9, precision + recall), 3)

    return {"stated": f1(wrong), "strict": f1(wrong + extra), "right": right, "wrong": wrong, "missed": missed, "extra": extra}


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--gold", default=GOLD)
    parser.add_argument("--show", type=int, default=0)
    arguments = parser.parse_args()
    print(json.dumps(score(arguments.gold, show=arguments.show)))
