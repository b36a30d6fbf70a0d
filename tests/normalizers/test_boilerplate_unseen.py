"""Pages that nobody here had looked at: what stands around a document on them, and what only looks like it."""

import pytest

import zhpolicytext as zh
from zhpolicytext import boilerplate

TITLE = "青石县部署秋季学期校园安全工作"
BODY = ("9月3日，青石县教育局召开会议，部署秋季学期校园安全工作，各学校校长参加。\n"
        "会议要求，各校在月底前查清食堂、校车和宿舍的隐患，逐项整改，并上报结果。")
DOCUMENT = f"{TITLE}\n{BODY}"
DATED = "来源：青石晚报　2019-09-04 08:15"
TABLE = "索引号：\n01/2019-45\n发布机构：\n青石县教育局"

GOES = {
    "a ban with the link asked for, behind credits":
        f"{DOCUMENT}\n一审：周启明 二审：何文静\n来源：青石晚报\n作者：林小溪\n本文为青石新闻网原创文章，转载请附原文链接，并保留本声明。",
    "what a site says of the page it shows":
        f"{DOCUMENT}\n微信扫一扫，在手机上阅读、分享\n本文标题：{TITLE}\n链接地址：https://www.example.com/2019/0904.html\n版权声明",
    "a ban on spreading it again": f"{DOCUMENT}\n版权声明\n作者原创，禁止二次传播，违者将追究法律责任。\n联系客服",
    "terms of a document-sharing site, counted":
        f"{TITLE}.docx\n下载文档\nID：20190904\n大小：16.9KB\n温馨提示：\n1. 文档预览时公式可能会显示乱码，下载后即恢复正常。\n"
        f"2. 本文档由用户上传，版权归上传者所有，本站只提供存储空间。\n3. 下载前请预览全文，确认内容符合您的需求。\n网站客服：800012345\n{DOCUMENT}",
    "what reading on costs": f"{DOCUMENT}\n消耗 2 次阅读配额，会员期内可反复查看",
    "the end of a preview": f"{DOCUMENT}\n亲，文档已经预览完了，如果满意就下载吧！",
    "fields glued to a date": f"{TITLE}\n2019年9月4日来源：青石县教育局作者：林小溪浏览次数：\n{BODY}",
    "controls before the date": f"{TITLE}\n放大字体  缩小字体 2019年9月4日 08:15:30  来源：青石晚报  浏览次数：97\n{BODY}",
    "an office, a date and a counter": f"{TITLE}\n公告 教育局办公室 - 校园公告 | 2019-09-04 | 点阅数：97\n{BODY}",
    "a year of the Republic": f"{TITLE}\n更新日期：108年9月4日\n{BODY}",
    "the day first": f"{TITLE}\n04.09.2019  08:15\n{BODY}",
    "the page of a newspaper in words": f"第三版：要闻·教育\n2019年9月4日\n{TITLE}\n本文字数：168\n■林小溪\n{BODY}",
    "an editor of a site": f"{DOCUMENT}\n青石新闻网编辑：林小溪 何文静",
    "who reported, above who edited": f"{DOCUMENT}\n文字报道：林小溪\n责任编辑：何文静",
    "a reporter of a Taiwan paper": f"{TITLE}\n青石報／記者林小溪／台北報導\n{BODY}",
    "columns that the path names":
        f"当前位置：青石县校园安全督查所 > 新闻中心 > 工作动态 > 正文\n新闻中心\n青石县校园安全督查所\n地址：青石县人民路1号\n电话：0700-5550123\n工作动态\n{TITLE}\n{DATED}\n{BODY}",
    "the title at the end of the path":
        f"当前位置：首页 > 教育法规 > 地方法规 > 青石县校园安全条例\n青石县校园安全条例\n{DATED}\n发布文号 青石县公告第5号\n发布日期 2019-08-30 生效日期 2019-10-01\n属性 地方性法规 专业属性\n{BODY}",
    "a list of other pages with their dates":
        f"{DOCUMENT}\n猜你喜欢\n秋天到了，怎样给孩子选一双合脚的运动鞋？三个办法，一看二量三试，家长一学就会，试试看吧，\n2019-09-02\n"
        "开学第一周，孩子起不来床怎么办？老师说，先从早睡半小时开始，慢慢来，不着急。关键是\n2019-09-01",
    "dates of a list that lost its titles": f"{DOCUMENT}\n2019-09-04\n2019-09-04\n2019-09-03\n2019-09-03\n2019-09-03",
    "the name of the site at the head and at the foot":
        f"视听青石\n点击打开\n您当前的位置： 青石新闻 > 时政\n{TITLE}\n发布时间：2019-09-04 08:15:30\n{BODY}\n责任编辑：林小溪\n青石发布\n青石发布\n视听青石",
    "the head of an answer in a forum":
        f"返回列表 发新帖\n{TITLE}\n发表于 2019-9-4 08:15:30 |未经同意，请勿转载... | 显示全部楼层 |阅读模式\n{BODY}\n返回列表 发新帖",
    "where to download it": f"{TITLE}\n作者：林小溪 时间：2019-09-04 浏览：97\n下载地址： 点击下载\n{BODY}",
    "links above the title": f"热门站点| 青石资料世界 | 青石论坛世界 | 青石人才世界 | 青石旅游世界\n收藏本站| 设为首页| 首页\n{TITLE}\n{DATED}\n{BODY}",
    "a village's page": f"村务公开网 河西村 hexi.example.com 欢迎您！\n{TITLE}\n{DATED}\n{BODY}",
    "how to log in": f"{DOCUMENT}\n账号+密码登录\n手机+密码登录\n立即注册",
    "a cross that closes a window": f"{DOCUMENT}\n附件下载\n分享到：\n--\nX",
    "an index number longer than a name": f"{TITLE}\n• 索引号：\n6107280000/2019-001045\n• 来源：\n• 发文机构：\n县政府网站\n• 发文日期：\n2019年09月04日\n{BODY}",
    "comments that are closed": f"{DOCUMENT}\n上一篇：河西新建两所幼儿园\n网友评论《{TITLE}》\n评论功能已关闭",
}


