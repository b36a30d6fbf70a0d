"""Lines and ends of lines that are the controls of a web page: font size, print, close, share, comment."""

from collections.abc import Iterator
from functools import cache, lru_cache
from re import Pattern, compile, escape

from ...core.edits import Edit
from ...core.profile import Profile
from ...text.fold import folded, table
from ...text.gates import edges, loose
from ...text.match import Lazy, grouped
from ...text.sieve import EXCLAIMED, finds
from ...text.tables import rows
from .lines import without_lines

#: What may stand between two controls. Not ， 、 。: a sentence about controls has those.
_BETWEEN = r"(?:[ \[\]()|/:·.*#+=>\-~▲▼△▽★☆×…_!\"•]|[。.…]{2,8})"
#: Controls with a number or a name in them, folded (see `text.fold`): each says what it is by itself.
_PATTERNS = (
    r"\d{1,7} ?条(?:评论|跟贴|留言|回复)",
    r"(?:已有|共有?) ?\d{1,8} ?(?:人|条)(?:参与|评论|点赞|跟贴)(?:[,，] ?点击查看更多(?:精彩)?评论)?",
    r"\[ ?大 ?[|/]? ?中 ?[|/]? ?小 ?\]",
    r"阅读 ?[(\d]?[\d.]{0,8}(?:万\+?)?[)]?[ ·|]{0,3}(?:点?赞|在看|评论|分享|收藏|推荐)(?: ?\d{1,8}\+?)?",
    r"扫(?:一扫|码|描)(?![^\n]{0,60}(?:报名|报到|缴费|查询|填报|填写|登记|申请|申报|预约|投票|签到|提交))(?:[^。,，:;；]{0,12})(?:关注|打开|查看|分享|下载)"
    r"[^。,，;；]{0,24}",
    r"(?:点击|长按)[^。,，;；]{0,10}(?:关注|蓝字)[^。,，;；]{0,24}",
    r"下载[^。;；]{2,60}(?:word|doc|docx|pdf|txt)格式(?:文档|文件)?",
    r"- ?end ?-|\(?end\)?|the end|全文完|\(完\)",
    r"共 ?\d{1,4} ?页 ?(?:到)?第 ?\d{0,4} ?页 ?(?:确定|跳转|go)?|上一页(?: ?\[?\d{1,3}\]?){1,12} ?下一页",
    r"share (?:to|on|this)[ a-z:]{0,40}",
    r"字[体号](?:大小)?[: ]{0,3}\[?(?:默认|特大|超大|大|中|小|[a-z][+-]?)\]?(?:[ |/]{0,3}\[?(?:默认|特大|超大|大|中|小|[a-z][+-]?)\]?){1,4}",
)
#: A line of controls is short.
LONGEST = 90


@cache
def _terms() -> tuple[frozenset[str], Pattern[str]]:
    """The terms that tell alone, and the pattern of a line that holds nothing but terms."""
    strong = {term for kind, term, *_ in rows("boilerplate_terms.tsv") if kind == "ui"}
    weak = {term for kind, term, *_ in rows("boilerplate_terms.tsv") if kind == "ui-weak"}
    return frozenset(strong), compile(
        rf"{_BETWEEN}*+(?>(?>{'|'.join(_PATTERNS)}|{grouped(strong | weak)}|\d{{1,6}}(?=\W|$)){_BETWEEN}*+)++")


@cache
def _one_term() -> Pattern[str]:
    every = {term for kind, term, *_ in rows("boilerplate_terms.tsv") if kind in ("ui", "ui-weak")}
    return compile("|".join([*(f"(?:{own})" for own in _PATTERNS), grouped(every)]))


@cache
def _first_characters() -> frozenset[str]:
    """What a line of controls can begin with, in any script and width."""
    firsts = {term[0] for kind, term, *_ in rows("boilerplate_terms.tsv") if kind in ("ui", "ui-weak")}
    firsts |= set("0123456789已共阅扫点长下-(全上字s[|·.*#+=>~ et▲▼△▽★☆×\"•")
    return frozenset(firsts | {chr(code) for code, char in table().items() if char in firsts} | {"\t"})


@cache
def last_characters() -> frozenset[str]:
    """What a line of controls can end with, in any script and width."""
    lasts = {term[-1] for kind, term, *_ in rows("boilerplate_terms.tsv") if kind in ("ui", "ui-weak")}
    lasts |= set("0123456789评论贴言复点击看赞享藏荐])（〉》】」”\"'’）文档件f|x t-d完页定o小大中+-abcdefghijklmnopqrstuvwxyz/:·.*#+=>~▲▼△▽★☆×…!！•")
    return frozenset(lasts | {chr(code) for code, char in table().items() if char in lasts}) - {"。"}


