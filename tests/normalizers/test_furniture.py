"""What pages brought along goes; lists, tables, captions and sentences about buttons stay."""

from random import Random

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.corruptors import furniture as damage
from tests.strategies import hostile_texts, mixed_texts, policy_documents, policy_paragraphs
from zhpolicytext import furniture
from zhpolicytext.core.edits import Edit
from zhpolicytext.core.profile import Profile

law = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
rngs = st.integers(0, 2**32).map(Random)
REPORT = (
    "一年来，全市上下同心协力，办好人民满意的教育，职业教育的规模和质量都有明显提高。各县区把学校建设列入民生工程，"
    "新建校舍八处，改造实训车间二十余间，购置设备一大批；教师队伍的结构更加合理，年轻教师的比例不断上升。企业参与办学的"
    "热情空前高涨，订单培养、现场教学、岗位实习等做法得到推广，毕业生就业去向更加稳定，家长和社会的评价越来越好。"
    "同时也要看到，城乡之间、学校之间的差距依然存在，投入保障机制还不健全，专业设置与产业需求脱节的问题仍然突出，"
    "必须采取有力措施加以解决，推动全市职业教育再上新的台阶。"
)


# -- what carriers do is undone


@law
@given(policy_documents(), rngs)
def test_placeholders_of_pictures_go(document, rng):
    assert furniture(damage.between_lines(document, rng, damage.PLACEHOLDERS)) == document


@law
@given(policy_documents(), rngs)
def test_lines_of_controls_go(document, rng):
    assert furniture(damage.between_lines(document, rng, damage.CONTROLS)) == document


@law
@given(rngs, st.sampled_from(damage.DRESSES), st.integers(100, 180))
def test_page_numbers_inside_of_sentences_go_with_their_line_ends(rng, dress, size):
    text = REPORT + REPORT[:200] + "。"
    assert furniture(damage.paged(text, rng, dress, size)).replace("\n", "") == text


@law
@given(policy_documents(), rngs, st.sampled_from(damage.DRESSES))
def test_page_numbers_between_lines_go(document, rng, dress):
    assume(document.count("\n") >= 2)
    lines = document.split("\n")
    paged = "\n".join(f"{line}\n{dress(number, len(lines))}" for number, line in enumerate(lines, 1))
    assert furniture(paged) == document


@law
@given(rngs, st.integers(150, 320))
def test_the_numbers_of_a_document_sharing_site_go_and_its_pages_are_joined(rng, size):
    text = REPORT * 3
    damaged = damage.chunked(text, rng, size)
    assume(damaged.count("\n") >= 2)
    assert furniture(damaged) == text


@law
@given(st.lists(policy_paragraphs(), min_size=3, max_size=4).map("".join), rngs)
def test_citation_marks_that_count_up_go(paragraph, rng):
    damaged = damage.cited(paragraph, rng)
    assume("[3]" in damaged)
    assert furniture(damaged) == paragraph


@law
@given(policy_documents(), rngs)
def test_a_title_that_stands_twice_stands_once(document, rng):
    title = document.split("\n")[0]
    assume(len(title) >= 8)
    without_facts = furniture(damage.title_twice(document, rng)).replace("2023-05-06 来源：本站\n", "")
    assert without_facts.replace("\n\n", "\n") == document


def test_a_running_head_goes_with_the_numbers_beside_it():
    pages = "年度质量报告\n{}\n- 1 -\n年度质量报告\n{}\n- 2 -\n年度质量报告\n{}\n- 3 -"
    assert furniture(pages.format("第一段。", "第二段。", "第三段。")) == "年度质量报告\n第一段。\n第二段。\n第三段。"


def test_lone_numbers_of_pages_go_where_they_cut_a_sentence():
    halves = [REPORT[:141], REPORT[141:] + REPORT[:40], REPORT[40:199], REPORT[199:] + REPORT]
    damaged = "\n".join(f"{half}\n{number}" for number, half in enumerate(halves, 1))
    assert furniture(damaged).replace("\n", "") == "".join(halves)


