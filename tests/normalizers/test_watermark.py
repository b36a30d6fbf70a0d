"""Marks of sites go; names, captions, addresses and facts of the document stay."""

from random import Random

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.corruptors import watermark as damage
from tests.strategies import hostile_texts, mixed_texts, policy_documents, policy_paragraphs
from zhpolicytext import Lexicon, watermark
from zhpolicytext.core.edits import Edit
from zhpolicytext.core.profile import Profile
from zhpolicytext.normalizers.watermark import known
from zhpolicytext.text.tables import rows

law = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
rngs = st.integers(0, 2**32).map(Random)
pages = st.lists(policy_paragraphs(), min_size=3, max_size=6).map("\n".join)


# -- what content systems do is undone


@law
@given(policy_documents(), rngs, st.sampled_from(("云泽教育在线", "某某市教育网", "岭川热线", "青禾论坛")))
def test_a_page_marked_by_empirecms_comes_back(document, rng, site):
    assume(document.count("\n") >= 3)
    assert watermark(damage.empirecms(document, rng, site)) == document


@law
@given(pages, rngs)
def test_a_page_marked_by_dedecms_comes_back(page, rng):
    assert watermark(damage.dedecms(page, rng)) == page


@law
@given(pages, rngs)
def test_a_page_jammed_by_discuz_comes_back(page, rng):
    assert watermark(damage.discuz(page, rng)) == page


@law
@given(policy_documents(), rngs)
def test_characters_without_width_go(document, rng):
    assert watermark(damage.zero_width(document, rng)) == document


@law
@given(policy_paragraphs(), rngs)
def test_injected_sources_go(paragraph, rng):
    assert watermark(damage.injected_source(paragraph, rng)) == paragraph


@law
@given(policy_paragraphs(), rngs)
def test_disguised_addresses_go(paragraph, rng):
    assert watermark(damage.disguised_url(paragraph, rng)) == paragraph


@law
@given(policy_paragraphs(), rngs)
def test_brands_inside_of_sentences_go(paragraph, rng):
    assert watermark(damage.injected_brand(paragraph, rng)) == paragraph


@pytest.mark.parametrize("damaged, text", [
    # the mark alone, glued, after a blank, at the very end of the text
    ("开幕。aB3青禾教育网\naB3青禾教育网\n闭幕。 aB3青禾教育网", "开幕。\n闭幕。"),
    # the same site name with other random characters on every line
    ("开幕。aB3青禾教育网\n座谈。x9Z青禾教育网\n闭幕。q0q青禾教育网", "开幕。\n座谈。\n闭幕。"),
    # traditional, and the site is not a site by its name, but stands alone on lines
    ("開幕。k2M學習強省\nk2M學習強省\nk2M學習強省\n閉幕。k2M學習強省", "開幕。\n閉幕。"),
    # without random characters: known from the head of the page
    ("青禾教育网\n开幕。青禾教育网\n座谈。青禾教育网\n闭幕。青禾教育网", "开幕。\n座谈。\n闭幕。"),
    ("开幕。\n青禾文化网 www.qinghe-wh.com.cn\n闭幕。\n青禾文化网 www.qinghe-wh.com.cn", "开幕。\n闭幕。"),
    ("会议要求抓好落实。（本文来自第一文库网http://www.wenku1.com）各地要行动起来。", "会议要求抓好落实。各地要行动起来。"),
    ("要抓好落实。更多精彩内容尽在www.a-b-c.net\n下一段。", "要抓好落实。\n下一段。"),
    ("加强领导[来源:]，落实责任。", "加强领导，落实责任。"),
    ("要坚持【来源：21·世纪·教育·网】统筹兼顾。", "要坚持统筹兼顾。"),
    ("加强领导[资源：学科网]，落实责任。", "加强领导，落实责任。"),
    ("要加强Z*X*X*K领导。", "要加强领导。"),
    ("各校要w w w. 5 y k J.co m抓好落实。", "各校要抓好落实。"),
    ("各校要ｗwＷ．ａｂ１．ｃoｍ抓好落实。", "各校要抓好落实。"),
    ("切实加强第一范文网管理工作。", "切实加强管理工作。"),
    ("全区教育工作会议召开-九某体育官网入口", "全区教育工作会议召开"),
    ("\N{ZERO WIDTH NO-BREAK SPACE}通知\n正\N{SOFT HYPHEN}文", "通知\n正文"),
])
def test_marks_go(damaged, text):
    assert watermark(damaged) == text


# -- what looks like a mark and is none


