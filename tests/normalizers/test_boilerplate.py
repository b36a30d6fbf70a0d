"""Blocks around a document go, the document stays: also where it talks about sources, copyright and buttons."""

import json
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.corruptors.boilerplate import corrupt, page
from tests.strategies import hostile_texts, mixed_texts, policy_documents
from tests.timing import excess
from zhpolicytext import Lexicon, boilerplate
from zhpolicytext.blocks import may_hold_blocks
from zhpolicytext.core.edits import Edit
from zhpolicytext.core.profile import Profile
from zhpolicytext.normalizers.boilerplate import known_line

law = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
seeds = st.integers(0, 2**32).map(Random)
BODY = "3月6日，青石县教育局召开工作会议，部署春季学期重点任务，各学校校长参加。\n会议要求，各校在月底前完成安全自查，并上报结果。"
TITLE = "青石县部署春季学期工作"


def around(*, above: str = "", under: str = "", below: str = "") -> str:
    return "\n".join(part for part in (above, TITLE, under, BODY, below) if part)


# -- laws


@law
@given(policy_documents(), seeds)
def test_what_a_site_puts_around_a_document_goes(text: str, rng: Random) -> None:
    assert boilerplate(corrupt(text, rng)).strip() == text


@law
@given(policy_documents())
def test_a_clean_document_comes_back_as_the_same_object(text: str) -> None:
    assert boilerplate(text) is text


@law
@given(policy_documents(), seeds)
def test_the_byline_that_goes_becomes_metadata(text: str, rng: Random) -> None:
    site, stated = page(text, rng)
    metadata = boilerplate.run(site).metadata
    for name, value in stated.items():
        field = getattr(metadata, name)
        assert field.value == value and site[field.raw_start : field.raw_end].startswith(value)


@law
@given(st.one_of(hostile_texts(), mixed_texts(), st.builds(corrupt, policy_documents(), seeds)))
def test_a_second_run_finds_nothing(text: str) -> None:
    once = boilerplate(text)
    assert boilerplate(once) is once


@law
@given(st.one_of(hostile_texts(), mixed_texts()))
def test_a_text_never_comes_out_empty(text: str) -> None:
    assert bool(text.strip()) == bool(boilerplate(text).strip())


# -- what goes, by label

GOES = [
    ("nav", {"above": "首页 > 教育动态 > 县区"}),
    ("nav", {"above": "您所在的位置：网站首页 - 通知公告"}),
    ("nav", {"above": "首页 | 政务公开 | 办事服务 | 互动交流"}),
    ("nav", {"above": "首 页 政 务 公 开 办 事 服 务 互 动 交 流"}),
    ("nav", {"above": "欢迎访问青石教育网"}),
    ("sidebar", {"below": "相关阅读\n青石一中举行升旗仪式\n河东小学运动会开幕"}),
    ("sidebar", {"below": "猜你喜欢\n一图读懂中考新政！"}),
    ("page-furniture", {"under": "【字体：大 中 小】 打印 分享"}),
    ("page-furniture", {"below": "[打印本页] [关闭窗口]"}),
    ("page-furniture", {"below": "上一篇：青石一中举行升旗仪式"}),
    ("page-furniture", {"below": "扫一扫在手机打开当前页"}),
    ("page-furniture", {"below": "还剩3页未读，继续阅读"}),
    ("disclaimer", {"below": "免责声明：本站文章转载自网络，版权归原作者所有，侵权请联系删除。"}),
    ("disclaimer", {"below": "特别声明：该文观点仅代表作者本人，平台仅提供信息存储服务。"}),
    ("footer", {"below": "版权所有：青石县教育局 湘ICP备10000001号"}),
    ("footer", {"below": "主办：青石县教育局　承办：青石县电教馆\n网站标识码：4300000001"}),
    ("byline", {"under": "来源：青石县教育局　发布时间：2011-03-07　点击：36"}),
    ("byline", {"under": "2011-03-07 09:15 来源：青石晚报"}),
    ("byline", {"under": "本报记者 周启明 通讯员 何文静"}),
    ("byline", {"below": "责任编辑：周启明"}),
    ("byline", {"below": "（周启明　何文静）"}),
    ("byline", {"below": "撰稿：周启明\n一审：何文静\n终审：林海燕"}),
    ("meta-table", {"above": "索引号：01/2011-0007\n发布机构：青石县教育局\n文号：青教发〔2011〕7号"}),
    ("meta-table", {"above": "索引号\n01/2011-0007\n发布机构\n青石县教育局\n有效性\n有效"}),
]


