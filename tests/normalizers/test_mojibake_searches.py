"""What the searches of `mojibake` are spent on: a search costs a thousand times what it costs to see that none is due."""

import importlib
import random

import pytest

from tests.corruptors import mojibake as damage
from zhpolicytext import mojibake
from zhpolicytext.core.profile import Profile
from zhpolicytext.text import bitmap, gates

out_of_step = importlib.import_module("zhpolicytext.normalizers.mojibake.out_of_step")
reach = importlib.import_module("zhpolicytext.normalizers.mojibake.reach")
windows = importlib.import_module("zhpolicytext.normalizers.mojibake.windows")
islands = importlib.import_module("zhpolicytext.normalizers.mojibake.islands")
steps = importlib.import_module("zhpolicytext.normalizers.mojibake.steps")
suspects = importlib.import_module("zhpolicytext.normalizers.mojibake.suspects")
utf8 = importlib.import_module("zhpolicytext.normalizers.mojibake.utf8_as_gbk")
big5 = importlib.import_module("zhpolicytext.normalizers.mojibake.big5")
reader = importlib.import_module("zhpolicytext.normalizers.mojibake.reader")
language_model = out_of_step.language_model
choices = importlib.import_module("zhpolicytext.text.choices")
Choice = choices.Choice

PAGE = (
    "关于加强和改进农村公路养护管理工作的意见\n"
    "　　农村公路是保障农民群众生产生活的基本条件，是农业和农村发展的先导性、基础性设施，也是经济社会发展的重要支撑。\n"
    "　　各级人民政府要加强组织领导，落实工作责任，完善政策措施，加大资金投入，促进农村经济发展，维护社会稳定。\n"
)


@pytest.fixture
def searched(monkeypatch):
    """The number of slots of every search that is made."""
    sizes = []
    read = out_of_step.read

    def counting(slots, *others, **named):
        sizes.append(len(slots))
        return read(slots, *others, **named)

    monkeypatch.setattr(out_of_step, "read", counting)
    monkeypatch.setattr(reader, "read", counting)
    return sizes


@pytest.mark.parametrize("text", [
    "首頁 » 政務公開 » 公告公示\n各單位應當於每月?日前報送進展情況，並抄送財政部門。",
    "信息来源：区人民政府门户网站 | 时间：2011-03-09 | 浏览次数：128\n关于房屋租赁管理的通知",
    "依據農計發﹝2024﹞第12號文件的要求，房屋租賃應當登記備案。",
    "郫都、邛崍、犍為、筠連、珙縣、雟州等地的代表蒞臨指導，氣氛熱烈。",
    "出席會議的有李翀、張驥、王赟、趙暐、孫喆、周燊等同志。",
    "是否同意?请批示;如有意见,请于月底前反馈?。",
])
def test_rare_characters_and_stray_marks_are_not_searched(searched, text):
    assert mojibake(text) is text
    assert searched == []


def test_no_more_is_searched_than_what_reads_like_no_chinese(searched):
    rest = "和当前的财政收支、基本建设、环境保护等工作的进展，"
    assert mojibake("加快推进学?；厩闆r" + rest) == mojibake("加快推进学?；厩闆r") + rest
    longest = max(searched)
    searched.clear()
    mojibake("加快推进学?；厩闆r" + rest * 3)
    assert max(searched) == longest < 80


def test_the_other_reading_gains_only_where_bytes_are_out_of_step():
    model = language_model()
    for right in ("加强生态环境保护，提高学校《章程》的水平", "蒞臨郫都指導房屋租賃登記工作"):
        assert reach.reach(right, 0, len(right), True, model).gain < 13
    broken = damage.byte_lost("以建设优质学校为主题的活动", 7)
    assert reach.reach(broken, 0, len(broken), True, model).gain > 30


def test_the_lines_of_odd_characters_are_found_however_many_these_are():
    some = "教育\n租賃郫?\n\n。，改革\n𤩽"
    many = some + "\n" + "".join(map(chr, range(0x9F90, 0x9FB0)))
    assert len(set(many) & out_of_step.strange(Profile(many))) > windows.FEW
    lines = windows.odd_lines(Profile(some))
    assert [some[start:end] for start, end in lines] == ["租賃郫?", "。，改革", "𤩽"]
    assert [many[start:end] for start, end in windows.odd_lines(Profile(many))][:3] == ["租賃郫?", "。，改革", "𤩽"]