@pytest.mark.parametrize("text", [
    "领导讲话\n\n领导讲话\n\n领导讲话\n",  # captions
    "会场\n分会场\n主会场\n",
    "一、推进PPP项目\n二、规范PPP项目\n三、清理PPP项目\n",  # three letters and a word, three times
    "联系人：王某 电话：028-85050505\n联系人：李某 电话：028-85050505\n联系人：赵某 电话：028-85050505",
    "来源：新华网\n来源：新华网\n来源：新华网",
    "据新华网\n转自新华网\n摘自新华网",
    "拥护！\n拥护！\n拥护！\n拥护！",
    "建设教育网\n完善教育网\n用好教育网",  # a name that the sentence needs
    "县教育局\n2020年5月1日\n县教育局\n2020年6月1日\n县教育局\n2020年7月1日",  # signatures
    "| 学校 | 网站 |\n| 一中 | www.yi.edu.cn |\n| 二中 | www.er.edu.cn |\n| 三中 | www.san.edu.cn |",
    "一中：www.example.com\n二中：www.example.com\n三中：www.example.com",
    "网址：www.example.com",
    "云泽教育网 www.example.com\n青禾教育网 www.example.org",  # a list of sites
    "请登录w3school.com或者WWW.EXAMPLE.COM查询。",
    "学科网络建设、学科网格化管理",
    "[来源：市教育局网站]",
    "来源：中国教育报",
    "使用织梦内容管理系统的网站要及时升级。",
    "通过第一范文网和无忧考网下载模板的做法要纠正。",
    "由517秘书网整理",
    "表演者为第3组*、第4组*，附注见*。",
    "增长8%，其中农业3%，工业9%。",
    "公式：A = B * C + D & E | F ^ G",
    "选项 A B C D E F G\n选项 A B C D E F G\n选项 A B C D E F G",
    "招生简章-云泽大学官网",
    "一键登录-政府官网",
    "👨\N{ZERO WIDTH JOINER}👩\N{ZERO WIDTH JOINER}👧 一家",
    "नमस्\N{ZERO WIDTH JOINER}ते",
    "co\N{SOFT HYPHEN}operation",
    "½\N{SOFT HYPHEN}ÌÓý",  # a byte of a text in the wrong encoding: `mojibake` needs it
    "请登录wWw.aB3.cOm查询", "网址：wWw.aB3.cOm", "详见wWw.aB3.cOm。",
])
def test_what_looks_like_a_mark_stays(text):
    assert watermark(text) is text


@law
@given(policy_documents())
def test_a_clean_document_is_the_same_object(document):
    assert watermark(document) is document


@law
@given(st.one_of(hostile_texts(), mixed_texts()))
def test_a_second_run_changes_nothing(text):
    once = watermark(text)
    assert watermark(once) == once


def test_the_step_says_what_the_mark_is_and_how_often_it_stands():
    document = watermark.run("开幕。aB3青禾教育网\naB3青禾教育网\n闭幕。aB3青禾教育网")
    [step] = document.steps
    assert step.rule.id == "watermark.line-suffix"
    assert step.evidence == {"suffix": "aB3青禾教育网", "lines": 3}
    assert step.edits == (Edit(3, 11, ""), Edit(12, 21, ""), Edit(24, 32, ""))


def test_the_name_of_the_site_in_a_sentence_is_only_pointed_out():
    text = "云泽教育网\n各校要全面云泽教育网落实各项任务。"
    document = watermark.run(text)
    assert document.text is text
    [found] = document.suggestions
    assert found.rule == "watermark.site-name-in-sentence"
    assert found.text == "云泽教育网"


# -- what a lexicon knows


def test_a_known_affix_goes_from_a_single_line():
    rule = known(Lexicon(affixes=("青禾校园网",)))
    assert rule("全市工作会议召开。x7Q青禾校园网") == "全市工作会议召开。"
    assert rule("全市工作会议召开。青禾校园网\n青禾校园网\n") == "全市工作会议召开。\n"
    assert rule("青禾校园网 全市工作会议召开。") == "全市工作会议召开。"


def test_a_known_name_that_a_sentence_needs_stays():
    text = "各校要用好青禾校园网\n青禾校园网建设取得进展。"
    assert known(Lexicon(affixes=("青禾校园网",)))(text) is text


def test_an_empty_lexicon_changes_nothing():
    assert known(Lexicon())("正文。\0") == "正文。\0"


def test_the_lexicon_is_part_of_the_manifest():
    from zhpolicytext import Pipeline

    one, other = (Pipeline((known(Lexicon(affixes=(name,))),)) for name in ("甲教育网", "乙教育网"))
    assert one.fingerprint != other.fingerprint


