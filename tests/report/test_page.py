import hashlib
import json
import re
from base64 import b64encode
from dataclasses import replace

import pytest

from tests.report.dom import Tree
from tests.report.sample import BODY, CAPITAL, SUFFIX, TEXT, Card, presets
from zhpolicytext import Pipeline
from zhpolicytext.report import html

HOSTILE = (
    "<script>alert(1)</script>", "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</del></div>",
    '" onmouseover="alert(1)', "' onfocus='alert(1)", "javascript:alert(1)", "<!-- ", "-->", "]]>", "&lt;b&gt;", "{name}", "%s",
    "\N{RIGHT-TO-LEFT OVERRIDE}", "\N{RIGHT-TO-LEFT ISOLATE}", "\N{ZERO WIDTH SPACE}", "\N{LINE SEPARATOR}", "\x00", "\x1b[31m",
    "\ud800", "\udfff", "\ue2a2", "\ufffe", "\N{COMBINING ACUTE ACCENT}", "<svg/onload=alert(1)>", "\\u003cscript\\u003e",
)
TAGS = {"noscript", "html", "head", "meta", "title", "style", "body", "a", "header", "strong", "span", "div", "button", "label", "input", "main",
        "article", "aside", "p", "h1", "h2", "section", "ul", "li", "code", "del", "ins", "mark", "s", "details", "summary",
        "dl", "dt", "dd", "nav", "output", "kbd", "script", "table", "thead", "tbody", "tr", "th", "td", "svg", "rect"}


def page(*documents, **more):
    return Tree(html(documents or [("a.txt", BODY.run(TEXT))], **more)).root


def body_text(root):
    return root.text(lambda element: element.tag in ("style", "script"))


def test_the_page_names_rule_count_evidence_and_an_example():
    items = {item.all(lambda e: e.tag == "code").__next__().text(): item
             for item in page().all(lambda e: e.tag == "li" and any(getattr(c, "tag", "") == "button" for c in e.children))}
    assert list(items) == ["mojibake.out-of-step", "watermark.line-suffix", "pinyin.inline", "boilerplate.notice",
                           "ocr.lone-capital", "script.traditional"]
    mojibake = items["mojibake.out-of-step"].text()
    assert "One stretch of bytes out of step." in mojibake and "學!窞轭} → 學校》為題" in mojibake
    assert "suffix wm1站, 3 lines" in items["watermark.line-suffix"].text()
    assert "→ 0?" in items["ocr.lone-capital"].text()


def test_evidence_is_shown_once():
    assert html([("", BODY.run(TEXT))]).count("suffix wm1站") == 1


def test_a_removed_block_is_folded_with_its_rule_and_its_text():
    fold, = page().all(lambda e: e.tag == "details")
    assert "open" not in fold.attributes
    assert "boilerplate.notice" in fold.text() and "声明:本页由读者上传。" in fold.text() and "1 line," in fold.text()


def test_the_size_of_a_fold_is_that_of_its_text():
    fold, = page(("", BODY.run("一\n\n声明:甲\n声明:乙\n\n二"))).all(lambda e: e.tag == "details")
    assert fold.with_class("size")[0].text() == "2 lines, 9 characters"
    assert fold.with_class("ln")[0].text() == "3"


def test_metadata_and_entities_are_shown():
    root = page()
    card, = root.with_class("metadata")
    assert "2023年会议开" in card.text() and "source" in card.text() and "editor" not in card.text()
    assert [entity.attributes["data-value"] for entity in root.with_class("e")] == ["2023"]


def test_every_link_leads_somewhere():
    root = page(("a.txt", BODY.run(TEXT)), ("b.txt", BODY.run("會")))
    ids = {element.attributes["id"] for element in root.all(lambda e: "id" in e.attributes)}
    links = {element.attributes["href"] for element in root.all(lambda e: e.tag == "a")}
    assert all(link == "#" or link[1:] in ids for link in links), sorted(links)


def test_ids_are_unique():
    root = page(("a.txt", BODY.run(TEXT)), ("b.txt", BODY.run(TEXT)))
    ids = [element.attributes["id"] for element in root.all(lambda e: "id" in e.attributes)]
    assert len(ids) == len(set(ids))


