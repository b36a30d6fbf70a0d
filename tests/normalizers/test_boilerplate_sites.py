"""What sites that nobody had looked at put around a document, and what only looks like it. One mechanism, one pair."""

import pytest

from zhpolicytext import boilerplate
from zhpolicytext.blocks import may_hold_blocks
from zhpolicytext.blocks.lines import Line
from zhpolicytext.blocks.shape import Shape
from zhpolicytext.blocks.shapes import shape_of
from zhpolicytext.blocks.statements import is_advertising, is_promotion
from zhpolicytext.core.profile import Profile

TITLE = "青石县部署春季学期重点工作"
BODY = "3月6日，青石县教育局召开工作会议，部署春季学期重点任务，各学校校长参加。\n会议要求，各校在月底前完成安全自查，并上报结果。"
DATED = "来源：青石晚报　2011-03-07 09:15"
DOCUMENT = f"{TITLE}\n{BODY}"

#: A title that is a sentence, and a sentence of a text that lost its line ends.
SHOUTED = "校舍安全怎么查？三个办法，各位校长快看看，别错过！"
SAID = "各校要在月底前完成校舍安全自查，建立台账，逐项整改。"

GOES = {
    "the column above the title": f"教育要闻\n{TITLE}\n{DATED}\n{BODY}",
    "the name of the site and the column": f"青石县人民政府门户网站\n通知公告\n{TITLE}\n{DATED}\n{BODY}",
    "headlines of the same page of a paper": f"标题导航\n河西新建两所幼儿园\n{TITLE}\n返回版面 放大 缩小\n{TITLE}\n{DATED}\n{BODY}",
    "the masthead of a gazette": f"青石县人民政府公报\n2011年第3期（总第27期）\n{TITLE}\n{DATED}\n{BODY}",
    "a path that ends in the title": f"青石教育网 > 要闻 > {TITLE}，各校行动起来 > 正文\n{DOCUMENT}",
    "a path without arrows": f"青石教育网 教育要闻 正文\n{TITLE}\n{DATED}\n{BODY}",
    "the title of the window": f"青石县政府 县教育局 {TITLE}\n{TITLE}\n{DATED}\n{BODY}",
    "an error of the server": f"404 Not Found\nnginx\n{TITLE}\n{DATED}\n{BODY}",
    "a stamp above the text, without a title": f"2011年03月07日10:04\n来源:青石晚报\n{BODY}",
    "a column with a date": f"[县区动态] 2011-03-07\n{DOCUMENT}",
    "a counter of readers": f"{TITLE}\n2011-03-07 09:15\n137人看过\n{BODY}",
    "a tag cloud above the title said again": f"{TITLE}\n2011-03-07 09:15\n学校\n安全\n教师\n{TITLE}\n{BODY}",
    "who compiled it": f"{TITLE}\n青石网小编整理\n{BODY}",
    "names glued to the date and said again": f"{TITLE}\n2011-03-07周启明何文静\n周启明 何文静\n{BODY}",
    "an account said twice": f"{TITLE}\n青石教育 青石教育 2011-03-07 19:02 湖南\n{BODY}",
    "where an account wrote from": f"{TITLE}\n{DATED}\n发表于湖南\n{BODY}",
    "a domain, a date and a source": f"{TITLE}\nexample.org.cn 2011-03-07 11:51:13 青石网\n{BODY}",
    "an office that published": f"{TITLE}\n发布：教务处　日期：2011/3/7　人气：64\n{BODY}",
    "names of fields in brackets": f"【索 引 号】 01/2011-7 【发布机构】 青石县教育局\n【文 号】 青教〔2011〕7号 【成文日期】 2011-03-07\n{DOCUMENT}",
    "what an index table says of the contents": f"索引号：01/2011-7\n发布机构：青石县教育局\n内容概述：部署春季学期工作的报道。\n{DOCUMENT}",
    "a counter beside the date": f"{TITLE}\n更新时间：2011-03-07　信息来源：县教育局　访问量：56\n{BODY}",
    "controls on lines of their own": f"{TITLE}\n打印\n收藏\n{BODY}",
    "the summary that the text says again": f"{TITLE}\n{DATED}\n摘要：3月6日，青石县教育局召开工作会议，部署春季学期重点任务\n{BODY}",
    "the profile of an account": f"青石职专团委\n微信号：qszz2011\n功能介绍：青石职专团委官方账号\n{DOCUMENT}",
    "whose article it was": f"{TITLE}\n青石发布 2011-03-07 17:45\n以下文章来源于青石人事 ，作者何文静\n青石人事.\n发布人事信息。\n{BODY}",
    "editors of several stages": f"{DOCUMENT}\n初审编辑：周启明\n终审编辑：何文静",
    "the issue that printed it": f"{DOCUMENT}\n《青石晚报》2011年03月07日第2版 版名：要闻",
    "who signed with a square": f"{DOCUMENT}\n■ 周启明",
    "the beginnings of other pages": f"{DOCUMENT}\n新闻推荐\n河西拓宽三条道路\n本报讯（记者何文静）为改善出行条件，河西镇近日拓宽三条道路，沿线居民说，孩子上学更安全，老人出门更方便，预计五...\n相关新闻",
    "links of an imprint": f"{DOCUMENT}\n【打印】【关闭】\n快速链接\n教务系统\n图书馆\n校园一卡通\n版权所有：青石职专",
    "an author of statements in counted items": f"{DOCUMENT}\n青石新闻网版权与免责声明：\n①凡本网注明“来源：青石新闻网”的作品，版权均属于青石新闻网，未经授权不得转载。\n"
                                             "②如因作品内容、版权和其他问题需要同本网联系的，请在30日内进行。",
    "a dialogue of the portal": f"{DOCUMENT}\n您访问的链接即将离开“青石县人民政府”门户网站 是否继续？\n放弃 继续访问\n网站地图 | 联系我们",
    "partners of a site, a cell each": f"{DOCUMENT}\n编辑：周启明 审编：何文静\n媒 体 | | ||\n---|---|---|\n合作伙伴 | | ||",
    "the template of an electronic paper": f"{DOCUMENT}\n2011-03-07 1 1 青石晚报 content_783.html 1 3 {TITLE} /enpproperty-->",
    "a forum's line": f"{DOCUMENT}\n本帖最后由 清风 于 2011-3-7 11:02 编辑\n回复 使用道具 举报\nPowered by Discuz! X3.4",
    "a comment form": f"{DOCUMENT}\n我要留言\n*姓名：\n*联系电话：\n验证码： 看不清？换一张\n提交",
    "pictures of pages of a file": f"{TITLE}.docx\n{TITLE}.docx_第1页\n第1页 / 共2页\n{TITLE}.docx_第2页\n{DOCUMENT}",
    "what unlocks the rest": f"{DOCUMENT}\n内容仅供学习，如需复制请赞助VIP会员，赞助后即可免费复制！",
    "a link to a file that the list names": f"关于报送材料的通知\n各中小学校：\n请于3月31日前报送材料，逾期不予受理，特此通知。\n附件：安全自查情况表\n附件下载：\n安全自查情况表.xlsx\n【打印】",
    "a caption of a stock picture": f"{TITLE}\n{DATED}\n(资料图片仅供参考)\n{BODY}",
    "the head of the text itself": f"{TITLE}\n{DATED}\n正文\n{BODY}",
    "whose text it was": f"{DOCUMENT}\n（以上内容由青石县人民政府网发布于2011年3月7日，原文链接）\n打印 关闭",
    "a paper and its name in English": f"青石晚报\nQINGSHI EVENING NEWS\n2011年3月7日 星期一 第A08版\n{TITLE}\n{BODY}",
    "the site behind the title of the window": f"{TITLE} - 青石文库网\n青石文库 > 办公文档 > 规章制度\n{TITLE}\n{BODY}",
    "reporters beside editors": f"{DOCUMENT}\n青石融媒记者丨周启明\n一审丨何文静",
    "an account over its title": f"青石职院科研处\n{TITLE}\n青石职院科研处 2011年03月07日 10:30\n{BODY}",
    "a counter in words": f"{DOCUMENT}\n此文被阅读：1208次　　[打印此文] [关闭窗口]",
    "what readers can do": f"{DOCUMENT}\n分享到朋友圈\n返回新闻列表\n举报\n评论 13\n2小时前",
    "more of the same": f"{DOCUMENT}\n更多作文推荐\n我的老师\n难忘的教师节",
    "arrows before the pages around": f"{DOCUMENT}\n← 上一篇：河西新建两所幼儿园\n→ 下一篇：没有了",
    "editors in brackets above a call for news": f"{DOCUMENT}\n【编辑：周启明】\n欢迎提供新闻线索，一经采用有奖。\n报料电话：0700-5550123\n最新文章",
    "the fields of a collection of laws": f"【法规类别】职业教育\n【发文字号】青教〔2011〕7号\n【发布部门】青石县教育局\n{DOCUMENT}",
    "links to what explains it": f"{DOCUMENT}\n政策解读链接\n图解：春季学期重点工作\n【打印】",
}
RESULT = {
    "a stamp above the text, without a title": BODY,
    "headlines of the same page of a paper": DOCUMENT,
    "a link to a file that the list names": "关于报送材料的通知\n各中小学校：\n请于3月31日前报送材料，逾期不予受理，特此通知。\n附件：安全自查情况表",
}


