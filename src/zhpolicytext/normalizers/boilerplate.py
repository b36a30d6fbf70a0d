"""Blocks around a document: menus, side lists, controls, disclaimers, imprints, bylines, index tables.

One recogniser labels every line (`zhpolicytext.blocks`); each rule drops the lines of one label, so that a user can keep
what we would drop: ``BODY.without("boilerplate.byline")``. All rules look at the same text (one stage).
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING

from ..blocks import WHOLE, Label, Line, may_hold_blocks, removed_lines
from ..core.edits import Edit
from ..core.pipeline import Pipeline
from ..core.profile import Profile
from ..core.rule import Kind, Rule, Safety
from ..metadata import metadata_of

if TYPE_CHECKING:
    from ..lexicon import Lexicon


def nav(text: str, profile: Profile) -> Sequence[Edit]:
    """Menus, paths through a site, greetings, the site's head above the title.

    >>> page = "首页 > 通知公告\\n停水通知\\n明天上午停水，请提前储水，抢修结束后立即恢复。"
    >>> clean(page, nav)
    '停水通知\\n明天上午停水，请提前储水，抢修结束后立即恢复。'
    >>> clean("网页制作练习\\n请点击首页，再点击“通知公告”，看看路径怎样变化。", nav)  # said in a sentence: kept
    '网页制作练习\\n请点击首页，再点击“通知公告”，看看路径怎样变化。'
    """
    return _labelled(profile, Label.NAV)


def sidebar(text: str, profile: Profile) -> Sequence[Edit]:
    """Lists of other pages, with their heads.

    >>> clean("停水通知\\n明天上午停水，请提前储水，抢修结束后立即恢复。\\n相关阅读\\n供水管网改造开工", sidebar)
    '停水通知\\n明天上午停水，请提前储水，抢修结束后立即恢复。'
    >>> clean("书目\\n相关阅读由教师推荐，学生自选两本，并写读后感。\\n《朝花夕拾》", sidebar)  # a sentence: kept
    '书目\\n相关阅读由教师推荐，学生自选两本，并写读后感。\\n《朝花夕拾》'
    """
    return _labelled(profile, Label.SIDEBAR)


def page_furniture(text: str, profile: Profile) -> Sequence[Edit]:
    """Controls: print, share, comment, links to the next page, what scripts left behind.

    >>> clean("停水通知\\n明天上午停水，请提前储水，抢修结束后立即恢复。\\n【打印】【关闭】", page_furniture)
    '停水通知\\n明天上午停水，请提前储水，抢修结束后立即恢复。'
    >>> clean("上机须知\\n下课前请打印作业，关闭计算机，再离开机房。", page_furniture)  # what to do: kept
    '上机须知\\n下课前请打印作业，关闭计算机，再离开机房。'
    """
    return _labelled(profile, Label.PAGE_FURNITURE)


def disclaimer(text: str, profile: Profile) -> Sequence[Edit]:
    """Statements of the site about rights, sources and liability.

    >>> page = "停水通知\\n明天上午停水，请提前储水，抢修结束后立即恢复。\\n声明：本站转载的内容版权归原作者所有，侵权请联系删除。"
    >>> clean(page, disclaimer)
    '停水通知\\n明天上午停水，请提前储水，抢修结束后立即恢复。'
    >>> clean("转载管理办法\\n第三条 转载稿件的版权归原作者所有，不得侵权。", disclaimer)  # an article: kept
    '转载管理办法\\n第三条 转载稿件的版权归原作者所有，不得侵权。'
    """
    return _labelled(profile, Label.DISCLAIMER)


def footer(text: str, profile: Profile) -> Sequence[Edit]:
    """Imprints: who runs the site, registration codes, its address and telephone.

    >>> clean("停水通知\\n明天上午停水，请提前储水，抢修结束后立即恢复。\\n版权所有：某某水务 湘ICP备10000001号", footer)
    '停水通知\\n明天上午停水，请提前储水，抢修结束后立即恢复。'
    >>> clean("建站要求\\n首页底部须标明ICP备案号和版权所有者，每年核对。", footer)  # about imprints: kept
    '建站要求\\n首页底部须标明ICP备案号和版权所有者，每年核对。'
    """
    return _labelled(profile, Label.FOOTER)


def watermark(text: str, profile: Profile) -> Sequence[Edit]:
    """Lines of advertising, and the name of a site behind the title.

    >>> clean("停水通知-某某官网首页入口\\n明天上午停水，请提前储水，抢修结束后立即恢复。", watermark)
    '停水通知\\n明天上午停水，请提前储水，抢修结束后立即恢复。'
    >>> clean("供水改革：管网-水厂一体化\\n明天上午停水，请提前储水，抢修后立即恢复。", watermark)  # part of the title: kept
    '供水改革：管网-水厂一体化\\n明天上午停水，请提前储水，抢修后立即恢复。'
    """
    return _labelled(profile, Label.WATERMARK)


def byline(text: str, profile: Profile) -> Sequence[Edit]:
    """Source, author, editors, date of publication, views: they become metadata.

    >>> page = "停水通知\\n来源：某某水务 时间：2020-05-06\\n明天上午停水，请提前储水，抢修结束后立即恢复。"
    >>> clean(page, byline)
    '停水通知\\n明天上午停水，请提前储水，抢修结束后立即恢复。'
    >>> clean("投稿须知\\n来稿请注明来源、作者和责任编辑，三日内答复。", byline)  # about bylines: kept
    '投稿须知\\n来稿请注明来源、作者和责任编辑，三日内答复。'
    """
    return _labelled(profile, Label.BYLINE)


def meta_table(text: str, profile: Profile) -> Sequence[Edit]:
    """Index tables of government information disclosure: they become metadata.

    >>> page = "索引号：01/2020-7\\n发布机构：某某水务局\\n停水通知\\n明天上午停水，请提前储水，抢修结束后立即恢复。"
    >>> clean(page, meta_table)
    '停水通知\\n明天上午停水，请提前储水，抢修结束后立即恢复。'
    >>> clean("填表说明\\n“索引号”由系统生成，“发布机构”填写全称，不得空缺。", meta_table)  # about tables: kept
    '填表说明\\n“索引号”由系统生成，“发布机构”填写全称，不得空缺。'
    """
    return _labelled(profile, Label.META_TABLE)


def _labelled(profile: Profile, label: Label) -> Sequence[Edit]:
    return profile.fact(cuts).get(label, ())


def cuts(profile: Profile) -> Mapping[Label, Sequence[Edit]]:
    """Stretches to drop, by label: lines with one line end each and the blank lines between them, and pieces of lines."""
    lines, gone = profile.fact(removed_lines)
    if not gone:
        return {}
    out: list[tuple[int, int, Label]] = []
    text = profile.text
    size, most = len(text), len(lines)
    head = 0  # so many go before the first that stays
    while head in gone:
        head += 1
    for number in sorted(gone):
        block, label = lines[number], gone[number]
        start, end = block.start, block.start + block.size
        later = lines[number + 1] if number + 1 < most else None
        if block.host == WHOLE:
            begin = text.rfind("\n", 0, start) + 1
        else:
            is_last = later is None or later.host != block.host  # the last piece of a line goes with its line end
            if _is_behind_kept(lines, gone, number):  # its white space goes, the line end stays
                if is_last:
                    end = text.find("\n", end)
                    end = end if end >= 0 else size
                out.append((lines[number - 1].end, end, label))
                continue
            # where the line begins, or where what goes of it already ends
            begin = max(text.rfind("\n", 0, start) + 1, out[-1][1] if out else 0)
            if later is not None and not is_last:
                out.append((begin, later.start, label))
                continue
        if later is None:
            end = size
        elif number < head or number + 1 in gone:  # blank lines between two lines that go, and those that would stand
            end = text.rfind("\n", end, later.start) + 1  # above the first line that stays
        else:
            end = text.find("\n", end) + 1
        out.append((begin, end, label))
    edits: dict[Label, list[Edit]] = {}
    for start, end, label in _without_last_line_end(text, out):
        edits.setdefault(label, []).append(_edit((start, end, "")))
    return edits


_edit = partial(tuple.__new__, Edit)  # a third of what the constructor takes


def _is_behind_kept(lines: Sequence[Line], gone: Mapping[int, Label], number: int) -> bool:
    """Whether a piece of the same line before this one stays."""
    host = lines[number].host
    number -= 1
    while number >= 0 and lines[number].host == host:
        if number not in gone:
            return True
        number -= 1
    return False


def _without_last_line_end(text: str, out: list[tuple[int, int, Label]]) -> list[tuple[int, int, Label]]:
    """Where the end of the text goes, the line end before it goes too, unless the text ended in one."""
    size = len(text)
    if not out or out[-1][1] < size or text[-1] == "\n" or text[out[-1][0] - 1 : out[-1][0]] != "\n":
        return out
    first = len(out) - 1
    while first and out[first - 1][1] == out[first][0]:
        first -= 1
    if out[first][0] == 0 or text[out[first][0] - 1] != "\n":
        return out
    moved = [(start - 1, end - 1, label) for start, end, label in out[first:]]
    moved[-1] = (moved[-1][0], size, moved[-1][2])
    return out[:first] + moved


_STAGE = "boilerplate"

boilerplate = Pipeline((
    Rule("boilerplate.nav", Kind.REMOVE, Safety.LIKELY, nav, gate=may_hold_blocks, stage=_STAGE),
    Rule("boilerplate.sidebar", Kind.REMOVE, Safety.LIKELY, sidebar, gate=may_hold_blocks, stage=_STAGE),
    Rule("boilerplate.page-furniture", Kind.REMOVE, Safety.LIKELY, page_furniture, gate=may_hold_blocks, stage=_STAGE),
    Rule("boilerplate.disclaimer", Kind.REMOVE, Safety.LIKELY, disclaimer, gate=may_hold_blocks, stage=_STAGE),
    Rule("boilerplate.footer", Kind.REMOVE, Safety.LIKELY, footer, gate=may_hold_blocks, stage=_STAGE),
    Rule("boilerplate.watermark", Kind.REMOVE, Safety.LIKELY, watermark, gate=may_hold_blocks, stage=_STAGE),
    Rule("boilerplate.byline", Kind.REMOVE, Safety.LIKELY, byline, gate=may_hold_blocks, stage=_STAGE),
    Rule("boilerplate.meta-table", Kind.REMOVE, Safety.LIKELY, meta_table, gate=may_hold_blocks, stage=_STAGE),
), readers=(("metadata", metadata_of),))


def _known_line(text: str, profile: Profile, *, lexicon: "Lexicon") -> Iterator[Edit]:
    """Whole lines that a lexicon has learned to belong to a site.

    Never the last line that is left: a text that had a body keeps one.
    """
    known = _line_set(lexicon)
    spans = profile.line_spans
    going = [line.strip() in known for line in profile.lines]
    if not any(going) or all(gone or not line.strip() for gone, line in zip(going, profile.lines, strict=True)):
        return
    for k, gone in enumerate(going):
        if gone:
            start, end = spans[k]
            yield Edit(start, min(end + 1, len(text)), "")


@cache
def _line_set(lexicon: "Lexicon") -> frozenset[str]:
    return frozenset(lexicon.lines)


def known_line(lexicon: "Lexicon") -> Rule:
    """A rule that drops the lines of a lexicon: ``BODY | known_line(learn_repeated(texts))``."""
    return Rule("boilerplate.known-line", Kind.REMOVE, Safety.LIKELY, partial(_known_line, lexicon=lexicon),
                params={"lexicon": lexicon})