def test_the_index_counts_texts_and_rules():
    root = page(("a.txt", BODY.run(TEXT)), ("b.txt", BODY.run("會")), ("c.txt", BODY.run("字")))
    index, = root.with_class("index")
    rows = [[cell.text() for cell in row.all(lambda e: e.tag == "td")] for row in index.all(lambda e: e.tag == "tr")]
    assert ["b.txt", "0", "0", "1", "0", "1 → 1"] in rows
    assert any(row and row[0].strip() == "script.traditional" and row[2:] == ["11", "2"] for row in rows), rows
    assert "3 texts" in index.text()


def test_what_does_not_fit_on_the_page_is_counted_all_the_same():
    root = page(("a.txt", BODY.run(TEXT)), ("b.txt", BODY.run(TEXT)), budget=1)
    assert len(root.with_class("doc")) == 1
    assert "b.txt (too much for one page: report it alone)" in root.with_class("list")[0].text()


def test_a_clean_text_is_shown_as_it_is():
    root = page(("", BODY.run("会议。\n")))
    assert "nothing to change" in body_text(root) and not root.with_class("c")


def test_a_text_without_a_name_is_called_a_text():
    (title,) = page(("", BODY.run("会议。\n"))).all(lambda element: element.tag == "h1")
    assert title.text() == "text"


def test_an_empty_text_has_a_page():
    assert "nothing to change" in body_text(page(("", BODY.run(""))))


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_text_becomes_markup_wherever_it_stands(hostile):
    text = f"2023年{hostile}會(huì)議{hostile}O个\n声明:{hostile}\n學!窞轭}}{hostile}"
    pipeline = Pipeline(
        (replace(SUFFIX, evidence=lambda profile: {hostile: hostile}), *BODY.rules[1:-1],
         replace(CAPITAL, evidence=lambda profile: {"seen": [hostile]})),
        readers=(("metadata", lambda document: Card(hostile, hostile)),
                 ("entities", lambda document: (Hostile(hostile),))))
    source = html([(hostile, pipeline.run(text + "wm1站\nwm1站\n")), (hostile, pipeline.run(hostile))])
    source.encode("utf-8")
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b\u2028\u2029\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe]", source)
    root = Tree(source).root
    for element in root.all(lambda element: True):
        assert element.tag in TAGS
        assert not any(name.startswith("on") or name in ("style", "src", "action") for name in element.attributes)
        assert element.attributes.get("href", "#").startswith("#")
    assert len(list(root.all(lambda element: element.tag == "script"))) == 3  # one that runs, one with data for each text
    for script in root.all(lambda e: e.tag == "script" and e.attributes.get("type") == "application/json"):
        json.loads(script.text())


class Hostile:
    def __init__(self, hostile):
        self.hostile = hostile

    def to_json(self):
        return {"start": 0, "end": 1, "type": self.hostile, "value": {self.hostile: self.hostile}}


def test_the_policy_lets_only_this_style_and_this_script_work():
    root = page()
    policy = next(root.all(lambda e: e.attributes.get("http-equiv") == "Content-Security-Policy")).attributes["content"]
    for tag in ("style", "script"):
        content = next(root.all(lambda e, tag=tag: e.tag == tag and "type" not in e.attributes and e.parent.tag != "noscript")).text()
        digest = b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")


def test_the_page_needs_no_network():
    source = html([("a.txt", BODY.run(TEXT))])
    assert not re.search(r"https?:|@import|url\(|src=", source)


def test_unseen_characters_are_shown_by_name():
    root = page(("", BODY.run("厩\ue2a2闆r\N{ZERO WIDTH SPACE}")))
    titles = {element.attributes["title"] for element in root.with_class("u")}
    assert {"U+E2A2 private use", "U+200B ZERO WIDTH SPACE"} <= titles


def test_the_report_needs_only_what_the_core_needs():
    import subprocess
    import sys

    program = "import sys, zhpolicytext.report; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert not {"jinja2", "regex", "opencc", "ftfy"} & set(loaded)


def test_presets_of_the_sample_run():
    assert all(pipeline(TEXT) for pipeline in presets().values())
