"""Addresses and invitations of sites: disguised, dropped into a word, glued to a sentence, behind a title."""

from collections.abc import Iterator
from re import IGNORECASE

from ...core.edits import Edit
from ...core.profile import Profile
from ...text.cuts import SURELY_ONE, saved
from ...text.gates import edges, unusual
from ...text.match import Lazy
from ...text.ranges import HAN

_HAN = Lazy(f"[{HAN}]")
_W = "[wWｗＷ]"
_DOT = "[.．。·]"
_ADDRESS = r"[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]"
_COM = "(?:[cCｃＣ][ ]?[oOｏＯ0][ ]?[mMｍＭ](?:[ ]?[.．][ ]?[cCｃＣ][ ]?[nNｎＮ])?|[nNｎＮ][ ]?[eEｅＥ][ ]?[tTｔＴ]|[cCｃＣ][ ]?[nNｎＮ]|[oOｏＯ][ ]?[rRｒＲ][ ]?[gGｇＧ])"
ADDRESS = Lazy(rf"{_W}[ ]?{_W}[ ]?{_W}[ ]?{_DOT}(?:[ ]?{_ADDRESS}|[ ]?-){{1,30}}[ ]?{_DOT}[ ]?{_COM}(?![A-Za-z./])")
_INTRODUCED = Lazy(r"(?:网址|網址|网站|網站|官网|官網|登[录錄陆陸]|访问|訪問|地址|平台|平臺|网|網|链接|鏈接|见|見|于|於|在|[:：（(【\[])[ ]?[“(（]?$")


def has_disguised_address(profile: Profile) -> bool:
    """Whether the letter w is there, in any width."""
    ascii_part = profile.fact(unusual)
    return b"w" in ascii_part or b"W" in ascii_part or "ｗ" in profile.text or "Ｗ" in profile.text


def disguised_url(text: str, profile: Profile) -> Iterator[Edit]:
    """An address spelled so that no filter finds it: `ｗｗＷ．ａｂc．ｃoｍ`, `w w w. a b c. c o m`, `wWw.aBc.cOm`.

    >>> clean("各地要抓好落实。wWw.aB3cD.cOm", disguised_url)
    '各地要抓好落实。'
    >>> clean("请登录www.example.cn查询", disguised_url)  # an address: kept
    '请登录www.example.cn查询'
    """
    if not profile.fact(has_disguised_address):
        return
    if b"www" not in profile.latin1.replace(b" ", b"").lower() and "ｗ" not in text and "Ｗ" not in text:
        return
    for m in ADDRESS.finditer(text):
        found = m.group()
        before = text[m.start() - 1 : m.start()]
        if before and (before in "./" or before.isalnum() and not _HAN.match(before)):
            continue
        if _disguised(found) and not _INTRODUCED.search(text[max(0, m.start() - 4) : m.start()]):
            yield Edit(m.start(), m.end(), "")


def _disguised(address: str) -> bool:
    if " " in address.strip():
        return True
    wide = sum(char > "\uff00" for char in address)
    if 0 < wide < len(address) - 1 and any(char.isascii() and char.isalnum() for char in address):
        return True
    head, tail = address[:3], address.replace("．", ".").split(".")[-1]
    return head not in ("www", "WWW", "Www", "ｗｗｗ", "ＷＷＷ") or tail not in (tail.lower(), tail.upper(), tail.title())


ADDRESS_HEAD = Lazy("https?://|www\\.", IGNORECASE)
SLOGAN = Lazy(
    r"[（(\[【]?(?:本(?:文|资料|資料|篇)(?:[来來]自|出自|[选選]自|由)|更多(?:精彩|内容|內容|资料|資料|范文|相关)?|(?:欢迎|歡迎)(?:访问|訪問|光[临臨]|登[录錄陆陸])|[转轉][载載]自|尽在|盡在|最新[^。，\n]{0,6}尽在)"
    r"[^。！？；，\n]{0,24}?(?:https?://|www\.)[0-9A-Za-z./_-]{4,80}(?:[整收][理集][^。，\n]{0,6})?[）)\]】]?[。！!]?", IGNORECASE)


def has_address(profile: Profile) -> bool:
    """Whether an address may be there."""
    letters = profile.fact(unusual)
    return len(letters) > 4 and (b"www" in letters or b"http" in letters or b"WWW" in letters or b"Www" in letters)


URL = Lazy(r"(?:https?://|www\.)[0-9A-Za-z-]{1,40}(?:\.[0-9A-Za-z-]{1,30}){1,4}/?", IGNORECASE)