@pytest.mark.parametrize("damaged, text", [
    ("会议召开。\n![](a.png)\n![参观校园](b.png)\n代表发言。", "会议召开。\n参观校园\n代表发言。"),
    ("会议召开。[图片]各地交流了经验。", "会议召开。各地交流了经验。"),
    ("会议召开。\nhttps://img.example.cn/2019/06/a1b2c3.jpg\n会议结束。", "会议召开。\n会议结束。"),
    ("来源：市教育局　时间：2023-05-06　【字体：大 中 小】　打印", "来源：市教育局　时间：2023-05-06"),
    ("來源：教育局 日期：2023-05-06 【字號：大 中 小】", "來源：教育局 日期：2023-05-06"),
    ("正文。\n扫码关注“云泽教育”公众号\n正文。", "正文。\n正文。"),
    ("正文。\n点击上方蓝字关注我们\n正文。", "正文。\n正文。"),
    ("正文。\n12 条评论\n正文。", "正文。\n正文。"),
    ("正文。\n— END —\n", "正文。\n"),
    ("要加强组织- 3 -领导，完善考核- 4 -机制。", "要加强组织领导，完善考核机制。"),
    ("年度工作报告_第1页\n年度工作报告_第2页\n正文。", "正文。"),
    ("使用各级财政资金，要始终遵循统筹规划、突出重点、择优支持、绩效优先、公平公7\n开、专款专用、严格监管的基本原则。",
     "使用各级财政资金，要始终遵循统筹规划、突出重点、择优支持、绩效优先、公平公开、专款专用、严格监管的基本原则。"),
    ("县农业局2024年3月6日 - 2 -\n", "县农业局2024年3月6日\n"), ("特此通知。 - 2 - 抄送：市委办公室。", "特此通知。\n抄送：市委办公室。"),
    ("\n![](1.jpg)\n\n标题一\n正文。", "标题一\n正文。"),
    ("要加强组织领导。（下转第三版）", "要加强组织领导。"),
    ("学校有教师120人[1]，学生3000人[2][3]，占地80亩[4-5]。", "学校有教师120人，学生3000人，占地80亩。"),
    ("通知公告\n·\n工作动态 ·\n>\n×\n???\n正文。", "通知公告\n工作动态\n正文。"),
    ("全市教育工作会议纪要\n\n来源：本站 2020-01-02\n全市教育工作会议纪要\n正文。",
     "全市教育工作会议纪要\n\n来源：本站 2020-01-02\n正文。"),
    # two pages, the break inside of a word
    ("1、安全生产责任重于泰山，各单位务必高度重视。要始终坚持安全第一、预防为主的方针，加大检查力度，切实做到预防\n2、为主，防患未然。",
     "安全生产责任重于泰山，各单位务必高度重视。要始终坚持安全第一、预防为主的方针，加大检查力度，切实做到预防为主，防患未然。"),
])
def test_furniture_goes(damaged, text):
    assert furniture(damaged) == text
    assert furniture(text) is text


# -- what looks like furniture and is none


@pytest.mark.parametrize("text", [
    "1、加强领导\n2、明确责任\n3、严格考核",
    "1、加强领导。各级各部门要把这项工作列入重要议事日程，主要领导亲自抓，分管领导具体抓，层层落实责任。\n"
    "2、明确责任。建立健全目标责任制，把任务分解到岗位、落实到人头，形成一级抓一级的工作格局。\n"
    "3、严格考核。把落实情况纳入年度考核，对工作不力的单位予以通报批评，并责令限期整改到位。",
    # the same without marks at the ends of the items
    "1、加强领导。各级各部门要把这项工作列入重要议事日程，主要领导亲自抓，分管领导具体抓，层层落实责任\n"
    "2、明确责任。建立健全目标责任制，把任务分解到岗位、落实到人头，形成一级抓一级的工作格局\n"
    "3、严格考核。把落实情况纳入年度考核，对工作不力的单位予以通报批评，并责令限期整改到位",
    "序号\n1\n张三\n2\n李四\n3\n王五",  # a table, cell by cell
    "1\n职业教育\n2\n普通教育\n3\n特殊教育\n4\n继续教育",
    "第1页\n勘误：把甲改为乙\n第9页\n勘误：把丙改为丁",
    "出席：3/12\n缺席：9/12",
    "比分\n3/12\n得分",
    "沿北纬-30-线一带",
    "截至去年年底，全县按照统筹规划、合理布局、分步实施的基本要求，已经建成职业学校1\n所。",
    "各地要严格执行有关规定，认真落实各项任务，确保各项工作落到实处，具体分工见附表1\n各单位要抓好落实。",
    "\N{ZERO WIDTH SPACE}\n正文。",
    "共12页，第3页有误，请更正。",
    "| 学校 | 人数 |\n|---|---|\n| 一中 | 1200 |",
    "请点击【打印】按钮，核对完毕点击【关闭】退出。",
    "正文字体：宋体，字号：小四。",
    "请用微信“扫一扫”功能扫描下方二维码，进入小程序核对信息。",
    "上一篇课文埋下的问题，下一篇课文要有回应。",
    "分享到人人，落实到个个。",
    "“END”环节由学生自主完成。",
    "大\n中\n小",
    "打印\n复印\n装订",
    "文件下转各科室，上接乡镇。",
    "会议纪要〔2020〕3号，教高[2019]13号",
    "[1]加强领导\n[2]明确责任",
    "主要任务是：[1]加强领导；[2]明确责任。",
    "学校创建于1956年。[1]", "粮食产量提升[1]，机械化水平提高[2]。",  # too few to tell
    "学校创建[1]，教师120人[4]。学生800人[5]。",  # two are missing: not counted through
    "由[1]知级数收敛，再由[2]可得[3]的结论。", "函数在区间[1,5]上连续，见文献[1]和[2]。",
    "数组a[1]=b[2]+c[3]，式中x[1]为变量。",
    "见文献[12]和[13]的论述\n[12] 某书，2001年。\n[13] 某文，2002年。",
    "领导讲话\n领导讲话\n同志们：",
    "标题：\n关于开展检查的通知（试行稿）\n关于开展检查的通知（试行稿）\n各单位：",
    "第一部分\n***\n———\n第二部分",
    "***副市长出席会议",
    "提问：是吗？\n回答：是。",
    "附件1.jpg和附件2.png请自行下载。",
    "命名规则：学号.jpg",
    "来源：本站 浏览次数：215",
    "发布时间：2024-03-22 作者：李某",
    "质量年度报告\n第一段。\n质量年度报告\n第二段。\n质量年度报告\n第三段。",  # no pages beside it
])
def test_what_looks_like_furniture_stays(text):
    assert furniture(text) is text