@pytest.mark.parametrize(("corrupt", "most"), [
    (damage.gbk_as_latin1, 0.0),
    (lambda text: damage.gbk_as_latin1(text, drop=damage.SOFT_HYPHEN), 0.3),
    (lambda text: damage.through_ftfy(damage.gbk_as_latin1(text)), 0.3),
], ids=["intact", "without soft hyphens", "through ftfy"])
def test_fluent_stretches_of_single_bytes_are_not_searched(searched, corrupt, most):
    broken = corrupt(PAGE)
    assert broken != PAGE and mojibake(broken) == PAGE
    assert sum(searched) <= most * len(broken)


def test_an_island_ends_before_a_byte_is_missing():
    model = language_model()
    text = "促进农村经济发展，维护社会稳定，加强组织领导，落实工作责任"
    data = text.encode("gbk")
    (whole,) = islands.islands([bytes((byte,)) for byte in data], "gb18030", model)
    assert (text.encode("gbk")[whole.start : whole.end].decode("gbk"), whole.end) == (whole.text, len(data))
    lost = data.index("维护".encode("gbk"))
    for at in (lost, lost + 1):
        broken = data[:at] + data[at + 1 :]
        before, behind = islands.islands([bytes((byte,)) for byte in broken], "gb18030", model)
        assert text.startswith(before.text, text.index(before.text)) and before.end <= lost
        assert text.endswith(behind.text) and behind.start > lost


def test_an_island_begins_and_ends_with_whole_units():
    units = [bytes((byte,)) for byte in "促进农村经济发展，维护社会稳定，加强组织领导".encode("gbk")]
    joined = [*units[:9], b"".join(units[9:12]), *units[12:]]
    for island in islands.islands(joined, "gb18030", language_model()):
        assert b"".join(joined[island.start : island.end]).decode("gbk") == island.text


def test_the_letter_that_is_left_of_a_character_is_no_letter():
    text = "大力發展循環經濟，創造良好的環境。\n" * 8  # 環 is AD and the letter h
    broken = damage.gbk_as_latin1(text, drop=damage.SOFT_HYPHEN)
    assert "\xad" in damage.gbk_as_latin1(text) and mojibake(broken) == text


def test_marks_that_unicode_puts_into_another_order_are_put_back():
    text = "所有定点医院能持卡看病\n各级人民政府要加强组织领导，落实工作责任\n"
    assert mojibake(damage.through_ftfy(damage.gbk_as_latin1(text))) == text


@pytest.mark.parametrize("text", [
    "我們熱愛祖國領土，加強組織領導，落實工作責任。",  # 祖 is D7E6, which another encoding than cp1252 makes ׿, D7BF
    "規範排污權交易管理，加強組織領導，落實工作責任。",  # 99E0BDBB are parts of two marks that NFC has put into order
])
def test_what_ftfy_decoded_in_another_encoding_or_order_comes_back(text):
    assert mojibake(damage.through_ftfy(damage.gbk_as_latin1(text))) == text


def test_a_semicolon_of_half_width_was_half_a_character():
    text = "全部取消手機國內長途和漫遊費，加強組織領導，落實工作責任\n"
    broken = damage.through_ftfy(damage.gbk_as_latin1(text))
    assert ";" in broken and mojibake(broken) == text


@pytest.mark.parametrize(("broken", "right"), [
    ("改進技術措施?,F在許多地區已經實行。", "改進技術措施。現在許多地區已經實行。"),  # one letter is left of 現
    ("邁出了重要一步??h級機構改革已經進行。", "邁出了重要一步。縣級機構改革已經進行。"),
    ("加强村镇?;ぶ贫冉ㄉ?，健全村镇?;ぶ贫?、管理制度。", "加强村镇保护制度建设，健全村镇保护制度、管理制度。"),
    ("加强村镇;ぶ贫冉ㄉ，健全管理制度。", "加强村镇保护制度建设，健全管理制度。"),  # all of it within GB2312
    ("改革完善农业支持?;ぬ逑?,健全价格形成机制", "改革完善农业支持保护体系,健全价格形成机制"),
    ("关心农村学!凹乃薨唷钡脑诵星榭,及时帮助解决困难。", "关心农村学校“寄宿班”的运行情况,及时帮助解决困难。"),  # within GB2312
    ("产能相对过剩的矛盾加剧。\n扩大生活必需品市。\ue0e9\ue033銮颗┐寤盍Υ丛炝己没肪\n推进改革。",
     "产能相对过剩的矛盾加剧。\n扩大生活必需品市场，为增强农村活力创造良好环境\n推进改革。"),  # a byte lost at a line end
    ("產能相對過剩的矛盾加。黄髽I經營成本上升。", "產能相對過剩的矛盾加劇；企業經營成本上升。"),  # a letter behind one odd character
])
def test_little_evidence_is_enough_where_a_loss_stands_before_a_mark(broken, right):
    assert mojibake(broken) == right