@pytest.mark.parametrize("what", GOES)
def test_it_goes(what: str) -> None:
    found = [line.strip() for line in boilerplate(GOES[what]).split("\n")]
    assert "\n".join(found) == RESULT.get(what, DOCUMENT)


STAYS = {
    "a short title is no column": f"教育要闻\n{BODY}",
    "a heading that names headlines": f"{TITLE}\n标题目录\n{BODY}",
    "issues of a journal in a list": f"馆藏期刊\n青石县人民政府公报\n2011年第3期（总第27期）\n{BODY}",
    "a path that is taught": f"{TITLE}\n依次点击设置 > 账户，再点击修改密码，按提示完成操作。\n{BODY}",
    "an error that is explained": f"常见问题\n页面显示404 Not Found时，请检查网址，仍不能打开的，联系管理员处理。\n{BODY}",
    "the time of an event": "读书会通知\n2011年3月7日 14:00\n地点：县图书馆\n请各校选派两名教师参加，当天交读书笔记，不得请假。",
    "words under a heading": f"{TITLE}\n学校\n安全\n教师\n{BODY}",
    "fields in brackets of a lesson": f"教案一则\n【教学目标】认识生字，读通课文，体会作者的心情。\n【教学过程】先读后说，分组讨论，教师总结。\n{BODY}",
    "an abstract in brackets": f"学校安全研究\n【摘要】学校安全关系千家万户，本文分析了三类问题，提出相应对策。\n【关键词】学校；安全\n{BODY}",
    "a summary of what is not said again": f"{TITLE}\n摘要：学校安全关系千家万户，本文分析了三类问题\n{BODY}",
    "printing and keeping": f"{TITLE}\n打印材料\n收藏票据\n{BODY}",
    "editors of a stage in a list of duties": f"校报编辑部分工\n初审编辑：周启明\n终审编辑：何文静\n{BODY}",
    "bullets with names": f"{DOCUMENT}\n入选名单：\n■ 周启明\n■ 何文静",
    "a teaser that is the author's": f"{DOCUMENT}\n雨还在下，孩子们趴在窗边，数着操场上的水洼，等着下课铃声响起，谁也不说话......\n铃响了，他们冲进雨里，笑声传遍整个校园，老师也笑了。",
    "a table of one cell a row": f"{TITLE}\n| 学校 | |\n| --- | --- |\n| 青石一中 | |\n{BODY}",
    "files that are the attachments": f"{DOCUMENT}\n附件：\n安全自查情况表.xlsx\n整改台账.docx",
    "the conditions of a prize": f"征文启事\n1.来稿须为原创，请在30日内投稿。\n2.作品内容、版权由作者负责，主办方可以出版。\n{BODY}",
    "members who pay": f"{TITLE}\n社团收取会员费每年十元，用于购买图书，账目每学期公布，会员可以查阅。\n{BODY}",
    "a forum for teachers": f"{TITLE}\n青石教师论坛\n何文静 发表于教研组的看法得到大家赞同，会后整理成文，供各校参考。\n{BODY}",
    "a chronicle": "教育大事记\n2011-03-07\n县教育局召开工作会议，部署春季学期重点任务，各校参加。\n2011-04-02 09:00\n全县读书节开幕，三千名学生参加，活动持续一周。\n2011-06-07\n高考开考，全县设三个考点，一切平稳有序。",
    "a programme": "音乐会节目单\n指挥：何文静\n一、合唱《黄河颂》 高二年级\n二、舞蹈《春江花月夜》 编导：周启明\n摄影：摄影社\n统筹：校团委",
    "what a network of offices does": f"{DOCUMENT}\n以上内容由教务处负责解释\n教务处\n2011年3月7日",
    "pictures that are asked for": f"{TITLE}\n资料图片由各校报送，仅供存档，不对外使用，报送时注明拍摄时间。\n{BODY}",
    "a call for contributions": f"征文启事\n欢迎师生踊跃投稿，择优刊发，来稿请寄县教育局办公室。\n{BODY}",
    "how long ago": f"{TITLE}\n两小时前，3小时前，5天前，都有学生报名，最早的一位在上月底就交了作品。\n{BODY}",
    "profiles of persons": f"{TITLE}\n功能室介绍：音乐教室两间，美术教室一间，均配有电教设备，由专人管理。\n{BODY}",
    "a text without line ends, and a statement": f"{SHOUTED}\n{SAID * 7}安全无小事\\n特别声明：以上文章内容仅代表作者本人观点，不代表本站观点或立场，如有版权问题请与本站联系。",
    "the same without a mark between": f"{SHOUTED}\n{SAID * 7}关注青石晚报本号致力于分享教育信息若涉及版权问题，请联系010",
    "a statement and then the text": f"{SHOUTED}\n来源：县报官方微博 版权归原作者所有，如有侵权请联系我们{SAID * 8}",
    "a sentence with a comment of a script": "洒水降温\n县环卫站的洒水车昨日起在主要道路上洒水降温，最高气温三十八度，请行人注意避让。<!--code end-->",
    "a place named twice": f"青石县与香港、澳门的学校结对，欢迎澳门教师来访。\n{BODY}",
    "adult schools": f"{BODY}\n成人高考与成人自考的报名点设在县教师进修学校",
    "the police against gambling": f"{TITLE}\n公安机关依法打击利用六合彩、百家乐等设立的网站。\n{BODY}",
    "decimals, one a line, above": f"平均每校经费\n4120.55\n3987.10\n（县教育局供稿）\n{BODY}",
    "decimals, one a line, below": f"{DOCUMENT}\n附表\n平均分\n82.50\n79.75\n91.4",
    "contents of a regulation": "某某县代表大会主席团\n目录\n第一章总则\n第二章附则\n第一章总则\n第一条 为了办好学校，制定本条例。\n第二条 本条例适用于全县学校。",
    "a code to register with": f"{TITLE}\n请扫描下方二维码填报回执\n扫描二维码关注公众号报名\n{BODY}",
    "headline of an article that asks": "孩子为什么不爱写字？\n不是孩子懒，而是作业太多，写字成了负担，老师和家长都要想办法。\n把作业减下来，把兴趣找回来，孩子自然愿意写字。",
}