def test_every_name_of_the_table_goes_where_separators_divide_it():
    rng = Random(5)
    for name, letters, _ in rows("watermark_brands.tsv"):
        assert watermark(f"加强领导[来源:{damage.separated(name, rng)}]，落实责任。") == "加强领导，落实责任。"
        if len(letters) >= 4:
            assert watermark(f"加强领导【来源：{damage.separated(letters, rng)}】，落实责任。") == "加强领导，落实责任。"


@law
@given(st.one_of(hostile_texts(), mixed_texts()))
def test_line_ends_of_windows_make_no_difference(text):
    text = text.replace("\r", "")
    assert watermark(text.replace("\n", "\r\n")).replace("\r\n", "\n") == watermark(text)


@pytest.mark.parametrize("site", ["江洲農業網", "平川水务网", "秀水教育在线"])
def test_one_mark_on_every_line_goes_without_a_page_head(site):
    lines = ("市农业局召开春耕备耕推进会。", "会议通报了农资储备情况。", "各乡镇分管负责人参加会议。", "会后组织了业务培训。")
    raw = "\n".join(f"{line}Q4t{site}" for line in lines)
    assert watermark(raw) == "\n".join(lines)


@pytest.mark.parametrize("text", [
    "请登录365政务网\n咨询请登录365政务网\n办理请登录365政务网", "一、登录ABC教育在线\n二、关注ABC教育在线\n三、打开ABC教育在线",
    "应当坚持[来源：市教育局_宣传科]预防为主", "学_科_网络建设",
])
def test_names_that_lines_speak_of_stay(text):
    assert watermark(text) is text


def test_underscores_separate_the_name_of_a_site_too():
    assert watermark("应当坚持[来源:学_科_网Z_X_X_K]预防为主") == "应当坚持预防为主"


def test_no_character_without_width_is_in_gbk():
    from zhpolicytext.normalizers.watermark.zero_width import RUN

    for code in range(0x110000):
        if RUN.match(chr(code)):
            with pytest.raises(UnicodeEncodeError):
                chr(code).encode("gbk")


def test_every_name_in_latin_letters_has_three_letters():
    from zhpolicytext.normalizers.watermark.inserts import _squeezed_names

    for name in _squeezed_names()[1]:
        assert sum(map(str.isalpha, name.decode())) >= 3


def test_a_name_in_latin_letters_is_seen_among_few_letters_and_among_many():
    from zhpolicytext.normalizers.watermark.inserts import FEW_LETTERS, _is_named, _squeezed_names

    for name in _squeezed_names()[1]:
        spread = "*".join(name.decode().title())
        for letters in ("", "a" * (FEW_LETTERS + 1)):
            text = f"会议{spread}召开 {letters}"
            assert _is_named(text, Profile(text))
    assert not _is_named("会议GDP*召开 A4", Profile("会议GDP*召开 A4"))


def test_no_character_without_width_can_be_printed_or_is_a_blank():
    from zhpolicytext.normalizers.watermark.zero_width import RUN, has_zero_width

    found = [char for char in map(chr, range(0x110000)) if RUN.match(char)]
    assert len(found) >= 20 and not any(char.isprintable() or char.isspace() for char in found)
    assert all(has_zero_width(Profile(f"会议{char}开始\u3000。")) for char in found)
    assert not has_zero_width(Profile("\u3000\u3000会议\u3000开始\ue000。\n\t第二天"))


def test_three_headings_with_one_end_are_no_mark_and_three_lines_with_one_name_are():
    headings = "深化改革，制度更加健全\n强化监督，机制更加健全\n优化服务，体系更加健全"
    assert watermark(headings) == headings
    marked = "会议开始。x7Q某市教育网\n代表发言。x7Q某市教育网\n会议结束。x7Q某市教育网"
    assert watermark(marked) == "会议开始。\n代表发言。\n会议结束。"
    assert watermark("会议开始。\u3000某市教育网\n" * 2) == "会议开始。\u3000某市教育网\n" * 2  # two lines: kept


@pytest.mark.parametrize("end", ["至12:00", "电话：0700-5550123", "邮箱：anquan@example.cn", "总投资IOO", "附件1"])
def test_what_a_line_ends_in_is_no_random_character(end):
    text = f"九月三日召开安全会议。\n各校校长参加会议。\n{end}\n会议提出三点要求。"
    for mark in ("x7Q青石教育在线", "Gw6青石教育在线", "vwb青石教育在線"):
        assert watermark("\n".join(line + mark for line in text.split("\n"))) == text
