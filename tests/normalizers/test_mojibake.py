"""What the rules of `mojibake` restore, and what they leave alone."""

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.corruptors import mojibake as damage
from zhpolicytext import mojibake
from zhpolicytext.strategies import policy_documents, policy_sentences

PAGE = (
    "关于做好秋冬季农田水利建设的通知\n"
    "各县（市、区）人民政府，市政府各部门：\n"
    "　　为进一步加强农田水利基础设施建设，提高农业综合生产能力，现就有关工作通知如下。\n"
    "　　一、提高认识。各级各部门要坚持把农田水利作为保障粮食安全的重要措施，加大投入，落实责任。\n"
    "　　二、突出重点。加快推进病险水库除险加固，2023年完成投资12.6亿元，新增节水灌溉面积35万亩。\n"
    "　　三、强化监督。对工作不力的单位，要及时督促整改；对成绩突出的，要给予表扬。\n"
)
TRADITIONAL = (
    "關於做好秋冬季農田水利建設的通知\n"
    "　　為進一步加強農田水利基礎設施建設，提高農業綜合生產能力，現就有關工作通知如下。\n"
    "　　一、提高認識。各級各部門要堅持把農田水利作為保障糧食安全的重要措施，加大投入，落實責任。\n"
)
FEW = settings(max_examples=25, deadline=None)


@pytest.mark.parametrize("text", [PAGE, TRADITIONAL], ids=["simplified", "traditional"])
@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "iso-8859-15"])
@pytest.mark.parametrize("corrupt", [damage.utf8_as_latin1, damage.gbk_as_latin1], ids=lambda f: f.__name__)
def test_bytes_that_were_read_one_by_one_come_back_exactly(text, encoding, corrupt):
    assert mojibake(corrupt(text, encoding)) == text


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "iso-8859-15"])
def test_big5_that_was_read_one_by_one_comes_back_exactly(encoding):
    assert mojibake(damage.big5_as_latin1(TRADITIONAL, encoding)) == TRADITIONAL


def test_a_table_of_contents_comes_back_with_its_dots():
    text = PAGE + f"第一章 总则 {'.' * 80} 1\n第二章 组织机构和职责{'.' * 70} 12\n附则{'…' * 20}30\n"
    assert mojibake(damage.gbk_as_latin1(text)) == text
    assert mojibake(damage.through_ftfy(damage.gbk_as_latin1(text))) == text


@pytest.mark.parametrize("text", ["Œuvres complètes, cœur, sœur, vœu, Šibenik", "Škoda, Žižkov, Štětí, Děčín, Ústí"])
def test_letters_of_iso_8859_15_that_are_letters_stay(text):
    assert mojibake(text) is text


@pytest.mark.parametrize("text", [PAGE, TRADITIONAL], ids=["simplified", "traditional"])
def test_what_ftfy_made_of_gbk_comes_back_exactly(text):
    broken = damage.through_ftfy(damage.gbk_as_latin1(text))
    assert broken != damage.gbk_as_latin1(text)
    assert mojibake(broken) == text


def test_a_page_put_together_from_two_encodings_is_read_at_one_go():
    line = "各级各部门要加强组织领导，落实工作责任，完善政策措施。"
    text = f"{damage.gbk_as_latin1(line)}\n{damage.gbk_as_latin1(line)}\n教育部门{damage.utf8_as_latin1('教育教育')}"
    assert mojibake(text) == f"{line}\n{line}\n教育部门教育教育"


def test_lost_soft_hyphens_are_found_by_what_the_text_says():
    text = "坚持发展是第一要务，加快经济结构调整，深化财政金融体制改革。\n"
    assert mojibake(damage.gbk_as_latin1(text, drop=damage.SOFT_HYPHEN)) == text


def test_a_soft_hyphen_lost_inside_of_what_ftfy_made_one_character_is_found():
    text = "各级财政部门要支持实体经济、民营经济发展，落实各项政策措施，提高服务水平。\n" * 2
    broken = damage.through_ftfy(damage.gbk_as_latin1(text, drop=damage.SOFT_HYPHEN))
    assert "徼" in broken
    assert mojibake(broken) == text


def test_lost_control_characters_are_found_by_what_the_text_says():
    assert mojibake(damage.utf8_as_latin1(PAGE, drop=damage.C1)) == PAGE


@pytest.mark.parametrize("text", [PAGE, TRADITIONAL], ids=["simplified", "traditional"])
@pytest.mark.parametrize("rounds", [1, 2])
def test_utf8_that_was_read_as_gbk_comes_back_where_no_byte_is_lost(text, rounds):
    even = "\n".join(line for line in text.split("\n") if "\ufffd" not in damage.utf8_as_gbk(line, rounds=rounds) and "锟" not in damage.utf8_as_gbk(line, rounds=rounds))
    assert mojibake(damage.utf8_as_gbk(even, rounds=rounds)) == even