@pytest.mark.parametrize("what", STAYS)
def test_it_stays(what: str) -> None:
    assert boilerplate(STAYS[what]) is STAYS[what]


@pytest.mark.parametrize("page", [
    "延安市人民政府\n延安市人民政府首页新闻公开服务互动市情\n", "登陆\n我要打印\n某某\n领导信箱\n谯怡?颜倩", "青石县人民政府\n青石县教育局\n来源：教育局"])
def test_a_page_that_ends_with_its_head_is_read_to_the_end(page: str) -> None:
    assert boilerplate(page) in page


@pytest.mark.parametrize(("times", "shape"), [(1, Shape.PROMOTION), (8, Shape.NONE)])
def test_a_promise_as_long_as_a_text_is_the_text(times: int, shape: Shape) -> None:
    text = "小编为大家整理了税额标准,欢迎大家阅读,希望能有所帮助" + "纳税人按时申报税额标准" * 3 * times
    assert is_promotion(text)
    assert shape_of(Line(text)) is shape


@pytest.mark.parametrize("cell", ["12345", "640"])
def test_a_number_above_a_pager_is_of_the_document(cell: str) -> None:
    page = f"{DOCUMENT}\n监督电话\n{cell}\n下一页\n版权所有 青石在线网"
    assert boilerplate(page).rstrip() == f"{DOCUMENT}\n监督电话\n{cell}"


