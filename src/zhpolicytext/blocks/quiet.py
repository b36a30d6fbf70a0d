"""Short lines that are told by one look to be the author's: no hypothesis fits them.

Half of the short lines of a page are headings, titles and attachments, Han characters with the marks of prose. Thirty
patterns would be tried on each, every one of them in a cache line of its own. What any of these patterns holds, where it is
found in such a line, is a word of `_SAYS`; only a side list's head and a row of controls are words from end to end.
"""

import re
from functools import cache

from ..text.match import Lazy, sought
from . import phrases
from .fields import names_of_fields
from .lines import Line
from .statements import disclaimer_in
from .terms import controls
from .widgets import END

#: Han, digits and the marks of prose, perhaps behind the number of a heading (group 1), of an item, of an attachment, or a bullet.
_PLAIN = Lazy(r"(?:((?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)))|(?:附件[0-9]{0,2}:)?(?:[0-9]{1,2}[.、])?|· ?)"
              r"[\u4e00-\u9fff][\u4e00-\u9fff0-9、,。;《》()\"%]{3,}")
#: One of these is in whatever any of the patterns finds in such a line.
_SAYS = (
    # of widgets: links of an imprint, codes to be scanned, downloads, greetings, the next page of a paper
    "网站 站点 联系我们 联系方式 关于我们 关于本 法律声 法律保 法律政 法律条 隐私 免责 版权 服务条款 服务协议 用户协议 使用帮助 友情链 意见反馈 英才 加入我们 人才招聘 "
    "投稿 手机版 投诉 离开 尊重网 承担一 本站 参与本 用户需 请自觉 长按 识别 点击 点此 点赞 点评 关注 更多 打开 公众号 二维码 觉得 请输入 请选择 余下 还有 成功 当前文 预览 试读 "
    "阅读 浏览 暂无 没有 本帖 资料图 网络图 示意图 因篇幅 线索 搜索 第一时 收录于 加载 客户端 小程序 体验 来发 来说 来写 留言 转发 转载 评论 分享 收藏 举报 订阅 下载 "
    "保存 复制 欢迎 今天是 今天时 今日是 今日时 现在是 现在时 未完待 当前时 当前日 北京时 北京日 系统时 系统日 下转 上接 紧接 接第 转第 "
    # of imprints, disclaimers, advertising, promotions
    "国内统一 邮发代 国际标准 网安 标识码 增值电 网络文化经 广播电视节 视听 新闻信息服 出版物经 互联网出 资源服务许 分辨率 访问 最佳显 您是 不良信 涉未成 网络1 网络警 在线人 "
    "中文域 页面 执行时 备案 许可证 广审批 广告 互联网药 商务合 本网 未经 所有权 声明 申明 说明 葡京 官方入 太阳城 百家乐 六合彩 老虎机 真钱 真人 时时彩 在线观 免费观 "
    "信用卡 注册送 会员群 加群 加微信 微信号 代写 代发 刻章 博彩 娱乐城 娱乐场 官网 体育投 下注 兼职 薇信 客服 群里 资料群 小编 整理 为您 给您 为你 给你 为大家 范文 文库 "
    "免费 看看吧 帮助 "
    # of names and values: roles, sources, telephones, dates, issues
    "记者 通讯员 评论员 信息员 宣传员 本文 以下文 以上内 以上信 以上文 以上消 热线 电话 专线 手机 传真 座机 "
).split()
#: The same, of a character.
_ALONE = "跳剩扫戳"
#: What ends with one of these may be who runs the site.
_RUNS = ("主办", "承办", "主管", "制作", "维护", "版权所有", "运维", "技术支持")
#: Three of these, or two, are search-engine spam or a prompt.
_COUNTED = Lazy("官网|入口|下载|登录|注册|首页|最新版|手机版|官方|安卓|体育|娱乐|平台|免费|请输入|赞助|充值|解锁|付费|验证码|会员|才可以|好友|享用|没有账号|账号|发帖|回复|可见|游客|权限|附件|积分|"
                "下载或查看|继续阅读|查看全文|完整内容")


@cache
def _saying() -> "re.Pattern[str]":
    digits = "0123456789"
    dates = [*(f"月{digit}" for digit in digits), *(f"{digit}期" for digit in digits)]
    return re.compile(sought([*_SAYS, *dates], _ALONE, "群(?!众|体(?!验))"))  # 群众 and 群体 are nobody's to join


def is_quiet(line: Line) -> bool:
    """True only where no hypothesis fits a line.

    >>> is_quiet(Line("三、健全投入保障机制，压实各方责任")), is_quiet(Line("清源县召开春季植树动员会"))
    (True, True)
    >>> is_quiet(Line("相关阅读推荐")), is_quiet(Line("打印本页关闭窗口")), is_quiet(Line("版权归原作者所有"))
    (False, False, False)
    """
    text = line.text
    plain = _PLAIN.fullmatch(text)
    if plain is None or _saying().search(text) or text.endswith(_RUNS) or text[0] in "接转":
        return False
    counted = _COUNTED.search(text)
    if counted and _COUNTED.search(text, counted.end()):
        return False
    if not plain.lastindex:  # what is words of controls, a side list's head or a name of a field from end to end
        bare = text.lstrip("· ")
        if text[-1] == ")" and END.fullmatch(text) or "(" in bare and bare[0] in "上下前后":  # 全文完); 下一篇(…)
            return False
        if controls().fullmatch(bare) or phrases.SIDE_HEAD.fullmatch(text) or bare in names_of_fields():
            return False
    return phrases.DISCLAIMER_HINT.search(text) is None or disclaimer_in(text, line.is_ordinal) is None
