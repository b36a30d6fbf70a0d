"""A page of which every annotation is a tool's is judged as a whole; what that says is what line by line would say."""

from hypothesis import given, settings
from hypothesis import strategies as st

from zhpolicytext import pinyin
from zhpolicytext.core.edits import apply
from zhpolicytext.core.profile import Profile
from zhpolicytext.normalizers.pinyin.annotations import annotated
from zhpolicytext.normalizers.pinyin.evidence import edits_of, findings, without_licensed
from zhpolicytext.normalizers.pinyin.law import are_all_of_a_tool

PIECES = ["教(jiao)", "育(yu)", "學(xué)", "發(fā)", "展(zhǎn)", "市(shi)(shi)", "市(shi)", "政(zheng)", "“業(yè)”", "、業(yè)、", "會(huì)(2023)", "（一）", "（zhi）",
          "教", "育", "學", "（教育）", "(plan)", "改革", "，", "。", "\n", "读音", "音节", "“", "”", "(群(qun))", "行(xíng)", "教育(jiaoyu)", "工[gōng]", "作(zuò)",
          "業(yè)", "國(guó)", "經(jīng)", "濟(jì)", "務(wù)", "辦(bàn)", "会(hui)", "议(yi)", "工(gong)", "作(zuo)", "职(zhi)"]


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=4, max_size=40).map("".join))
def test_a_page_that_is_judged_as_a_whole_is_judged_as_line_by_line(text):
    profile = Profile(text)
    found = annotated(profile)
    if found and are_all_of_a_tool(found):
        licensed, isolated = findings(profile)
        places = [line.places[k] for line in found.lines for k in range(len(line.places))]
        assert list(licensed.places) == places and not isolated.places
        assert without_licensed(profile).text == apply(text, edits_of(licensed))


def test_a_page_with_both_kinds_of_brackets_and_a_bracket_that_says_nothing_is_judged_as_a_whole():
    found = annotated(Profile("（一）學(xué)校(2023)發(fā)展經(jīng)濟(jì)務(wù)(note)辦(bàn)"))
    assert found and found.is_verbatim and are_all_of_a_tool(found)
    assert found.without_readings == "（一）學校(2023)發展經濟務(note)辦"


LAWFUL = "教(jiao)育(yu)改(gai)革(ge)经(jing)济(ji)社(she)会(hui)"


def test_a_character_that_is_annotated_in_two_ways_breaks_the_law_of_its_paragraph():
    for more, obeys in (("", False), ("政(zheng)", True)):  # eight of nine, nine of ten
        found = annotated(Profile(f"{LAWFUL}{more}，工(gong)作业，工(gong)(gong)业"))
        assert found and are_all_of_a_tool(found) is obeys
    apart = annotated(Profile(f"{LAWFUL}，工(gong)作业\n{LAWFUL}，工(gong)(gong)业"))  # in each in one way
    assert apart and are_all_of_a_tool(apart)


def test_a_page_of_the_plain_kind_is_judged_by_paragraphs_and_one_with_tones_as_a_whole():
    plain, toned = "教(jiao)育(yu)改(gai)革(ge)", "學(xué)發(fā)經(jīng)濟(jì)"
    for page, rest, obeys in ((plain, "\n教育改革", True), (plain, "，教育改革", False), (toned, "\n學發經濟", False)):
        found = annotated(Profile(page + rest))
        assert found and are_all_of_a_tool(found) is obeys
    assert pinyin(f"{toned}\0") == "學發經濟\0"
