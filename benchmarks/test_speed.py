"""For people who like pytest-benchmark: ``pytest -o addopts="--import-mode=importlib" benchmarks``."""

import pytest

import zhpolicytext as zh

from benchmarks import corpora
from benchmarks.peers import PEERS
from benchmarks.timing import blobs_of

CORPORA = {"CLEAN": corpora.clean, "DIRTY": corpora.dirty, "MIXED": corpora.mixed}


def over_the_corpus(benchmark, contender, name):
    blobs = blobs_of(CORPORA[name]())

    def fresh():
        return ([blob.decode("utf-8", "surrogatepass") for blob in blobs],), {}

    def run(texts):
        for text in texts:
            contender(text)

    benchmark.group = name
    benchmark.pedantic(run, setup=fresh, rounds=5, warmup_rounds=1)


@pytest.mark.parametrize("name", CORPORA)
@pytest.mark.parametrize("preset", ["REPAIR", "CANONICAL", "BODY"])
def test_preset(benchmark, preset, name):
    over_the_corpus(benchmark, getattr(zh, preset), name)


@pytest.mark.parametrize("name", CORPORA)
@pytest.mark.parametrize("peer", [name for name, _, _ in PEERS])
def test_peer(benchmark, peer, name):
    make = next(make for known, make, _ in PEERS if known == peer)
    try:
        contender = make()
    except Exception as error:
        pytest.skip(f"{type(error).__name__}: {error}")
    over_the_corpus(benchmark, contender, name)
