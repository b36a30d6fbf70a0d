"""Marks inside of a text: strings of content systems, sources with random separators, names of sites."""

from collections.abc import Iterator, Mapping
from functools import cache
from re import DOTALL, IGNORECASE, Pattern, compile, escape
from types import MappingProxyType

from ...core.edits import Edit
from ...core.profile import Profile
from ...text.gates import edges, unusual
from ...text.layout import without_lines
from ...text.match import Lazy
from ...text.ranges import HAN
from ...text.tables import rows
from .affixes import SITE

_GAP = "[ \t\N{IDEOGRAPHIC SPACE}\N{NO-BREAK SPACE}]{0,6}"
#: `RndString` of DedeCMS: written, padded with blanks, before the end of a paragraph.
CMS = Lazy(
    rf"{_GAP}(?:[织織][梦夢]好[,，]好[织織][梦夢]|本文[来來]自[织織][梦夢]|[织織][梦夢][内內]容管理系[统統]|"
    rf"(?:copyright|内容来自|內容來自)?{_GAP}dedecms(?:\.com)?){_GAP}$", IGNORECASE)


def has_cms_ends(profile: Profile) -> bool:
    """Whether a line ends as one of the strings does."""
    return not CMS_ENDS.isdisjoint(profile.fact(edges).tails)


CMS_ENDS = frozenset("好梦夢统統sSmM")


def cms_string(text: str, profile: Profile) -> Iterator[Edit]:
    r"""What DedeCMS writes at the end of paragraphs: `织梦好，好织梦`, `内容来自dedecms`.

    >>> clean("会议取得圆满成功。 本文来自织梦\n各地交流了经验。copyright dedecms", cms_string)
    '会议取得圆满成功。\n各地交流了经验。'
    >>> clean("网站采用织梦内容管理系统建设。", cms_string)  # said in a sentence: kept
    '网站采用织梦内容管理系统建设。'
    """
    if not profile.fact(has_cms_ends):
        return
    ends: list[Edit] = []
    whole = []
    spans = profile.line_spans
    for index, line in enumerate(profile.lines):
        m = CMS.search(line, max(0, len(line) - 40)) if line[-1:] in CMS_ENDS or line[-1:].isspace() else None
        if not m:
            continue
        before = line[: m.start()].rstrip()
        if not before:
            whole.append(index)
        elif before[-1] in "。！？；”’」）)》…!?;." or m.group()[0].isspace():
            ends.append(Edit(spans[index][0] + len(before), spans[index][1], ""))
    yield from sorted([*ends, *without_lines(spans, whole)])


_SEPARATOR = r"(?:[_＿]|[^\w\n\u3000-\u9fff])"
_WORDS = r"(?:来源|來源|出处|出處|版权所有|版權所有|資源|资源)"


@cache
def _names() -> tuple[Pattern[str], Pattern[str]]:
    """The names with anything between their letters; the same with at least one separator in them."""
    names = sorted({row[0] for row in rows("watermark_brands.tsv")}, key=lambda name: (-len(name), name))
    letters = sorted({row[1] for row in rows("watermark_brands.tsv") if len(row[1]) >= 4},
                     key=lambda name: (-len(name), name))
    gap = rf"{_SEPARATOR}{{0,4}}"
    loose = "|".join([gap.join(map(escape, name)) for name in names + letters])
    return (compile(rf"(?:www{gap}\.?{gap})?(?:{loose})(?:{gap}(?:com|cn|net|k))*", IGNORECASE),
            compile(rf"[\[［【(（]{gap}(?:{_WORDS}?[:：]?{gap}(?:{loose}|www|com|cn|net|ZXXK|[XxZzKk.\-*]){_SEPARATOR}{{0,4}})+[\]］】)）]", IGNORECASE))


SEPARATORS = Lazy(r"[*&^#@~$·%_.\s-]+")


@cache
def _squeezed_names() -> tuple[Mapping[str, tuple[tuple[str, ...], Pattern[str]]], tuple[bytes, ...]]:
    """The names by their last character, with what finds it behind the last but one of theirs or a separator; and the
    others, in Latin letters."""
    table = rows("watermark_brands.tsv")
    names: dict[str, tuple[str, ...]] = {}
    for name in sorted({row[0] for row in table}):
        names[name[-1]] = (*names.get(name[-1], ()), name)
    letters = tuple(sorted({row[1].encode() for row in table if len(row[1]) >= 4}))
    return MappingProxyType({
        last: (own, compile(f"{last}(?<=[{''.join(sorted({name[-2] for name in own}))}\\W_].)", DOTALL)) for last, own in names.items()
    }), letters