@pytest.mark.parametrize(("line", "is_one"), [
    ("澳门威尼斯人官网入口开户注册送彩金", True), ("太阳城娱乐城真人百家乐在线平台", True), ("代写论文,加微信号详谈", True),
    ("支持澳门经济适度多元发展,欢迎澳门居民", False), ("成人高考和成人中专同时报名", False), ("取缔六合彩、百家乐等赌博网站", False),
    ("银行开户、企业开户和税务登记一次办好", False), ("棋牌比赛和真人图书馆", False)])
def test_advertising_is_told_by_what_nobody_else_says(line: str, is_one: bool) -> None:
    assert is_advertising(line) is is_one


@pytest.mark.parametrize("line", ["澳门威尼斯人官网入口开户注册送彩金。", "太阳城娱乐城真人百家乐在线平台。", "皇冠体育投注，真人荷官在线！"])
def test_advertising_that_ends_as_a_sentence_goes(line: str) -> None:
    assert boilerplate(f"{TITLE}\n{BODY}\n{line}").rstrip() == f"{TITLE}\n{BODY}"


@pytest.mark.parametrize("line", [
    "付费后未能下载证书的考生，请联系考点客服。", "下载前请认真阅读报名须知，确认本站点信息无误。", "如果群众觉得有用，就下载到手机，分享给邻居。",
    "附件预览时出现乱码的，请下载后重新打开。", "全年消耗5000吨煤炭配额，比上年下降3%。", "任何单位不得二次传播未经核实的信息。"])
