"""Many documents at once: order, identity, laziness, and the same result wherever the work is done."""

import json
import multiprocessing
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from zhpolicytext import Edit, Kind, Pipeline, Rule, Safety, clean_files, clean_many
from zhpolicytext import batch
from zhpolicytext.core.profile import Profile


def doubled_stop(text: str, profile: Profile) -> Iterator[Edit]:
    """Two full stops in a row."""
    start = text.find("。。")
    while start >= 0:
        yield Edit(start, start + 2, "。")
        start = text.find("。。", start + 2)


def refusing(text: str, profile: Profile) -> Iterator[Edit]:
    """Nothing: the word 坏 makes it fail."""
    if "坏" in text:
        raise LookupError("坏")
    return iter(())


STOPS = Pipeline((Rule("test.doubled-stop", Kind.REPAIR, Safety.SAFE, doubled_stop),))
REFUSING = Pipeline((Rule("test.refusing", Kind.REPAIR, Safety.SAFE, refusing),))


def documents(count: int) -> list[str]:
    return [f"第{k}份材料。" * 3 + ("。" if k % 10 == 0 else "") for k in range(count)]


def test_results_stand_in_the_order_of_the_texts() -> None:
    texts = documents(300)
    assert list(clean_many(texts, pipeline=STOPS)) == [STOPS(text) for text in texts]


@pytest.mark.parametrize("workers", [2, 3])
def test_processes_give_what_one_process_gives(workers: int) -> None:
    texts = documents(2500)
    sent = list(batch._sent_away(iter(texts), workers, STOPS))
    assert sent == [STOPS(text) for text in texts]


def test_a_text_without_a_finding_is_the_same_object_even_from_another_process() -> None:
    texts = documents(50)
    sent = list(batch._sent_away(iter(texts), 2, STOPS))
    assert all(clean is text for k, (clean, text) in enumerate(zip(sent, texts, strict=True)) if k % 10)
    here = list(clean_many(texts, pipeline=STOPS))
    assert all(clean is text for k, (clean, text) in enumerate(zip(here, texts, strict=True)) if k % 10)


def test_only_changed_texts_travel_back() -> None:
    assert batch._changed(STOPS, ["甲。", "乙。。", "丙。"]) == [(1, "乙。")]


def test_lone_surrogates_survive_the_journey() -> None:
    texts = ["\ud800甲。。", "\udfff"] * 5
    assert list(batch._sent_away(iter(texts), 2, STOPS)) == ["\ud800甲。", "\udfff"] * 5


def test_an_iterator_is_read_no_further_than_asked_while_the_work_is_done_here() -> None:
    taken = []

    def source() -> Iterator[str]:
        for k in range(100):
            taken.append(k)
            yield "甲。。"

    cleaned = clean_many(source(), workers=1, pipeline=STOPS)
    assert [next(cleaned), next(cleaned)] == ["甲。", "甲。"]
    assert len(taken) == 2


def test_progress_ends_with_the_number_of_texts() -> None:
    told: list[tuple[int, int | None]] = []
    list(clean_many(documents(150), progress=lambda done, total: told.append((done, total)), pipeline=STOPS))
    assert told == [(64, 150), (128, 150), (150, 150)]
    told.clear()
    list(clean_many(iter([]), progress=lambda done, total: told.append((done, total)), pipeline=STOPS))
    assert told == [(0, None)]


def test_one_text_instead_of_many_is_refused_at_once() -> None:
    with pytest.raises(TypeError, match="put it into a list"):
        clean_many("一份材料")
    with pytest.raises(ValueError, match="1 or more"):
        clean_many([], workers=0)


@pytest.mark.parametrize("run", [partial(clean_many, pipeline=REFUSING),
                                 lambda texts: batch._sent_away(iter(texts), 2, REFUSING)])
def test_an_error_in_a_rule_comes_out_with_the_rule_named(run: object) -> None:
    with pytest.raises(LookupError) as caught:
        list(run(["好", "坏"]))  # type: ignore[operator]
    assert "test.refusing" in "".join(caught.value.__notes__)


def test_a_pipeline_that_cannot_travel_is_run_here_unless_workers_were_asked_for() -> None:
    local = Pipeline((Rule("test.local", Kind.REPAIR, Safety.SAFE, lambda text, profile: iter(())),))
    assert list(batch._sent_away(iter(["甲"]), 2, local, automatic=True)) == []  # nothing taken: the caller goes on
    with pytest.raises(Exception) as caught:
        list(batch._sent_away(iter(["甲"]), 2, local))
    assert "top-level functions" in "".join(caught.value.__notes__)