@pytest.mark.parametrize("page", GOES.values(), ids=GOES)
def test_what_sites_put_around_a_document_goes(page: str) -> None:
    left = zh.BODY(page)
    assert left in (zh.BODY(DOCUMENT), zh.BODY(f"{TITLE}.docx\n{DOCUMENT}"), zh.BODY(BODY)) or (
        left.startswith("青石县校园安全条例\n") and left.endswith(zh.BODY(BODY)))


#: What a title may be called below a field that is empty.
TITLES = ("青石县校园安全工作规则", "青石县2019年教育工作要点", "校长会议纪要", "青石县食堂食品安全应急预案", "工作规则", "秋季招生问答")
EMPTY = ("有效性", "主题词", "主题分类", "内容概述", "发文字号", "公开方式", "废止日期", "服务对象", "名称")


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("field", EMPTY)
def test_the_title_below_an_empty_field_of_an_index_table_stays(field: str, title: str) -> None:
    for table in (f"{TABLE}\n{field}：", f"{TABLE}\n{field}：".replace("：", ""), f"索引号：01/2019-45\n发布机构：青石县教育局\n{field}："):
        assert boilerplate(f"首页 > 政府信息公开\n{table}\n{title}\n{BODY}") == f"{title}\n{BODY}"


@pytest.mark.parametrize(("field", "value"), [
    ("有效性", "现行有效"), ("主题分类", "科技、教育"), ("主题分类", "卫生"), ("发文字号", "青教发〔2019〕45号"), ("公开方式", "主动公开"),
    ("发布日期", "2019-09-04"), ("责任部门", "青石县教育局"), ("关键词", "校园安全;食堂;校车"), ("体裁", "通知"),
])
def test_the_value_of_the_last_field_goes_with_it(field: str, value: str) -> None:
    assert boilerplate(f"首页 > 政府信息公开\n{TABLE}\n{field}：\n{value}\n{DOCUMENT}") == DOCUMENT


