"""Text of one encoding that was read as another: what the readers find, until they find nothing more.

A text may be put together of parts with different histories, or have been read wrongly twice: what is under the first
layer is read as well. Where that has no end, nothing is done: no two readings of such a text agree.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ...core.edits import Edit, apply
from ...core.profile import Profile
from ...text.gates import beyond_gb2312
from . import big5, single_byte, utf8_as_gbk as utf8
from .entities import may_hold_stripped, stripped_entity

ROUNDS = 4  # two are one text in a thousand, four a text that nobody wrote


class Found(NamedTuple):
    """A stretch, what it was, and the rule that says so."""

    start: int
    end: int
    new: str
    rule: str


def found(profile: Profile) -> Mapping[str, Sequence[Edit]]:
    """The edits of each rule."""
    text = profile.text
    first = last = _round(profile)
    if not first:
        return {}
    now = text
    for _ in range(ROUNDS):
        once = apply(now, [Edit(*one[:3]) for one in last])
        now = _spelled(once)
        following = _round(Profile(now))
        if not following:
            break
        last = following
    else:
        return {}
    if last is not first or now is not once:
        first = [*_by_line(text, now, first)]
    out: dict[str, list[Edit]] = {}
    for one in first:
        out.setdefault(one.rule, []).append(Edit(*one[:3]))
    return out


def _round(profile: Profile) -> list[Found]:
    """What the readers find in this text; of two that overlap that of the first reader stands."""
    out: list[Found] = []
    if profile.fact(beyond_gb2312):
        out = [Found(*line[:3], "utf8-as-gbk" if line.exact else "utf8-as-gbk-lossy") for line in profile.fact(utf8.lines)]
    if profile.fact(single_byte.may_be_bytes):
        out = _with(out, [Found(*line[:3], "as-latin1" if line.exact else "as-latin1-lossy")
                          for line in profile.fact(single_byte.lines)])
    if profile.fact(beyond_gb2312):
        out = _with(out, [Found(*line[:3], line.direction) for line in profile.fact(big5.lines)])
    text = profile.text
    return [one for one in out if one.new != text[one.start : one.end]]


def _with(known: list[Found], more: list[Found]) -> list[Found]:
    """Both, without those of `more` that overlap what is known."""
    if not known or not more:
        return known or more
    starts, ends = [one.start for one in known], [one.end for one in known]
    free = [one for one in more if bisect_right(ends, one.start) == bisect_left(starts, one.end)]
    return sorted(known + free)


def _spelled(text: str) -> str:
    """The text without the entities that stood behind a letter which is none any more."""
    profile = Profile(text)
    return apply(text, [*stripped_entity(text, profile)]) if may_hold_stripped(profile) else text


#: Several rounds are no proof, whatever the first one was.
_UNSURE = {"utf8-as-gbk": "utf8-as-gbk-lossy", "as-latin1": "as-latin1-lossy"}


def _by_line(text: str, now: str, first: Sequence[Found]) -> Iterator[Found]:
    """What became of each line: what the first round found, or all rounds together, by the rule of the outermost layer."""
    old, new = text.split("\n"), now.split("\n")
    rule = first[0].rule
    if len(old) != len(new):
        yield Found(0, len(text), now, _UNSURE.get(rule, rule))
        return
    start = k = 0
    for was, is_now in zip(old, new, strict=True):
        end = start + len(was)
        here = []
        while k < len(first) and first[k].end <= end:
            here.append(first[k])
            k += 1
        if here and apply(was, [Edit(one.start - start, one.end - start, one.new) for one in here]) == is_now:
            yield from here
        elif was != is_now:
            rule = here[0].rule if here else rule
            yield Found(start, end, is_now, _UNSURE.get(rule, rule))
        start = end + 1


def utf8_as_gbk(text: str, profile: Profile) -> Sequence[Edit]:
    """UTF-8 that was read as GBK, every byte still there.

    >>> clean("鏁欒偛鏀归潻鍙戝睍", utf8_as_gbk)
    '教育改革发展'
    >>> clean("徐㼆、赑屃、𤩽", utf8_as_gbk)  # rare characters
    '徐㼆、赑屃、𤩽'
    """
    return profile.fact(found).get("utf8-as-gbk", ())


def utf8_as_gbk_lossy(text: str, profile: Profile) -> Sequence[Edit]:
    """UTF-8 that was read as GBK, with bytes that were lost on the way.

    >>> clean("鍏ㄩ潰鎺ㄨ繘鍐滄潙鏀归潻銆\\ufffd", utf8_as_gbk_lossy)
    '全面推进农村改革。'
    >>> clean("徐㼆\\ufffd、赑屃", utf8_as_gbk_lossy)
    '徐㼆\\ufffd、赑屃'
    """
    return profile.fact(found).get("utf8-as-gbk-lossy", ())


def as_latin1(text: str, profile: Profile) -> Sequence[Edit]:
    """GBK, Big5 or UTF-8 bytes that were read as cp1252 or latin-1.

    >>> clean("½ÌÓý²¿ÃÅÒªÂäÊµÕþ²ß", as_latin1)
    '教育部门要落实政策'
    >>> clean("Éducation, événement, préface", as_latin1)  # French
    'Éducation, événement, préface'
    """
    return profile.fact(found).get("as-latin1", ())


def as_latin1_lossy(text: str, profile: Profile) -> Sequence[Edit]:
    r"""Bytes that were read as cp1252 or latin-1, some of them lost, or decoded once more by ftfy.

    >>> clean("坚持改革\n½ÌÓý²¿ÃÅÒªÂäʵÕþ²ß", as_latin1_lossy)  # ʵ is CA B5, two bytes of GBK that were UTF-8 as well
    '坚持改革\n教育部门要落实政策'
    >>> clean("Évènement à São Paulo", as_latin1_lossy)
    'Évènement à São Paulo'
    """
    return profile.fact(found).get("as-latin1-lossy", ())


def big5_as_gbk(text: str, profile: Profile) -> Sequence[Edit]:
    """Big5 that was read as GBK.

    >>> clean("毙▅场\\ue058璶崩秈毙厩э\\ue12b\\ue61b\\ue706", big5_as_gbk)
    '教育部門要推進教學改革工作'
    >>> clean("鄢陵、亳州、郫都、濮阳", big5_as_gbk)  # place names
    '鄢陵、亳州、郫都、濮阳'
    """
    return profile.fact(found).get("big5-as-gbk", ())


def gbk_as_big5(text: str, profile: Profile) -> Sequence[Edit]:
    """GBK that was read as Big5; a pair that Big5 has not is guessed.

    >>> clean("諒郤窒藷猁邈妗淉習渠囥", gbk_as_big5)
    '教育部门要落实政策措施'
    >>> clean("鱟鰵鷀、魴鱮、鱅鰱", gbk_as_big5)  # a list of fish
    '鱟鰵鷀、魴鱮、鱅鰱'
    """
    return profile.fact(found).get("gbk-as-big5", ())