def test_what_offices_say_in_words_of_sites_stays(line: str) -> None:
    page = f"{TITLE}\n{BODY}\n{line}"
    assert boilerplate(page) is page


@pytest.mark.parametrize("text", ["青石县与香港、澳门的学校结对。", "（三）把教研工作放在突出位置\n各校要落实。", "（五）维护校园安全\n各校要落实。"])
def test_of_a_document_about_a_place_or_with_headings_no_line_is_looked_at(text: str) -> None:
    assert not may_hold_blocks(Profile(text))


def test_winners_below_a_byline_are_no_authors() -> None:
    assert boilerplate(f"获奖名单\n{DATED}\n周启明 何文静\n{BODY}") == f"获奖名单\n周启明 何文静\n{BODY}"


STATED = {
    "from brackets": (GOES["names of fields in brackets"], {"index_number": "01/2011-7", "issuing_agency": "青石县教育局", "doc_number": "青教〔2011〕7号",
                                                            "written_date": "2011-03-07", "title": TITLE}),
    "who published and when": (GOES["an office that published"], {"author": ["教务处"], "publish_date": "2011-03-07", "views": "64"}),
    "seen by": (GOES["a counter of readers"], {"views": "137", "publish_date": "2011-03-07"}),
    "names glued to a date": (GOES["names glued to the date and said again"], {"author": ["周启明", "何文静"], "publish_date": "2011-03-07"}),
    "a paper and its date": (GOES["the template of an electronic paper"], {"source": "青石晚报", "publish_date": "2011-03-07"}),
    "a source that is an address": (f"{TITLE}\n文章来源：http://www.example.gov.cn/a/1.html\n{DATED}\n{BODY}", {"url": "http://www.example.gov.cn/a/1.html"}),
    "a periodical": (f"{TITLE}\n来源：《青石教育》2011年第3期　作者：何文静\n{BODY}", {"source": "青石教育", "author": ["何文静"]}),
    "not the day of the visit": (f"2011年5月1日 星期日\n{TITLE}\n发布时间：2011-03-07 来源：青石晚报\n{BODY}", {"publish_date": "2011-03-07"}),
    "the day of the paper": (f"2011年3月7日 星期一\n第02版：要闻 上一版 下一版\n{TITLE}\n{BODY}", {"publish_date": "2011-03-07"}),
    "an account and a person": (f"{TITLE}\n青石教育 周启明 2011-03-07 06:10\n{BODY}", {"source": "青石教育", "author": ["周启明"]}),
    "an account and a time": (f"{TITLE}\n青石财经 2011-03-07 06:10:30\n{BODY}", {"source": "青石财经", "publish_date": "2011-03-07"}),
    "the paper of the masthead": (GOES["a paper and its name in English"], {"source": "青石晚报", "publish_date": "2011-03-07"}),
    "a value before an unknown field": (f"{TITLE}\n发布时间：2011-03-07 来源：青石教育局 发布园区：青石开发区\n{BODY}", {"source": "青石教育局"}),
    "a source behind a bar": (f"{TITLE}\n发布时间：2011-03-07 | 来源：青石在线\n{BODY}", {"source": "青石在线", "publish_date": "2011-03-07"}),
    "names in their own script": (f"{TITLE}\n{BODY}\n（責編：陳濛濛）", {"editor": ["陳濛濛"]}),
    "a source before an editor": (f"{TITLE}\n2011-03-07 17:22　来源：青石融媒　编辑：何文静\n{BODY}", {"source": "青石融媒", "editor": ["何文静"]}),
    "addressees without a title": ("各中小学校：\n现将有关要求通知如下，请遵照执行，并于月底前报送总结。\n打印 关闭", {"recipients": "各中小学校"}),
}