STAYS = {
    "what is asked and answered at the end of a conference":
        f"发布会实录\n{BODY}\n主持人：最后一个问题。\n记者：学费涨吗？\n周启明：不涨。\n记者：谢谢。",
    "a colophon": f"青石教育年鉴\n{BODY}\n主编：周启明\n副主编：何文静\n编辑：林小溪 吴倩\n出版：青石出版社\n定价：三十元",
    "who read the proofs, under whom a paper is sent to": f"办公会议纪要\n{BODY}\n分送：各股室。\n校对：林小溪",
    "a table, cell by cell": f"考试时间安排\n{BODY}\n报名时间\n2019-10-06\n考试时间\n2019-11-06\n公布时间\n2019-12-06",
    "days without school": f"停课日期\n{BODY}\n2019-09-12\n2019-09-13\n2019-09-16\n2019-09-17",
    "what a notice reminds of": f"家长会通知\n{BODY}\n温馨提示：\n1.请提前十分钟到场。\n2.车辆停在操场东侧。",
    "articles on passing texts on":
        "校园网站管理规定\n第一条 转载文章须注明出处，附上原文链接，未经许可不得二次传播。\n第二条 下载前请确认内容符合教学需求。",
    "what applicants shall use": f"报名须知\n{BODY}\n网上报名请使用新版浏览器，浏览器版本过旧会影响照片上传。\n报名网址：www.example.edu.cn",
    "names behind marks": f"表彰名单\n{BODY}\n■周启明\n■何文静\n■林小溪",
    "names behind marks, under the title": "表彰名单\n■周启明\n■何文静\n以上同志在安全工作中表现突出，予以表彰，希望再接再厉。",
    "the heading of a page on an office": "基础教育科\n科室人员\n主要职责：统筹管理全县基础教育，指导中小学教学改革，组织招生入学工作。",
    "an office that signs, named at the head": f"青石县教育局\n关于校园安全的通知\n{BODY}\n青石县教育局\n2019年9月4日",
    "who asks": f"访谈\n{BODY}\n晚报记者：那么，食堂怎么查？\n周启明：每天查一次。",
    "a heading of focus": f"{DOCUMENT}\n一、焦点问题\n食堂、校车、宿舍是检查的重点，必须逐项过关，不留死角。",
}


@pytest.mark.parametrize("document", STAYS.values(), ids=STAYS)
def test_what_only_looks_like_it_stays(document: str) -> None:
    assert boilerplate(document) == document


def test_the_last_step_of_a_path_may_be_the_title() -> None:
    page = "首页 > 机构设置 > 基础教育科 > 正文\n基础教育科\n科室人员\n主要职责：统筹管理全县基础教育，指导中小学教学改革，组织招生入学工作。"
    assert boilerplate(page) == page.split("\n", 1)[1]


def test_a_title_of_three_lines_under_a_path_stays_whole() -> None:
    page = f"首页 > 通知公告\n青石县教育局\n关于校园安全的通知\n{BODY}"
    assert boilerplate(page) == page.split("\n", 1)[1]


TABLE_OF_PRIZES = "| 学校 | 项目 | 名次 |\n| --- | --- | --- |\n| 河西小学 | 合唱 | 第一 |\n| 青石一中 | 短跑 | 第二 |"


@pytest.mark.parametrize("around", ["{}", "{}\n（供稿：青石县教育局　审核人：何文静）\n【打印】【关闭】", "首页 > 公告\n{}\n版权所有：青石县教育局 湘ICP备10000001号"])
def test_a_table_in_markdown_is_the_document(around: str) -> None:
    document = f"2019年秋季运动会成绩\n{TABLE_OF_PRIZES}"
    assert boilerplate(around.format(document)) == document


def test_an_index_table_in_markdown_goes() -> None:
    table = "标题: | 秋季学期校园安全工作 | ||\n---|---|---|---|\n索引号: | 01/2019-45 | 文号: | |\n发文日期: | 2019-09-04 | 发布机构: | 青石县教育局 |"
    assert boilerplate(f"{table}\n{DOCUMENT}") == DOCUMENT


