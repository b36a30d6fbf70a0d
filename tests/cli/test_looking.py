"""explain, check and rules."""

import json

from tests.report.sample import BODY, TEXT, presets


def test_explain_names_rule_place_and_words_around(run):
    out = run("explain", stdin=TEXT.encode()).out.splitlines()
    at = next(k for k, line in enumerate(out) if line.startswith("mojibake.out-of-step"))
    assert out[at] == "mojibake.out-of-step  1 edit, repair, likely"
    assert out[at + 1].strip() == "One stretch of bytes out of step."
    assert out[at + 2].split(maxsplit=1) == ["2:5", "以《創建[-學!窞轭}-]{+學校》為題+},從學校情況說起。"]


def test_explain_shows_what_is_the_same_only_once(run):
    out = run("explain", "--rule", "watermark", stdin=TEXT.encode()).out
    assert out.count("[-wm1站-]") == 1 and "… and 2 more (--limit 0 shows all)" in out
    assert "evidence: suffix wm1站, 3 lines" in out
    assert run("explain", "--rule", "watermark", "--limit", "0", stdin=TEXT.encode()).out.count("[-wm1站-]") == 3


def test_explain_marks_suggestions_as_unchanged(run):
    out = run("explain", "--rule", "ocr", stdin=TEXT.encode()).out
    assert "ocr.lone-capital  1 suggestion: only pointed out" in out
    assert "共[?O?]个,计划(一)。" in out and "→ 0?" in out


def test_rule_narrows_what_is_shown_not_what_is_run(run):
    out = run("explain", "--rule", "script.traditional", stdin=TEXT.encode()).out
    assert "pinyin.inline" not in out and "(huì)" not in out


def test_explain_of_a_clean_text_says_so(run):
    assert run("explain", stdin="会议".encode()).out == "(standard input): nothing to change\n"


def test_explain_json_has_every_edit_with_its_raw_place(run):
    value = json.loads(run("explain", "--json", stdin=TEXT.encode()).out)
    assert {finding["rule"]: len(finding["edits"]) for finding in value["findings"]} == BODY.run(TEXT).counts
    reading = next(f for f in value["findings"] if f["rule"] == "pinyin.inline")["edits"][0]
    assert TEXT[reading["raw_start"] : reading["raw_end"]] == reading["old"] == "(huì)"
    assert (reading["line"], reading["column"]) == (1, 7)
    assert value["suggestions"][0]["candidates"] == ["0"]


def test_no_colours_in_a_pipe_and_colours_when_asked(run, monkeypatch):
    assert "\x1b" not in run("explain", stdin=TEXT.encode()).out
    assert "\x1b[31;9m(huì)\x1b[0m" in run("explain", "--color", "always", stdin=TEXT.encode()).out


def test_colours_on_a_terminal_unless_no_color_is_set(run, monkeypatch):
    from zhpolicytext.commands import explain

    class Terminal:
        def isatty(self):
            return True

    monkeypatch.setattr(explain.sys, "stdout", Terminal())
    monkeypatch.setenv("TERM", "xterm")
    assert explain._wants_colour("auto")
    monkeypatch.setenv("NO_COLOR", "1")
    assert not explain._wants_colour("auto")


def test_a_text_cannot_give_orders_to_the_terminal(run):
    out = run("explain", "--color", "never", stdin="會\x1b]0;x\x07\u202e議(huì)".encode()).out
    assert not {"\x1b", "\x07", "\u202e"} & set(out)
    assert "␛]0;x␇⟨202E⟩" in out


def test_check_is_1_if_anything_would_change_and_says_what(run, tmp_path):
    (tmp_path / "a.txt").write_text("會(huì)議", "utf-8")
    (tmp_path / "b.txt").write_text("会议", "utf-8")
    assert run("check", "a.txt", "b.txt") == (1, "a.txt: pinyin.inline ×1, script.traditional ×2\n", "")
    assert run("check", "b.txt") == (0, "", "")


def test_check_leaves_suggestions_out(run):
    assert run("check", stdin="共O个".encode()).status == 0


def test_check_of_an_unreadable_file_is_an_error_not_a_finding(run, tmp_path):
    (tmp_path / "a.txt").write_text("會", "utf-8")
    (tmp_path / "b.txt").write_bytes(b"\0\1\2\3" * 99)
    assert run("check", "a.txt", "b.txt").status == 2


def test_rules_are_listed_in_the_order_in_which_they_run(run):
    lines = run("rules").out.splitlines()
    assert [line.split()[0] for line in lines] == list(BODY.ids)
    assert lines[1].split() == ["pinyin.inline", "repair", "safe", *"Latin letters in brackets behind a Chinese character.".split()]


def test_one_rule_is_told_whole(run):
    out = run("rules", "watermark.line-suffix").out
    assert out.splitlines()[:3] == ["watermark.line-suffix", "repair, safe, in preset repair and up", "min_lines = 2"]
    assert "A suffix that several lines share." in out


def test_rules_of_a_preset_or_a_normaliser(run):
    assert "script.traditional" not in run("rules", "--preset", "repair").out
    assert [rule["id"] for rule in json.loads(run("rules", "ocr", "--json").out)] == ["ocr.lone-capital"]
    assert {rule["preset"] for rule in json.loads(run("rules", "--json").out)} == set(presets())


def test_json_is_written_in_characters_not_in_escapes(run):
    for command in ("rules",), ("clean", "--json"), ("explain", "--json"):
        assert "\\u" not in run(*command, "--json", stdin=TEXT.encode()).out


def test_a_report_of_several_texts_is_one_page(run, tmp_path):
    (tmp_path / "in").mkdir()
    for name in ("a", "b"):
        (tmp_path / f"in/{name}.txt").write_text(TEXT, "utf-8")
    ran = run("report", "in", "--out", "r.html")
    assert (ran.status, ran.out, ran.err) == (0, "", "report of 2 texts: r.html\n")
    assert "in/b.txt" in (tmp_path / "r.html").read_text("utf-8")
    assert run("clean", "in", "--out", "out", "--report", "s.html").err.endswith("report: s.html\n")
    assert (tmp_path / "s.html").read_text("utf-8") == (tmp_path / "r.html").read_text("utf-8")


def test_a_report_leaves_out_what_cannot_be_read_and_is_not_written_over_an_input(run, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.txt").write_bytes(b"\0\1\2\3" * 99)
    assert run("report", "a.txt", "b.txt", "--out", "a.txt").status == 2
    assert (tmp_path / "a.txt").read_text("utf-8") == TEXT
    assert run("report", "a.txt", "b.txt", "--out", "r.html").status == 2
    assert (tmp_path / "r.html").exists()
    assert run("report", "b.txt", "--out", "s.html").status == 2
    assert not (tmp_path / "s.html").exists()
