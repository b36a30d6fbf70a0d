"""Traditional text becomes simplified; a native author's stays; names and simplified text are not harmed."""

import subprocess
import sys
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.corruptors.mirror import to_traditional
from tests.corruptors.script import by_words, careless, lone
from tests.strategies import hostile_texts, mixed_texts, policy_documents, policy_sentences
from zhpolicytext.core.profile import Profile
from zhpolicytext import script
from zhpolicytext.core.edits import Edit
from zhpolicytext.normalizers.script import traditional
from zhpolicytext.text import scripts
from zhpolicytext.text.tables import rows

law = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
seeds = st.integers(0, 2**32).map(Random)


# -- conversion is undone


@law
@given(policy_documents())
def test_a_document_converted_character_by_character_comes_back(document):
    assert script(to_traditional(document)) == document


@law
@given(policy_documents(), seeds)
def test_a_document_converted_with_a_careless_table_comes_back(document, rng):
    assert script(careless(document, rng)) == document


@law
@given(policy_documents())
def test_a_document_converted_by_words_comes_back(document):
    document += "\n深入推进“放管服”改革。"  # curled quotes are a converter's sign
    assert script(by_words(document)) == document


@law
@given(policy_sentences())
def test_a_single_sentence_comes_back(sentence):
    assert script(to_traditional(sentence)) == sentence


@law
@given(policy_documents(), seeds)
def test_single_traditional_characters_in_simplified_text_come_back(document, rng):
    assert script(lone(document, rng)) == document


@law
@given(policy_documents())
def test_simplified_text_comes_back_as_the_same_object(document):
    assert script(document) is document


@law
@given(st.one_of(hostile_texts(), mixed_texts(), policy_documents().map(to_traditional)))
def test_a_second_run_finds_nothing(text):
    once = script(text)
    assert script(once) == once


@law
@given(st.one_of(mixed_texts(), policy_documents().map(to_traditional)))
def test_every_edit_is_as_long_as_what_it_replaces(text):
    for step in script.run(text).steps:
        assert all(len(edit.new) == edit.end - edit.start for edit in step.edits)


def test_one_edit_for_every_run_of_changed_characters():
    (step,) = script.run("推進學校發展").steps
    assert step.rule.id == "script.traditional"
    assert step.edits == (Edit(1, 3, "进学"), Edit(4, 5, "发"))


@pytest.mark.parametrize(("old", "new"), [
    ("緻歡迎辭,回顧發展曆程,不斷髮生變化", "致欢迎辞,回顾发展历程,不断发生变化"),  # over-converted
    ("關于批準設立學校之后的通知", "关于批准设立学校之后的通知"),  # one to one
    ("浏覽9号文件,讨論黨員發展", "浏览9号文件,讨论党员发展"),  # half a table
    ("取得瞭成績,進一步瞭解情況,登上瞭望塔", "取得了成绩,进一步了解情况,登上瞭望塔"),
    ("衹有發展纔是硬道理,祇要堅持", "只有发展才是硬道理,只要坚持"),
    ("乾淨的餐廳、乾旱的農田、乾部隊伍", "干净的餐厅、干旱的农田、干部队伍"),
    ("張乾同誌赴乾縣、乾安縣調研乾隆年間碑刻", "张乾同志赴乾县、乾安县调研乾隆年间碑刻"),
    ("李昇、畢昇與設備升級、能力提昇", "李昇、毕昇与设备升级、能力提升"),
    ("本著務實的原則,著眼長遠,著手編製", "本着务实的原则,着眼长远,着手编制"),
    ("隨著改革深入,圍繞著目標,意味著責任", "随着改革深入,围绕着目标,意味着责任"),
    ("名著、原著、專著和著作權,著名學者編著", "名著、原著、专著和著作权,著名学者编著"),
    ("成效顯著,臭名昭著,土著居民", "成效显著,臭名昭著,土著居民"),
    ("沈陽市委聽取匯報", "沈阳市委听取汇报"),
    ("公共衞生與敍事,數値公吿", "公共卫生与叙事,数值公告"),
    ("有著重要意義,著有專書", "有着重要意义,著有专书"),
    ("宮商角徵羽與徵求意見、魏徵", "宫商角徵羽与征求意见、魏徵"),
    ("裏程碑、鐘點工、臺風預警", "里程碑、钟点工、台风预警"),
])
def test_what_opencc_leaves_or_harms_is_right(old, new):
    assert script(old) == new