@pytest.mark.parametrize("head", ["首页 > 公告", "青石教育网\n首页 学校概况 新闻动态 教学科研"])
def test_the_number_of_a_letter_stays_between_the_office_and_the_title(head: str) -> None:
    letter = f"青石县教育局\n青教函〔2019〕45号\n青石县教育局关于同意增设校车线路的批复\n河西小学：\n{BODY}\n此复。"
    assert boilerplate(f"{head}\n{letter}") == letter


def test_a_short_title_behind_a_menu_stays() -> None:
    letter = "表扬信\n河西小学全体师生员工：\n你校师生在防汛中不怕苦、不怕累，保护了邻村的粮仓，特此表扬，望再接再厉。"
    assert boilerplate(f"网站首页\n政务公开\n办事服务\n互动交流\n{letter}") == letter


def test_whom_to_ask_stays_above_an_imprint_and_the_telephone_of_the_site_goes() -> None:
    imprint = "版权所有：青石晚报社 湘ICP备10000001号"
    asked = f"{DOCUMENT}\n联系人：县教育局 林小溪\n电话：0700-5550123"
    assert boilerplate(f"{asked}\n{imprint}") == asked
    assert boilerplate(f"{DOCUMENT}\n地址：青石县人民路1号　电话：0700-5550123\n{imprint}") == DOCUMENT


