import sys

import pytest

PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>某网</title><script>var a = "会";</script></head>
<body><h1>某县會(huì)議</h1><p>2023年，创建工作<b>有序</b>推进。</p><p>声明:本页由读者上传。</p></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "gb2312"])
def test_the_text_of_a_page_is_cleaned_whatever_it_declares(run, tmp_path, charset):
    pytest.importorskip("resiliparse")
    (tmp_path / "page.html").write_bytes(PAGE.format(charset=charset).encode("gb18030" if charset == "gb2312" else charset))
    out = run("clean", "page.html").out
    assert "某县会议" in out and "创建工作有序推进" in out
    assert "<" not in out and "var a" not in out and "声明" not in out
    assert run("clean", ".", "--out", "out").status == 0
    assert (tmp_path / "out/page.html.txt").read_text("utf-8") == out


def test_a_page_is_known_by_how_it_begins(run):
    pytest.importorskip("resiliparse")
    assert "<b>" not in run("clean", stdin=PAGE.format(charset="utf-8").encode()).out
    assert "<b>" in run("clean", stdin="<b>會".encode()).out


def test_without_the_extra_a_page_is_refused_with_what_to_install(run, tmp_path, monkeypatch):
    (tmp_path / "page.html").write_text(PAGE.format(charset="utf-8"), "utf-8")
    for name in [name for name in sys.modules if name.startswith("resiliparse")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "resiliparse", None)
    ran = run("clean", "page.html")
    assert ran.status == 2 and ran.err.count("\n") == 1
    assert "page.html: reading HTML needs resiliparse: pip install 'zhpolicytext[html]'" in ran.err