@law
@given(policy_documents())
def test_a_clean_document_is_the_same_object(document):
    assert furniture(document) is document


@law
@given(st.one_of(hostile_texts(), mixed_texts()))
def test_a_second_run_changes_nothing(text):
    once = furniture(text)
    assert furniture(once) == once


def test_each_part_of_a_page_break_is_an_edit_of_its_own_rule():
    document = furniture.run("同时也要看到，城乡之间的差距依然存在，各级财政要切实保障学生的\n\n— 3 —\n\n资助经费。")
    found = {step.rule.id: step.edits for step in document.steps}
    assert set(found) == {"furniture.page-number", "furniture.page-break"}
    assert found["furniture.page-number"] == (Edit(33, 39, ""),)
    assert document.text == "同时也要看到，城乡之间的差距依然存在，各级财政要切实保障学生的资助经费。"


def test_the_step_says_which_pages_were_numbered():
    document = furniture.run("一段。\n- 7 -\n二段。\n- 8 -\n三段。")
    [step] = document.steps
    assert step.evidence == {"first": 7, "last": 8, "pages": 2}


def test_a_lone_citation_mark_is_only_pointed_out():
    text = "学校占地80亩[7]并建有食堂"
    document = furniture.run(text)
    assert document.text is text
    [found] = document.suggestions
    assert (found.rule, found.text, found.candidates) == ("furniture.dead-citation", "[7]", ("",))


@law
@given(st.one_of(hostile_texts(), mixed_texts()))
def test_line_ends_of_windows_make_no_difference(text):
    text = text.replace("\r", "")
    assert furniture(text.replace("\n", "\r\n")).replace("\r\n", "\n") == furniture(text)


def test_chunks_of_prose_go_all_or_none():
    text = ("为加强农村饮用水工程运行管护，保障供水安全，维护用水户和管水单位的合法权益，结合我县实际，制定本办法。"
            "供水单位应当建立水质检测制度，按月公布检测结果，接受用水户监督。用水户对检测结果有疑问的，可以申请复核。")
    size = 28
    parts = [text[at : at + size] for at in range(0, len(text), size)]
    raw = "\n".join(f"{number}、{part}" for number, part in enumerate(parts, 1))
    assert furniture(raw) in (text, raw)
    assert furniture(furniture(raw)) == furniture(raw)


def test_a_list_of_long_items_without_full_stops_stays():
    text = "\n".join(f"{number}、{item}" for number, item in enumerate((
        "加强组织领导，明确部门分工，形成工作合力和整体推进格局", "加大资金投入，统筹使用各级补助，提高使用效益和管理水平",
        "严格督导检查，建立通报制度，推动各项任务按期完成", "强化宣传引导，用好各类平台，营造全社会关心支持的氛围"), 1))
    assert furniture(text) is text


def test_the_way_back_to_the_portal_goes_behind_the_last_sentence():
    assert furniture("各地要抓好落实。返回搜狐，查看更多") == "各地要抓好落实。"
    assert furniture("读者可返回搜狐，查看更多报道。") == "读者可返回搜狐，查看更多报道。"


