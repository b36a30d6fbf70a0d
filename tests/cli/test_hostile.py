from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.report.sample import TEXT, presets
from zhpolicytext.cli import main

MIXED = st.lists(st.one_of(st.binary(max_size=12), st.sampled_from([TEXT.encode(), TEXT.encode("gb18030"), b"\xef\xbb\xbf", b"\0"])),
                 max_size=5).map(b"".join)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(MIXED, st.sampled_from([["clean"], ["clean", "--json"], ["explain"], ["explain", "--json"], ["check"]]))
@example(b"\x80", ["clean"])
@example(b"\t \0\0\0\x80\0\0", ["clean"])
def test_any_bytes_are_cleaned_or_refused_in_one_line(tmp_path, capsys, data, command):
    file = tmp_path / "a.txt"
    file.write_bytes(data)
    status = main([*command, str(file)], presets=presets)
    err = capsys.readouterr().err
    assert file.read_bytes() == data
    assert err.count("\n") == 1 if status == 2 else status in (0, 1) and (not err or err.endswith("U+FFFD stands there\n"))
