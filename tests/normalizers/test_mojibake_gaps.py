"""UTF-8 read as GBK: what decides a gap besides the characters next to it - line ends, numbers, other gaps, the decoder."""

import importlib

import pytest

from tests.corruptors import mojibake as damage
from zhpolicytext import mojibake

breaks = importlib.import_module("zhpolicytext.normalizers.mojibake.breaks")
numbering = importlib.import_module("zhpolicytext.normalizers.mojibake.numbering")

HEAD = "关于加强农村公路养护管理工作的意见\n"
BODY = "　　农村公路是农民群众生产生活的基本条件，各级人民政府要加强组织领导，落实工作责任，加大资金投入。\n"
SHOWN = {"browsers": damage.read_as_browsers, "Python gb18030": lambda data: damage.read_as_python(data, "gb18030"),
         "cp936 with user-defined areas": damage.read_as_gbk}


def _java(text):
    return damage.utf8_read_by(text, damage.read_as_java)


def _python(text):
    return damage.utf8_read_by(text, damage.read_as_python)


@pytest.mark.parametrize("decoder", SHOWN.values(), ids=SHOWN.keys())
def test_a_comma_stands_before_a_break_in_the_middle_of_a_sentence(decoder):
    text = HEAD + BODY + "　　在全面推进农村\n道路养护管理\n改革的工作中，\n要坚持建养并重。\n" + BODY
    assert "\ufffd" in damage.utf8_read_by("道路养护管理\n改革的工作中，\n", decoder)
    assert mojibake(damage.utf8_read_by(text, decoder)) == text


def test_a_break_costs_the_more_to_deny_the_more_it_looks_like_one():
    within, indented, numbered, _, title = breaks.joints(["促进发展", "　　促进发展", "二、促进发展", "加强领导", "》的通知"])
    assert title < within < numbered < indented
    lines = ["　　加强领导", "　　加强领导", "　　加强领导", "促进发展", "改革开放"]
    once, again = breaks.joints(lines)[3:]
    assert again < once < within


def test_a_title_that_a_collector_put_on_a_line_of_its_own_is_opened():
    text = HEAD + BODY + "　　各地要认真贯彻执行《\n农村公路养护管理办法\n》，落实各项政策措施。\n"
    for decoder in SHOWN.values():
        assert mojibake(damage.utf8_read_by(text, decoder)) == text


def test_no_colon_stands_before_the_second_point():
    text = BODY + "　　第一、要充分发挥公路和水运的作用；\n　　第二、要加强养护管理工作；\n　　第三、要落实资金。\n"
    assert "：\n　　第" not in mojibake(damage.utf8_as_gbk(text))


@pytest.mark.parametrize("opening", ["", "全省农村公路养护工作取得新的成绩。\n"])
def test_hearers_are_exclaimed_to_unless_a_speech_begins(opening):
    text = opening + "　　各位代表！\n　　我们要继续加快推进农村改革，落实各项政策措施。\n" + BODY
    assert mojibake(damage.utf8_as_gbk(text)) == text
    text = "政府工作报告\n　　各位代表：\n　　现在，我代表人民政府，向大会作政府工作报告，请予审议。\n" + BODY
    assert mojibake(damage.utf8_as_gbk(text)) == text


def test_a_number_that_counts_follows_the_one_before():
    text = BODY + "　　五是加强养护，落实工作责任。\n　　六是加大投入，保障资金。\n　　七是加强监督。\n"
    broken = _python(text)
    assert "六" not in broken and "八" not in mojibake(broken)
    assert mojibake(broken) == text


def test_numbers_of_one_count_are_known_by_what_stands_around_them():
    known = numbering.points("一、农业。二、工业。（一）粮食。十一是教育")
    assert [(point.form, point.value) for point in known] == [("0、", 1), ("0、", 2), ("（0）", 1), ("0是", 11)]
    assert numbering.due(known, 8, "业。", "三", "、") > 0
    for candidate, right in (("四", "、"), ("三", "是"), ("山", "、")):
        assert numbering.due(known, 8, "业。", candidate, right) == 0


def test_quantities_of_one_unit_are_listed():
    assert numbering.listed("达到12.5亩", "、", "13.5亩，") > 0 and numbering.listed("达到12.5", "亩、", "13.5亩，") > 0
    assert numbering.listed("达到12.5亩", "、", "3次") == numbering.listed("达到12.5亩", "。", "13.5亩") == 0
    text = BODY + "　　城乡居民人均住房面积分别达到32.9平方米、37.1平方米，比上年增加。\n"
    assert mojibake(damage.utf8_as_gb18030(text)) == text


