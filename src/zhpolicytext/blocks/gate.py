"""A cheap fact: can anything around the document be here at all?

Nearly all of what is removed stands on short lines that do not end as sentences do. So the gate looks at those lines
alone, at the bare dates under a title, at what is glued behind the last stop of a line, and, for statements of the site,
at the first and the last line of prose. What the gate does not let through is not looked at: sound by construction.
"""

import re
from collections.abc import Mapping
from functools import cache
from itertools import product
from types import MappingProxyType

from ..core.profile import Profile
from ..text.fold import both_scripts, variants
from ..text.gates import edges, loose
from ..text.match import Lazy
from ..text.tables import rows
from .terms import words as terms

SENTENCE_ENDS = frozenset("。；！？”;!…")
_MARKS = r"|｜丨>＞»›©@\\\[\]【】{}<_#=~^*×✕▲▼◆▶►↑↓☆★·•●■您猜赞/：:?？"
MARKS = Lazy(f"[{_MARKS}]")
#: One of these is on every short line that is not of the document, or beside it; titles and headings hardly hold one.
_WORDS = (
    "放大 缩小 网上 管理人员 电子版 数字报 返回 打印 列印 首页 主页 点击 登录 登陆 注册 下载 加载 上载 关注 举报 分享 转发 转载 评论 搜索 检索 收藏 版权 备案 声明 免责 责编 责任编 编辑 审核 校对 记者 通讯员 来源 作者 摄影 摄像 供稿 撰稿 "
    "供图 图文 发布 发表 本站 本网 网站 在线 客户端 相关 热门 热点 最新 最火 最热 推荐 精彩 更多 往期 猜你 喜欢 链接 地图 联系 联络 朋友圈 二维码 微信 微博 公众号 阅读 浏览 全文 展开 收起 取消 "
    "提交 用户 密码 验证码 留言 反馈 纠错 字体 字号 朗读 播报 订阅 欢迎 今天是 位置 导航 小编 范文 文库 文档 会员 主办 承办 主管 维护 技术支持 运维 标识 下转 紧接 上接 上一 下一 前一 后一 关闭 扫一扫 扫码 扫描 "
    "赞 猜 您 帖 贴吧 跟贴 篇文 索引 文号 顶部 刷新 投稿 热线 举报 无障碍 适老 繁体 简体 听全 目录 完结 全文完 官网 入口 权所 频道 门户 订正 热文 热搜 标签 热评 官方 回复 原文 原创 粉丝 "
    "原标题 见习 实习记 排版 制作 监制 一审 二审 三审 终审 初审 复审 总编 主编 转自 摘自 未读 预览 页未 换一 末页 尾页 上页 下页 到第 期刊 日报 晚报 ICP icp http www Copyright COPYRIGHT Share Home HOME home "
    "END end Notice Source Updated Published Previous Next Power Print Tags tags All All Rights App APP app QQ qq var function"
).split()
_MORE = (
    "长按 识别 觉得 戳这 当前 您的 试读 格式 上接 接第 转第 栏目 以下 本文 本页 该文 许可 访问 建议 域名 增值 电信 经营 产权 今日 现在 北京时 系统 附件 受文 澳门 娱乐 赌场 开户 体育 成人 加群 代写 加v 兼职 博彩 彩票 棋牌 "
    "中国网 支持 运营 制作 建设 管理 开发 设计 指导 内容 第一篇 第二 分享 往期 延伸 同类 其他 其它 一周 人气 图片 本类 扩展 近期 站内 编辑 为您 为你 大家 网友 关联 周边 头条 随机 独家 重点 实时 年度 视频 "
    "同城 上周 历史 每日 今日 本周 本月 24 48 你可 您可 看过 看了 周排 月排 日排 总排 最近 此文 文章 欢迎 更多 免费 供大 供参 可修 一起 如果 值得 由中 文秘 公文 秘书 范本 word doc pdf 资料"
).split()
_STATEMENTS = (
    "声明 转载 版权 作权 侵权 侵犯 仅供 ights otice 小编 本站 本网 范文 文库 下载 ICP 葡京 太阳城 娱乐城 娱乐场 六合彩 百家乐 博彩 下注 体育投注 真人荷官 注册送 官方入口 官网入口 官网登录 官网下载 微信 QQ @ http { 责任编辑 网友"
).split()
SALUTATION = Lazy("(?:尊敬的)?(?:各位|同志|女士|先生|老师|老師|同学|同學|朋友)[代表委员員同志领导領導来來宾賓朋友们們老师師家长長先生女士、 ]{0,16}[：:]")
BARE_DATE = Lazy(r"\d{4} ?(?:年|[-/.]) ?\d{1,2} ?(?:月|[-/.]) ?\d{1,2} ?日?")
GLUED = Lazy(
    r"[（(]?(?:责任编辑|責任編輯|责编|責編|编辑|編輯|来源|來源|作者|记者|記者|通[讯訊][员員]|审核|審核|撰稿|供稿|摄影|攝影|原文|原标题|原標題|免责|免責|版权|版權|特别|特別|声明|聲明|本文)"
)


