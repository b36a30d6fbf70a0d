"""What web sites put around a document: above the title, under it, and behind the text."""

from collections.abc import Callable, Sequence
from random import Random

SITES = ("望江教育网", "云岭在线", "石桥县人民政府门户网站", "东溪晚报", "河西职教")
OFFICES = ("望江区教育局", "石桥县教育体育局办公室", "河西学院宣传部", "东溪市第三中学")
NAMES = ("周启明", "何文静", "林海燕", "郑大伟", "孙 洁", "欧阳晓")
HEADLINES = ("春季运动会落下帷幕", "我县三所学校获评省级示范校", "一图读懂招生新政", "校园足球联赛开赛")


def corrupt(text: str, rng: Random) -> str:
    """The document as a page of a site: its first line is the title, everything else is behind it."""
    return page(text, rng)[0]


def page(text: str, rng: Random) -> tuple[str, dict[str, str]]:
    """The page, and what its byline states."""
    title, *body = text.split("\n")
    stated: dict[str, str] = {}
    above = rng.choice((_nothing, _path, _menu_and_path, _table))(rng, stated)
    under = rng.choice((_byline, _byline_and_controls, _date_and_source))(rng, stated)
    tail = [line for part in rng.sample(TAIL, rng.randint(1, len(TAIL))) for line in part(rng, stated)]
    ordered = sorted(range(len(tail)), key=lambda k: _place(tail[k]))  # credits before controls before imprint
    return "\n".join([*above, title, *under, *body, *(tail[k] for k in ordered)]), stated


def _nothing(rng: Random, stated: dict[str, str]) -> list[str]:
    return []


def _path(rng: Random, stated: dict[str, str]) -> list[str]:
    return [rng.choice(("当前位置：首页 > 新闻中心 > 正文", "您的位置： 首页 >> 通知公告", "首页 » 政务公开 » 公告公示"))]


def _menu_and_path(rng: Random, stated: dict[str, str]) -> list[str]:
    menu = rng.sample(("首页", "政务公开", "办事服务", "互动交流", "新闻中心", "专题专栏", "学校概况", "招生就业"), 5)
    return [rng.choice((" | ", "  ", "　")).join(menu), *_path(rng, stated)]


def _table(rng: Random, stated: dict[str, str]) -> list[str]:
    stated["index_number"] = f"0{rng.randint(10000, 99999)}/{rng.randint(2008, 2025)}-{rng.randint(100, 999):05}"
    rows = [f"索引号：{stated['index_number']}", f"主题分类：{rng.choice(('教育', '科技、教育', '综合政务'))}",
            f"发布机构：{rng.choice(OFFICES)}"]
    return [" ".join(rows)] if rng.random() < 0.3 else rows


def _date(rng: Random) -> str:
    return f"{rng.randint(2005, 2025)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"


def _byline(rng: Random, stated: dict[str, str]) -> list[str]:
    stated["publish_date"], stated["source"] = _date(rng), rng.choice(SITES)
    fields = [f"{rng.choice(('发布时间', '时间', '发布日期'))}：{stated['publish_date']}",
              f"{rng.choice(('来源', '信息来源', '文章来源'))}：{stated['source']}"]
    rng.shuffle(fields)
    if rng.random() < 0.5:
        stated["views"] = str(rng.randint(1, 9999))
        fields.append(f"{rng.choice(('浏览', '阅读量', '点击数', '浏览次数'))}：{stated['views']}{rng.choice(('', '次'))}")
    return [rng.choice(("　", "  ", " | ")).join(fields)]


def _byline_and_controls(rng: Random, stated: dict[str, str]) -> list[str]:
    return [*_byline(rng, stated), rng.choice(("【字体：大 中 小】", "字号：大 中 小 打印 分享", "分享到：微信 微博", "【打印】【关闭】"))]


def _date_and_source(rng: Random, stated: dict[str, str]) -> list[str]:
    stated["publish_date"], stated["source"] = _date(rng), rng.choice(SITES)
    return [f"{stated['publish_date']} {rng.randint(8, 20)}:{rng.randint(10, 59)} 来源：{stated['source']}"]


def _credits(rng: Random, stated: dict[str, str]) -> list[str]:
    return [rng.choice((f"责任编辑：{rng.choice(NAMES)}", f"编辑：{rng.choice(NAMES)}　审核：{rng.choice(NAMES)}",
                        f"（责任编辑：{rng.choice(NAMES)}）"))]


def _controls(rng: Random, stated: dict[str, str]) -> list[str]:
    return [rng.choice(("【打印本页】【关闭窗口】", "打印 | 关闭", "返回顶部", "扫一扫在手机打开当前页", "分享到： QQ空间 新浪微博 微信"))]


def _pager(rng: Random, stated: dict[str, str]) -> list[str]:
    words = rng.choice((("上一篇", "下一篇"), ("上一条", "下一条")))
    return [f"{words[0]}：{rng.choice(HEADLINES)}", f"{words[1]}：{rng.choice((*HEADLINES, '没有了'))}"]


def _side(rng: Random, stated: dict[str, str]) -> list[str]:
    bullet = rng.choice(("", "· ", "• "))
    return [rng.choice(("相关阅读", "热门资讯", "猜你喜欢", "推荐阅读：", "最新文章")),
            *(bullet + headline for headline in rng.sample(HEADLINES, 3))]


def _disclaimer(rng: Random, stated: dict[str, str]) -> list[str]:
    return [rng.choice((
        "免责声明：本站部分内容转载自网络，版权归原作者所有，如有侵权请联系我们删除。",
        "凡本网注明来源为其他媒体的稿件，均为转载，并不代表本网赞同其观点和对其真实性负责。",
        "【版权声明】本文仅代表作者本人观点，与本站无关，内容仅供读者参考。"))]


def _imprint(rng: Random, stated: dict[str, str]) -> list[str]:
    lines = [f"主办：{rng.choice(OFFICES)}　承办：{rng.choice(OFFICES)}",
             f"版权所有：{rng.choice(OFFICES)} {rng.choice('京津冀皖湘桂')}ICP备{rng.randint(10**7, 10**8 - 1)}号",
             f"网站标识码：{rng.randint(10**9, 10**10 - 1)}"]
    return lines[rng.randint(0, 1) :]


TAIL: Sequence[Callable[[Random, dict[str, str]], list[str]]] = (
    _credits, _controls, _pager, _side, _disclaimer, _imprint)


def _place(line: str) -> int:
    if any(mark in line for mark in ("编辑：", "审核：")):
        return 0
    if line.startswith(("【打", "打印", "返回", "扫一", "分享")):
        return 1
    if line.startswith(("上一", "下一")):
        return 2
    if line.startswith(("免责", "凡本", "【版")):
        return 4
    if line.startswith(("主办", "版权", "网站")):
        return 5
    return 3