@pytest.mark.parametrize("text", [
    "加快实施[?]国家重大专项[?]，选择一些带动力强[?]、影响面大的项目[?]。",
    "全面推进农村改革(?)，落实各项政策(?)。",
    "深化改革???，健全机制???、落实责任???。",
    "建设,A股市场运行平稳?,B股市场;C类企业",
    "先進人物有李ｆú＠①、張華等同志",
])
def test_what_a_writer_asks_is_no_loss(text):
    assert mojibake(text) is text


def test_damage_all_over_a_page_is_put_right_everywhere():
    text = "".join(f"要加强{what}保护制度建设，提高{what}保护工作水平。\n" for what in ("文物", "环境", "生态", "权益", "安全")) * 4
    broken = damage.folded(damage.out_of_step(text))
    assert broken.count("?") > 20
    assert mojibake(broken) == damage.folded(text)


def test_a_digit_that_was_eaten_is_still_missed():
    text = "改革全面展开。科技进步贡献率上升到56.2%,创新能力增强。"
    broken = damage.folded(damage.out_of_step(text))
    assert "56" not in broken
    assert mojibake(broken) == text.replace("56", "?6")


@pytest.mark.parametrize(("rest", "digit"), [("016年", "2"), ("984年", "1"), ("840年", "?"), ("500年", "?"), ("6.2%", "?")])
def test_only_the_century_of_a_year_that_is_near_is_told(rest, digit):
    (told,) = {str(option.items[-1]) for option in steps._eaten(rest)
               if len(option.items) > 1 and isinstance(option.items[-1], steps.Aside)}
    assert told == digit


def test_a_repair_in_doubt_in_its_length_is_in_doubt_where_it_differs():
    reading = out_of_step.Reading
    best, other = reading(50.0, "积极发展公共租赁住房"), reading(50.5, "积极发展共租赁住房")
    assert out_of_step._doubtful(best, [other]) == 1
    assert out_of_step._doubtful(best, [reading(70.0, "保护")]) == 0


@pytest.mark.parametrize("lost", ["", "?"])
@pytest.mark.parametrize("line", ["１９８４年，全国粮食产量继续增加。", "１．加强组织领导，落实工作责任。", "（一）加强组织领导，落实工作责任。"])
def test_an_indent_before_a_character_of_full_width_holds_a_full_stop(line, lost):
    text = f"农村工作的主要任务\n　　{line}\n　　各级人民政府要加强组织领导。\n"
    marks = damage.MARKS if lost else damage.MARKS_001
    broken = damage.out_of_step(text, lost=lost, marks=marks)
    assert "。" in broken.split("\n")[1][:4]
    assert mojibake(broken) == text


@pytest.mark.parametrize("text", [
    "本办法适用于\n　。\n注释说明，各地要认真执行。",
    "名称 。 单位 。 数量\n　。保障措施，落实责任。",
    "　、农村公路养护\n　、水利工程管理",
    "　。龘靐齉爩",
])
def test_a_mark_behind_an_indent_with_prose_behind_it_stays(text):
    assert mojibake(text) is text


def test_two_marks_are_a_loss_where_damage_is_proven_and_a_slip_elsewhere():
    proven = "加强村镇保护制度建设，提高各级人民政府的工作水平。做好生态环境保护。\n"
    broken = damage.out_of_step(proven, lost="", marks=damage.MARKS_001)
    assert "环境；。" in broken
    assert mojibake(broken) == proven
    alone = "做好生态环境；。\n"
    assert mojibake(alone) is alone


def test_pairs_without_a_character_vanish_where_losses_are_silent():
    text = "各地要保护企业和个人信息安全，全面改善薄弱学校基本办学条件。\n"
    broken = damage.folded(damage.out_of_step(text, lost="", marks=damage.MARKS_001))
    assert broken != text and "？" not in broken
    assert mojibake(broken) == damage.folded(text)


def test_utf8_that_lost_bytes_is_searched_gap_by_gap(searched):
    broken = damage.utf8_as_latin1(PAGE * 2, "latin-1", damage.C1)
    mojibake(broken)
    assert len(searched) >= 4 and max(searched) < 60  # characters: no line of several clauses as a whole


def test_the_best_reading_alone_is_the_first_of_several():
    text = damage.utf8_as_latin1(PAGE.split("\n")[1], "latin-1", damage.C1)
    one = reader.Reader(text, [(0, len(text))], "utf-8")
    slots = one._utf8_slots(text)
    lattice = importlib.import_module("zhpolicytext.text.lattice")
    assert lattice.read(slots, one.lattice, "\n", "\n", 1)[0].text == lattice.read(slots, one.lattice, "\n", "\n", 6)[0].text


