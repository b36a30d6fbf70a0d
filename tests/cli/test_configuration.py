from functools import partial

import pytest

from tests.report.sample import BODY, SUFFIX
from zhpolicytext.commands.configuration import configuration
from zhpolicytext.commands.failure import CommandError
from zhpolicytext.commands.parameters import with_parameters


def write(tmp_path, text):
    (tmp_path / "zhpolicytext.toml").write_text(text, "utf-8")


def test_the_file_in_the_current_directory_is_read(run, tmp_path):
    write(tmp_path, 'preset = "repair"')
    assert run("clean", stdin="會(huì)議".encode()).out == "會議"


def test_the_summary_says_that_a_file_chose_the_rules(run, tmp_path):
    write(tmp_path, 'preset = "repair"')
    (tmp_path / "a.txt").write_text("會", "utf-8")
    assert run("clean", "a.txt", "--out", "out").err.endswith("rules as zhpolicytext.toml says\n")
    assert "rules as" not in run("clean", "a.txt", "--out", "out", "--config", "").err


def test_the_command_line_wins_over_the_file(run, tmp_path):
    write(tmp_path, 'preset = "repair"\nwithout = ["pinyin"]')
    assert run("clean", "--preset", "body", stdin="會(huì)議".encode()).out == "会(huì)议"


def test_config_names_another_file_or_none(run, tmp_path):
    write(tmp_path, 'preset = "repair"')
    (tmp_path / "other.toml").write_text('only = ["pinyin.inline"]', "utf-8")
    assert run("clean", "--config", "other.toml", stdin="會(huì)議".encode()).out == "會議"
    assert run("clean", "--config", "", stdin="會(huì)議".encode()).out == "会议"
    assert run("clean", "--config", "none.toml").err == "zhpolicytext: none.toml: no such file or directory\n"


def test_protected_phrases_keep_their_spelling(run, tmp_path):
    write(tmp_path, 'protect = ["學會"]')
    assert run("clean", stdin="學會會議".encode()).out == "學會会议"


def test_a_rule_takes_its_parameters_from_the_file(run, tmp_path):
    text = "一wm1站\n二wm1站\n三wm1站\n".encode()
    write(tmp_path, '[rule."watermark.line-suffix"]\nmin_lines = 4')
    assert run("clean", stdin=text).out == text.decode()
    write(tmp_path, '[rule."watermark.line-suffix"]\nmin_lines = 3')
    assert run("clean", stdin=text).out == "一\n二\n三\n"


@pytest.mark.parametrize(("text", "message"), [
    ('presets = "body"', "unknown key 'presets': did you mean 'preset'?"),
    ('preset = "all"', "preset must be one of 'repair', 'canonical', 'body', not 'all'"),
    ('without = "pinyin"', "without must be a list of rule ids"),
    ('at_least = "suggest"', "at_least must be 'safe' or 'likely'"),
    ("preset = ", "not valid TOML"),
    ('[rule."watermark.line-sufix"]\nmin_lines = 3', "did you mean 'watermark.line-suffix'?"),
    ('[rule."watermark.line-suffix"]\nmin_line = 3',
     "has no parameter 'min_line': did you mean 'min_lines'? (it takes min_lines)"),
    ('[rule."watermark.line-suffix"]\nmin_lines = "3"', "min_lines of rule 'watermark.line-suffix' must be a whole"),
    ('[rule."pinyin.inline"]\nmin_lines = 3', "(it takes none)"),
])
def test_a_mistake_in_the_file_is_one_clear_line(run, tmp_path, text, message):
    write(tmp_path, text)
    ran = run("clean", stdin="會".encode())
    assert ran.status == 2 and ran.out == "" and message in ran.err and ran.err.count("\n") == 1


def test_a_rule_made_again_is_another_value_with_another_fingerprint():
    again = BODY.replace(with_parameters(SUFFIX, {"min_lines": 7}))
    assert again["watermark.line-suffix"].params == {"min_lines": 7}
    assert again.fingerprint != BODY.fingerprint
    assert SUFFIX.params == {"min_lines": 2}


def test_gate_and_evidence_get_the_parameters_that_they_take():
    from dataclasses import replace

    rule = replace(SUFFIX, gate=partial(gate, min_lines=2), evidence=partial(evidence, unit="lines"))
    again = with_parameters(rule, {"min_lines": 7})
    assert again.gate.keywords == {"min_lines": 7}
    assert again.evidence.keywords == {"unit": "lines"}


def gate(profile, *, min_lines):
    return profile.text.count("\n") >= min_lines


def evidence(profile, *, unit):
    return {unit: 1}


def test_an_absent_file_is_no_configuration(tmp_path):
    assert configuration(None, tmp_path).preset == "body"
    with pytest.raises(CommandError, match="no such file"):
        configuration(str(tmp_path / "none.toml"))


def test_every_parameter_of_every_shipped_rule_can_be_set_and_does_something():
    import zhpolicytext as zh

    others = {"expand_wan": True, "dash": "-", "style": "iso", "native": True}
    for rule in zh.BODY.rules:
        for key in rule.params:
            again = with_parameters(rule, {key: others[key]})
            assert again.id == rule.id and again.params[key] == others[key]
            assert (again.find, again.gate) != (rule.find, rule.gate)
    assert zh.BODY.replace(with_parameters(zh.BODY["date.date"], {"style": "iso"}))("2023年5月12日召开") == "2023-05-12召开"


def test_a_value_that_the_factory_refuses_is_one_clear_line():
    import zhpolicytext as zh

    with pytest.raises(CommandError, match="x.toml: rule 'date.date': unknown style"):
        with_parameters(zh.BODY["date.date"], {"style": "english"}, "x.toml")