def has_controls(profile: Profile) -> bool:
    """Whether a line begins and a line ends as controls do."""
    return bool(profile.fact(like_controls))


def like_controls(profile: Profile) -> list[str]:
    """The short lines that begin and end as controls do."""
    firsts, lasts = _first_characters(), last_characters()
    # of what ends sentences, controls may end with ！; the pre-scan saw it, and is not made for this alone
    exclaimed = profile[finds] & EXCLAIMED if finds in profile else "！" in profile.text
    lines = profile.fact(edges).stripped if exclaimed else profile.fact(loose)
    return [line for line in lines
            if line and line[0] in firsts and line[-1] in lasts and len(line) <= LONGEST and "，" not in line]


_FONT = Lazy("字[体體号號]")


def has_inline_controls(profile: Profile) -> bool:
    """Whether the choice of a font size stands in a line that is no sentence, or a line ends with a control."""
    tails = profile.fact(edges).tails
    return "】" in tails or "]" in tails or any("字" in line and _FONT.search(line) for line in profile.fact(loose))


#: Weak terms of one character mean nothing even in company of each other: `大 中 小` may be cells of a table.
@lru_cache(maxsize=1024)  # all pages of a site end with the same row of buttons
def _is_controls(line: str) -> bool:
    leading = _leading().match(line)
    head = folded(line[leading.end() : leading.end() + 2]) if leading else ""
    if "\u4e00" <= head[:1] <= "\u9fff" and not head[1:].isspace() and head not in _first_pairs() and (
            head[0] not in _PATTERN_HEADS and head[0] not in _first_pairs()):
        return False  # what comes first behind brackets and the like begins no control
    strong, whole = _terms()
    text = folded(line).strip()
    if not text:  # what folds to blanks
        return False
    if text[:2] not in _first_pairs() and "\u4e00" <= text[0] <= "\u9fff" and text[0] not in _PATTERN_HEADS:
        return False
    if not whole.fullmatch(text):
        return False
    found = [m.group() for m in _one_term().finditer(text)]
    told = [term for term in found if term in strong and len(term) >= 3]
    own = [term for term in found if term not in strong and len(term) >= 5]
    return bool(any(len(term) >= 4 for term in told) or len(told) >= 2 or own
                or told and len(found) >= 2 or sum(term in strong for term in found) >= 2
                or len(_CONTROLS.intersection(found)) >= 2 and len(text) <= 24)


#: Characters of Han that the patterns with numbers and names begin with.
_PATTERN_HEADS = frozenset("已共阅扫点长下全字上")


@cache
def _leading() -> Pattern[str]:
    """What may stand before the first control of a line, as it stands before it is folded."""
    between = " []()|/:·.*#+=>-~▲▼△▽★☆×…_!\"•"
    return compile(f"[{escape(between + ''.join(chr(code) for code, char in table().items() if char in between))}]*")


@cache
def _first_pairs() -> frozenset[str]:
    return frozenset(term[:2] for kind, term, *_ in rows("boilerplate_terms.tsv") if kind in ("ui", "ui-weak"))


#: Two of these and nothing else: the row of controls under a text.
_CONTROLS = frozenset(("打印", "关闭", "收藏", "分享", "返回", "返回顶部", "关闭窗口", "打印本页", "复制", "纠错", "留言", "点赞",
                       "转发", "评论", "在看"))


def buttons(text: str, profile: Profile) -> Iterator[Edit]:
    r"""Lines that hold nothing but the controls of a page, and `返回搜狐，查看更多` behind the last sentence.

    >>> clean("正文。\n【字体：大 中 小】 【打印本页】 【关闭窗口】\n分享到：微信 微博", buttons)
    '正文。'
    >>> clean("请点击“打印”按钮，核对完毕点击“关闭窗口”退出。", buttons)  # a sentence: kept
    '请点击“打印”按钮，核对完毕点击“关闭窗口”退出。'

    >>> clean("正文。\n1 2 3\n上一页 1 2 3 下一页", buttons), clean("各组得分：\n1 2 3", buttons)  # cells of a table: kept
    ('正文。', '各组得分：\n1 2 3')
    >>> clean("各地要抓好落实。返回搜狐，查看更多", buttons), clean("读者可返回搜狐，查看更多报道。", buttons)
    ('各地要抓好落实。', '读者可返回搜狐，查看更多报道。')

    Safety: the whole line must be made of known controls, and one of them must be unmistakable.
    """
    whole: list[int] = []
    glued: list[Edit] = []
    if profile.fact(has_glued_controls):
        for index, line in enumerate(profile.lines):
            if "返回搜狐" in line and (found := GLUED.search(line, max(0, len(line) - 40))):
                if found.start():
                    glued.append(Edit(profile.line_spans[index][0] + found.start(), profile.line_spans[index][1], ""))
                else:
                    whole.append(index)
    controls = {line for line in profile.fact(like_controls) if _is_controls(line)}
    if controls:
        lines = profile.fact(edges).stripped
        whole += [index for index, line in enumerate(lines) if line in controls]
        whole += [near for index in whole if lines[index][-1:] in "页頁" for near in (index - 1, index + 1)
                  if 0 <= near < len(lines) and _counts_pages(lines[near])]
    if glued or whole:
        yield from sorted([*glued, *without_lines(profile, whole)])


