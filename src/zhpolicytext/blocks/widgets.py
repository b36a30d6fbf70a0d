"""What a page is navigated with: controls, menus, paths, lists of other pages."""

from ..text.match import Lazy
from . import phrases
from .fields import DATE
from .lines import Line
from .shape import Shape
from .terms import controls, menu_word, telling_control, weak_control, words


PAGER = Lazy(
    r"^[·<>←◀▶◄►\[ (|]{0,4}(?:上|下|前|后)(?:一)?(?:篇|条|则|页|个)(?:文章|新闻|文档|信息)?[\])]? {0,3}(?::|>|<|\[|\()|^[\[(][上下前后]一?[篇条则页][\])]|^[<\[(]{0,2}(?:previous|next)(?: article| page)?:"
)
END = Lazy(r"[·\-=~*<>\[( #—]{0,8}(?:end|完|未完待续|the end|全文完|正文完|本文完|结束)[·\-=~*<>\]) #—]{0,8}")
RULE_LINE = Lazy(r"(?:&[a-z]{2,6};? ?){1,20}|[-=_*~#·]{2,80}[^-=_*~#·]{0,10}[-=_*~#·]{2,80}")
ADDRESS = Lazy(r"(?:https?://|www\.)[^ \u4e00-\u9fff]{4,400}|[a-z0-9-]{2,30}(?:\.[a-z0-9-]{2,30}){0,3}\.[a-z]{2,12}/?")
DATA_TEXT = Lazy(r"(?:40[0-9]|50[0-9]) (?:not found|forbidden|bad gateway|internal server error|service unavailable)$|(?:nginx|openresty|tengine|apache)(?:/[\d.]{1,9})?$|[a-z0-9]{1,20}(?:_[a-z0-9]{1,20}){2,8}_?$|[\[{]\"[a-z_]|(?:var|function|document|window|\$\(|if ?\(|<script|<!--|<div|<a href|<img|//)|!?\[[^\]]{0,60}\]\([^)]{0,200}\)$")
DATA_TAG = Lazy("</(?:a|div|span|p|li|ul)>")
PLACE = Lazy(r"^[·>\[( |]{0,4}(?:您|你|我|当前|现在|所在|目前|网站|页面|的|是|正|处|于|浏览){0,6}(?:位置|栏目|所在位置)(?:是|为)?\]? {0,3}[:>]")
#: What may stand behind a word of a control where it is one: 识别电信诈骗, 扫码乘车, 关注我们身边的 are headlines.
_END_OF = r"$|[^\u4e00-\u9fff]"
_WHERE = "上方|下方|左侧|右侧|右上|左下|此|图中|上图|下图|文末|以下|上面|下面"
_THEN = "关注|添加|加|进|下载|查看|阅读|浏览|观看|收听|了解|获取|打开|登录|咨询|入群|领取|体验|听|看|识别|回复|点击|即可|可"
_AFTER = rf"(?={_END_OF}|号|{_THEN}|更多|吧|哦|平台|账号)"
_A_DATE = r"(?=[ :]{0,2}(?:\d|星期|周[一二三四五六日天]|农历|公元|二[〇○零0]|$))"


def _filled(pattern: str) -> str:
    for name, part in (("{END_OF}", _END_OF), ("{WHERE}", _WHERE), ("{THEN}", _THEN), ("{AFTER}", _AFTER), ("{A_DATE}", _A_DATE)):
        pattern = pattern.replace(name, part)
    return pattern