@pytest.mark.parametrize(("label", "parts"), GOES)
def test_what_stands_around_goes_under_its_own_rule(label: str, parts: dict[str, str]) -> None:
    document = boilerplate.run(around(**parts))
    assert document.text.strip() == f"{TITLE}\n{BODY}"
    assert f"boilerplate.{label}" in document.counts


def test_traditional_script_is_read_too() -> None:
    text = f"當前位置：首頁 > 新聞\n{TITLE}\n來源：青石教育網 瀏覽：7\n{BODY}\n責任編輯：周啟明\n版權所有：青石教育網"
    assert boilerplate(text).strip() == f"{TITLE}\n{BODY}"


def test_halfwidth_marks_are_read_too() -> None:
    text = f"{TITLE}\n来源:青石教育网 发布时间:2011-3-7\n{BODY}\n责任编辑:周启明"
    assert boilerplate(text) == f"{TITLE}\n{BODY}"


def test_credits_glued_to_the_last_sentence_go_without_it() -> None:
    assert boilerplate(f"{TITLE}\n{BODY}责任编辑：周启明") == f"{TITLE}\n{BODY}"


def test_a_byline_glued_to_the_title_goes_without_it() -> None:
    assert boilerplate(f"{TITLE} 发布时间：2011-03-07 来源：青石晚报\n{BODY}") == f"{TITLE}\n{BODY}"


def test_the_name_of_the_site_goes_from_the_title() -> None:
    assert boilerplate(f"{TITLE}_青石县人民政府门户网站\n{BODY}") == f"{TITLE}\n{BODY}"


@pytest.mark.parametrize("menu", [
    "走进青石　政务要闻　公开目录　在线办理　招商项目", "学校主页 | 要闻 | 院系动态 | 光影校园", "全部分类 · 办公文档 · 教育教学 · 行业资料",
    "青石信息网　繁 | 简 | ENG　网站指南　联系我们", "::: 青石县公众信息网 :::\n| 青石概况 | 政务动态 | 社会事业 | 投资指南 | BBS |"])
def test_a_menu_needs_no_word_for_home(menu: str) -> None:
    assert boilerplate(f"{menu}\n{TITLE}\n来源：青石晚报　2011-03-07\n{BODY}") == f"{TITLE}\n{BODY}"


@pytest.mark.parametrize("publisher", ["青石晚报", "县教育局", "周启明", "青石融媒"])
def test_a_publisher_alone_under_the_title_is_its_byline(publisher: str) -> None:
    assert boilerplate(f"{TITLE}\n{publisher}\n2011-03-07 08:12\n{BODY}") == f"{TITLE}\n{BODY}"


def test_an_empty_last_field_of_a_table_does_not_take_the_title() -> None:
    table = "索引号\n01/2011-7\n发文机关\n青石县教育局\n成文日期\n2011-03-07\n有效性"
    assert boilerplate(f"{table}\n关于举办读书节的通知\n各学校：\n{BODY}") == f"关于举办读书节的通知\n各学校：\n{BODY}"


def test_a_sentence_of_the_site_behind_its_lists_does_not_make_them_the_authors() -> None:
    lists = "上一篇：读书节开幕\n相关推荐\n读书节简讯\n【打印】【关闭】\n愿君在此读到好书，常来坐坐，彼此问候。\n热门排行\n春游通知"
    left = boilerplate(f"{TITLE}\n{BODY}\n{lists}")
    assert left.startswith(f"{TITLE}\n{BODY}") and "春游通知" not in left and "读书节简讯" not in left


def test_a_telephone_behind_a_guide_is_somebody_to_call() -> None:
    guide = f"{TITLE}\n{BODY}\n技术支持：0700-5550123（工作日）"
    assert boilerplate(f"{guide}\n版权所有：青石县政务中心 湘ICP备10000001号") == guide


def test_a_line_goes_with_its_line_end_and_nothing_else() -> None:
    steps = boilerplate.run(f"首页 > 新闻\n{TITLE}\n{BODY}\n【打印】").steps
    assert [step.edits for step in steps] == [(Edit(0, 8, ""),), (Edit(len(TITLE) + len(BODY) + 1, len(TITLE) + len(BODY) + 6, ""),)]


