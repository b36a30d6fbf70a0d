"""What a text says about itself, each value with its place in the raw text; nothing is guessed."""

import json

import pytest

import zhpolicytext as zh
from zhpolicytext.metadata import Field, Metadata, metadata_of

NOTICE = """首页 > 信息公开 > 通知公告
索引号：014/2015-00032　发布机构：青石县教育局
文号：青教发〔2015〕21号　成文日期：2015-04-02
主题分类：教育　有效性：有效
青石县教育局关于开展教学视导的通知
发布时间：2015-04-07　浏览次数：318
各中小学校：
定于4月中旬开展教学视导，请各校做好准备，按时上报材料。
附件：1.视导安排表
2.材料清单
青石县教育局
2015年4月2日
（联系人：周启明，电话：0700-5550123，邮箱：jyk@example.cn）
抄送：县政府教育督导室。
【打印】【关闭】"""
NEWS = """青石县举办班主任培训
2016-08-20 10:12 来源：青石晚报 作者：周启明 何文静 点击：52
8月19日，青石县举办班主任培训，来自全县的210名教师参加，培训为期三天。
责任编辑：林海燕　审核：郑大伟
原文链接：http://www.example.cn/a/1.html"""


def stated(text: str) -> dict[str, object]:
    metadata = zh.explain(text).metadata
    return {name: [one.value for one in value] if isinstance(value[0], tuple) else value.value for name, value in metadata.items()}


def test_a_notice_states_its_number_agency_dates_and_addressees() -> None:
    assert stated(NOTICE) == {
        "title": "青石县教育局关于开展教学视导的通知", "publish_date": "2015-04-07", "written_date": "2015-04-02",
        "doc_number": "青教发〔2015〕21号", "index_number": "014/2015-00032", "issuing_agency": "青石县教育局",
        "recipients": "各中小学校", "cc": "县政府教育督导室", "attachments": ["1.视导安排表", "2.材料清单"],
        "contact_person": "周启明", "phone": "0700-5550123", "email": "jyk@example.cn", "views": "318",
        "category": "教育", "validity": "有效"}


def test_news_state_source_authors_editors_and_link() -> None:
    assert stated(NEWS) == {
        "title": "青石县举办班主任培训", "source": "青石晚报", "author": ["周启明", "何文静"], "editor": ["林海燕"],
        "reviewers": ["郑大伟"], "publish_date": "2016-08-20", "url": "http://www.example.cn/a/1.html", "views": "52"}


@pytest.mark.parametrize("text", [NOTICE, NEWS, f"\n\n  {NEWS}".replace("\n", "\n\n"), NEWS.replace("县", "县(xian)")])
def test_every_value_stands_where_its_span_says(text: str) -> None:
    for _, value in zh.explain(text).metadata.items():
        for field in value if isinstance(value[0], tuple) else (value,):
            assert 0 <= field.raw_start < field.raw_end <= len(text)
            raw = text[field.raw_start : field.raw_end].replace("(xian)", "")
            digits = "".join(filter(str.isdigit, field.value))
            assert field.value in raw or digits in "".join(filter(str.isdigit, raw)) or digits.replace("0", "") in raw.replace("-", "").replace("0", "")


def test_a_readings_in_a_source_is_not_part_of_it() -> None:
    assert stated(NEWS.replace("来源：青石晚报", "来源：青(qing)石(shi)晚(wan)报(bao)"))["source"] == "青石晚报"


@pytest.mark.parametrize("text", [
    "3月5日，全县教育工作会议召开，会期一天，各校校长参加。\n会议要求，各校抓好落实，确保安全。",
    "全县教育工作会议召开\n据张明主任介绍，2014年5月6日起施行新办法，联系各校即可办理。",
])
def test_nothing_is_guessed_from_the_body(text: str) -> None:
    assert not {"publish_date", "written_date", "author", "source", "phone"} & stated(text).keys()


def test_a_date_in_the_body_is_no_date_of_publication() -> None:
    assert "publish_date" not in stated("2000年1月1日起，青石县实行新学制，各校照此执行。\n第二条内容如下，请遵照执行。")


