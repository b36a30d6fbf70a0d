"""The batch contract: a record batch in, a record batch out."""

import json
import pickle
from functools import partial

import pytest

import zhpolicytext as zh

pa = pytest.importorskip("pyarrow")
from zhpolicytext.adapters.arrow import clean_batch, clean_batches, schema_of  # noqa: E402

DAMAGED = "教(jiao)育(yu)工(gong)作(zuo)会(hui)议(yi)在全市召开。"


def batch(texts, type_=None):
    return pa.RecordBatch.from_pydict({"id": list(range(len(texts))), "text": pa.array(texts, type_ or pa.string())})


def test_each_text_is_cleaned_and_other_columns_stay():
    out = clean_batch(batch([DAMAGED, "全市工作会议召开。"]))
    assert out.column("text").to_pylist() == [zh.clean(DAMAGED), "全市工作会议召开。"]
    assert out.column("id").to_pylist() == [0, 1]
    assert out.schema.names == ["id", "text"]


def test_null_stays_null_and_empty_stays_empty():
    assert clean_batch(batch([None, "", DAMAGED, None])).column("text").to_pylist() == [
        None, "", zh.clean(DAMAGED), None]
    assert clean_batch(batch([])).num_rows == 0


def test_a_batch_without_findings_keeps_its_column():
    clean = batch(["全市工作会议召开。", None])
    assert clean_batch(clean).column("text").equals(clean.column("text"))


@pytest.mark.parametrize("type_", [pa.string(), pa.large_string(), *([pa.string_view()] if hasattr(pa, "string_view") else [])])
def test_the_type_of_the_column_is_kept(type_):
    assert clean_batch(batch([DAMAGED], type_)).schema.field("text").type == type_


def test_a_dictionary_of_strings_is_text():
    column = pa.array([DAMAGED, "会议。", DAMAGED]).dictionary_encode()
    out = clean_batch(pa.RecordBatch.from_arrays([column], ["text"]))
    assert out.column("text").to_pylist() == [zh.clean(DAMAGED), "会议。", zh.clean(DAMAGED)]


def test_the_result_can_go_into_a_column_of_its_own():
    out = clean_batch(batch([DAMAGED]), into="clean")
    assert out.column("text").to_pylist() == [DAMAGED]
    assert out.column("clean").to_pylist() == [zh.clean(DAMAGED)]


def test_what_was_done_is_written_beside_the_text():
    out = clean_batch(batch([DAMAGED, None]), columns=("changes", "counts"), fingerprint="made_by")
    document = zh.explain(DAMAGED)
    assert json.loads(out.column("counts").to_pylist()[0]) == dict(document.counts)
    assert len(json.loads(out.column("changes").to_pylist()[0])) == len(document.changes)
    assert out.column("counts").to_pylist()[1] is None
    assert out.column("made_by").to_pylist() == [zh.BODY.fingerprint] * 2


def test_an_unknown_column_and_a_column_of_numbers_are_refused():
    with pytest.raises(ValueError, match="changes"):
        clean_batch(batch(["甲"]), columns=("edits",))
    with pytest.raises(TypeError, match="not text"):
        clean_batch(batch(["甲"]), text="id")


def test_a_table_is_refused_with_what_to_do():
    with pytest.raises(TypeError, match="to_batches"):
        clean_batch(pa.table({"text": ["甲"]}))


def test_the_schema_is_known_before_the_first_row():
    options = {"into": "clean", "columns": ("metadata",), "fingerprint": "made_by"}
    source = batch([DAMAGED])
    assert schema_of(source.schema, **options) == clean_batch(source, **options).schema


def test_a_mapper_of_batches_travels_to_other_processes():
    mapper = pickle.loads(pickle.dumps(partial(clean_batches, pipeline=zh.pinyin)))
    assert [out.column("text").to_pylist() for out in mapper(iter([batch([DAMAGED]), batch([])]))] == [
        [zh.pinyin(DAMAGED)], []]