def test_letters_that_were_of_full_width_are_bytes_of_utf8():
    text = PAGE + "有关单位负责人要认真研究，那就请各地加强代理服务，宣传政策措施。\n"
    broken = damage.folded(damage.utf8_as_gbk(text))
    assert "浠g悊" in broken  # 代理: its A3E7 was ｇ
    assert mojibake(broken).split("\n")[-2] == text.split("\n")[-2]


def test_private_use_that_somebody_removed_from_what_python_or_java_read_is_found():
    text = PAGE + "有关单位负责人要认真研究，全局开展活动，加强代理服务，宣传政策措施。\n"
    broken = re.sub("[\ue000-\uf8ff]", "", damage.utf8_as_gb18030(text))
    assert mojibake(broken).split("\n")[-2] == text.split("\n")[-2]


def test_a_byte_that_utf8_lost_before_a_line_end_is_found():
    text = "各级各部门要加快推进农村改革。\n加强组织领导，落实工作责任。\n"
    broken = damage.utf8_as_gbk(text)
    assert "\ufffd" in broken
    assert mojibake(broken) == text


def test_big5_that_was_read_as_gbk_comes_back():
    assert mojibake(damage.big5_as_gbk(TRADITIONAL)) == TRADITIONAL


def test_gbk_that_was_read_as_big5_comes_back_where_big5_has_the_pairs():
    text = "教育部门要推进教学改革工作"
    assert mojibake(damage.gbk_as_big5(text)) == text


@pytest.mark.parametrize(("broken", "right"), [
    ("以《樹立質量意識,建設優質學!窞轭},從學;\ue2a2厩闆r和新形勢", "以《樹立質量意識,建設優質學校》為題,從學校基本情況和新形勢"),
    ("加强生态环境?；?。", "加强生态环境保护。"),
])
def test_gbk_out_of_step_is_put_into_step(broken, right):
    assert mojibake(broken) == right


@pytest.mark.parametrize(("broken", "right"), [
    ("坚持&ldquo;四个自信&rdquo;&#65292;推进&#x6539;&#x9769;", "坚持“四个自信”，推进改革"),
    ("坚持ldquo;四个自信rdquo;x0dx0amdash;mdash;推进", "坚持“四个自信”\n——推进"),
    (r"\u6559\u80b2\u6539\u9769\uff0c2023\u5e74", "教育改革，2023年"),
    ("第一行&#13;&#10;第二行", "第一行\n第二行"),
])
def test_escapes_are_spelled_out(broken, right):
    assert mojibake(broken) == right


def test_an_entity_is_never_decoded_twice():
    assert mojibake("写作&amp;nbsp;的空格") == "写作&amp;nbsp;的空格"


@pytest.mark.parametrize("text", [
    "学校?是的,学校!",
    "这是为什么?因为教育要发展!",
    "CG&3D电脑手绘、AT&T公司、R&D投入",
    "<p>正文&nbsp;说明</p>",
    "用正则[\\u4e00-\\u9fa5]匹配汉字，\\u6559表示教",
    "Évènement à São Paulo: il a été créé pour l’éducation; não há solução.",
    "Über die Größe der Straße, Ærøskøbing, Malmö, Kraków",
    "министерство образования и науки",
    "Υπουργείο Παιδείας",
    "教育委員会は、学校の運営について指導する。",
    "교육부는 학교 교육과정을 개정하였다.",
    "徐㼆、赟、屾、𤩽、㛃同志；硍镇、圩埠、朱镕基、陶喆",
    "教育局發佈關於學校課後服務的通知,請各校於五月前填報。",
    "鱟、鰵、鷀、魴、鱮、鱅、鰱、鯪、鯿等魚類",
    "100㎡、25℃、№3、×、÷、±、≥、≤、→、★、①②③、Ⅷ",
    "for (i = 0; i < n; i++) { s[i] = a ? b : c; } // 循环",
    "什么是“双减”?哪些学校参加?何时开始?",
    "请示:可否同意;。",
])
def test_what_is_right_stays_the_same_object(text):
    assert mojibake(text) is text


STRAY = st.sampled_from(["?", "??", "???", "????", "[?]", "[?]、", "(?)", "？?", "?？", "？？?", "?、", "?;", "?；", "?。", "?，", "。?", "，?", "?、?", "? "])


@settings(max_examples=150, deadline=None)
@given(st.data(), policy_sentences(), STRAY)
def test_question_marks_put_into_a_good_sentence_change_nothing(data, text, stray):
    at = data.draw(st.integers(0, len(text)))
    broken = text[:at] + stray + text[at:]
    assert mojibake(broken) is broken


