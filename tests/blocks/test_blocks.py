"""Every line has one label, and the labels are those of the document's parts."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.strategies import hostile_texts, mixed_texts
from zhpolicytext.blocks import REMOVED, Label, blocks_of
from zhpolicytext.blocks.dates import iso_date
from zhpolicytext.blocks.fields import fields_of
from zhpolicytext.blocks.names import is_name, names_in
from zhpolicytext.core.profile import Profile
from zhpolicytext.text.fold import folded, variants

LETTER = """青石县教育局文件
青教发〔2015〕21号
关于开展教学视导的通知
各中小学校：
定于4月中旬开展教学视导，请各校做好准备，按时上报材料。
附件：1.视导安排表
2.材料清单
青石县教育局
2015年4月2日
（此件公开发布）
联系人：周启明，电话：0700-5550123
抄送：县政府教育督导室。
青石县教育局办公室　2015年4月2日印发"""


def labels(text: str) -> list[str]:
    return [str(block.label) for block in blocks_of(Profile(text))]


def test_the_parts_of_an_official_letter_have_their_names() -> None:
    assert labels(LETTER) == ["body", "doc_number", "title", "recipients", "body", "attachment", "attachment", "signature",
                              "signature", "annotation", "contact", "cc", "cc"]


def test_the_parts_of_a_page_have_their_names() -> None:
    text = ("首页 > 新闻\n青石县举办培训\n来源：青石晚报 时间：2016-08-20\n8月19日，青石县举办班主任培训，来自全县的210名教师参加。\n"
            "责任编辑：林海燕\n【打印】\n相关阅读\n教研活动侧记\n免责声明：本站内容转载自网络，侵权请联系删除。\n版权所有：青石晚报 湘ICP备10000001号")
    assert labels(text) == ["nav", "title", "byline", "body", "byline", "page_furniture", "sidebar", "sidebar", "disclaimer", "footer"]


def test_a_decree_has_its_title_behind_the_signature() -> None:
    text = "青石县人民代表大会常务委员会公告\n第3号\n《青石县职业教育条例》已经通过，现予公布，自2016年1月1日起施行。\n青石县人民代表大会常务委员会\n2015年11月2日\n青石县职业教育条例\n第一条 为了发展职业教育，制定本条例。"
    assert labels(text)[:6] == ["doc_number", "doc_number", "body", "signature", "signature", "title"]


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(hostile_texts(), mixed_texts()))
def test_blocks_are_sorted_disjoint_and_cover_every_line(text: str) -> None:
    blocks = blocks_of(Profile(text))
    reached = 0
    for block in blocks:
        assert reached <= block.start < block.end <= len(text)
        assert "\n" not in text[block.start : block.end]
        reached = block.end
    covered = "".join(text[block.start : block.end] for block in blocks)
    assert len("".join(covered.split())) <= len("".join(text.split()))
    if any(line.strip() and line.strip().isalnum() for line in text.split("\n")):
        assert blocks


def test_what_is_removed_is_never_a_part_of_an_official_paper() -> None:
    assert not {Label.TITLE, Label.SIGNATURE, Label.ATTACHMENT, Label.CONTACT, Label.CC, Label.DOC_NUMBER} & set(REMOVED)


# -- the recognisers beneath


@pytest.mark.parametrize(("line", "fields"), [
    ("来源:青石晚报 作者:周启明", [("source", "青石晚报"), ("author", "周启明")]),
    ("索 引 号 014/2015-3 发 布 机 构 青石县教育局", [("index_number", "014/2015-3"), ("issuing_agency", "青石县教育局")]),
    ("摄影| 周启明", [("photographer", "周启明")]),
    ("编辑 周启明 审核 何文静", [("editor", "周启明"), ("reviewers", "何文静")]),
    ("时间:2015-04-02 10:21:33点击:9", [("publish_date", "2015-04-02 10:21:33"), ("views", "9")]),
    ("课程编辑 软件", []),
    ("比分 3:2", []),
])
def test_fields_have_names_and_values(line: str, fields: list[tuple[str, str]]) -> None:
    assert [(f.name, line[f.start : f.end]) for f in fields_of(line)] == fields


@pytest.mark.parametrize(("text", "names"), [
    ("周启明 何文静", ["周启明", "何文静"]), ("孙　洁、欧阳晓", ["孙　洁", "欧阳晓"]), ("周启明 教务处", []), ("教育局", []), ("", [])])
def test_names_are_names_only_among_names(text: str, names: list[str]) -> None:
    line = folded(text)
    assert [text[a:b] for a, b in names_in(line)] == names


def test_an_office_is_no_person() -> None:
    assert is_name("周启明") and not is_name("方志办公室") and not is_name("安全处") and not is_name("abc")


@pytest.mark.parametrize(("text", "date"), [
    ("2015-4-2", "2015-04-02"), ("2015年4月2日", "2015-04-02"), ("二〇一五年四月二日", "2015-04-02"), ("2015-13-01", None), ("四月二日", None),
    ("二〇一五年十二月二十一日", "2015-12-21"), ("2015-02-30", None), ("2016-02-29", "2016-02-29")])
def test_dates_are_of_the_calendar(text: str, date: str | None) -> None:
    assert iso_date(text) == date


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(folded(text)) == len(text)


def test_both_scripts_fold_to_one() -> None:
    assert folded("責任編輯：來源") == folded("责任编辑:来源") and "編" in variants("编")
