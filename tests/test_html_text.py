"""HTML in: the visible text with its lines, decoded as the page says, and cleaned by the same classifier."""

import builtins

import pytest

from zhpolicytext import clean_html
from zhpolicytext.html_text import explain_html, html_text

PAGE = """<html><head><meta charset="{charset}"><title>青石县召开校园安全会议_青石县教育局</title>
<style>.top{{color:red}}</style><script>var visits = 12;</script></head><body>
<div class="top"><a href="/">首页</a><a href="/xw">新闻中心</a>
<a href="/tz">通知公告</a><a href="/bs">办事服务</a></div>
<div>当前位置：<a>首页</a> &gt; <a>新闻中心</a></div>
<h1>青石县召开校园安全会议</h1>
<div>来源：青石县教育局&nbsp;&nbsp;发布时间：2017-04-06&nbsp;&nbsp;浏览：88</div>
<p>　　4月5日，青石县召开校园安全会议，部署春季安全检查。<span style="display:none">q7w青石教育网</span></p>
<table><tr><td>序号</td><td>学校</td></tr><tr><td>1</td><td>青石一中</td></tr></table>
<p>　　会议要求，各校在本周内完成自查。</p>
<ul><li>食堂</li><li>宿舍</li></ul><p>以上两处为检查重点，不得遗漏。</p>
<div><a>打印</a> <a>关闭</a></div><div>版权所有：青石县教育局 湘ICP备10101010号</div></body></html>"""


def page(charset: str = "utf-8") -> str:
    return PAGE.format(charset=charset)


def test_keeps_the_document_and_drops_what_stands_around_it() -> None:
    assert [line.strip() for line in clean_html(page()).split("\n") if line.strip()] == [
        "青石县召开校园安全会议", "4月5日，青石县召开校园安全会议，部署春季安全检查。", "序号\t学校", "1\t青石一中",
        "会议要求，各校在本周内完成自查。", "食堂", "宿舍", "以上两处为检查重点，不得遗漏。"]


def test_states_the_byline_as_metadata() -> None:
    metadata = explain_html(page()).metadata
    assert metadata.source.value == "青石县教育局" and metadata.publish_date.value == "2017-04-06"
    assert metadata.views.value == "88"


def test_does_not_show_what_a_browser_hides() -> None:
    text = html_text(page())
    assert "青石教育网" not in text and "visits" not in text and "color" not in text


def test_parts_the_links_of_a_menu() -> None:
    assert "首页 新闻中心 通知公告 办事服务" in html_text(page())


@pytest.mark.parametrize(("declared", "encoding"), [("gb2312", "gb18030"), ("GBK", "gbk"), ("utf-8", "utf-8"),
                                                    ("big5", "big5"), ("utf-8", "utf-8-sig")])
def test_decodes_bytes_as_the_page_declares(declared: str, encoding: str) -> None:
    source = page(declared) if encoding != "big5" else "<meta charset='big5'><p>教育局公告</p>"
    assert html_text(source.encode(encoding)) == html_text(source)


def test_finds_the_encoding_when_the_declaration_is_wrong() -> None:
    assert "青石县教育局" in html_text(page("utf-8").encode("gb18030"))


def test_says_what_to_install_when_the_extra_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *arguments: object, **more: object) -> object:
        if name.startswith("resiliparse"):
            raise ModuleNotFoundError("No module named 'resiliparse'", name="resiliparse")
        return real(name, *arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ModuleNotFoundError, match=r"zhpolicytext\[html\]"):
        html_text("<p>通知</p>")


def test_takes_text_or_bytes_only() -> None:
    with pytest.raises(TypeError, match="str or bytes"):
        html_text(7)  # type: ignore[arg-type]


@pytest.mark.parametrize("html", ["", "<p>", "通知", "<p>通知</p>", "<br>" * 1000])
def test_any_markup_gives_a_text(html: str) -> None:
    assert isinstance(clean_html(html), str)