@pytest.mark.parametrize("what", STATED)
def test_it_is_stated(what: str) -> None:
    text, stated = STATED[what]
    metadata = boilerplate.run(text).metadata
    for name, value in stated.items():
        found = getattr(metadata, name)
        assert [one.value for one in found] == value if isinstance(value, list) else found and found.value == value, name


@pytest.mark.parametrize("tail", ["-青城网_青城第一新闻门户", "_江城频道_江城网", " - 医疗频道 - 健康网"])
def test_several_names_of_a_site_behind_a_title_go_at_one_go(tail):
    body = "\n上午九时，市场监管局召开会议，部署下一阶段的工作，要求各单位认真落实。"
    assert boilerplate("市场监管局部署食品安全工作" + tail + body) == "市场监管局部署食品安全工作" + body


@pytest.mark.parametrize("unit", ["万元", "人", "平方米", "%", "元/平方米", "亿元、%", "个"])
def test_the_unit_of_a_table_is_no_byline(unit):
    text = f"收入决算表\n单位：{unit}\n项目\n金额\n上级补助收入\n356.20\n" + SAID
    assert boilerplate(text) is text


def test_an_office_under_a_title_is_a_byline():
    assert boilerplate(f"{TITLE}\n单位：青石县教育局 作者：周启明\n{BODY}") == DOCUMENT


@pytest.mark.parametrize("line", ["收藏。", "2.15. 打印", "更多信息，参见某某大学的网站和 JavaScript."])
def test_a_sentence_or_a_heading_is_no_control(line):
    text = f"{TITLE}\n{SAID}\n{line}\n{BODY}"
    assert boilerplate(text) is text


def test_a_text_on_one_line_with_a_statement_of_rights_behind_it_stays():
    text = (f"{TITLE}\n位置：青石县东一路，建设内容为教学楼、食堂和操场，位置：青石县西二路，建设内容为图书馆和宿舍，位置：青石县北三路，建设内容为实验楼"
            "，工期两年 ■来源：青石晚报 ■版权归属于原作者，如有侵权，请及时联系。")
    assert boilerplate(text) is text


@pytest.mark.parametrize("line", ["案情：青石县公安局查明，2011年3月7日21时10分许，", "经审理查明 2016年5月6日14时许", "青石县检察院指控 2016年5月6日23点"])
def test_when_something_happened_is_no_byline(line):
    text = f"{line}\n被告人周某在青石县城关镇盗窃电动车一辆，价值人民币2000元，后被抓获。\n{SAID}"
    assert boilerplate(text) is text


def test_what_follows_a_mark_of_the_end_is_the_text_if_it_goes_on():
    text = f"{TITLE}\n{SAID}\nend\n另一所学校的做法是设置专人负责，每周检查一次，每月通报一次，取得了很好的效果，值得推广\n真是好办法！\n各校可以借鉴"
    assert boilerplate(text).endswith("\n真是好办法！\n各校可以借鉴")


def test_an_address_that_the_line_before_names_stays():
    text = f"{TITLE}\n{SAID}\n材料请从下面的地址下载：\nhttp://www.example.com/files/2020.zip\n（教育局的地址）"
    assert boilerplate(text) is text


@pytest.mark.parametrize("gap", ["", " ", "　　"])
def test_the_date_of_an_event_stays_with_its_place_however_the_names_are_spread(gap):
    text = f"学校安全委员会会议\n\n日{gap}期：2019年5月20日（星期一）\n时{gap}间：下午2时30分\n地{gap}点：办公楼会议室\n\n{SAID}"
    assert boilerplate(text) is text


@pytest.mark.parametrize("line", ["制表人：周启明 审核人：何一平 日期：2021年12月31日", "填表人：周启明　审核：何一平　时间：2021-12-31"])
def test_who_signs_a_form_stays_under_it(line):
    text = f"资产公示表\n项目 年初数 年末数\n固定资产 5,678,901.23 5,678,901.23\n{line}"
    assert boilerplate(text) is text


def test_a_form_with_blanks_to_be_filled_in_keeps_its_title():
    text = f"入学登记表编号：_________登[]号\n学生姓名：__________班级：________\n家庭住址：_____________\n{SAID}"
    assert boilerplate(text) is text