WELCOME = Lazy(_filled(r"^(?:您好,? ?|你好,? ?)?(?:欢迎|热烈欢迎)(?:您|你)?(?:的)?(?:(?:访问|光临|登录|登陆|浏览|进入|莅临)(?!团|的)|(?:来到|使用)(?=本|[^。]{0,24}(?:网|站|平台|系统|频道|主页|首页|门户|空间|论坛|app)))|^[^,。]{0,30}(?:www\.|\.(?:com|cn|net|org))[^,。]{0,4}欢迎(?:您|你)!?$|^[^,。]{2,20}欢迎(?:您|你)(?:的)?(?:访问|光临|到来)?[!]?$|^(?:站内|最新|网站)?(?:公告|提示|温馨提示):[^。]{0,40}(?:本站|网址|域名|收藏|客服|会员)|^(?:今天|今日|现在)(?:是|时间){A_DATE}|^(?:当前|北京|系统)(?:时间|日期){A_DATE}"))
#: The file that a document-sharing site shows, by its name.
FILE_NAME = Lazy(r"[^。;]{2,60}\.(?:docx?|pdf|pptx?|txt|xlsx?|wps|rar|zip)")
#: What a site asks of those who comment.
POLICY = Lazy(r"^(?:欢迎[^,。]{0,6}新闻线索|请自觉遵守互联网|尊重网上道德|承担一切因您|本站管理人员有权|参与本评论即表明|用户需对自己|网友评论|评论(?:内容)?(?:仅|只))")
#: The end of a sentence that goes on to a name in Latin letters: `更多信息，参见某某和 JavaScript.`
SAID = Lazy(r",.{8,}[a-z]\.$")
#: Topics: `#职业教育 #非遗传承`.
TAGS = Lazy(r"(?:#[^ #]{2,16}#? {0,3}){2,10}|#[^ #]{2,16}#")
SHEET = Lazy(r"^\(?(?:下转|上接|紧接|接|转)(?:第)? ?[a-z]?\d{1,2} ?(?:版|页)|^[<\[(]{1,2}(?:下转|上接|紧接).{1,12}[>\])]{1,2}$")
SCAN = Lazy(_filled(
    r"^(?:[^\u4e00-\u9fffa-z0-9]{0,4})(?:(?:您|你)(?:所|正在|将要|即将)?(?:访问|点击|打开|浏览)的?[^。]{0,12}(?:跳转|离开)|尊重网上道德|承担一切因您|本站管理人员有权|参与本评论即表明|用户需对自己|请自觉遵守互联网|(?:请?用)?(?:微信|手机|支付宝)?扫(?:一扫|码|描)(?={END_OF}|{WHERE}|{THEN}|二维码|图|,?在?手机(?:上|端|中)?(?:{THEN}|分享|访问))|(?:长按|识别)(?={END_OF}|{WHERE}|图|二维码{AFTER}|保存|复制|识别)|点击(?:上方|下方|蓝字|标题下|右上角|左下)|点击(?:阅读原文|关注)|(?:欢迎)?关注(?:我们|本站|(?:官方)?微信(?:公众号)?|公众号|.{0,14}(?:公众号|微信|视频号|抖音)){AFTER}|更多(?:精彩|内容|资讯|信息|招聘信息|详情|新闻|报道|文章|资料|[\u4e00-\u9fff]{0,6}(?:资讯|新闻|内容|资料|信息))(?:,|请|尽在|关注|扫|加)|[^\u4e00-\u9fff]{0,3}打开(?:[\u4e00-\u9fffa-z]{0,8}(?:app|客户端|新闻|头条|微博|微信|支付宝|浏览器|视频|小程序)|百度|知乎|抖音|快手|小红书),?(?:查看|阅读|看|体验)|\d\d:\d\d ?/ ?\d\d:\d\d$|!\[[^\]]{0,60}\]\(|"
    r"(?:官方)?微信公众号:?$|请?(?:长按|扫描|识别)(?:上方|下方|图中|左侧|右侧|此)?二维码{AFTER}|觉得(?:不错|有用|好看)(?={END_OF}|就|请|的话|吧|点|欢迎|可以|那)|请(?:输入|选择)(?:您?(?:要|想))?(?:搜索|检索|查询|查找)|\(?(?:剩余|余下|还剩|还有) ?\d{1,6} ?字\)?$|(?:收藏|点赞|复制|分享|举报|评论|提交|关注|订阅|投票|发布)成功[!,。]?$|(?:您的)?当前文档|.{0,14}(?:预览|试读|阅读|浏览)(?:已|已经)?(?:完毕|结束)|网友评论[《\"]|(?:暂无|还没有|目前没有|暂时没有)(?:任何)?(?:评论|留言|内容|数据|回复|跟帖|点评)|跳(?:到|至|转到?)(?:主要)?内容(?:区块?)?$|(?:欢迎)?(?:加入|进入|添加)[^。:]{0,14}(?:考编|备考|招聘|资料|粉丝|读者|报考|考友)(?:交流|信息)?(?:qq|微信)?群{AFTER}|本帖最后由 .{1,20} 于 [\d :-]{8,20}编辑|\(?(?:相关)?(?:资料|网络|示意)(?:图片|图)(?:,?(?:仅供参考|图文无关|与[^。]{1,6}无关|来源网络))?\)?$|因篇幅[^。]{0,12}(?:不能|无法)[^。]{0,6}(?:显示|展示)|the beginning$|(?:备考|考编|报考|招聘|考试)[^。:]{0,6}群号?:|欢迎[^,。]{0,6}新闻线索|微信搜索(?:公众号|小程序)?{AFTER}|搜索(?:微信)?公众号{AFTER}|(?:关注|下载|扫码?|加|订阅|点击).{0,18}第一时间(?:获取|了解|掌握)|第一时间(?:获取|了解|掌握)(?:更多|最新|本地|独家|权威)?(?:资讯|新闻|信息|动态|消息)(?={END_OF})|[> ]{0,3}(?:点击|点此|戳)(?:此处|这里)?(?:复制|保存|收藏|打印|查看|进入|阅读|下载|浏览|了解|收听|观看)|本文导航|收录于(?:合集|话题|专辑)|[^,。]{0,6}加载(?:失败|中|出错)(?={END_OF}|请)|(?:下载|打开|安装|登录|进入)[^,。]{2,12}(?:客户端|app|小程序),(?={THEN}|更多|随时|第一时间|方便|享)|[^,。]{0,16}(?:app|客户端|浏览器|打开|下载|分辨率|版本)[^,。]{0,12}体验(?:更|更加)(?:流畅|佳|好|快)|来(?:发|说|写)(?:一)?[条两]|.{0,10}浏览器(?:版本)?(?:过低|太低|较低)|(?:欢迎)?(?:大家)?(?:留言|转发|点赞|评论|分享)[、,和及](?:留言|转发|转载|点赞|评论|分享|收藏|关注|在看){AFTER})"
))
#: What a notice asks its readers to do by scanning a code.
TASK = Lazy("报名|报到|缴费|填报|填写|登记|申报|申请|预约|签到|提交|投票|查询")
PROMPT = Lazy(r"请输入|vip|赞助|充值|解锁|付费|验证码|登录|注册|会员|才可以|好友|享用|没有账号|账号|发帖|回复|可见|游客|权限|附件|积分|下载或查看|继续阅读|查看全文|完整内容")
#: One of these is in whatever `SCAN` matches, and one of those in what `DOWNLOAD` does: most lines hold none.
SCAN_HINT = Lazy(
    r"跳|离开|尊重网|承担一|本站管|参与本|用户需|请自觉|扫|长按|识别|点|关注|更多|打开|/|!|公众号|二维码|觉得|请输入|请选择|剩|余下|还有|成功|当前文|预览|试读|阅读|浏览"
    r"|暂无|没有|群|本帖|图|因篇幅|the b|线索|搜索|第一时|戳|本文导|收录于|加载|客户端|app|小程序|体验|来发|来说|来写|留言|转发|评论|分享")
