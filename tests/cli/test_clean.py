import json

import pytest

from tests.report.sample import BODY, TEXT


def tree(directory):
    return {str(path.relative_to(directory)): path.read_bytes() for path in directory.rglob("*") if path.is_file()}


def test_standard_input_goes_to_standard_output(run):
    assert run("clean", stdin="會(huì)議".encode()) == (0, "会议", "")


def test_a_dash_is_standard_input(run):
    assert run("clean", "-", stdin="會(huì)議".encode()).out == "会议"


def test_gb18030_bytes_become_utf_8(run):
    sentence = "各县（市、区）教育局，市直各学校：现将有关事项通知如下。"
    assert run("clean", stdin=sentence.encode("gb18030")).out == sentence


def test_a_byte_order_mark_is_not_text(run):
    assert run("clean", stdin=b"\xef\xbb\xbf" + "会议".encode()).out == "会议"


def test_a_clean_text_comes_out_byte_for_byte(run, tmp_path):
    data = "一、总体要求\r\n\r\n坚持稳中求进。".encode()
    (tmp_path / "a.txt").write_bytes(data)
    assert run("clean", "a.txt", "--out", "out").status == 0
    assert (tmp_path / "out/a.txt").read_bytes() == data


def test_a_directory_keeps_its_tree_and_its_inputs(run, tmp_path):
    for name in ("a.txt", "deep/er/b.md"):
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_text("會議", "utf-8")
    (tmp_path / "in/picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "in/.hidden.txt").write_text("會", "utf-8")
    before = tree(tmp_path / "in")
    ran = run("clean", "in", "--out", "out")
    assert ran.status == 0 and ran.out == ""
    assert tree(tmp_path / "out") == {"a.txt": "会议".encode(), "deep/er/b.md": "会议".encode()}
    assert tree(tmp_path / "in") == before


def test_the_summary_counts_texts_and_rules(run, tmp_path):
    (tmp_path / "a.txt").write_text("會(huì)議", "utf-8")
    (tmp_path / "b.txt").write_text("会议", "utf-8")
    lines = run("clean", "a.txt", "b.txt", "--out", "out").err.splitlines()
    assert lines[0] == "2 texts: 1 changed, 1 already clean; 9 → 4 characters"
    assert [line.split() for line in lines[1:3]] == [["2", "script.traditional"], ["1", "pinyin.inline"]]
    assert lines[-1] == "written to out"
    assert run("clean", "a.txt", "--out", "out", "--quiet").err == ""


def test_a_second_run_does_not_clean_the_output_of_the_first(run, tmp_path):
    (tmp_path / "a.txt").write_text("會", "utf-8")
    run("clean", ".", "--out", "out")
    run("clean", ".", "--out", "out")
    assert list(tree(tmp_path / "out")) == ["a.txt"]


def test_two_directories_keep_their_names_apart(run, tmp_path):
    for name in ("a/x.txt", "b/x.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(name, "utf-8")
    run("clean", "a", "b", "--out", "out")
    assert tree(tmp_path / "out") == {"a/x.txt": b"a/x.txt", "b/x.txt": b"b/x.txt"}


def test_two_inputs_never_share_an_output(run, tmp_path):
    for name in ("a/x.txt", "b/x.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(name, "utf-8")
    ran = run("clean", "a/x.txt", "b/x.txt", "--out", "out")
    assert ran.status == 2 and "would both be written to" in ran.err
    assert not (tmp_path / "out").exists()


def test_an_input_is_never_written_over(run, tmp_path):
    (tmp_path / "a.txt").write_text("會", "utf-8")
    for arguments in (("--out", "."), ("--out", "out", "--report", "a.txt")):
        ran = run("clean", "a.txt", *arguments)
        assert ran.status == 2 and "inputs are never written over" in ran.err
        assert tree(tmp_path) == {"a.txt": "會".encode()}


def test_several_texts_to_standard_output_begin_on_lines_of_their_own(run, tmp_path):
    (tmp_path / "a.txt").write_text("會", "utf-8")
    (tmp_path / "b.txt").write_text("議\n", "utf-8")
    assert run("clean", "a.txt", "b.txt").out == "会\n议\n"


def test_json_holds_what_the_document_knows(run, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    value = json.loads(run("clean", "a.txt", "--json").out)
    assert value.items() >= BODY.run(TEXT).to_json().items()
    assert value["name"] == "a.txt" and value["pipeline"] == BODY.fingerprint
    run("clean", "a.txt", "--json", "--out", "out")
    assert json.loads((tmp_path / "out/a.txt.json").read_text("utf-8")) == value


def test_workers_write_the_same_files(run, tmp_path):
    (tmp_path / "in").mkdir()
    for k in range(6):
        (tmp_path / f"in/{k}.txt").write_text(TEXT * k, "utf-8")
    one, two = run("clean", "in", "--out", "one"), run("clean", "in", "--out", "two", "--workers", "2")
    assert tree(tmp_path / "one") == tree(tmp_path / "two")
    assert one.err.splitlines()[:-1] == two.err.splitlines()[:-1]


def test_workers_make_the_same_report(run, tmp_path):
    (tmp_path / "in").mkdir()
    for k in range(3):
        (tmp_path / f"in/{k}.txt").write_text(TEXT * k, "utf-8")
    run("clean", "in", "--out", "out", "--report", "one.html")
    assert run("clean", "in", "--out", "out", "--report", "two.html", "--workers", "2").status == 0
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


def test_standard_input_is_read_though_there_are_workers(run, tmp_path):
    (tmp_path / "a.txt").write_text("議", "utf-8")
    (tmp_path / "b.txt").write_text("會", "utf-8")
    assert run("clean", "a.txt", "-", "b.txt", "--workers", "2", stdin="會(huì)議".encode()).out == "议\n会议\n会\n"


@pytest.mark.parametrize(("arguments", "expected"), [
    ((), "会议共O个"),
    (("--preset", "repair"), "會議共O个"),
    (("--without", "script.traditional"), "會議共O个"),
    (("--without", "script"), "會議共O个"),
    (("--only", "script"), "会(huì)议共O个"),
    (("--at-least", "safe"), "会议共O个"),
])
def test_options_choose_the_rules(run, arguments, expected):
    assert run("clean", *arguments, stdin="會(huì)議共O个".encode()).out == expected