@pytest.mark.parametrize("unit", ["编辑：林小溪\n", "猜你喜欢\n2019-09-04\n", "青石新闻网编辑：", "网友评论《", "有效性：\n工作规则\n", "x\n分享到\n"])
def test_time_is_linear_on_hostile_pages(unit: str) -> None:
    from ..timing import excess
    short, long = (DOCUMENT + "\n" + unit * (size // len(unit)) for size in (8_000, 16_000))
    assert not excess(boilerplate, short, long, 3.0)


LONG_TITLE = "青石县多部门联合开展秋季学期校园食堂、校车和宿舍安全专项检查，守护全县师生“舌尖上的安全”"


@pytest.mark.parametrize("date", ["2019-09-04", "2019年9月4日 08:15", "来源：青石晚报 2019-09-04"])
def test_the_date_below_a_title_as_long_as_a_sentence_goes(date: str) -> None:
    assert boilerplate(f"{LONG_TITLE}\n{date}\n{BODY}") == f"{LONG_TITLE}\n{BODY}"


def test_the_date_below_who_signs_stays() -> None:
    document = f"{TITLE}\n{BODY}\n青石县教育局、青石县财政局、青石县公安局、青石县市场监督管理局、青石县卫生健康局，青石县妇女联合会\n2019年9月4日"
    assert boilerplate(document) == document


@pytest.mark.parametrize("foot", ["| 医院简介| 联系方式| 在线留言|", "学校概况 | 联系我们 | 网站地图"])
def test_a_row_of_links_at_the_very_end_goes(foot: str) -> None:
    assert boilerplate(f"{TITLE}\n{DATED}\n{BODY}\n{foot}") == DOCUMENT
    assert boilerplate(f"{DOCUMENT}\n青石一中 | 河西小学 | 青石三中") == f"{DOCUMENT}\n青石一中 | 河西小学 | 青石三中"


@pytest.mark.parametrize("unit", ["校园融媒体中心", "新闻中心微讯社", "青石一中记者站"])
def test_who_runs_the_account_goes_with_the_credits_below(unit: str) -> None:
    assert boilerplate(f"{DOCUMENT}\n{unit}\n摄影：林小溪\n编辑：何文静\n审核：周启明") == DOCUMENT
    assert boilerplate(f"{DOCUMENT}\n{unit}") == f"{DOCUMENT}\n{unit}"


@pytest.mark.parametrize("office", ["青石县教育局", "中共青石县委宣传部", "青石县新闻出版局"])
def test_an_office_that_signs_stays_above_credits(office: str) -> None:
    assert boilerplate(f"{DOCUMENT}\n{office}\n编辑：何文静\n审核：周启明") == f"{DOCUMENT}\n{office}"


TO_BROWSERS = (
    "为了获得更好的浏览体验，建议使用谷歌、火狐浏览器或其他浏览器的极速模式。", "检测到您的浏览器版本过低，请升级后再访问本站。",
    "Your browser does not support JavaScript. Please enable it to see this page.", "本網站使用Cookies改善您的瀏覽體驗，繼續瀏覽即表示您同意本站的隱私政策。",
)


@pytest.mark.parametrize("notice", TO_BROWSERS)
def test_what_a_site_says_to_browsers_goes_above_everything_else(notice: str) -> None:
    assert boilerplate(f"{notice}\n首页 > 通知公告\n{TITLE}\n{DATED}\n{BODY}") == DOCUMENT


@pytest.mark.parametrize("asked", [
    "请使用谷歌浏览器登录报名系统，浏览器版本过低会影响照片上传，考生须提前检查。", "建议学生使用新版浏览器，以获得更好的答题体验，并提前半小时登录。",
    "网页制作课上，教师讲解了怎样为不同的浏览器调整版面，使显示效果更好。",
])
def test_what_a_notice_says_of_browsers_stays(asked: str) -> None:
    for document in (f"{asked}\n{TITLE}\n{BODY}", f"{TITLE}\n{asked}\n{BODY}"):
        assert boilerplate(document) == document


def test_an_english_notice_of_rights_goes() -> None:
    notice = ("Notice: Articles that this website marks with another source are reprinted articles; that does not imply that the site agrees "
              "with their views. For copyright issues please contact us within two weeks.")
    assert boilerplate(f"{DOCUMENT}\n{notice}") == DOCUMENT
    lesson = "Notice: the pupils read the letter aloud, then they write an answer of sixty words and check each other's spelling."
    assert boilerplate(f"英语课听力材料\n{BODY}\n{lesson}") == f"英语课听力材料\n{BODY}\n{lesson}"


def test_the_masthead_of_a_paper_and_the_name_of_a_site_with_its_day_go() -> None:
    assert boilerplate(f"青石青年报\n{TITLE}\n{DATED}\n{BODY}") == DOCUMENT
    assert boilerplate(f"青石素材库 首页\n{TITLE}\n09-04 青石素材库\n{BODY}") == DOCUMENT
    assert boilerplate(f"青石青年报\n{BODY}") == f"青石青年报\n{BODY}"


def test_tags_of_the_title_at_the_end_go_and_names_stay() -> None:
    assert boilerplate(f"{TITLE}\n{DATED}\n{BODY}\n青石县\n秋季\n学期\n校园\n安全") == DOCUMENT
    names = f"{TITLE}\n{DATED}\n{BODY}\n周启明\n何文静\n林小溪\n吴倩"
    assert boilerplate(names) == f"{DOCUMENT}\n周启明\n何文静\n林小溪\n吴倩"


KEPT = {
    "a colophon with a printer": f"青石县志\n{BODY}\n主编：周启明\n责任编辑：林小溪\n封面设计：吴倩\n印刷：青石印刷厂\n开本：16开",
    "a form": "学生请假条\n姓名：\n班级：\n时间：\n事由：\n审核：\n班主任：\n日期：\n家长签字后交班主任，逾期不予受理，望各位同学遵守。",
    "ways to log in":
        "缴费系统操作指南\n一、安装\n在应用商店搜索客户端，安装后打开，按提示注册，再登录系统。\n二、登录方式\n账号密码登录\n扫码登录\n三、缴费\n选择学校，核对金额，确认后提交，保存电子票据。",
    "the end of a play": f"话剧剧本\n{BODY}\n（全剧终）",
    "a province behind a name": f"座谈会综述\n{BODY}\n（江苏省）",
}


@pytest.mark.parametrize("document", KEPT.values(), ids=KEPT)
def test_what_the_author_says_in_the_words_of_a_site_stays(document: str) -> None:
    assert boilerplate(document) == document


def test_controls_between_sentences_and_bylines_without_values_go() -> None:
    assert boilerplate(BODY.replace("\n", "\n展开全文\n")) == BODY
    assert boilerplate(f"{TITLE}\n来源：\n时间：\n浏览：\n{BODY}") == DOCUMENT
