"""Gaps so close that what one is filled with is the context of the next: weighed together."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from ...text.language_model import LONGEST, LanguageModel, language_model
from ...text.lattice import Reading

NEAR = 14.0  # bits: a candidate so much dearer is not helped by its neighbours
Part: TypeAlias = str | list[Reading]


def linked(parts: Sequence[Part]) -> list[Part]:
    """The parts of a line, the costs of every candidate as they are with the best choice of its neighbours."""
    out = list(parts)
    model = language_model()
    for chain in _chains(out):
        found = [_near(out[k]) for k in chain]
        joints = [_joint(out, one, other, model) for one, other in zip(chain, chain[1:], strict=False)]
        ahead = [[0.0] * len(found[0])]
        for k, joint in enumerate(joints):
            ahead.append([min(ahead[k][i] + found[k][i].cost + row[j] for i, row in enumerate(joint)) for j in range(len(found[k + 1]))])
        behind = [[0.0] * len(found[-1])]
        for k in range(len(joints) - 1, -1, -1):
            behind.append([min(behind[-1][j] + found[k + 1][j].cost + more for j, more in enumerate(row)) for row in joints[k]])
        behind.reverse()
        for n, k in enumerate(chain):
            out[k] = sorted(Reading(reading.cost + ahead[n][i] + behind[n][i], reading.text) for i, reading in enumerate(found[n]))
    return out


def _chains(parts: Sequence[Part]) -> Iterator[list[int]]:
    """Places of gaps that are less than a context apart, two at least."""
    chain: list[int] = []
    apart = LONGEST
    for k, part in enumerate(parts):
        if isinstance(part, str):
            apart += len(part)
            continue
        if apart >= LONGEST:
            if len(chain) > 1:
                yield chain
            chain = []
        chain.append(k)
        apart = 0
    if len(chain) > 1:
        yield chain


def _near(part: Part) -> list[Reading]:
    assert not isinstance(part, str)
    return [reading for reading in part if reading.cost <= part[0].cost + NEAR]


def _joint(parts: Sequence[Part], one: int, other: int, model: LanguageModel) -> list[list[float]]:
    """What a candidate of the second gap costs more after each candidate of the first one than after its best."""
    left = "".join(_text(part) for part in parts[max(0, one - 2 * LONGEST) : one])[-LONGEST:]
    between = "".join(_text(part) for part in parts[one + 1 : other])
    after = _text(parts[other + 1])[:LONGEST] if other + 1 < len(parts) else ""
    heads = [(reading.text + after)[:LONGEST] for reading in _near(parts[other])]
    rows: dict[str, list[float]] = {}
    out = []
    for reading in _near(parts[one]):
        context = (left + reading.text + between)[-LONGEST:]
        if context not in rows:
            rows[context] = [model.bits(head, context or "\n") for head in heads]
        out.append(rows[context])
    best = out[0]
    return [[cost - known for cost, known in zip(row, best, strict=True)] for row in out]


def _text(part: Part) -> str:
    return part if isinstance(part, str) else part[0].text
