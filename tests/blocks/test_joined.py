"""Bylines whose names and values stand on lines of their own, as a page gives them whose text was taken node by node."""

import pytest

import zhpolicytext as zh

TITLE = "关于做好秋季学期图书馆开放工作的通知"
BODY = """各中小学：
为方便师生借阅图书，现就秋季学期图书馆开放工作通知如下。
请各校于9月10日前公布开放时间。
清源县教育局
2024年8月28日"""


def page(*byline: str) -> str:
    return "\n".join((TITLE, *byline, BODY))


@pytest.mark.parametrize("byline", [
    ("发布时间：", "2024-08-29", "来源：", "县教育局办公室", "浏览次数：", "86"),
    ("来源：", "清源教育发布", "时间：", "2024年8月29日"),
    ("作者：", "王一民", "责任编辑：", "陈晓岚", "点击：", "86", "次"),
    ("发布日期： 2024-08-29 来源：", "清源日报"),
    ("索引号：", "QY-2024-0112", "信息分类：", "通知公告", "发布机构：", "县教育局", "文号：", "清教函〔2024〕12号"),
    ("信息来源：", "县图书馆", "编辑：", "李文", "日期：", "2024-08-29"),
])
def test_names_and_values_go_together(byline: tuple[str, ...]) -> None:
    assert zh.BODY(page(*byline)) == page()


def test_what_goes_becomes_metadata() -> None:
    found = zh.BODY.run(page("发布时间：", "2024-08-29", "来源：", "清源日报", "作者：", "王一民", "浏览次数：", "86")).metadata
    assert (found.publish_date.value, found.source.value, found.views.value) == ("2024-08-29", "清源日报", "86")
    assert [author.value for author in found.author] == ["王一民"]
    assert found.recipients.value == "各中小学"


def test_the_first_line_of_the_document_is_no_value() -> None:
    assert zh.BODY(page("来源：")) == page()
    assert zh.BODY("\n".join((TITLE, "来源：", "一、总体要求", BODY))) == "\n".join((TITLE, "一、总体要求", BODY))


@pytest.mark.parametrize("head", [
    ("时间：", "2024年8月20日", "地点：", "县图书馆三楼", "主持人：", "王一民", "记录：", "陈晓岚"),
    ("主题：", "我和图书馆", "时间：", "2024年8月20日", "作者：", "全体读者"),
    ("单位：", "清源县图书馆", "地址：", "文昌路8号"),
])
def test_the_plan_of_an_event_keeps_names_and_values(head: tuple[str, ...]) -> None:
    text = "\n".join(("暑期读书活动记录", *head, "活动开始后，读者依次介绍了自己喜爱的图书。", "活动结束。"))
    assert zh.BODY(text) is text


def test_half_a_field_does_not_go() -> None:
    text = "\n".join((TITLE, "作者：", "全体读者代表", "为方便师生借阅图书，现就开放工作通知如下。", "请各校公布开放时间。"))
    assert zh.BODY(text) is text


@pytest.mark.parametrize("title", ["县图书馆新馆今日迎来首批读者", "关于图书馆闭馆的公告", "让阅读成为习惯——图书馆开放日侧记"])
@pytest.mark.parametrize("name", ["来源：", "作者：", "责任编辑：", "地址：", "主办单位："])
def test_the_title_is_no_value(name: str, title: str) -> None:
    text = "\n".join((name, title, BODY))
    assert title in zh.BODY(text)


@pytest.mark.parametrize("tail", [
    ("责任编辑：", "王一民", "审核：", "陈晓岚"),
    ("主办单位：", "清源县教育局", "地址：", "清源县文昌路8号", "备案号：", "川ICP备05000001号", "技术支持：", "清源数据公司"),
    ("上一篇：", "县图书馆举办读书会", "下一篇：", "关于图书馆闭馆的公告"),
    ("版权所有：", "清源县教育局", "电话：", "0816-5550101"),
])
def test_names_and_values_behind_the_text_go_together(tail: tuple[str, ...]) -> None:
    assert zh.BODY("\n".join((page(), *tail))) == page()


@pytest.mark.parametrize("tail", [
    ("联系人：", "王一民", "联系电话：", "0816-5550101"),
    ("报名地址：", "清源县文昌路8号县图书馆一楼大厅"),
    ("附件：", "1.开放时间表", "2.借阅登记表"),
])
def test_what_the_document_says_of_itself_stays_on_its_lines(tail: tuple[str, ...]) -> None:
    text = "\n".join((page(), *tail))
    assert zh.BODY(text) is text


def test_lines_that_a_site_repeats_are_learned_one_by_one() -> None:
    from zhpolicytext.blocks import learnable_lines

    assert {"主办单位：", "清源县教育局"} <= set(learnable_lines(page() + "\n主办单位：\n清源县教育局\n川ICP备05000001号"))


def test_attachments_below_their_name_and_the_signature_are_listed() -> None:
    found = zh.BODY.run(page() + "\n附件：\n1.开放时间表.docx\n2.借阅登记表.xlsx").metadata
    assert [attached.value for attached in found.attachments] == ["1.开放时间表.docx", "2.借阅登记表.xlsx"]


@pytest.mark.parametrize("byline", [
    ("来源", "清源日报", "发布时间", "2024-08-29", "浏览次数", "86"),
    ("发布时间", "2024-08-29 10:22", "来源", "清源县图书馆"),
    ("作者", "王一民", "來源", "清源日報"),
    ("发布日期", "2024年8月29日"),
])
def test_names_without_a_colon_go_with_their_values(byline: tuple[str, ...]) -> None:
    assert zh.BODY(page(*byline)) == page()


def test_credits_without_a_colon_go_and_become_metadata() -> None:
    document = f"{TITLE}\n{BODY}".rsplit("\n", 2)[0]
    run = zh.BODY.run(f"{TITLE}\n来源\n清源日报\n发布时间\n2024-08-29\n" + document.split("\n", 1)[1] + "\n责任编辑\n王一民\n审核\n李文")
    assert run.text == document
    assert (run.metadata.source.value, run.metadata.publish_date.value) == ("清源日报", "2024-08-29")
    assert [editor.value for editor in run.metadata.editor] == ["王一民"]


@pytest.mark.parametrize("cells", [
    "书名\n作者\n来源\n《秋水》\n王一民\n县图书馆", "题目\n《秋水》\n作者\n王一民\n版本\n青石社", "岗位\n编辑\n人数\n两名", "来源\n各校捐赠\n数量\n三百册",
    "编委名单\n主编\n王一民\n编辑\n李文\n校对\n周婷",
])
def test_cells_of_a_table_are_no_byline(cells: str) -> None:
    table = f"{TITLE}\n为方便师生借阅图书，现就秋季学期图书馆开放工作通知如下。\n{cells}"
    assert zh.boilerplate(table) == table


@pytest.mark.parametrize("imprint", ["Copyright ©\nAll Rights\nReserved", "Copyright\n©\n2024\nAll\nRights\nReserved."])
def test_a_notice_of_rights_goes_word_by_word(imprint: str) -> None:
    document = f"{TITLE}\n为方便师生借阅图书，现就秋季学期图书馆开放工作通知如下。"
    assert zh.BODY(f"{document}\n{imprint}") == document
    assert zh.boilerplate(f"{document}\nAll\nRights") == f"{document}\nAll\nRights"