@given(st.lists(st.sampled_from("字 体 号 : 大 中 小 A + 【 】 [ ] ［ 打印 关闭 返回顶部 | 正文 。 \t 數 體".split(" ") + [" "]), max_size=14).map("".join))
def test_the_tail_of_a_line_is_found_only_where_its_signs_are(line):
    from zhpolicytext.normalizers.furniture.chrome import TAIL, _may_hold_tail

    if TAIL.search(line):
        assert _may_hold_tail(line)


@given(st.text("。日发-  \t123第页抄送：：中（“", max_size=24))
def test_dashed_page_numbers_are_found_only_where_a_number_stands_between_dashes(text):
    from zhpolicytext.normalizers.furniture.marks import _DASHED, FINAL_DASH, INLINE_DASH

    if FINAL_DASH.search(text) or INLINE_DASH.search(text):
        assert _DASHED.search(text)


def test_a_sentence_with_a_stamp_that_stands_twice_is_no_title() -> None:
    said = "三月起，各校每周开放一次阅览室。云泽在线"
    text = f"关于开放阅览室的通知云泽在线\n{said}\n自2011年3月7日起施行。云泽在线\n{said}\n请遵照执行。"
    assert furniture(text) is text


@given(st.lists(st.text("一二\r ", max_size=4), min_size=1, max_size=12), st.data())
def test_the_spans_of_a_few_lines_are_those_of_the_profile(lines, data):
    from zhpolicytext.normalizers.furniture.lines import Spans

    profile = Profile("\n".join(lines))
    spans = Spans(profile.lines)
    for index in data.draw(st.lists(st.integers(0, len(profile.lines) - 1), max_size=6)):
        assert spans[index] == profile.line_spans[index]
    assert tuple(spans[:]) == profile.line_spans


@pytest.mark.parametrize("text", ["合计\n1400\n-\n说明", "甲校\n√\n×\n乙校\n×\n√\n", "面积\n-\n12.5%\n备注"])
def test_a_mark_beside_a_figure_is_a_cell(text):
    assert furniture(text) is text


@pytest.mark.parametrize("text", [
    "检查发现的问题如下。1.宣传不够\n2.个别学校没有把家长的意见放在心上，没有及时答复。家长反映多的集中在饭菜、住宿等问题上\n3、网速太慢，老师在办公室上网要等很久",
    "各校认真落实。与去年相比，今年的做法更加务实，更加有效，更加贴近学生，在全县各校中学生的满意率是第一的\n1、课程丰富，适合自学\n2、管理严格\n3、家长满意",
])
def test_a_list_behind_prose_keeps_its_numbers(text):
    assert furniture(text) is text


def test_words_that_end_as_those_that_speak_of_a_source_do_not_speak_of_one():
    assert furniture("学校加强管理[1]，现有教师120人。[2]学生800人。[3]") == "学校加强管理，现有教师120人。学生800人。"
    assert furniture("依据定理[1]计算，现有教师120人。[2]学生800人。[3]") == "依据定理[1]计算，现有教师120人。[2]学生800人。[3]"


@pytest.mark.parametrize("number", ["页码：3", "頁碼: 3/12", "页数：3", "页数: 3/12"])
def test_a_page_number_with_its_name_goes(number):
    assert furniture(f"前文。\n{number}\n后文。") == "前文。\n后文。"


@pytest.mark.parametrize("noun", ["提出意见", "现有代表", "推进方式", "查阅数据", "保持在合理区间", "增长14.1％", "增长14.1%"])
def test_a_noun_that_ends_as_a_word_of_speaking_does_not_keep_citation_marks(noun):
    text = f"各校{noun}{{}}。全县学校{{}}都已开学，教师到岗。{{}}"
    assert furniture(text.format("[1]", "[2]", "[3]")) == text.format("", "", "")


@pytest.mark.parametrize("spoken", ["计算方法见[1]", "如式[1]", "取值在区间[1-5]", "根据公式[1]", "推导见文献[1]"])
def test_a_sentence_that_speaks_of_a_note_keeps_the_marks(spoken):
    text = f"各校{spoken}。全县学校[2]都已开学，教师到岗。[3]"
    assert furniture(text) == text


def test_a_page_number_goes_above_a_running_head_that_ends_the_text():
    head = "青石县职业教育中心质量年度报告"
    pages = f"{head}\n学校占地面积215亩，建筑面积8.6万平方米。\n第1页 共2页\n{head}\n现有教职工238人，其中专任教师201人。\n第2页 共2页\n{head}"
    once = furniture(pages)
    assert once == f"{head}\n学校占地面积215亩，建筑面积8.6万平方米。\n现有教职工238人，其中专任教师201人。"
    assert furniture(once) is once