@pytest.mark.parametrize("text", [
    "乾县、乾安县、乾清宫、乾隆、李乾、尼乾陀",
    "毕昇、甯姓、朱镕基、邨、氾水",
    "魏徵、樊於期、於菟、夥同、甚夥、拚搏、麴酒",
    "黄霑作词，秦蘋任副局长，王峯、张崑、淩云三位老师获奖，今日发布",
    "慰藉、狼藉、覆盖、颠覆、瞭望、哩、沈阳",
    "名著、著作、著名、显著、专著、执著",
    "“學”是繁体字", "《說文解字》研究中的“學”字与学校",
    "東京都の教育委員會は學校を支援する",
    "서울特別市의 敎育廳",
    "把“發”字写成“发”",
    "古籍中“裡”“裏”两形并见",
    "异体字如“峯”“羣”应按规范字书写,參見附表“參”",
])
def test_simplified_text_with_characters_that_look_traditional_stays(text):
    assert script(text) is text


@pytest.mark.parametrize(("old", "new"), [
    ("坚持教育优先發展", "坚持教育优先发展"),
    ("各學校要加强管理", "各学校要加强管理"),
    ("关於做好最後一公里工作", "关于做好最后一公里工作"),
    ("著眼于未来,本著自愿原则", "着眼于未来,本着自愿原则"),
])
def test_a_lone_traditional_character_in_simplified_text_is_converted(old, new):
    assert script(old) == new


# -- native texts

NATIVE = [
    "教育部於113學年度推動數位學習,請各縣市政府查照。",
    "臺北市政府資訊局表示,網路申辦「一站式服務」將於下月上線。",
    "中華民國七十年施行之條例,其後迭經修正,自民國113年起適用。",
    "政府當局告知委員,香港特別行政區的資助學校須於學年開始後提交報告。",
    "澳門特別行政區行政長官行使職權,制定本行政法規,於公佈後生效。",
    "該校長表示:「孩子們在這裡學到的,不只是課本上的知識。」隨後參觀了軟體教室。",
    "行政院通過國民中小學計畫,補助偏鄉硬體設備,於年底前完成。",
]


@pytest.mark.parametrize("text", NATIVE)
def test_a_native_text_stays_and_is_suggested(text):
    document = script.run(text)
    assert document.text is text
    (suggestion,) = document.suggestions
    assert suggestion.rule == "script.native-traditional"
    assert suggestion.evidence["native"]


@pytest.mark.parametrize("text", NATIVE)
def test_a_parameter_converts_native_texts_too(text):
    converted = script.replace(traditional(native=True))(text)
    assert not scripts.traditional_characters() & set(converted) - set("乾")


MACHINE = [
    "我班開展了賡續紅色血脈主題班會,讓學生領悟生命的意義。",
    "發展銀發經濟,讓老人得到更好的照護,提升生活品質。",
    "關于印發《職業教育改革實施方案》的通知",
    "省委、省政府召開會議,習近平總書記的重要講話精神為“十四五”規劃指明了方向",
    "關於深化產教融合的意見指出,要發揮“雙師型”教師的作用,最後提出保障措施",
]
#: 於 is how a native author writes, and nothing here is a converter's own sign: the guard wins, the text is suggested.
DOUBTFUL = [
    "全市中職學校黨組織書記述職評議會於昨日召開,隨後市委教育工委作了部署",
    "為貫徹落實《國務院關於加快發展現代職業教育的決定》,結合我省實際,制定本辦法。",
    "國務院港澳辦表示，「一國兩制」在香港的實踐取得成功，人大代表將於下月到訪。",
]