def test_what_a_page_states_is_quoted_as_it_stood_before_it_was_normalised() -> None:
    found = zh.explain("乡村教师的三十年\n來源：青石教育網　2011-03-07\n三十年来，他走遍山村，教过的学生有八百多人。").metadata
    assert found.title is not None and found.title.value == "乡村教师的三十年"
    assert found.source is not None and found.source.value == "青石教育網"


def test_a_day_that_no_calendar_has_is_no_date_of_the_signature() -> None:
    text = "关于开展视导的通知\n各中小学校：\n定于4月中旬开展教学视导，请各校做好准备。\n青石县教育局\n2015年2月30日"
    assert "written_date" not in stated(text)


@pytest.mark.parametrize(("second", "title"), [
    ("（共18个，排名不分先后）", "2021年度先进班组名单"), ("（2020—2021年）", "2021年度先进班组名单（2020—2021年）")])
def test_years_in_brackets_belong_to_the_title_and_a_remark_does_not(second: str, title: str) -> None:
    text = f"2021年度先进班组名单\n{second}\n第一车间一班、第一车间三班，第二车间一班获得表彰，望再接再厉。"
    assert zh.boilerplate.run(text).metadata.title.value == title


def test_a_telegram_states_its_number_behind_its_urgency() -> None:
    text = ("青石县防汛指挥部\n内部明电\n等级：特急　编号：青汛电〔2019〕3号\n各乡镇人民政府：\n"
            "今夜到明天有大到暴雨，请做好转移群众的准备，做到不漏一人。")
    assert stated(text)["doc_number"] == "青汛电〔2019〕3号"


def test_an_empty_field_does_not_take_the_next_name() -> None:
    found = zh.explain("索引号：\n主题分类：教育\n发文机关：青石县教育局\n关于开学的通知\n各学校：\n请按时开学，做好准备，确保安全。").metadata
    assert found.index_number is None and found.category is not None and found.category.value == "教育"


def test_names_without_value_state_nothing() -> None:
    found = stated("青石县举办班主任培训\n来源： 作者： 发布时间：2016-08-20 点击：\n8月19日，青石县举办班主任培训，来自全县的210名教师参加。")
    assert found.keys() == {"title", "publish_date"}


@pytest.mark.parametrize(("signature", "date"), [
    ("二〇一五年四月二日", "2015-04-02"), ("二○一五年十二月三十日", "2015-12-30"), ("2015 年 4 月 2 日", "2015-04-02")])
def test_the_date_of_the_signature_is_iso(signature: str, date: str) -> None:
    text = f"关于开展视导的通知\n各中小学校：\n定于4月中旬开展教学视导，请各校做好准备。\n青石县教育局\n{signature}"
    assert stated(text)["written_date"] == date


def test_one_line_may_hold_the_agency_and_the_date() -> None:
    text = "关于停课的通知\n因大风，明日停课一天，请各班通知到人。\n青石县第一中学　　　2015年4月2日"
    assert stated(text)["issuing_agency"] == "青石县第一中学" and stated(text)["written_date"] == "2015-04-02"


def test_a_clean_text_has_metadata_too() -> None:
    text = "关于停课的通知\n因大风，明日停课一天，请各班通知到人。\n青石县第一中学\n2015年4月2日"
    document = zh.explain(text)
    assert document.text is text and document.metadata.title == Field("关于停课的通知", 0, 7)


def test_the_pipeline_of_the_normaliser_reads_it_as_well() -> None:
    assert zh.boilerplate.run(NEWS).metadata.source.value == "青石晚报"


def test_a_run_without_removal_states_the_same() -> None:
    assert metadata_of(zh.CANONICAL.run(NEWS)) == zh.explain(NEWS).metadata


@pytest.mark.parametrize("text", ["", "\n", " ", "标题", "。"])
def test_short_texts_state_little(text: str) -> None:
    assert isinstance(zh.explain(text).metadata, Metadata)


def test_metadata_are_plain_values_for_json() -> None:
    out = json.loads(json.dumps(zh.explain(NEWS).metadata.to_json(), ensure_ascii=False))
    assert out["author"][1]["value"] == "何文静" and out["source"]["raw_start"] == NEWS.index("青石晚报")
    assert "phone" not in out
