"""What a page puts at the ends or the beginnings of its lines, and lines that hold nothing else."""

from collections import Counter
from collections.abc import Iterator, Mapping
from os.path import commonprefix
from typing import NamedTuple

from ...core.edits import Edit
from ...core.profile import Profile
from ...text.gates import edges, loose, unusual
from ...text.layout import without_lines
from ...text.match import Lazy
from ...text.ranges import HAN

#: 3 lines: EmpireCMS marks every paragraph, and the shortest marked page that was seen has three.
FEWEST = 3
#: 5 lines, if nothing else in the document says that the name is the site's.
FEWEST_ALONE = 5
LONGEST = 60
SITE = Lazy(
    r"(?:[网網]站?|在[线線]|[论論][坛壇]|[热熱][线線]|信息港|[门門][户戶]|之窗|文[库庫]|[资資][讯訊]|[传傳]媒|[课課]件|公[众眾][号號]"
    r"|(?i:\.(?:com|cn|net|org|gov|edu|cc|top|info)(?:\.[a-z]{2})?)/?)$"
)
URL = Lazy(r"(?:https?://|www\.)[\w.-]{3,60}\.(?:com|cn|net|org|cc|top|info)(?:\.cn)?/?", 2)
_LETTERS = frozenset("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
RANDOM = Lazy(r"(?<![0-9A-Za-z])(?:[0-9A-Za-z]{3}|(?=[a-z]*[0-9A-Z])(?=[0-9A-Z]*[a-z])[0-9A-Za-z]{4,8})$")
#: What says whose a name is. Such a line is a fact of the document, not a mark.
_LABEL = Lazy(r"(?:来源|來源|作者|记者|記者|编辑|編輯|供稿|单位|單位|出处|出處|主办|主辦|承办|承辦|网址|網址|网站|網站|登[录錄陆陸]|[:：])[ \t]*$")
_ENDED = frozenset("。！？；”’」』）)】》!?;:….\"")
_HAN = Lazy(f"[{HAN}]")


class Suffix(NamedTuple):
    text: str
    places: tuple[tuple[int, int], ...]  # line and offset in the line where the mark begins


def has_repeated_ends(profile: Profile) -> bool:
    """Whether three lines end with the same four characters, or two with the same address."""
    ends, twice = profile.fact(repeated_ends)
    return bool(ends) or twice and b"www" in profile.fact(unusual)


def repeated_ends(profile: Profile) -> tuple[frozenset[str], bool]:
    """The last four characters that three lines share, and whether two lines share theirs."""
    ends = [line[-4:] for line in profile.fact(loose) if line[-1] not in NOT_LAST]
    twice = len(ends) - len(set(ends))
    if twice < FEWEST - 1:
        return frozenset(), twice > 0
    counts: dict[str, int] = {}  # a Counter takes 2 µs to be made
    for end in ends:
        counts[end] = counts.get(end, 0) + 1
    return frozenset([end for end, count in counts.items() if count >= FEWEST]), True


#: No name of a site ends so.
NOT_LAST = frozenset("。！？；，、：”’」』）)】》!?;,:…0123456789") | {""}


def suffixes(profile: Profile) -> tuple[Suffix, ...]:
    """The marks at line ends: a name of a site, with or without random characters before it."""
    lines = profile.lines
    out = []
    ends, _ = profile.fact(repeated_ends)
    if ends:
        named = [(index, lines[index].rstrip()) for index, bare in enumerate(profile.fact(edges).stripped) if bare[-4:] in ends]
        for end, count in Counter([line[-4:] for _, line in named]).items():
            if count >= FEWEST and len(end) == 4:
                group = [(index, line) for index, line in named if line.endswith(end)]
                if found := _mark(profile, group):
                    out.append(found)
    signed = [line for line in lines if "www." in line or "http" in line] if _may_have_address(profile) else []
    for line, count in Counter(signed).items():
        if count == 2 and SIGNATURE.fullmatch(line):
            out.append(Suffix(line.strip(), tuple((k, 0) for k, other in enumerate(profile.lines) if other == line)))
    return tuple(out)


def _may_have_address(profile: Profile) -> bool:
    below = profile.latin1
    return b"www." in below or b"http" in below


#: A line that says the name and the address of a site and nothing else.
SIGNATURE = Lazy(r"\s{0,8}[\w·]{2,12}(?:[网網]站?|在[线線]|[论論][坛壇])\s{0,4}(?:https?://|www\.)[\w./-]{3,60}\s{0,8}")


_LETTER = Lazy("[0-9A-Za-z]")
_SAME_RANDOM = Lazy("(?<![0-9A-Za-z])[0-9A-Za-z]{3}(?=[\u4e00-\u9fff·]{2,20}$)")


def _mark(profile: Profile, group: list[tuple[int, str]]) -> Suffix | None:
    if not SITE.search(group[0][1][-24:]) and len([line for _, line in group if _LETTER.search(line[-LONGEST - 9 :])]) < FEWEST:
        return None  # headings alike: neither the name of a site nor random characters
    name = commonprefix([line[: -LONGEST - 1 : -1] for _, line in group])[::-1].lstrip()
    same = None if _LETTERS.isdisjoint(name) else _SAME_RANDOM.search(name)
    if same:
        name = name[same.end() :]  # the random characters are the same on all lines
    else:
        name = name.lstrip("。！？；，、：!?;,:…")
    if len(name) < 3:
        return None
    marked: list[tuple[int, int]] = []
    plain: list[tuple[int, int]] = []
    ended = 0
    befores = [line[: -len(name)] for _, line in group]
    sizes = [_random_size(before) for before in befores]
    three = same is not None or sizes.count(3) >= FEWEST and sizes.count(3) * 2 > len([size for size in sizes if size])
    for (index, _), before, size in zip(group, befores, sizes, strict=True):
        if three and _LETTERS.issuperset(before[-3:]) and (same is None or before.endswith(same.group())):
            size = min(3, len(before))  # 至12:00x7Q某某网: the text ends in letters or digits of its own
        if size:
            start = len(before) - size
            marked.append((index, start))
            ended += start == 0 or before[:start].rstrip()[-1:] in _ENDED
        elif not before or before[-1].isspace() and not _LABEL.search(before) or before[-1] in _ENDED and before[-1] not in ":：":
            plain.append((index, len(before)))
            ended += before.rstrip()[-1:] in _ENDED
    if len(marked) < FEWEST and len(plain) < FEWEST:
        return None
    site = SITE.search(name) is not None
    if not (site or _HAN.match(name[-1])) or _LABEL.search(name[:-1]):
        return None
    # The name may be longer than one of the lines shows: the site's mark is the shortest common end.
    whole = sum(len(line) == len(name) or RANDOM.fullmatch(line[: -len(name)]) is not None for _, line in group)
    if same and 2 * ended < len(marked) and not _is_mixed(same.group()):
        return None  # no sentence ends before it: the characters belong to the name, 365政务网
    if len(marked) >= FEWEST and (site or whole >= 2 or _is_site(profile, name)) and len(name) >= 3:
        heads = Counter(group_line(profile, place)[-len(name) - 3 : -len(name)] for place in marked)
        return Suffix(heads.most_common(1)[0][0] + name, tuple(marked))
    if not site or len(plain) < FEWEST or not ended or len(name) < 4:
        return None
    if len(plain) >= FEWEST_ALONE or URL.fullmatch(name) or _is_site(profile, name) or whole >= 2:
        return Suffix(name, tuple(plain))
    return None


def _random_size(before: str) -> int:
    """How many random characters end this, as far as it tells by itself."""
    random = RANDOM.search(before[-9:]) if before[-1:] in _LETTERS else None
    return len(random.group()) if random else 0


def _is_mixed(three: str) -> bool:
    """Q4t, SoM; not 365, ABC, web or Web."""
    return not (three.isdigit() or three.isupper() or three.islower() and three.isalpha() or three.istitle())


def group_line(profile: Profile, place: tuple[int, int]) -> str:
    return profile.lines[place[0]].rstrip()


def _is_site(profile: Profile, name: str) -> bool:
    """Whether the head of the page is that name, or its foot says that the site belongs to it."""
    lines = [line.strip() for line in profile.lines if line.strip()]
    return any(line == name for line in lines[:3]) or any(
        name in line and any(word in line for word in ("版权", "版權", "Copyright", "copyright", "©", "整理", "主办", "主辦", "ICP"))
        for line in lines[-12:])


def line_suffix(text: str, profile: Profile) -> Iterator[Edit]:
    r"""The site's name at the ends of lines, with the random characters before it, and lines that hold only it.

    >>> clean("会议召开。k3Z某市教育在线\nk3Z某市教育在线\n代表发言。k3Z某市教育在线", line_suffix)
    '会议召开。\n代表发言。'
    >>> clean("会议召开。Q4t某市水利網\n代表发言。Q4t某市水利網\n会议结束。Q4t某市水利網", line_suffix)
    '会议召开。\n代表发言。\n会议结束。'
    >>> clean("领导讲话\n领导讲话\n领导讲话", line_suffix)  # captions: kept
    '领导讲话\n领导讲话\n领导讲话'

    Why: EmpireCMS puts three random characters and the name of the site, invisible, before every line end.
    Safety: what ends the lines must be the name of a site: by its form and number, by the page's own head or foot, or
    by the random characters before it.
    """
    if not profile.fact(has_repeated_ends):
        return
    found = profile.fact(suffixes)
    if not found:
        return
    lines, spans = profile.lines, profile.line_spans
    ends: list[Edit] = []
    whole = []
    for suffix in found:
        for index, offset in suffix.places:
            before = lines[index][:offset].rstrip()
            if before:
                ends.append(Edit(spans[index][0] + len(before), spans[index][1], ""))
            else:
                whole.append(index)
    yield from sorted([*ends, *without_lines(spans, whole)])


def suffix_evidence(profile: Profile) -> Mapping[str, object]:
    best = max(profile.fact(suffixes), key=lambda suffix: len(suffix.places))
    return {"suffix": best.text, "lines": len(best.places)}


def has_address_heads(profile: Profile) -> bool:
    """Whether there is an address, and a line that begins as one does."""
    letters = profile.fact(unusual)
    if b"://" not in letters and b"www" not in letters.lower():
        return False
    return any([line[:1] in ADDRESS_HEADS for line in profile.fact(edges).stripped])


ADDRESS_HEADS = frozenset("hHwW")


def prefixes(profile: Profile) -> tuple[tuple[int, int, str], ...]:
    """Addresses that stand before the text of three lines or more: line, length, address."""
    found = []
    for index, line in enumerate(profile.lines):
        m = URL.match(line.lstrip()) if line[:40].lstrip()[:1] in ADDRESS_HEADS else None
        if m and len(line.strip()) > m.end():
            after = line.lstrip()[m.end()]
            if after.isspace() or _HAN.match(after) or after in "“《（":
                found.append((index, len(line) - len(line.lstrip()) + m.end(), m.group()))
    counts = Counter(url for _, _, url in found)
    return tuple(item for item in found if counts[item[2]] >= FEWEST)


def line_prefix(text: str, profile: Profile) -> Iterator[Edit]:
    r"""One address before the text of three lines or more.

    >>> clean("www.abc-edu.com 第一条。\nwww.abc-edu.com 第二条。\nwww.abc-edu.com 第三条。", line_prefix)
    '第一条。\n第二条。\n第三条。'
    >>> clean("www.abc-edu.com 学校网站", line_prefix)  # a list of links: kept
    'www.abc-edu.com 学校网站'
    """
    if not profile.fact(has_address_heads):
        return
    for index, size, _ in profile.fact(prefixes):
        start, end = profile.line_spans[index]
        rest = profile.lines[index][size:]
        yield Edit(start, end - len(rest.lstrip()), "")


def prefix_evidence(profile: Profile) -> Mapping[str, object]:
    found = profile.fact(prefixes)
    return {"prefix": found[0][2], "lines": len(found)}


def known_affix(text: str, profile: Profile, affixes: tuple[str, ...] = ()) -> Iterator[Edit]:
    """Affixes of lines that a lexicon knows, at the end of a line behind the end of a sentence, or before its text."""
    lines, spans = profile.lines, profile.line_spans
    out: list[Edit] = []
    whole = []
    for index, line in enumerate(lines):
        stripped = line.rstrip()
        for affix in sorted(affixes, key=len, reverse=True):
            if stripped.endswith(affix):
                before = stripped[: -len(affix)]
                random = RANDOM.search(before[-9:])
                if random:
                    before = before[: len(before) - len(random.group())]
                before = before.rstrip()
                if before and not random and before[-1] not in _ENDED:
                    continue
                if before:
                    out.append(Edit(spans[index][0] + len(before), spans[index][1], ""))
                else:
                    whole.append(index)
                break
            if line.lstrip().startswith(affix) and line.lstrip()[len(affix) :][:1].isspace() and len(stripped.lstrip()) > len(affix):
                start = spans[index][0]
                size = len(line) - len(line[line.find(affix) + len(affix):].lstrip())
                out.append(Edit(start, start + size, ""))
                break
    yield from sorted([*out, *without_lines(spans, whole)])
