"""Rows of short names that something divides: menus, lists of links. Told by shape, and by what the names are like."""

from ..text.match import Lazy
from .names import names_in
from .terms import words

#: What divides the names of a row; spaces do where no mark does.
MARKS = ("|", "┊", "·", "/")
NAME = Lazy(r"[\u4e00-\u9fffa-z0-9()&+]{2,12}")
#: What a column of a site is called by its end: 读者指南, 县情概况, 馆员园地.
COLUMN = Lazy(
    r"(?:首页|主页|概况|概览|简介|介绍|动态|新闻|要闻|快讯|资讯|公告|公示|公开|目录|中心|资源|指南|指引|园地|之窗|天地|广角|在线|服务|预告|办理|办事|大厅|导航|招生|就业|登录|登陆|注册|入口"
    r"|专栏|专题|专版|法规|政策|文件|信箱|互动|交流|频道|论坛|社区|博客|直播|视频|图片|图库|影像|旅游|商务|投资|项目|风采|风貌|文化|校园|建设|教学|科研|队伍|党建|群团|机构|设置|领导"
    r"|资料|文档|文库|下载|排行|问答|百科|地图|声明|我们|帮助|反馈|邮箱|人才|社会|财经|体育|娱乐|军事|科技|健康|房产|汽车|美食|生活|教育|时政|评论|理论|国际|国内|本地|综合|院系|部门"
    r"|学生|教师|校友|图书馆|档案|信息|数据|查询|预约|挂号|专家|科室|事务|工作|业务|数字报|电子报|网站|平台|系统|工作室|专区|通道|窗口|空间|客户端|公众号|微博|微信|无障碍|繁体|简体|english|eng|en|us|版)$"
    r"|^(?:走进|关于|魅力|数字|网上|在线|全部|更多|联系|我要)"
)
ANY_MARK = Lazy(r"[ |┊·/]+")
#: Links to the same page in another script or language; any other single character may be half a name: 尹　川.
SCRIPTS = frozenset("繁简中英日韩")
SENTENCE = Lazy(r"[。,;!?:\"《》]|\d{3}")


def parts_of_row(text: str) -> tuple[str, ...]:
    """The names of a row of three or more; empty for anything else. `text` is folded.

    >>> parts_of_row("本馆概况 读者指南 数字资源 馆员园地")
    ('本馆概况', '读者指南', '数字资源', '馆员园地')
    >>> parts_of_row("关于开展 2019 年检查工作的通知")
    ()
    """
    if len(text) > 200 or SENTENCE.search(text):
        return ()
    for mark in MARKS:
        if text.count(mark) >= 2:
            parts = tuple(part.strip().replace(" ", "") for part in text.split(mark))
            break
    else:
        parts = tuple(text.split())
    if not all(NAME.fullmatch(part) for part in parts if part):  # 网站名 繁 | 简 | eng 联系我们
        parts = tuple(ANY_MARK.split(text))
        if len(parts) < 4 or any(len(part) > 12 for part in parts) or any(len(part) == 1 and part not in SCRIPTS for part in parts):
            return ()
        return tuple(part for part in parts if part)
    parts = tuple(part for part in parts if part)
    return parts if len(parts) >= 3 and all(NAME.fullmatch(part) for part in parts) else ()


def columns_in(parts: tuple[str, ...]) -> int:
    """How many of the names are what columns of a site are called."""
    known = words("nav", "ui")
    return sum(part in SCRIPTS or part in known or COLUMN.search(part) is not None for part in parts)


def is_menu_row(text: str) -> bool:
    """A row of names of which most are columns of a site; three words may be a motto, four are none."""
    parts = parts_of_row(text)
    if not parts:
        return False
    columns = columns_in(parts)
    divided = any(text.count(mark) >= 2 for mark in MARKS)
    if columns * 3 >= len(parts) * 2 and (divided or len(parts) >= 4):
        return True
    likely = divided and columns >= 1 or columns * 2 >= len(parts)
    return len(parts) >= 5 and likely and not names_in(" ".join(parts))