@pytest.mark.parametrize("text", DOUBTFUL)
def test_mainland_words_alone_do_not_outweigh_a_native_habit(text):
    document = script.run(text)
    assert document.text is text
    assert [suggestion.rule for suggestion in document.suggestions] == ["script.native-traditional"]


@pytest.mark.parametrize("text", MACHINE)
def test_mainland_text_that_a_machine_converted_is_converted_back(text):
    assert not scripts.traditional_characters() & set(script(text))


def test_a_native_paragraph_does_not_keep_the_rest_traditional():
    text = "学校工作通知\n各单位要认真落实。\n优先發展教育。"
    assert script(text) == "学校工作通知\n各单位要认真落实。\n优先发展教育。"


@law
@given(policy_documents(), st.sampled_from(NATIVE))
def test_a_native_quotation_among_simplified_paragraphs_stays(document, quotation):
    text = f"{document}\n{quotation}\n{document}"
    assert script(text) is text


# -- data


def test_the_gate_and_the_table_agree():
    for char in scripts.traditional_characters():
        assert scripts.has_traditional(Profile(f"推进{char}工作—·")) or char in scripts.IN_GB2312


def test_no_character_is_both_traditional_and_simplified_only():
    assert not scripts.traditional_characters() & scripts.simplified_characters()


def test_every_word_with_zhe_is_used():
    for word, place in rows("zhe_words.tsv"):
        other = "长远发展" if place == "last" else ""
        before = "" if place == "last" else "要"
        assert script(before + word.replace("着", "著") + other) == before + word + other, word


def test_every_signal_is_in_traditional_characters():
    for word, side, weight, _ in rows("script_signals.tsv"):
        assert side in ("native", "mainland") and weight in "12"
        assert not scripts.simplified_characters() & set(word), word


def test_the_table_is_what_the_generator_makes_of_the_same_opencc():
    data = (files("zhpolicytext") / "data" / "script_characters.tsv").read_bytes()
    if f"OpenCC {version('opencc')}," not in data.decode():
        pytest.skip("another OpenCC than the one that the table was made with")
    tool = Path(__file__).parents[2] / "tools" / "build_script_characters.py"
    assert subprocess.run([sys.executable, tool], capture_output=True, check=True).stdout == data


# -- hostile


def test_opencc_is_asked_once_however_many_lines_there_are(monkeypatch):
    import sys

    module = sys.modules["zhpolicytext.normalizers.script"]
    calls = []
    simplified = module.simplified
    monkeypatch.setattr(module, "simplified", lambda text: calls.append(len(text)) or simplified(text))
    script("學校工作\n学校发展学习\n" * 500)
    assert calls == [500 * 5 - 1]


def test_half_surrogates_stay_where_they_are():
    assert script("\ud800學\udc00校") == "\ud800学\udc00校"


def test_no_word_with_zhe_is_longer_than_the_stretch_that_is_looked_at():
    from zhpolicytext.normalizers.script import _NEAR
    from zhpolicytext.text.tables import rows

    assert max(len(word) for word, _ in rows("zhe_words.tsv")) <= _NEAR


@given(st.text("年度學学 1013第中民國国元", max_size=14))
def test_a_year_of_the_republic_is_found_only_where_its_signs_are(text):
    from zhpolicytext.text.scripts import _HUNDREDTH_YEAR, _REPUBLICAN_YEAR

    if _REPUBLICAN_YEAR.search(text):
        assert "民國" in text or "民国" in text or _HUNDREDTH_YEAR.search(text)


def test_every_signal_is_found_wherever_it_stands():
    for word, side, *_ in rows("script_signals.tsv"):
        for text in (word, f"的{word}的", f"{word}{word}"):
            found = scripts.origin(text)
            assert word in [sign for sign, _ in (found.native if side == "native" else found.mainland)], word
