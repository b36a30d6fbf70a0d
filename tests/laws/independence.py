"""Law L9, computed: for which pairs of rules is undoing one not the same as never having had it?

``python -m tests.laws.independence`` prints the cells (rule, rule that then works differently) for the seeds and the
fragments. The expected ones stand, each with its reason, in ``independence.tsv`` beside this file.
"""

from collections.abc import Iterator
from pathlib import Path

import zhpolicytext as zh
from tests.strategies import FRAGMENTS

HERE = Path(__file__).parent
SEEDS = sorted((HERE.parents[1] / "seeds").glob("*.txt"))


def texts() -> Iterator[str]:
    for path in SEEDS:
        yield path.read_text("utf-8")
    for first, second in zip(FRAGMENTS, FRAGMENTS[1:]):
        yield f"市教育局{first}印发通知{second}，请认真贯彻执行。"


def cells() -> dict[tuple[str, str], str]:
    """(rule undone, rule that works differently without it) -> the beginning of a text where that happens."""
    out: dict[tuple[str, str], str] = {}
    for text in texts():
        document = zh.explain(text)
        for rule_id in document.counts:
            without = zh.BODY.without(rule_id).run(text)
            if document.revert(rule_id) == without.text:
                continue
            others = {other for other in {**document.counts, **without.counts} if other != rule_id
                      and document.counts.get(other, 0) != without.counts.get(other, 0)}
            shared = {other for change in document.changes if rule_id in change.rules for other in change.rules
                      if other != rule_id}
            for other in others | shared or {"(none)"}:
                out.setdefault((rule_id, other), text[:30])
    return out


def expected() -> set[tuple[str, str]]:
    rows = (HERE / "independence.tsv").read_text("utf-8").splitlines()
    return {tuple(row.split("\t")[:2]) for row in rows if row and not row.startswith("#")}  # type: ignore[misc]


if __name__ == "__main__":
    for (undone, other), text in sorted(cells().items()):
        print(undone, other, repr(text), sep="\t")