def test_a_user_can_keep_what_we_would_drop() -> None:
    text = around(under="来源：青石晚报 时间：2011-03-07", below="【打印】【关闭】")
    assert boilerplate.without("boilerplate.byline")(text) == around(under="来源：青石晚报 时间：2011-03-07")


# -- what stays

STAYS = [
    "优秀护林员名单\n（按姓氏笔画排序）\n丁　勇　马占山　王小琴　尹　川\n李　明　周　军　吴小莉　何　川",
    "青石县水利局\n二〇〇五年十二月九日",
    "会议纪要\n会议讨论了栏目设置，新增“家长来信”，其余照旧，下期施行。\n会议明确了分工：\n责任编辑：孟广义\n美术编辑：霍然\n会议要求来稿注明出处，严禁抄袭，一经发现，不再刊用。",
    "元旦汇演节目单\n总策划：雷厚德\n导演：米兰\n摄影：融媒体社\n1.开场舞《盛世欢歌》\n2.合唱《明天会更好》",
    "停课通知\n各位家长：\n本园开学时间推迟，具体时间另行通知，请互相转告。\n值班电话：0700-5550123\n微信公众号：青石幼儿园\n青石幼儿园\n2020年1月26日",
    "小学校本教研的三点体会\n从事教研二十年，越来越觉得，教研要从教师的真问题出发，不可贪大。",
    "网页的组成\n教师提问，“上一篇”“下一篇”“打印”“关闭”这些按钮分别在什么位置，学生回答。\n看到“本文转载自网络，如有侵权请联系我们删除”，要想一想信息是否可靠，再决定用不用。",
    "来稿须知\n来稿请注明来源、作者和联系电话，责任编辑在三日内答复。\n一经采用，版权归编辑部所有，转载须经同意。",
    "网站管理规定\n第一条 首页应当标明版权所有者和ICP备案号。\n第二条 未经许可不得转载本站内容，侵权必究。\n第三条 点击“返回首页”可以退出。",
    "免责声明的写法\n一、声明应当说明转载来源。\n二、不得写入“本站不承担任何责任”的字样。",
    "缴费通知\n各位家长：\n请扫描二维码，关注学校公众号，登录后点击“打印”保存凭证。\n咨询电话：0700-5550101\n青石中学\n2011年9月1日",
    "技能节方案\n一、组织机构\n主办单位：青石县教育局\n承办单位：青石职业中学\n技术支持：某某科技公司\n二、时间\n5月中旬。",
    "编辑部名单\n主编：周启明\n责任编辑：何文静\n校对：林海燕",
    "校刊编辑部分工\n本期由以下老师负责，请按时完成。\n责任编辑：何文静\n校对：林海燕",
    "优秀教师名单\n青石一中：周启明　何文静\n青石二中：林海燕　郑大伟\n青石县教育局\n2011年9月8日",
    "在教师节大会上的讲话\n（2011年9月9日）\n周启明\n老师们：\n今天我们欢聚一堂，共庆节日，我代表县政府向大家问好。",
    "文件目录\n关于加强校园安全的意见\n关于公布规划课题的通知\n关于做好招生工作的通知",
    "作息表\n起床　6:20\n早操　6:40\n早读　7:10",
    "复课通知\n明日复课。\n青石中学\n2011年1月5日",
    "晨读\n山在窗外\n书在手里\n我们读着读着\n天就亮了",
    "公示\n现将入选名单公示如下，公示期五天。\n举报电话：0700-5550102\n电子邮箱：jw@example.cn\n附件：入选名单\n青石县教育局\n2011年4月2日\n（此件公开发布）",
    "批复\n青石中学：\n来文收悉，同意增设美术特长班，自秋季学期起招生。\n此复。\n青石县教育局\n2011年5月3日\n抄送：县财政局，县发展改革局。\n青石县教育局办公室　2011年5月3日印发",
    "会议纪要\n时间：2011年3月2日\n地点：二楼会议室\n主持人：周启明\n会议研究了食堂改造方案，原则同意实施。",
    "问答\n问：在哪里查询结果？\n答：请登录县政府网站首页，点击“公告公示”栏目查询。\n问：逾期怎么办？\n答：逾期不再受理，请留意通知。",
    "节目单\n1. 合唱《春天》 指挥：周启明\n2. 小品《补课》 编剧：何文静\n灯光：林海燕\n摄影：郑大伟",
    "申报表\n姓名：　　　性别：　　　出生年月：\n单位：　　　　　　联系电话：\n审核意见：",
    "采购公告\n一、项目名称：课桌椅采购\n二、采购人信息\n名称：青石中学\n地址：青石县文昌路3号\n联系方式：0700-5550103",
    "通讯录\n办公室　0700-5550104\n教务处　0700-5550105\n总务处　0700-5550106",
    "网站声明\n凡本网注明来源的作品，版权均属本网，未经授权不得转载。\n如有侵权，请与本网联系，我们将及时处理。",
    "函\n受文者：青石鄉公所\n發文日期：中華民國100年3月2日\n發文字號：青教字第1000001號\n主旨：檢送會議紀錄，請查照。",
]