def injected_url(text: str, profile: Profile) -> Iterator[Edit]:
    """An address inside of a word: what stands before it makes what stands behind it expected.

    >>> clean("要提高认识，加强领www.a1b2c3.com导，落实责任。", injected_url)
    '要提高认识，加强领导，落实责任。'
    >>> clean("请登录市教育局网站www.example.cn下载。", injected_url)  # the sentence speaks of it: kept
    '请登录市教育局网站www.example.cn下载。'
    """
    if not profile.fact(has_address):
        return
    for m in URL.finditer(text):
        start, end = m.span()
        if ".gov" in m.group() or ".edu" in m.group() or not start or not _HAN.match(text, start - 1):
            continue
        if _HAN.match(text, end) and saved(text[max(0, start - 2) : start], text[end : end + 3]) >= SURELY_ONE:
            yield Edit(start, end, "")


def glued_slogan(text: str, profile: Profile) -> Iterator[Edit]:
    """An invitation with an address, glued to a sentence: `更多范文尽在www.….com`, `（本文来自…http://…）`.

    >>> clean("各地要抓好落实。更多范文尽在www.abc-fw.com", glued_slogan)
    '各地要抓好落实。'
    >>> clean("更多信息请登录省教育厅网站www.example.gov.cn。", glued_slogan)  # an authority's own: kept
    '更多信息请登录省教育厅网站www.example.gov.cn。'
    """
    if not profile.fact(has_address):
        return
    reached = 0
    for address in ADDRESS_HEAD.finditer(text):
        m = SLOGAN.search(text, max(reached, address.start() - 40), address.end() + 100)
        if m is None or m.start() > address.start():
            continue
        reached = m.end()
        found = m.group()
        if any(own in found for own in (".gov", ".edu", ".org", "教育厅", "教育局", "政府", "委员会")):
            continue
        before = text[m.start() - 1 : m.start()]
        if before in _SENTENCE_ENDS or not before or before == "\n" and text[m.end() : m.end() + 1] not in ("", "\n"):
            if before in ("", "\n") and text[m.end() : m.end() + 1] in ("", "\n"):
                continue  # a line of its own: `boilerplate` sees its place
            yield Edit(m.start(), m.end(), "")


_SENTENCE_ENDS = tuple("。！？；”）)!?;")

SPAM = Lazy(
    r"[ ]?[-—_|－·][ ]?[^-—_|－。，、；\n]{1,16}(?:官[方]?(?:[网網](?:站)?)(?:首[页頁])?(?:入口|登[录錄]|下[载載]|注[册冊])?|[娱娛][乐樂](?:平台|城|官[网網])[^。，\n]{0,6}|"
    r"(?:手机|手機)?[Aa][Pp][Pp](?:官方)?下[载載][^。，\n]{0,6})$")
_TRUSTED = Lazy("教育|政府|大[学學]|[学學]院|[学學]校|委[员員]|中[国國]|[厅廳]|局|部|省|市|[县縣]|新[华華]|人民|考[试試]|招生|研究")


def has_spam_ends(profile: Profile) -> bool:
    """Whether a line ends as one with the name of such a site does."""
    return not SPAM_ENDS.isdisjoint(profile.fact(edges).tails)


SPAM_ENDS = frozenset("网網站页頁口录錄载載册冊台城乐樂版装裝站官")


def spam_suffix(text: str, profile: Profile) -> Iterator[Edit]:
    """The name of a gambling or download site behind a title: `…会议精神-某某官网首页入口`.

    >>> clean("学校传达学习会议精神-乐某官网首页入口", spam_suffix)
    '学校传达学习会议精神'
    >>> clean("招生简章-某某大学官网", spam_suffix)  # the site of the school: kept
    '招生简章-某某大学官网'
    """
    if not profile.fact(has_spam_ends):
        return
    if not ("官" in text or "娱" in text or "娛" in text or "下" in text and b"pp" in profile.latin1.lower()):
        return  # none of the words for such sites
    for index, line in enumerate(profile.lines):
        if not 10 <= len(line) <= 120 or not ("官" in line or "娱" in line or "娛" in line or "下" in line):
            continue
        m = SPAM.search(line, max(0, len(line) - 40))
        if m and len(line[: m.start()].strip()) >= 6 and not _TRUSTED.search(m.group()):
            start, end = profile.line_spans[index]
            yield Edit(start + m.start(), end, "")
