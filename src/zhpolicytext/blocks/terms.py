"""The words of menus, buttons and widgets as patterns over folded lines."""

import re
from functools import cache

from ..text.tables import rows

#: What may stand between two words of a menu or a row of buttons.
SEPARATORS = r" \d|/\\·:,、;!?.。…<>\[\]()\-_~+×✕✖▲▼△▽◀▶►↑↓←☆★※#*\"'=&%"

_ACTION = (  # a verb of buttons, or two, with its object: 打印本页, 关闭此窗口, 发送给朋友
    r"(?:打印|关闭|收藏|返回|分享|下载|保存|复制|推荐|举报|转发|评论|导出|查看|浏览|纠错|订阅|我要|发送|发给|转给|转寄|寄给|发表|参与|进入|刷新|放大|缩小|朗读|收听|点赞|列印){1,2}(?:给|到|至|本|此|该|当前|全|这篇|整个|你的|您的)?"
    r"(?:公告|通知|公文|条|提问|质疑|报名|投诉|咨询|建议|写信|订阅|吐槽|朋友(?!圈)|版面目录|版面|版面导航|友人|友善列印|页面|页|正文|文章|文档|窗口|网页|内容|新闻|信息|网站|全文|文|列表|顶部|首页|上页|上级|目录|原文|稿件|原图|朋友圈|微信|微博|好友|纠错|打印|评论|收藏|分享|报错|推荐|word|pdf|doc)(?:列表|页面|窗口)?"
)
_BRANDED = r"关注[\u4e00-\u9fff]{1,8}(?:网|报|在线|客户端|微信|公众号|微博|教育|发布)|(?:返回|下载|打开|进入|前往|访问|登录|安装)[\u4e00-\u9fff]{0,8}(?:首页|客户端|app|小程序|主页|频道|列表|官网|电脑版)"
_NUMBERED = (  # widgets with a figure in the middle
    r"\d{1,9}(?:\.\d{1,2})?万?\+? ?(?:次|人|条|个)?(?:看过|围观|查看|访问|观看|播放|点赞|评论|收藏|转发|阅读|浏览|下载|参与|在看|喜欢|分享|回复|粉丝|获赞|跟帖|讨论)", r"(?:文档|网友|用户|全部|最新|热门|精彩)?评论 ?\(\d{1,9}\)", r"(?:倍速|语速)? ?\d(?:\.\d{1,2})?x", r"共 ?\d{1,5} ?(?:[页条]|个(?:回答|回复|评论|答案))", r"第\d{1,5}页", r"\d{1,9}条评论", r"(?:已经|已|共)?有? ?\d{1,9} ?(?:位|名|个)?(?:网友|人|用户|读者)(?:已)?(?:发表了?(?:看法|评论)|参与|评论|浏览|收藏|点赞|阅读)", r"已有\d{0,9}人(?:参与|评论)", r"\d{0,9}人(?:已)?(?:阅读|浏览|收藏|点赞)",
    r"(?:评论|跟帖|跟贴|留言|回复|点赞|收藏|转发|分享|在看|喜欢|参与|讨论) ?\d{1,9}", r"版面(?:导航|目录)|标题导航", r"\d{1,3} ?(?:秒|分钟|小时|天|个月|年)之?前", r"[上下]一期", r"您的(?:姓名|邮箱|电话)", r"文档(?:简介|介绍)", r"返回[\u4e00-\u9fff]{2,6}(?:公告|中心|栏目|频道|首页|列表)", r"(?:下载|阅读|试读|预览|全文)(?:已经?)?(?:完毕|结束)",
    r"还剩 ?\d{1,5} ?页(?:未读|可预览|可看|内容)?", _ACTION, _BRANDED, r"\d{1,2}号字", r"\(\d{1,9}\)", r"(?:上|下|前|后)一?(?:页|篇|条|版|期|则|章|节|张)",
)

_TELLING = 1 + next(k for k, source in enumerate(_NUMBERED) if source is _BRANDED)  # up to here they tell alone


@cache
def words(*classes: str) -> frozenset[str]:
    """The terms of these classes, without their spaces."""
    return frozenset(row[1].replace(" ", "") for row in rows("boilerplate_terms.tsv") if row[0] in classes)


def _alternatives(terms: frozenset[str]) -> str:
    """One pattern for all terms, the longest first, by first character: a term costs nothing where none begins."""
    groups: dict[str, list[str]] = {}
    for term in sorted(terms, key=lambda term: (-len(term), term)):
        groups.setdefault(term[0], []).append(re.escape(term[1:]))
    branches = (re.escape(first) + (f"(?:{'|'.join(rest)})" if rest != [""] else "") for first, rest in sorted(groups.items()))
    return f"(?=[{''.join(map(re.escape, sorted(groups)))}])(?:{'|'.join(branches)})"


@cache
def controls() -> re.Pattern[str]:
    """A line that is nothing but words of controls and widgets."""
    terms = words("ui", "ui-weak")
    return re.compile(f"(?:{'|'.join(_NUMBERED)}|{_alternatives(terms)}|[{SEPARATORS}])++")


@cache
def telling_control() -> re.Pattern[str]:
    """A word that only a control says."""
    return re.compile("|".join((*_NUMBERED[:_TELLING], _alternatives(words("ui")))))


@cache
def weak_control() -> re.Pattern[str]:
    return re.compile(_alternatives(words("ui-weak")))


@cache
def menu_word() -> re.Pattern[str]:
    return re.compile(_alternatives(words("nav", "ui")))