@pytest.mark.parametrize("text", STAYS, ids=lambda text: text.split("\n")[0])
def test_a_document_that_looks_like_boilerplate_stays(text: str) -> None:
    assert boilerplate(text) == text


@pytest.mark.parametrize("text", STAYS, ids=lambda text: text.split("\n")[0])
def test_it_stays_on_a_page_full_of_boilerplate_too(text: str) -> None:
    title, rest = text.split("\n", 1)
    if title in ("函", "网站声明", "编辑部名单"):  # pages that are told by being alone
        return
    site = f"首页 > 通知公告\n{title}\n{rest}\n【打印】【关闭】\n上一篇：运动会闭幕\n版权所有：青石教育网 湘ICP备10000001号"
    assert boilerplate(site).strip() == text


def test_statements_alone_are_the_document() -> None:
    text = "版权所有：青石县教育局 湘ICP备10000001号"
    assert boilerplate(text) is text


@pytest.mark.parametrize("name", ["boilerplate_dev.jsonl", "boilerplate_own.jsonl", "second_author/boilerplate.jsonl"])
def test_the_gate_lets_through_every_page_that_holds_a_block(name: str) -> None:
    folder = Path(__file__).parents[1] / "evaluation"
    for line in (folder / name).read_text("utf-8").splitlines():
        document = json.loads(line)
        if any(part["label"] in ("nav", "sidebar", "disclaimer", "footer", "byline", "meta_table") for part in document["lines"]):
            assert may_hold_blocks(Profile("\n".join(part["line"] for part in document["lines"]))), document["id"]


# -- lexicon


def test_lines_of_a_lexicon_go() -> None:
    rule = known_line(Lexicon(("青石教育，服务为本",)))
    assert rule(f"青石教育，服务为本\n{TITLE}\n{BODY}") == f"{TITLE}\n{BODY}"
    assert rule(f"{TITLE}：青石教育，服务为本。") == f"{TITLE}：青石教育，服务为本。"


def test_a_lexicon_never_empties_a_text() -> None:
    assert known_line(Lexicon((TITLE,)))(f"{TITLE}\n\n{TITLE}\n") == f"{TITLE}\n\n{TITLE}\n"


def test_a_lexicon_stands_in_the_manifest_by_its_digest() -> None:
    lexicon = Lexicon((TITLE,))
    assert (boilerplate | known_line(lexicon)).manifest["rules"][-1]["params"]["lexicon"]["lexicon"] == lexicon.digest


# -- cost

HOSTILE = ["打印\n", "来源：教育局\n", "来源：\n", "主办单位：\n教育局\n", "相关推荐\n标题\n", "2020-01-01\n", "索引号：1\n", "（", "一", "1", " ", "\n", "：", "|", "首页>",
           "版权所有：", "张三、", "\ud800", "_网", "http://a.", "网站地图\n", "关键词：教育\n", "（周启明）\n", "首页\n标题行\n"]


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_is_linear_on_hostile_texts(unit: str) -> None:
    short, long = (unit * (size // len(unit)) for size in (8_000, 16_000))
    assert not excess(lambda text: boilerplate.run(text).metadata, short, long, 3.0)


def test_what_a_site_says_of_a_file_goes() -> None:
    text = "水库巡查制度\n一、每日早晚各巡查一次，汛期加密，并做好记录。\n二、发现渗漏立即报告，同时组织抢修。"
    assert boilerplate(f"{text}\n文档介绍：此文档为word格式，下载后可编辑修改") == text


def test_the_title_of_the_window_goes_where_the_title_follows() -> None:
    text = "水库除险加固\n3月5日，水库除险加固工程开工，工期三个月，沿线各户受益。"
    for title in ("青石水库加固开工", "青石县水库除险加固工程开工"):  # of eight characters, and of more
        page = text.replace("水库除险加固\n", f"{title}\n")
        assert boilerplate(f"{title}_青石之窗\n{page}") == page