def test_rare_names_come_back_where_the_text_as_it_stands_is_nonsense():
    text = "灾后恢复重建工作顺利推进。积极支援非洲抗击埃博拉疫情，有效防控疫情输入。"
    assert mojibake(damage.out_of_step(text)) == text


def test_a_piece_behind_a_loss_and_a_mark_needs_no_more_evidence_than_its_rare_character():
    text = "全民醫保覆蓋面超過95%。基層醫療衛生機構綜合改革深化，"
    broken = damage.folded(damage.out_of_step(text))
    assert "95%?;" in broken
    assert mojibake(broken) == damage.folded(text)


def test_characters_are_ranked_behind_a_long_context_as_if_none_had_been_ranked_before():
    """What only the last symbol tells is ranked once; where a longer context knows one of the characters it is asked."""
    model = language_model()
    alone = model.alone
    entries = sorted(((char, char, 0.0) for char in "育学术师程村业民展现"), key=lambda entry: alone[entry[1]])
    for context in ("教", "发展教", "义务教", "人民", "农村农", "\n农", "X民"):
        row = model.row(context)
        fresh, warm = Choice(entries), Choice(entries)
        for n in range(1, len(context) + 1):
            warm.ranked(model, model.row(context[-n:]))
        (more, costs, chars, _), (more_warm, costs_warm, chars_warm, _) = fresh.ranked(model, row), warm.ranked(model, row)
        assert chars == chars_warm and [more + cost for cost in costs] == [more_warm + cost for cost in costs_warm]
        for cost, char in zip(costs, chars, strict=True):
            assert more + cost == model.step(row, char)[0]


@pytest.mark.parametrize("count", [3, 20, 24, 25, 120])
def test_characters_are_ranked_behind_one_symbol_by_what_each_costs_there(count):
    """Those that are frequent, and those that are known to follow: in all their forms, as many as are close to the best."""
    model = language_model()
    symbols = sorted(random.Random(count).sample([symbol for symbol in model.alone if symbol >= "\u4e00"], count), key=model.alone.__getitem__)
    entries = [(form, symbol, extra) for k, symbol in enumerate(symbols) for form, extra in ((symbol, 0.0), (symbol.upper() + "x", 8.0))[: 1 + k % 2]]
    choice = Choice(entries)
    for context in ("", "教", "的", "\n", "窞", *symbols[:6]):
        row = model.row(context)
        tried = {*symbols[:choices.FREQUENT], *(model.following(row).keys() & set(symbols) if row.context else ())}
        ranked = sorted((model.step(row, symbol)[0] + extra, form, symbol) for form, symbol, extra in entries if symbol in tried)
        close = [one for one in ranked[: choices.BRANCHES] if one[0] <= ranked[0][0] + choices.CLOSE]
        more, costs, forms, found = choice.ranked(model, row)
        assert [more + cost for cost in costs] == [cost for cost, *_ in close]
        assert forms == "".join(form for _, form, _ in close) and found == "".join(symbol for *_, symbol in close)


@pytest.mark.parametrize("reading", [damage.utf8_as_gbk, damage.big5_as_gbk, damage.gbk_as_big5, damage.big5_as_gb18030,
                                     lambda text: damage.big5_read_by(text, damage.read_as_java)])
def test_what_was_read_wrongly_is_full_of_strange_characters(reading):
    """A page with a rare name is not weighed for that: of its lines none holds as many as any line that was read wrongly."""
    found = suspects.suspects(Profile(reading(PAGE)))
    assert len(found) == 3 and all(one.often and one.strange >= suspects.SEVERAL for one in found)
    assert suspects.suspects(Profile(PAGE)) == ()


def test_a_page_with_a_rare_name_is_not_weighed_line_by_line(monkeypatch):
    weighed = []
    for module, name in ((utf8, "_weight"), (big5, "rare_share")):
        monkeypatch.setattr(module, name, lambda line, name=name: weighed.append(name))
    text = PAGE.replace("　　农村公路", "　　䢺镇农村公路")
    assert [one.strange for one in suspects.suspects(Profile(text))] == [1] and mojibake(text) is text and weighed == []


def test_a_page_in_traditional_characters_is_not_looked_through_for_the_finds_of_other_rules():
    profile = Profile("各級學校應當加強安全工作（含校車），完善制度；落實責任。\n學校發展，教育公平。")
    assert not out_of_step.may_be_out_of_step(profile) and bitmap.row not in profile
    assert out_of_step.may_be_out_of_step(Profile(profile.text.replace("，教育", "；。教育")))


def test_marks_and_digits_of_full_width_are_not_looked_up_one_by_one():
    assert gates._unfamiliar().findall("（一）教育，學校：１２％；！　Ａ") == [] and gates._unfamiliar().findall("窞轭") == ["窞", "轭"]
