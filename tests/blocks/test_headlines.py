"""Headlines that begin as a control does: what stands behind the word decides."""

import pytest

import zhpolicytext as zh

BODY = ("\n为进一步做好有关工作，保障群众利益，各单位要认真落实责任，确保取得实效。"
        "\n下一步，我局将持续推进，及时总结经验，不断提高服务水平。")

HEADLINES = """识别电信网络诈骗的十种方法
识别二维码骗局
长按下眼睑缓解疲劳的做法要慎重
扫码点餐不得成为唯一选项
扫码乘车今日开通
扫描仪等设备采购项目公告
关注微信公众号运营安全
关注我们身边的留守儿童
关注公众号管理 规范政务新媒体
更多资讯平台接入政务服务网
打开思路看发展
让群众办事体验更好
第一时间了解群众诉求
觉得不错的基层经验
加入读者交流群的学生安全提示
分享，让成长更精彩
分享、交流、提升——县一中开展教研活动
转发，扩散！男子来我市寻找失联亲人
评论、点赞背后的青年担当
留言和建议办理情况通报
县应急局第一时间掌握雨情汛情
今天是世界读书日
今天是开学第一天
当前时间紧任务重
下载国家反诈中心客户端，共建平安校园
微信搜索服务管理办法
加载中的乡村振兴
欢迎大家转发和评论的通知
欢迎来到新时代
欢迎访问团一行
欢迎使用国产软件
上一年度工作总结
下一站，幸福社区
分享成功经验 推动高质量发展""".split("\n")

CONTROLS = """扫一扫 关注我们
长按识别二维码
识别图中二维码，查看更多
关注我们
关注县政府微信公众号，了解更多
转发、点赞、在看
今天是2023年5月1日 星期一
欢迎访问青石县人民政府网站
欢迎来到青石教育网
微信搜索公众号“青石发布”
下载青石融媒客户端，查看更多精彩
打开青石新闻客户端，查看更多精彩
关注我们，第一时间获取权威资讯
觉得不错，请点赞
加入考编交流群：12345678
加载中...""".split("\n")


@pytest.mark.parametrize("headline", HEADLINES)
def test_a_headline_that_begins_as_a_control_stays(headline):
    assert zh.boilerplate(headline + BODY) == headline + BODY


@pytest.mark.parametrize("headline", HEADLINES)
def test_such_a_headline_stays_above_a_byline(headline):
    assert zh.boilerplate(f"{headline}\n来源：县融媒体中心 发布时间：2023-05-06{BODY}") == headline + BODY


@pytest.mark.parametrize("control", CONTROLS)
def test_a_control_goes(control):
    title = "关于做好今冬明春供暖保障工作的通知"
    assert zh.boilerplate(f"{title}{BODY}\n{control}") == title + BODY