@pytest.mark.parametrize("text", [
    "谯怡?颜倩", "??? 12月28日", "在职职工????人", "￥??元", "加强防汛工作，确保？?群众安全。", "海口市？?是",
])
def test_losses_with_nothing_damaged_behind_them_stay(text):
    assert mojibake(text) is text


@pytest.mark.parametrize(("broken", "right"), [
    ("醫療保險覆蓋面擴大到九成?；鶎俞t(yī)療機構全面改革。", "醫療保險覆蓋面擴大到九成。基層醫療機構全面改革。"),
    ("做好本年度的審計工作?？偨Y(jié)以往經驗", "做好本年度的審計工作。總結以往經驗"),
])
def test_a_short_stretch_out_of_step_between_letters_is_found(broken, right):
    assert mojibake(broken) == right


@FEW
@given(policy_documents())
def test_a_clean_document_stays_the_same_object(text):
    assert mojibake(text) is text


@FEW
@given(policy_sentences(), st.sampled_from(["cp1252", "latin-1"]))
def test_law_a_sentence_in_utf8_read_byte_by_byte_comes_back(text, encoding):
    assert mojibake(damage.utf8_as_latin1(text, encoding)) == mojibake(text)


@FEW
@given(policy_documents())
def test_law_a_document_in_gbk_read_byte_by_byte_comes_back(text):
    assert mojibake(damage.gbk_as_latin1(text)) == mojibake(text)


@FEW
@given(policy_documents(), st.sampled_from([damage.named_entities, damage.numeric_entities, damage.unicode_escapes]))
def test_law_escaped_documents_come_back(text, corrupt):
    assert mojibake(corrupt(text)) == text


@FEW
@given(policy_sentences(), st.sampled_from([
    damage.out_of_step, damage.utf8_as_gbk, damage.gbk_as_latin1, damage.gbk_as_big5, damage.stripped_entities,
    lambda text: damage.utf8_as_latin1(text, "latin-1", damage.C1), lambda text: damage.utf8_as_gbk(text, "", False),
]))
def test_the_second_pass_changes_nothing(text, corrupt):
    once = mojibake(corrupt(text))
    assert mojibake(once) == once


@pytest.mark.parametrize(("text", "rule"), [
    ("学校锟斤拷锟斤拷工作会议", "mojibake.kunjinkao"),
    ("学校????工作会议", "mojibake.lost-characters"),
    ("学校\ufffd\ufffd工作会议", "mojibake.lost-characters"),
])
def test_what_is_lost_is_said_and_not_changed(text, rule):
    document = mojibake.run(text)
    assert document.text is text
    assert [found.rule for found in document.suggestions] == [rule]
    assert document.damage.lost > 0


def test_a_lost_character_beside_its_reading_has_candidates_of_that_reading():
    (found,) = mojibake.run("教学?(nèi)容改革").suggestions
    assert (found.text, found.candidates[0]) == ("?", "内")


def test_damage_tells_what_was_restored_from_what_was_guessed():
    assert mojibake.run("教育").damage.restored == 0
    assert mojibake.run(damage.gbk_as_latin1(PAGE)).damage.restored > 0.9
    guessed = mojibake.run(damage.utf8_as_latin1(PAGE, drop=damage.C1)).damage
    assert guessed.restored == 0 and guessed.guessed > 0.9


def test_the_work_on_a_row_of_signs_of_loss_is_bounded():
    """An operation count would hide in the search; this returns at once or not at all."""
    for unit in ("?", "学?", "龘", "龘，", "!窞轭}", "\ufffd", "?("):
        text = unit * (2000 // len(unit))
        mojibake(text)


def test_random_characters_do_not_raise():
    rng = random.Random(3)
    pools = ["教育发展学校", "\ue2a2\ue5cd\ufffd?", "ÃÂ¢€™\xad\x81", "\ud800\x00\U00020000", "!；。、,", "鏁欒偛锛銆€", "a1 \n(xué)"]
    for _ in range(60):
        text = "".join(rng.choice(rng.choice(pools)) for _ in range(60))
        assert mojibake(text) == mojibake.run(text).text


@pytest.mark.parametrize("text", ["½ÌÓý2023年5月12日", "ª@©ª@ª@2023年5月12日", "价格é¡¤¡元", "½ÌÓý00"])
def test_a_handful_of_bytes_tells_no_encoding_whatever_digits_stand_beside(text):
    assert mojibake(text) is text


@pytest.mark.parametrize(("broken", "text"), [
    ("½ÌÓý²¿ÃÅ２０２３ÒªÂäÊµÕþ²ß", "教育部门２０２３要落实政策"),
    ("二〇二三年½ÌÓý²¿ÃÅÒªÂäÊµÕþ²ß２０２３", "二〇二三年教育部门要落实政策２０２３"),
])
def test_bytes_come_back_and_the_width_of_digits_stays(broken, text):
    assert mojibake(broken) == text