DOWNLOAD_HINT = Lazy(r"下载|文档|资料|资源|文本|本文|保存|复制|在线|附件|\*|\.")
DOWNLOAD = Lazy(r"^下载(?:地址|链接|通道|入口): ?(?:点击|立即|本地|点此|免费|高速|此处|进入|普通)[^。]{0,12}$|^[^。]{2,60}\.(?:docx?|pdf|pptx?|xlsx?|txt|wps)_? ?第 ?\d{1,4} ?页$|^下载到(?:本地|电脑|手机|桌面)(?: ?,[^。]{0,10})?$|^(?:文本|文档|资料|资源)(?:内容|预览):$|^\* ?(?:姓名|联系电话|电话|手机|手机号|邮箱|电子邮箱|标题|内容|留言|留言内容|意见|您的[\u4e00-\u9fff]{2,4}|验证码|地址|主题|昵称):$|^附件 ?\[.{2,80}\] ?(?:已|共)?下载 ?\[?\d{0,7}\]? ?次$|^(?:下载|保存|复制)(?:文档|文件|全文|本文|资料).{0,18}$|^\[?(?:点击|免费|立即)?下载.{2,60}(?:word|doc|docx|pdf|格式|文档|全文)|^.{2,60}(?:word|doc|pdf)(?:格式)?(?:文档)?(?:免费)?(?:下载|在线(?:阅读|预览)).{0,10}$|^(?:word|docx?|pdf|ppt|txt)[^:。]{0,6}下载:|^(?:文档|资料|本文)(?:下载|格式|大小|编号|页数):(?!不|至少|最多|应|须)")
FILE = Lazy(r"\.(?:docx?|xlsx?|pptx?|pdf|rar|zip|wps|et|jpg|png)(?: ?[\[(]? ?\d{1,6}(?:\.\d{1,2})? ?[kmg]b?[\])]?)(?: ?下载(?:次数:? ?\d*)?)?$")
FOOT_LINK = Lazy(
    r"(?:(?:(?:网站|站点|xml)(?:地图|导航|声明|简介|帮助|首页)|联系(?:我们|方式)|关于(?:我们|本站|本网)|(?:法律|隐私|版权|免责)(?:声明|保护|政策|条款)|隐私(?:政策|保护)|服务(?:条款|协议)|用户协议|使用帮助|友情链接|"
    r"[\u4e00-\u9fff]{0,8}(?:政府|部门|部委|单位|机构|区县|市州|县区|媒体|其他|其它|直属|群团)(?:部门|单位)?网站(?:群|链接|导航)?|意见反馈|广告(?:服务|合作|投放)|(?:诚聘|招贤)英才|加入我们|人才招聘|投稿(?:须知|指南)|手机版|(?:举报|侵权)投诉|sitemap|contact us|about us)[ |·]{0,6}){1,12}"
)
#: How a path through a site ends.
PAGE_BODY = ("正文", "内容", "详情", "文章正文", "详细内容", "查看详情", "信息详情", "文章内容", "浏览文章", "浏览正文", "阅读文章", "新闻详情", "详情页", "内容页")
SPREAD = Lazy(r"(?:^|[ \[(])[\u4e00-\u9fff] {1,3}[\u4e00-\u9fff](?:$|[ \])])")
COUNTED = Lazy(r"\(?第? ?\d{1,5} ?[号条期次届章节名人字]\)?")
#: `2.15. 打印`: of a manual.
HEADING = Lazy(r"\d{1,2}(?:\.\d{1,2}){1,3}\.? +[^\d万]")
PAGE_LINK = Lazy(r"[上下前后]一?[页篇条版期则章节张]")
BUTTON = Lazy(r"(?:\[(?:打印|关闭|返回|收藏|顶部|列印|转发|分享|返回列表|首页)\] ?){1,6}")
TOKEN = Lazy(r"[^ \[\]|/·]+")
HAN = Lazy("[\u4e00-\u9fff]")