@cache
def suggestive() -> frozenset[tuple[str, str]]:
    """The first two characters of every word, for a single folded line on a page that is known to hold blocks: every word of a control as well."""
    names = (row[1] for row in rows("boilerplate_fields.tsv"))
    words = (*_WORDS, *_MORE, *terms("ui", "ui-weak", "nav"), *names)
    return frozenset((word[0], word[1]) for word in words if len(word) > 1)


def says_nothing(text: str) -> bool:
    """A folded line that can be neither control nor byline nor imprint: no mark, no gap, no date, no word of theirs."""
    return (len(text) > 3 and text[0] not in "([0123456789·-\"'" and " " not in text and MARKS.search(text) is None
            and not text.isascii() and suggestive().isdisjoint(zip(text, text[1:], strict=False)))


@cache
def statement() -> re.Pattern[str]:
    return re.compile("|".join(dict.fromkeys(re.escape(form) for word in _STATEMENTS for form in both_scripts(word))))


def _tells(text: str) -> bool:
    """Whether a mark, a step to another page or a telling word may stand in the text. 下一步 and 下一年 lead to no other page."""
    search = _telling().search
    found = search(text)
    while found:
        if not found.lastindex:  # a mark or a step
            return True
        at = found.start()
        for word in (*_by_head().get(text[at : at + 2], ()), *_by_head().get(text[at], ())):
            if text.startswith(word, at):
                return True
        found = search(text, at + 1)
    return False


@cache
def _by_head() -> Mapping[str, tuple[str, ...]]:
    """The telling words, in both scripts, by their first two characters; words of one character stand with all of theirs."""
    out: dict[str, dict[str, None]] = {}
    for word in _WORDS:
        if word not in ("上一", "下一", "前一", "后一"):
            for form in map("".join, product(*map(variants, word))):
                out.setdefault(form[:2], {})[form] = None
    return MappingProxyType({head: tuple(words) for head, words in out.items()})


@cache
def _telling() -> re.Pattern[str]:
    """A mark, a step, or where a telling word may begin (group 1): one search that begins with a class."""
    heads = [head for head in _by_head() if len(head) == 2]
    alone = re.escape("".join(head for head in _by_head() if len(head) == 1))
    firsts, seconds = (re.escape("".join({head[k] for head in heads})) for k in range(2))
    return re.compile(f"[{_MARKS}{_STEPS}{alone}{firsts}](?:(?<=[{_MARKS}])|一(?![年步阶階轮輪届屆季])(?<=[{_STEPS}].)"
                      f"|(?=[{seconds}])(?<=[{firsts}])()|(?<=[{alone}])())")


_STEPS = "上下前后後"


def may_hold_blocks(profile: Profile) -> bool:
    """False only where nothing is removed."""
    stripped = profile.fact(edges).stripped
    odd = []
    for line in profile.fact(loose):
        if line[1:2] == "、" and line[0] in "一二三四五六七八九十" or line[-1] in SENTENCE_ENDS or (
                line[0] in "（(" and line[2:3] in ("）", ")") and line[1] in "一二三四五六七八九十"):
            continue  # a heading, a sentence
        end = line[-1]
        if end in "：:":
            if len(line) > 8 and "：" not in line[:-1] and ":" not in line[:-1] or SALUTATION.fullmatch(line):
                continue  # addressees, the opening of a list or of a speech
        elif end in "）)":
            if len(line) > 60:
                if GLUED.search(line, max(0, line.rfind("。"))):
                    return True
                continue
            if line[0] in "（(":
                return True
        if line[0] == "附" and line[:2] == "附件" and line[2:4] not in ("下载", "下載"):
            continue  # the list of attachments
        odd.append(line)
    if odd:
        joined = "\n".join(odd)
        if _tells(joined):
            return True
        if " " in joined or "\u3000" in joined:
            for line in odd:
                if len(line.split()) > 3 and line[0] != "第":
                    return True
        for line in odd[:5]:  # where the title ends as a sentence does, the date is the first
            if line[0] in "12" and len(line) < 40 and BARE_DATE.match(line) and line in stripped[:8]:
                return True
    ends = ""  # the first and the last line of prose
    for lines in (stripped, reversed(stripped)):
        for line in lines:
            if line and line[-1] in SENTENCE_ENDS:
                ends = f"{ends}\n{line}"
                break
    return statement().search(ends) is not None