def _counts_pages(line: str) -> bool:
    """`1 2 3`, beside the way to the next page."""
    numbers = line.split()
    return 2 <= len(numbers) <= 12 and numbers == [str(number) for number in range(1, len(numbers) + 1)]


def has_buttons(profile: Profile) -> bool:
    """Whether a line, or the end of one, may be made of controls."""
    return has_glued_controls(profile) or profile.fact(has_controls)


#: What a portal glues to the last sentence.
GLUED = Lazy(r"(?:(?<=[。！？”’）)!?.…])|(?<=\s)|^)[ \t\N{IDEOGRAPHIC SPACE}\N{NO-BREAK SPACE}]{0,8}返回搜狐[，,] ?[查点點][看击擊]更多\s{0,8}$")


def has_glued_controls(profile: Profile) -> bool:
    """Whether a line ends with the way back to the portal."""
    return "多" in profile.fact(edges).tails and "返回搜狐" in profile.text


_WORD = r"(?:打印|列印|关闭|關閉|收藏|分享|朗读|朗讀|保存|复制|纠错|糾錯|返回|推荐)(?:本页|本頁|此页|此頁|页面|頁面|窗口|視窗|本窗口|文章|本文|全文|顶部|頂部|列表)?"
_SIZES = r"[\[【(（]?(?:默认|默認|特大|超大|正常|标准|大|中|小|[A-Za-z][+-]?)[\]】)）]?"
_GAP = r"[ \t\N{IDEOGRAPHIC SPACE}\N{NO-BREAK SPACE}|｜/]{0,6}"
TAIL = Lazy(
    rf"{_GAP}(?:[【\[(（]?字[体體号號](?:大小)?{_GAP}[:：]?{_GAP}{_SIZES}(?:{_GAP}{_SIZES}){{1,4}}[】\])）]?"
    rf"(?:{_GAP}[【\[(（]?{_WORD}[】\])）]?){{0,5}}|(?:{_GAP}[【\[]{_GAP}{_WORD}{_GAP}[】\]]){{2,6}}){_GAP}"
)
_SENTENCE_END = Lazy("[。！？；，、]")
#: What stands in every `TAIL`, each with its literal first: `TAIL` itself begins anywhere.
_BUTTONS = tuple((bracket, Lazy(rf"\{bracket}{_GAP}{_WORD}{_GAP}[】\]]")) for bracket in "【[")


def _may_hold_tail(text: str) -> bool:
    """False only where `TAIL` finds nothing: a choice of sizes, or controls in brackets."""
    if "字" in text and _FONT.search(text):
        return True
    return any(bracket in text and buttons.search(text) for bracket, buttons in _BUTTONS)


def font_size(text: str, profile: Profile) -> Iterator[Edit]:
    r"""The choice of a font size, or two controls in brackets, at the end of a line that says something else.

    >>> clean("来源：教育局 时间：2023-05-06 【字体：大 中 小】 打印", font_size)
    '来源：教育局 时间：2023-05-06'
    >>> clean("正文字体：宋体，字号：小四。", font_size)  # a rule about type: kept
    '正文字体：宋体，字号：小四。'
    """
    if not profile.fact(has_inline_controls):
        return
    if not _may_hold_tail(text):
        return
    for index, line in enumerate(profile.lines):
        if not ("字" in line or "【" in line or "[" in line) or len(line) > 200 or not _may_hold_tail(line):  # most lines
            continue
        matches = [*TAIL.finditer(line)]
        end = len(line)
        if not matches:
            continue
        start = profile.line_spans[index][0]
        found = []
        for m in reversed(matches):
            if not line[: m.start()].strip() or _SENTENCE_END.search(line[m.end() :]):
                continue
            if m.end() == end or _is_metadata_around(line, m.start(), m.end()):
                found.append(Edit(start + m.start(), start + m.end(), "" if m.end() == end else " "))
                end = m.start() if m.end() == end else end
        if found and not (len(line) <= LONGEST and "，" not in line and _is_controls(line)):
            yield from reversed(found)


def _is_metadata_around(line: str, start: int, end: int) -> bool:
    """Whether the line is one of labelled facts, so that a control may stand among them."""
    return (":" in line[:start] or "：" in line[:start]) and "。" not in line