@cache
def _spelling() -> Pattern[bytes]:
    """The letters of the names in Latin letters, without their digits."""
    return compile(b"|".join(sorted({name.translate(None, b"0123456789") for name in _squeezed_names()[1]})))


#: Of more letters (of readings) each name is looked for by itself.
FEW_LETTERS = 100
_NO_LETTERS = bytes(code for code in range(256) if not chr(code).isascii() or not chr(code).isalpha())


def _is_named(text: str, profile: Profile) -> bool:
    """Whether one of the names is there once the separators are gone."""
    known, letters = _squeezed_names()
    # a name in Latin letters has three of them at least; of a few letters one search tells that they are of none
    spelled = profile.fact(unusual).translate(None, _NO_LETTERS)
    if len(spelled) > FEW_LETTERS or len(spelled) > 2 and _spelling().search(spelled.lower()):
        squeezed = profile.latin1.translate(None, b"*&^#@~$\xb7%_. \t\r\n-").lower()
        for name in letters:
            if name in squeezed:
                return True
    for names, ends in known.values():
        for found in ends.finditer(text):
            at = found.start()
            tail = text[max(0, at - 30) : at + 1]
            if tail.endswith(names) or SEPARATORS.search(tail) and SEPARATORS.sub("", tail).endswith(names):
                return True
    return False


SOURCE = Lazy(rf"[\[［【]{_WORDS}[:：][^\[\]［］【】\n。，]{{0,30}}[\]］】]")
_SPLIT = Lazy(rf"\w{_SEPARATOR}{{1,4}}(?=\w)")


def has_separators(profile: Profile) -> bool:
    """Whether a bracketed source is there, or a sign that separates the letters of a disguised name."""
    text = profile.text
    # A % alone is a per cent sign; where it divides a name, another sign does so as well.
    return bool(profile.fact(unusual).translate(None, _NO_SEPARATOR)) or "【" in text or "［" in text


#: What separates the characters of a name, or stands before it, among the characters below U+0100.
SEPARATING = "*&^#@~$[·"
_NO_SEPARATOR = bytes(set(range(256)) - set(SEPARATING.encode("latin-1")))


def injected_source(text: str, profile: Profile) -> Iterator[Edit]:
    """`[来源:学*科*网Z*X*X*K]` and its like: a site's name with random separators, dropped into a sentence.

    >>> clean("加强组织领导[来源:学*科*网Z*X*X*K]，落实责任。中*国教育出%版网", injected_source)
    '加强组织领导，落实责任。'
    >>> clean("[来源：市教育局]", injected_source)  # a fact of the document: kept
    '[来源：市教育局]'
    >>> clean("学科网络建设", injected_source)  # no separator, another word: kept
    '学科网络建设'

    Safety: the name must be one of those sites', and broken by separators or bracketed; an empty `[来源:]` goes too.
    """
    if not profile.fact(has_separators):
        return
    spans: list[tuple[int, int]] = []
    named = _is_named(text, profile)
    if not named and not _has_bracketed_source(text):
        return
    names, bracketed = _names()
    for m in SOURCE.finditer(text):
        inside = m.group()[1:-1].replace("：", ":").partition(":")[2]
        if not inside.strip() and not _alone(text, *m.span()) or names.search(inside) or (
                len(_SPLIT.findall(inside)) >= 3 and not _DATED.search(inside)):
            spans.append(m.span())
    if named:
        spans.extend(m.span() for m in bracketed.finditer(text) if names.search(m.group()))
    for m in names.finditer(text) if named else ():
        if _SPLIT.search(m.group().replace(".", "")) and not _SEPARATED_WORDS.search(m.group()):
            spans.append(m.span())
    reached = 0
    for start, end in sorted(spans):
        if start >= reached:
            yield Edit(start, end, "")
            reached = end


def _has_bracketed_source(text: str) -> bool:
    """Whether a bracket opens with the word for a source."""
    return ("[" in text and _OPENED.search(text) is not None or "【" in text and _OPENED_WIDE.search(text) is not None
            or "［" in text and "［来源" in text)


#: A pattern for each bracket: `re` skips to a literal.
_OPENED = Lazy(r"\[(?:[来來]源|出处)")
_OPENED_WIDE = Lazy("【(?:[来來]源|出处)")


#: `【来源：某局 | 发布日期：2019-12-09】` is a byline, however many marks are in it.
_DATED = Lazy(r"(?:19|20)\d\d ?[-/.年]")
#: A name that a line break or one blank divides is not disguised.
_SEPARATED_WORDS = Lazy(r"^[^\W_]+[ -][^\W_]+$")


