"""Whole pages: behind the text stand hundreds of lines of the site, of which most say nothing by themselves."""

import zhpolicytext as zh

BODY = """关于开展春季义务植树活动的通知
各镇人民政府，县直各单位：
为推动全县绿化工作，经研究，决定于3月12日开展春季义务植树活动。现将有关事项通知如下。
一、时间和地点。3月12日上午9时，在云溪水库东岸集合，各单位自带工具，统一乘车前往。
二、任务安排。每个单位负责一个地块，栽植油松不少于两百株，栽后浇足定根水，并安排专人管护。
三、有关要求。各单位要高度重视，精心组织，确保安全，活动结束后三日内报送总结和照片。
云溪县绿化委员会
2021年3月1日"""
FOOT = """登录
注册
|
省直单位
|
市州政府
|
网站地图
|
联系我们
|
网站声明
网站纠错
主办单位：云溪县人民政府办公室
版权所有：云溪县人民政府
云溪政务.公益
网站标识码1234560001
湘ICP备12345678号
客户端
小程序
微博
微信
云溪发布
返回顶部
关闭"""


def headlines(count: int) -> list[str]:
    places = ("东岭", "西坪", "南溪", "北塘", "青石", "白河")
    return [f"{places[k % 6]}镇第{k}个早市开张 三轮车排到了桥头{'？' if k % 4 == 0 else ''}" for k in range(count)]


def portal() -> str:
    out = ["分享到：", "微信", "QQ空间", "更多", "跟贴 37", "登录并发贴", "为您推荐"]
    for k, headline in enumerate(headlines(24)):
        out += [headline, f"地方台 {k}小时前", "微信", "微博", "用微信扫码二维码"]
    return "\n".join([*out, "阅读下一篇", "看了又看", "返回首页", "© 2019 某某公司版权所有"])


def test_nothing_of_a_portal_behind_the_text_is_left():
    assert zh.boilerplate(f"{BODY}\n{portal()}") == BODY


def test_the_links_above_an_imprint_go_with_it():
    assert zh.boilerplate(f"{BODY}\n{FOOT}\n{FOOT}") == BODY


def test_a_sentence_of_the_page_behind_its_imprint_holds_nothing_back():
    description = "云溪县决定于3月12日开展春季义务植树活动，各单位要高度重视。"
    assert zh.boilerplate(f"{BODY}\n{FOOT}\n{FOOT}\n{description}") == f"{BODY}\n{description}"


def test_what_notices_put_behind_their_text_stays_below_the_buttons():
    behind = "附件：1.地块安排表\n抄送：县委办公室"
    assert zh.boilerplate(f"{BODY}\n{behind}\n{FOOT}") == f"{BODY}\n{behind}"
    assert zh.boilerplate(f"{BODY}\n【打印】【关闭】\n{behind}\n{FOOT}") == f"{BODY}\n{behind}"


def test_a_long_list_of_the_document_is_no_region_of_a_site():
    names = "\n".join(f"{place}镇第{k}中心小学" for k, place in enumerate(["东岭", "西坪", "南溪", "北塘", "青石", "白河"] * 8))
    assert zh.boilerplate(f"{BODY}\n附件\n受表彰单位名单\n{names}") == f"{BODY}\n附件\n受表彰单位名单\n{names}"


def test_the_columns_that_a_plan_gives_to_a_site_are_its_own():
    columns = "\n".join(["首页", "登录", "注册", "网站地图", "联系我们", "无障碍", "客户端", "微博", "微信", "邮箱", "搜索", "下载", "订阅", "退出"])
    text = f"门户网站栏目设置方案\n门户网站改版后设下列栏目，由信息中心建设，十月底前上线试运行。\n{columns}\n各科室要按时报送内容，每周更新不少于两次，确保信息准确。"
    assert zh.boilerplate(text) == text


def test_a_second_run_finds_nothing():
    for page in (f"{BODY}\n{portal()}", f"{BODY}\n{FOOT}\n{FOOT}"):
        once = zh.boilerplate(page)
        assert zh.boilerplate(once) == once


def test_headlines_that_ask_do_not_hold_back_the_credits_above_them():
    page = f"{BODY}\n【纠错】【责任编辑：周晓敏】\n阅读下一篇：\n半月一谈丨 谁在山上种下第一棵油松？\n乡村行丨 果园里的夜校开了三年"
    assert "责任编辑" not in zh.boilerplate(page)


def test_a_text_that_ends_with_a_question_ends_there():
    text = f"{BODY}\n今年的树，明年还能剩下多少？"
    assert zh.boilerplate(text) == text


def test_the_last_article_behind_a_row_of_buttons_keeps_its_heading():
    more = "各镇要把义务植树同河道治理、村庄美化结合起来，发动群众广泛参与，当年成活率不低于百分之九十，并接受县里的检查验收。\n" * 2
    last = "四、附则\n本通知自发布之日起施行，由县绿化委员会负责解释，未尽事宜另行通知，各单位请注意查收。"
    assert last in zh.boilerplate(f"{BODY}\n{more}{FOOT}\n{last}\n{FOOT}")