def test_a_number_of_a_figure_is_not_guessed():
    text = BODY + "　　全年完成投资六百万元，比上年增加。\n"
    assert "六百" not in _python(text)
    assert mojibake(_python(text)) == text.replace("六百", "\ufffd百")
    sure = importlib.import_module("zhpolicytext.normalizers.mojibake.filling")._sure_enough
    assert sure(["到六百", "到八百"], [10.0, 13.0], "达", "亩", 1 / 3) == "到\ufffd百"
    assert sure(["到六", "到八"], [10.0, 13.0], "达", "百亩", 1 / 3) == "到\ufffd"
    assert sure(["到六", "到八"], [10.0, 13.0], "达", "个", 1 / 3) == "到六"
    assert sure(["到六", "到八"], [10.0, 11.0], "达", "个", 1 / 3) == "到\ufffd"
    assert sure(["农业", "农村"], [10.0, 10.5], "在", "中", 1 / 3) == "农业"


def test_java_loses_80_with_the_byte_before_it_and_python_does_not():
    text = HEAD + BODY + "　　要加强基础设施建设，改善宏觀調控，維護社會穩定，強化檢查。\n".replace("宏觀調控", "宏观调控") + BODY
    text += "　　基础工作要扎实，基础设施要完善。\n"
    java, python = _java(text), _python(text)
    assert java.count("\ufffd") < python.count("\ufffd")
    assert "基础设施" in mojibake(java) and "基础设施" in mojibake(python)
    assert mojibake(java) == mojibake(python)


def test_two_signs_in_a_row_are_bytes_that_are_no_pair():
    """等 and 第 share their first byte; AD89 is a pair of GBK, and would not have been lost."""
    decoders = importlib.import_module("zhpolicytext.normalizers.mojibake.decoders")
    (gbk,) = [one for one in decoders._SHOWN if one.name == "gbk"]
    ways = {(lead, trail) for option in decoders.run_of_two(gbk, 0x2C)
            for lead in _set(option.items[0]) for trail in _set(option.items[1])}
    assert (0xA7, 0x81) in ways and (0xAD, 0x89) not in ways


def _set(item):
    return {item} if isinstance(item, int) else set(item)


def test_gaps_side_by_side_are_weighed_together():
    text = "加快发展现代农业和服务业等第三产业，逐步建立农村社会保障体系，加强民族团结。\n" + BODY
    assert mojibake(damage.utf8_read_by(text, lambda data: damage.read_as_python(data, "gbk", "ignore"))) == text


def test_iconv_loses_two_pairs_in_a_row_and_a_byte_besides():
    text = HEAD + BODY + "　　这是完全错误的，要深化民航、电力、电信管理体制改革，防止错误发生。\n"
    broken = damage.utf8_read_by(text, damage.read_as_iconv)
    assert mojibake(broken) == text


def test_a_quote_may_open_where_a_text_was_cut_off():
    text = BODY + "　　各地要根据实际情况制定“"
    assert mojibake(damage.utf8_as_gbk(text)) == text


def test_a_mark_on_a_line_of_its_own_comes_back_in_a_text_that_is_proven():
    text = BODY + "　　本办法适用于\n公有领域\n。\n" + BODY
    broken = damage.utf8_as_gb18030(text, "ignore")
    assert "\n銆\n" in broken
    assert mojibake(broken) == text
    assert mojibake("农村公路\n銆\n养护管理") == "农村公路\n銆\n养护管理"


@pytest.mark.parametrize("decoder", SHOWN.values(), ids=SHOWN.keys())
def test_a_paragraph_does_not_end_with_a_mark_that_goes_on(decoder):
    """Behind a rare word the model knows no more than that 、 is a frequent mark."""
    for end in ("让乡村文化根深叶茂。", "让基层百姓同沐甘霖。"):
        text = HEAD + "要发展农村文化事业，" + end + "\n各地要加强组织领导，落实工作责任。\n"
        assert mojibake(damage.utf8_read_by(text, decoder)) == text