def _alone(text: str, start: int, end: int) -> bool:
    return (start == 0 or text[start - 1] == "\n") and text[end : end + 1] in ("", "\n")


BRAND = Lazy(r"(?:[0-9]{2,8}|[0-9a-zA-Z]{2,8}(?<=[0-9]))(?:秘[书書][网網]|范文[网網]|[课課]件[网網]|[论論]文[网網]|作文[网網]|[资資]料[网網]|公文[网網]|[试試][题題][网網]|考[试試]?[网網]|文[库庫]|[学學][习習][网網])")
#: The last but one of their characters.
_BEFORE_LAST = frozenset("书書文件料题題考试試习習")
_NOT_BEFORE = frozenset("由在从從自据據录錄陆陸问問上见見和与與及、：:“《(（【的是到为為称稱")
#: What a sentence says of a site: behind these words the name is the sentence's own.
_NOT_AFTER = (
    "编辑", "編輯", "整理", "提供", "收集", "搜集", "为您", "为大家", "为你", "的", "站", "发布", "發佈", "發布", "讯", "訊", "、", "》", "”", "）", "】",
    "和", "与", "與", "及", "上", "是", "于", "於", "在", "有", "创办", "創辦", "报", "報", "消息", "获", "獲", "转", "轉", "刊", "络", "絡",
)


def has_brand_ends(profile: Profile) -> bool:
    """Whether a word ends as the name of such a site does."""
    text = profile.text
    for last, pattern in _BRAND_ENDS:
        if last in text and pattern.search(text):
            return True
    return False


#: With a literal first: `re` skips to it.
_BRAND_ENDS = tuple((last, Lazy(f"{last}(?<=[{before}].)")) for last, before in (
    ("网", "书書文料考学學题題件易优優库育"), ("網", "书書文料考学學题題件易优優库育"), ("库", "文"), ("庫", "文")))


def injected_brand(text: str, profile: Profile) -> Iterator[Edit]:
    """The name of a model-text site inside of a sentence that does not speak of it.

    >>> clean("对市场进行518秘书网了全面检查。", injected_brand)
    '对市场进行了全面检查。'
    >>> clean("本文由518秘书网整理，来自第一范文网。", injected_brand)  # spoken of: kept
    '本文由518秘书网整理，来自第一范文网。'
    """
    if not profile.fact(has_brand_ends):
        return
    spans = []
    for last in "网網库庫":
        at = text.find(last)
        while at >= 0:
            m = BRAND.search(text, max(0, at - 12), at + 1) if text[at - 1 : at] in _BEFORE_LAST else None
            if m and m.end() == at + 1:
                spans.append(m.span())
            at = text.find(last, at + 1)
    for name in _plain_names():
        start = text.find(name)
        while start >= 0:
            spans.append((start, start + len(name)))
            start = text.find(name, start + len(name))
    reached = 0
    for start, end in sorted(spans):
        before, after = text[start - 1 : start], text[end : end + 1]
        if start < reached or not before or not after or "\n" in before + after:
            continue
        if before in _NOT_BEFORE or text.startswith(_NOT_AFTER, end) or not _HAN.match(before) or not (_HAN.match(after) or after in "，。、,"):
            continue
        yield Edit(start, end, "")
        reached = end


_HAN = Lazy(f"[{HAN}]")


@cache
def _plain_names() -> tuple[str, ...]:
    """Names that no other word contains: 学科网 begins 学科网络, and is left out."""
    return tuple(sorted(row[0] for row in rows("watermark_brands.tsv") if len(row[0]) >= 4 and row[0][-1] in "网库"))


def site_name_in_sentence(text: str, profile: Profile) -> Iterator[Edit]:
    r"""The site's own name, as the head of the page has it, between two words of a sentence: pointed out.

    >>> clean("云泽教育网\n要全面云泽教育网落实各项任务。", site_name_in_sentence)  # what is proposed
    '云泽教育网\n要全面落实各项任务。'
    >>> clean("云泽教育网\n据云泽教育网报道，各项任务已经落实。", site_name_in_sentence)  # spoken of: nothing
    '云泽教育网\n据云泽教育网报道，各项任务已经落实。'
    """
    head = [line.strip() for line in profile.lines[:3] if 4 <= len(line.strip()) <= 14 and SITE.search(line.strip())]
    for name in head[:1]:
        start = text.find(name, len(name) + 1)
        while start >= 0:
            end = start + len(name)
            before, after = text[start - 1 : start], text[end : end + 1]
            if before and after and _HAN.match(before) and _HAN.match(after) and before not in _NOT_BEFORE and not text.startswith(_NOT_AFTER, end):
                yield Edit(start, end, "")
            start = text.find(name, end)