def squeezed(text: str) -> str:
    return text.replace(" ", "")


def controls_in(text: str) -> Shape | None:
    """CONTROL, WEAK_CONTROL or nothing, for a line without its bullet."""
    if len(text) > 160 or COUNTED.fullmatch(text) or text[-1] == "。" and text[0] not in "[(" or HEADING.match(text):
        return None
    if not controls().fullmatch(text):
        if " " in text and SPREAD.search(text) and controls().fullmatch(squeezed(text)):
            return controls_in(squeezed(text))  # 打 印  关 闭
        return _mixed_controls(text)
    if BUTTON.fullmatch(text):
        return Shape.CONTROL
    if telling_control().search(text):
        return Shape.CONTROL
    pagers = PAGE_LINK.findall(text)
    weak = weak_control().findall(text) + pagers
    if len(weak) > 1 or (weak and text[0] in "[(" and text[-1] in "])" and len(weak[0]) > 1):
        return Shape.CONTROL if sum(map(len, weak)) > 2 or any(map(str.isdigit, text)) else Shape.WEAK_CONTROL
    return Shape.WEAK_CONTROL if weak else None


def _mixed_controls(text: str) -> Shape | None:
    """A row of short pieces, two or more and at least half of them words of controls: `评论(0) 举报 嵌入博客`."""
    if len(text) > 60 or "," in text or "。" in text or ":" in text:
        return None
    pieces = TOKEN.findall(text)
    if len(pieces) < 2 or any(len(piece) > 8 for piece in pieces):
        if " " in text and controls().fullmatch(squeezed(text)) and telling_control().search(squeezed(text)):
            return Shape.CONTROL  # 顶 一下
        return None
    known = sum(controls().fullmatch(piece) is not None and HAN.search(piece) is not None for piece in pieces)
    return Shape.CONTROL if known >= 2 and known * 2 >= len(pieces) else None


def is_data(text: str) -> bool:
    """What a script left behind, or a line of tags."""
    if text[0] < "\x80" and DATA_TEXT.match(text):
        return True
    return ("<" in text or "-->" in text) and (
        "</" in text and DATA_TAG.search(text) is not None or "property-->" in text or "<!--" in text and "-->" in text)


def is_path(text: str) -> bool:
    """Short names between arrows: a path if it stands above a title."""
    steps = [step.strip(" |·[]") for step in text.split(">")]
    return len(text) <= 60 and len([s for s in steps if s]) >= 2 and "," not in text and "。" not in text and all(
        len(step) <= 14 for step in steps)