def test_a_consumer_that_stops_early_leaves_no_process_behind() -> None:
    cleaned = batch._sent_away(iter(documents(5000)), 2, STOPS)
    next(cleaned)
    cleaned.close()  # type: ignore[attr-defined]  # a generator
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_every_way_to_start_processes_gives_the_same(method: str, tmp_path: Path) -> None:
    script = tmp_path / "job.py"
    script.write_text(
        "import multiprocessing, zhpolicytext as zh\n"
        "from zhpolicytext import batch\n"
        "if __name__ == '__main__':\n"
        f"    multiprocessing.set_start_method({method!r})\n"
        "    texts = ['教育工作。', '全市会议。'] * 20\n"
        "    sent = list(batch._sent_away(iter(texts), 2, zh.BODY))\n"
        "    print(all(a is b for a, b in zip(sent, texts)), len(sent))\n", "utf-8")
    run = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["True", "40"]


def test_files_are_cleaned_under_their_own_names(tmp_path: Path) -> None:
    sources = []
    for k, text in enumerate(["甲。。\r\n", "乙。\n", ""]):
        sources.append(tmp_path / f"{k}.txt")
        sources[-1].write_bytes(text.encode())
    done = clean_files(sources, tmp_path / "out", pipeline=STOPS)
    assert [file.target.read_bytes().decode() for file in done] == ["甲。\r\n", "乙。\n", ""]
    assert [file.changed for file in done] == [True, False, False]
    assert [file.source for file in done] == sources
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["0.txt", "1.txt", "2.txt"]


def test_files_in_processes_come_back_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "WORTH_STARTING", 0.0)
    sources = []
    for k, text in enumerate(documents(40)):
        sources.append(tmp_path / f"{k}.txt")
        sources[-1].write_bytes(text.encode())
    told: list[int] = []
    done = clean_files(sources, tmp_path / "out", workers=2, pipeline=STOPS, progress=lambda n, _: told.append(n))
    assert [file.source for file in done] == sources
    assert [file.target.read_text("utf-8") for file in done] == [STOPS(text) for text in documents(40)]
    assert told == [40]


def test_a_file_of_lines_is_cleaned_line_by_line(tmp_path: Path) -> None:
    source = tmp_path / "shard.jsonl"
    kept = b'{"id":  1, "text": "\\u7532\xe3\x80\x82"}'  # its own way of writing JSON
    source.write_bytes(kept + b'\n\n{"text": "\xe4\xb9\x99\xe3\x80\x82\xe3\x80\x82", "id": 2}\n{"text": null}\n')
    [done] = clean_files([source], tmp_path / "out", pipeline=STOPS)
    assert done.changed
    assert done.target.read_bytes() == kept + '\n\n{"text": "乙。", "id": 2}\n{"text": null}\n'.encode()


def test_a_half_surrogate_in_a_line_stays_an_escape(tmp_path: Path) -> None:
    source = tmp_path / "shard.jsonl"
    source.write_bytes(b'{"body": "\\ud800\xe3\x80\x82\xe3\x80\x82"}')
    [done] = clean_files([source], tmp_path / "out", pipeline=STOPS, field="body")
    assert json.loads(done.target.read_bytes()) == {"body": "\ud800。"}


def test_a_file_is_never_its_own_target_and_no_two_share_one(tmp_path: Path) -> None:
    one, other = tmp_path / "a.txt", tmp_path / "b" / "a.txt"
    other.parent.mkdir()
    one.write_text("甲", "utf-8")
    other.write_text("乙", "utf-8")
    with pytest.raises(ValueError, match="another directory"):
        clean_files([one], tmp_path)
    with pytest.raises(ValueError, match="would both become"):
        clean_files([one, other], tmp_path / "out")


def test_a_file_that_is_not_utf8_is_named_in_the_error(tmp_path: Path) -> None:
    source = tmp_path / "gbk.txt"
    source.write_bytes("教育".encode("gbk"))
    with pytest.raises(UnicodeDecodeError) as caught:
        clean_files([source], tmp_path / "out")
    assert "gbk.txt" in "".join(caught.value.__notes__)


@pytest.mark.parametrize("line", ['{"body": "一"}', '{"text": "一"', '{"text": 1}'])
def test_a_line_that_cannot_be_cleaned_is_named_in_the_error(tmp_path: Path, line: str) -> None:
    (tmp_path / "pages.jsonl").write_text('{"text": "一"}\n\n' + line, "utf-8")
    with pytest.raises((KeyError, ValueError, TypeError)) as caught:
        clean_files([tmp_path / "pages.jsonl"], tmp_path / "out")
    assert caught.value.__notes__ == ["in line 3", f"in file {tmp_path / 'pages.jsonl'}"]
