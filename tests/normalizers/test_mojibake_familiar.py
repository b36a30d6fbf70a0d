"""A page that is whole is told by its characters at a glance: the model would say the same."""

import importlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.corruptors import mojibake as damage
from zhpolicytext import mojibake
from zhpolicytext.strategies import policy_documents, policy_paragraphs

single_byte = importlib.import_module("zhpolicytext.normalizers.mojibake.single_byte")
reader = importlib.import_module("zhpolicytext.normalizers.mojibake.reader")
familiar = importlib.import_module("zhpolicytext.normalizers.mojibake.familiar")
decoders = importlib.import_module("zhpolicytext.normalizers.mojibake.decoders")
Reader = reader.Reader

PAGES = (
    "关于加强和改进农村公路养护管理工作的意见\n　　各级人民政府要加强组织领导，落实工作责任，完善政策措施，加大资金投入，促进农村经济发展。\n"
    "　　二、工作要求。各单位应当于每月15日前报送进展情况，抄送财政部门（联系人：翟鑫燊、亓赟）。“十四五”期间投入3.2亿元。\n",
    "關於加強和改進農村公路養護管理工作的意見\n　　各級人民政府要加強組織領導，落實工作責任，完善政策措施，加大資金投入，促進農村經濟發展。\n"
    "　　二、工作要求。各單位應當於每月15日前報送進展情況，抄送財政部門（聯繫人：翟鑫燊、亓贇）。「十四五」期間投入3.2億元。\n",
)
ENCODINGS = {"gbk": damage.gbk_as_latin1, "big5": damage.big5_as_latin1, "utf-8": damage.utf8_as_latin1}


def encoded(text, encoding):
    return text if encoding != "big5" else text.encode("big5", "ignore").decode("big5")




@pytest.mark.parametrize("encoding", ENCODINGS)
@given(document=st.one_of(policy_documents(), st.sampled_from(PAGES)))
def test_at_a_glance_a_page_is_read_as_by_the_model(encoding, document):
    broken = ENCODINGS[encoding](encoded(document, encoding))
    quick = [(step.rule.id, step.edits) for step in mojibake.run(broken).steps]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(single_byte, "tells", lambda decoded: False)
        patch.setattr(single_byte, "is_familiar", lambda text: False)
        patch.setattr(reader, "is_familiar", lambda text: False)
        assert [(step.rule.id, step.edits) for step in mojibake.run(broken).steps] == quick


@given(st.text(st.one_of(st.characters(min_codepoint=0x80, max_codepoint=0xFFFF, exclude_categories=("Cs",)),
                         st.sampled_from("，。的一 \n09aé“”…\u0905\U00020000")), min_size=1, max_size=12))
def test_of_whole_utf8_a_search_makes_what_it_is(text):
    broken = damage.utf8_as_latin1(text)
    quotes = Reader(broken + "”“", [(0, len(broken) + 2)], "utf-8")
    assert quotes.strict(broken) == text
    assert quotes._search(broken, 0, len(broken), False) in (text, None)  # None: the search has no letters of Devanagari
    assert quotes.read(0, len(broken)) == (text, True)


@pytest.mark.parametrize(("encoding", "codec"), [("gbk", "big5"), ("big5", "gb18030"), ("utf-8", "gb18030"), ("gbk", "utf-8")])
@given(document=st.one_of(policy_paragraphs(), st.sampled_from(PAGES)))
def test_in_another_encoding_no_text_is_familiar(encoding, codec, document):
    decoded = encoded(document, encoding).encode(encoding, "ignore").decode(codec, "ignore")
    assert not familiar.tells(decoded)
    assert not any(familiar.is_familiar(line) for line in decoded.split("\n") if len(line) >= 8)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_prose_is_familiar(page):
    assert familiar.tells(page) and familiar.is_familiar(page.split("\n")[1])


def test_a_byte_that_is_missing_is_found_in_a_page_of_common_characters():
    text = "各级政府要促进国民经济和社会发展，加强和完善各项工作。\n" * 40
    broken = damage.gbk_as_latin1(text, drop=damage.SOFT_HYPHEN)
    assert damage.SOFT_HYPHEN in damage.gbk_as_latin1(text) and mojibake(broken) == text


def test_quotes_that_were_entities_are_quotes_in_a_line_that_could_be_decoded():
    text = PAGES[0].split("\n")[1]
    inside = "重点任务"
    broken = damage.gbk_as_latin1(text) + "“" + damage.gbk_as_latin1(inside) + "”" + damage.gbk_as_latin1(text)
    hyphens = damage.gbk_as_latin1("经济\n")
    assert mojibake(hyphens + broken) == "经济\n" + text + "“" + inside + "”" + text


def test_what_some_decoders_have_besides_is_looked_up_for_no_other_character():
    others = decoders._other_characters()
    assert {char for char in others if not "\ue766" <= char <= "\uf8ff"} == decoders._MAY_BE_OTHER


def test_a_line_that_came_back_with_a_loss_in_every_fifth_place_is_weighed():
    assert not familiar.is_familiar("認真抓好n\ufffd懋|治\ufffdw綜合X治理、C")
    assert not familiar.is_familiar("容易A必須徹查嚴辦\ufffdC對於@切嚴明到叔爾g濟犯罪分\ufffdl和\ufffdD事犯罪分\ufffdl\ufffdA必須繼續給予嚴厲打擊制C")


def test_no_decoder_that_fits_is_no_error():
    """⿳ shows a decoder with characters for all cells, what is lost one without: two pages in one."""
    text = "關於加強和改進農村公路養護管理工作的意見，各級人民政府要加強組織領導，落實工作責任，完善政策措施，加大資金投入，促進農村經濟發展。"
    broken = damage.big5_read_by(text, damage.read_as_python)
    assert mojibake("結構為⿳的字\n" + broken.replace("\ufffd", "", 14)).startswith("結構為⿳的字\n")