def is_crumb(text: str) -> bool:
    """`首页 > 新闻 > 正文`, `您的位置：首页 - 通知`."""
    if len(text) > 160 or "。" in text:
        return False
    if ("位置" in text or "栏目" in text) and PLACE.match(text) or " " in text and _is_spaced_crumb(text):
        return True
    for mark in (">", "/", "-", "\\"):
        if mark in text:
            steps = [step.strip(" >-/|·[]") for step in text.split(mark)]
            steps = [step for step in steps if step]
            if len(steps) > 2 and squeezed(steps[-1]) in PAGE_BODY:
                steps[-2:] = steps[-1:]  # … > the title itself > 正文
            if 2 <= len(steps) <= 8 and all(len(step) <= 22 and "," not in step for step in steps[:-1]):
                first = squeezed(steps[0])
                if first == "home":
                    return True
                known = words("nav", "ui-weak")
                if first.endswith("首页") or first == "主页" or (
                    mark == ">" and (first.endswith(("网", "门户", "频道", "中心", "网站", "在线", "文库", "报", "新闻", "教育", "数字报"))
                                     or sum(squeezed(step) in known for step in steps) * 2 >= len(steps)
                                     or squeezed(steps[-1]) in PAGE_BODY)):
                    return True
    return False


def _is_spaced_crumb(text: str) -> bool:
    """`某某期刊网 论文中心 正文`: where the arrows were pictures."""
    steps = text.split()
    return 3 <= len(steps) <= 6 and steps[-1] in PAGE_BODY and all(len(step) <= 10 for step in steps) and (
        steps[0].endswith(("网", "首页", "主页", "频道", "在线", "门户", "中心")))


def first_word(text: str) -> str:
    match = TOKEN.search(text)
    return str(match.group()) if match else ""


def is_menu(text: str) -> bool:
    """Three or more words of a menu, and little else."""
    if not 6 <= len(text) <= 400 or "。" in text or "," in text:
        return False
    parts: list[str] = TOKEN.findall(text)
    long = [part for part in parts if len(part) > 1]
    first = first_word(text)
    if len(long) >= 3 and all(len(part) <= 10 for part in long):
        if (first.endswith("首页") or first in ("home", "主页")) and len(first) <= 8:
            return True
        known = words("nav", "ui")
        if sum(part in known or part.endswith("首页") for part in long) * 2 >= len(long) >= len(parts) / 2:
            return True
    if len(long) * 2 >= len(parts):
        return False
    line = squeezed(text)  # 首 页 政 务 公 开
    found: list[str] = menu_word().findall(line)
    return len(found) >= 3 and sum(map(len, found)) >= 0.6 * len(HAN.findall(line))


def is_links(text: str) -> bool:
    """Three or more short names between bars."""
    parts = [part.strip() for part in text.split("|")]
    parts = [part for part in parts if part]
    return len(parts) >= 3 and all(len(part) <= 16 and "。" not in part and "," not in part for part in parts)


def widget_in(line: Line, text: str, bare: str) -> Shape | None:
    """Controls, lists of other pages, paths: what a page is navigated with."""
    size = len(text)
    if "二维码" in text and TASK.search(text):
        return None
    if FOOT_LINK.fullmatch(bare):
        return Shape.FOOT_LINK
    if (size <= 40 or "\"" in text and size <= 90) and phrases.SIDE_HEAD.fullmatch(text) and squeezed(bare) not in words("ui"):
        return Shape.SIDE
    control = controls_in(bare)
    if control is not None:
        return Shape.BYLINE if size > 10 and DATE.search(text) else control
    if END.fullmatch(text):
        return Shape.END
    if "." in text and FILE.search(text) and size <= 90:
        return Shape.FILE
    if PAGER.match(text):
        return Shape.PAGER
    if text[0] == "#" and TAGS.fullmatch(text):
        return Shape.WEAK_CONTROL
    if ("." in text or "/" in text) and ADDRESS.fullmatch(text):
        return Shape.ADDRESS
    if is_data(text):
        return Shape.DATA
    if is_crumb(bare):
        return Shape.CRUMB
    if phrases.SIDE_LINE.match(text) and size <= 80:
        return Shape.SIDE_LINE
    if size <= 60 and (SCAN_HINT.search(text) and SCAN.match(text) or SHEET.match(text)) and not line.is_ordinal and (
            not text.endswith(("。", ":")) and not SAID.search(text) or POLICY.match(text)):
        return Shape.CONTROL
    if DOWNLOAD_HINT.search(text) and DOWNLOAD.match(text) and "。" not in text:
        return Shape.BYLINE if DATE.search(text) else Shape.CONTROL
    if size <= 60 and WELCOME.match(text):
        return Shape.WELCOME
    return None