def test_a_semicolon_ends_a_point_before_another_point_and_nothing_else():
    point, plain = "\n二、加强养护管理", "\n各地要加强领导"
    assert not breaks.unlike_an_end("\n一、落实建设资金", "；", point)
    assert breaks.unlike_an_end("\n一、落实建设资金", "；", plain)
    assert breaks.unlike_an_end("\n各地要落实资金", "；", point)
    assert breaks.unlike_an_end("\n一、落实建设资金。要加强监督", "；", point)
    assert breaks.unlike_an_end("\n一、落实建设资金", "！", point) and not breaks.unlike_an_end("\n各地要努力奋斗", "！", plain)
    assert breaks.unlike_an_end("\n各地要落实资金", "：", plain) and not breaks.unlike_an_end("\n要做好以下工作", "：", "\n　　（一）落实资金")
    assert not breaks.unlike_an_end("\n各地要落实资金", "。", plain) and not breaks.unlike_an_end("\n各地要落实资金", "", plain)


def test_a_line_between_links_is_opened_behind_what_the_model_expects_otherwise():
    title = breaks.joints(["要落实", "农村公路管理办法", "》的规定"])[1]
    assert title == breaks.TITLE > breaks.SPLIT
    text = HEAD + BODY + "　　要落实上级审议通过的《\n农村公路建设规划\n》形成的《\n养护管理实施方案\n》，加强监督检查。\n" + BODY
    assert mojibake(damage.utf8_as_gbk(text)) == text


def test_a_blank_line_does_not_hide_how_a_broken_word_goes_on():
    text = HEAD + BODY + "乡村道路建设要依靠科技进步，提高劳动生\n\n产率和投资效益。\n" + BODY
    for start in ("", "要"):
        assert mojibake(damage.utf8_as_gbk(text.replace("乡村", start + "乡村"))) == text.replace("乡村", start + "乡村")


def test_no_clause_that_begins_with_a_year_is_listed():
    assert numbering.before_number("加强执法部门", "、", "1998年，市政府")
    assert not numbering.before_number("加强执法部门", "。", "1998年，市政府")
    assert not numbering.before_number("1997年", "、", "1998年两年") and not numbering.before_number("\n二", "、", "2019年重点工作")
    assert not numbering.before_number("加强执法部门", "、", "19个单位")


def test_no_number_is_half_of_full_width():
    assert numbering.before_number("人均收入", "０", "2000年达到") and not numbering.before_number("人均收入", "０", "２０００年达到")


def test_a_speech_is_opened_by_its_first_words_whatever_they_are():
    text = "在全县农村公路工作会议上的讲话\n　　各位同志：\n　　刚刚过去的一年，是我县农村公路建设取得重大成绩的一年。\n" + BODY
    for decoder in SHOWN.values():
        assert mojibake(damage.utf8_read_by(text, decoder)) == text


def test_what_was_read_wrongly_once_is_not_taken_for_what_was_read_so_twice():
    title = "农村公路建设规划"  # of its bytes in GBK half could be UTF-8
    text = HEAD + BODY + title + "\n" + BODY
    assert mojibake(damage.utf8_as_gbk(text)) == text


def test_two_decoders_that_differ_in_a_byte_80_are_told_by_the_gaps_that_can_hold_it():
    gaps = importlib.import_module("zhpolicytext.normalizers.mojibake.gaps")
    decoders = importlib.import_module("zhpolicytext.normalizers.mojibake.decoders")
    python, java = decoders._GBK, decoders._JAVA
    for read in (_java, _python):  # 础 is E7A180
        plain, both = (read(text) for text in ("农村道路的管理和建设工作", "农村道路基础设施的建设工作"))
        assert "\ufffd" in plain and not [*gaps.doubled(plain, python, java)]
        assert len([*gaps.doubled(both, python, java)]) == 1


def test_a_line_is_parted_where_its_characters_are_not_whole():
    gaps = importlib.import_module("zhpolicytext.normalizers.mojibake.gaps")
    decoders = importlib.import_module("zhpolicytext.normalizers.mojibake.decoders")
    (shown,) = [one for one in decoders._SHOWN if one.name == "browser"]
    pieces = gaps.parts(damage.utf8_read_by("农村公路，\nç养护管理，\n", damage.read_as_browsers), shown)
    assert [type(piece) for piece in pieces] == [str, list, str, list, str]
    assert pieces[0].startswith("农村公") and pieces[2].startswith("\nç养护管")
    assert gaps.in_bytes("教ç").encode("latin-1", "ignore") == "教".encode("gbk")


def test_strange_characters_far_apart_are_no_passage():
    suspects = importlib.import_module("zhpolicytext.normalizers.mojibake.suspects")
    odd = frozenset("㼆赑")
    assert not [*suspects.close_together("徐㼆" + "农村公路养护" * 4 + "赑", odd)]
    assert [*suspects.close_together("农村公路养护" * 4 + "徐㼆、赑" + "农村公路养护" * 4, odd)]
