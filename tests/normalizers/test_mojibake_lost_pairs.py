"""Big5 read as cp936: of one character in 26 there is a sign of loss, or a ? of which nobody knows that it is one."""

import importlib

import pytest

from tests.corruptors import mojibake as damage
from zhpolicytext.normalizers.mojibake import mojibake
from zhpolicytext.normalizers.mojibake.decoders import Decoder
from zhpolicytext.normalizers.mojibake.lost_pairs import candidates, for_document, weighed_pairs
from zhpolicytext.text.encodings import double_bytes
from zhpolicytext.text.language_model import language_model

CP936 = Decoder("cp936", lost="unassigned")
#: Traditional, with characters that cp936 lacks (全 制 到 位 更 水 明 自 於), and long enough to show it.
REPORT = ("一年來，全市各級學校堅持改革開放，教育質量有了明顯提高，辦學條件得到改善。我們完善管理制度，加強教師隊伍建設，"
          "推動城鄉教育協調發展。今後要更加重視農村學校，落實各項政策，讓人民滿意。各單位要結合實際，制定工作方案，"
          "明確責任分工，按時完成任務，確保各項措施落到實處。")


@pytest.mark.parametrize("text", ["雙方簽訂合作協議，共同推進項目建設。", "廣大教師無私奉獻，得民心。", "居民消費價格漲幅回落到2.6%，就業穩定。"])
def test_a_character_that_what_follows_explains_comes_back(text):
    broken = damage.big5_as_gbk(text)
    assert "\N{REPLACEMENT CHARACTER}" in broken and mojibake(broken) == text


@pytest.mark.parametrize("sign", ["\N{REPLACEMENT CHARACTER}", "?"])
def test_a_report_comes_back_whatever_the_sign_of_loss_is(sign):
    assert mojibake(damage.big5_as_gbk(REPORT, sign)) == REPORT


@pytest.mark.parametrize("text", ["誰來負責?由教育局負責。", "這項政策要不要繼續推行下去?請各單位研究。", "學費怎麼收?標準是什麼?請家長諮詢學校。"])
@pytest.mark.parametrize("decoder", [damage.read_as_windows, damage.read_as_browsers])
def test_a_question_mark_of_the_text_stays_one(text, decoder):
    assert mojibake(damage.big5_read_by(text, decoder)) == text


@pytest.mark.parametrize("text", ["各學校要認真落實管理制度。", "教育部門要爭取更多資金。", "師資力量更加充足。"])
def test_in_a_short_text_that_asks_nothing_a_question_mark_is_a_lost_character(text):
    broken = damage.big5_as_gbk(text, "?")
    assert "?" in broken and mojibake(broken) == text


def test_question_marks_in_a_row_stay_where_others_stand_for_characters():
    text = REPORT + "\n以上內容是否屬實????請各校核對。"
    assert mojibake(damage.big5_as_gbk(text, "?")).endswith("????請各校核對。")


def test_what_stood_in_a_long_row_of_losses_is_not_guessed():
    broken = damage.big5_as_gbk(REPORT) + "\N{REPLACEMENT CHARACTER}" * 30 + damage.big5_as_gbk("學校發展。")
    assert mojibake(broken) == REPORT + "\N{REPLACEMENT CHARACTER}" * 30 + "學校發展。"


def test_the_candidates_are_the_characters_whose_pairs_gbk_lacks():
    known = {char for char, _, _ in candidates(CP936, "big5")}
    assert {*"到並更制全位協"} < known and not {*"教育發展"} & known
    everything = {char for row in double_bytes("big5").values() for char in row.values()}
    assert known == {char for char in everything if "\N{REPLACEMENT CHARACTER}" in damage.big5_as_gbk(char)}


def test_of_a_decoder_that_loses_single_bytes_there_are_no_such_candidates():
    assert not candidates(CP936._replace(again=True), "big5") and not candidates(CP936._replace(sign=""), "big5")


def test_a_digit_of_full_width_is_unlikely_where_the_digits_are_narrow():
    known = candidates(CP936, "big5")
    narrow, wide = for_document(known, CP936, "", "在2023年"), for_document(known, CP936, "", "在２３年")
    cost = {char: extra for char, _, extra in narrow}
    assert cost["０"] > cost["到"] + 10 and wide == known


def test_the_candidates_of_a_gap_are_ranked_by_how_likely_each_is_whatever_stands_in_the_next_gap():
    parts = weighed_pairs([*"合理", "", "", "資源"], candidates(CP936, "big5"), "\N{REPLACEMENT CHARACTER}", None)
    gaps = [part for part in parts if not isinstance(part, str)]
    assert [part for part in parts if isinstance(part, str)] == ["合理", "資源"] and len(gaps) == 2
    for gap in gaps:
        costs = [reading.cost for reading in gap.candidates]
        assert costs == sorted(costs) and sum(2.0**-cost for cost in costs) <= 1.0001


@pytest.mark.parametrize("part", ["今年１月召開會議", "建校經費１億元", "學生增加１萬人", "九月１日開學"])
def test_a_lost_digit_that_can_be_no_other_is_one(part):
    assert part in mojibake(damage.big5_as_gbk(f"青石縣教育工作報告\n{part}，各校要加強領導，提高教學質量，保障師生安全，促進學生全面發展。"))


@pytest.mark.parametrize("part", ["今年１０月召開會議", "今年１１月召開會議", "經費０．５億元"])
def test_a_lost_digit_that_can_be_another_stays_lost(part):
    repaired = mojibake(damage.big5_as_gbk(f"青石縣教育工作報告\n{part}，各校要加強領導，提高教學質量，保障師生安全，促進學生全面發展。"))
    assert "\N{REPLACEMENT CHARACTER}" in repaired
    assert part not in repaired


def test_what_each_candidate_costs_behind_a_context_is_what_the_model_says():
    lost_pairs = importlib.import_module("zhpolicytext.normalizers.mojibake.lost_pairs")
    model = language_model()
    known = candidates(CP936, "big5")
    for context in ("", "国", "中国", "加强", "\n", "教育部"):
        row = model.row(context)
        expected = [(model.step(row, symbol)[0] + extra, model.step(row, symbol)[1], char) for char, symbol, extra in known]
        assert lost_pairs._after(row, known) == expected
