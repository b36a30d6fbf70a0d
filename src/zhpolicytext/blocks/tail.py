"""What stands behind the last sentence: credits, controls, lists of other pages, statements of the site, imprints."""

from ..text.match import Lazy
from .bylines import FROM
from .fields import fields_of
from .lines import Line
from .model import Label
from .names import ROLE, is_name, names_in
from .page import CREDITS, NAMED, NOT_PROSE, ROSTER, TOPIC, Page, is_notice_title, is_staff_list, is_teaser
from .phrases import DISCLAIMER_TITLE
from .shape import Shape
from .title import EDITION
from .widgets import FILE_NAME, FOOT_LINK

AGENCY = Lazy(
    r"[\u4e00-\u9fff()、 ]{2,40}(?:局|厅|部|委|委员会|政府|办公室|办公厅|处|科|院|学校|中学|小学|大学|学院|中心|办|会|党委|支部|总局|署|组|公司|集团|协会|所|馆|社|站|队|园|校|专|"
    r"处室|领导小组|指挥部|总工会|联盟)(?:\(.{1,6}\))?"
)
ANNOTATION = Lazy(r"^\((?:此件|此文|本文有删减|此页无正文|盖章|公章|签名|签字|印章|联系|主动公开|依申请|公开|附件|注:|完$|\d{4})")
EMPTY_ATTACHMENT = Lazy(r"[·\[ -]{0,3}(?:相关附件|附件列表|相关文档|附件|文件|资料)(?:下载)?[\]:]{0,2}|\[?附件下载\]?:?")
OPERATED = Lazy(r"(?:主办|承办|主管|协办|运维|维护|技术支持|版权)(?:单位)?:")
ORGANISED = Lazy(r"机构|单位|组织|主办|承办")
OFFICE = Lazy(r"\([\u4e00-\u9fff]{2,10}(?:室|处|科|部|股|办|中心|社|站|组|系|院|局)\)")
#: Whom a paper is sent to.
COPIED = Lazy(r"^(?:抄送|抄报|主送|分送|报送|印送|发送)")
#: How lines begin that notices put behind their text.
KEPT = Lazy(r"^(?:\(|附件|附:|抄送|主送|抄报|印发|联系|特此|此复|此致|敬礼|二[〇○0]|校长|局长|主任|签|注)")
_COMPANY = frozenset((Shape.OPERATOR, Shape.CONTACT, Shape.LINKS, Shape.ROW))  # told by an imprint beside them


def label_tail(page: Page) -> None:
    lines, shapes, labels = page.lines, page.shapes, page.labels
    if page.last + 1 == len(lines):
        return  # nothing stands behind the last sentence
    first = next((k for k in range(len(lines)) if k not in labels), 0)  # the title, as far as it is known here
    title = lines[first].text
    is_notice = is_notice_title(title)
    signed = _signature(page) if Shape.DATE in page.kinds else -1
    links_end = _links_end(page) if Shape.FOOT_LINK in page.kinds else 0
    before = page.last  # the last line that stays
    after_end = False  # behind a mark that the text ends
    ended = False  # behind something of the site's: nothing of the document is expected any more
    k = page.last + 1
    while k < len(lines):
        shape, line = shapes[k], lines[k]
        if k in labels:
            ended = ended or shape in (Shape.CONTROL, Shape.PAGER, Shape.DISCLAIMER)
        elif shape is Shape.SIDE_LINE and k > signed or shape is Shape.CLAIM and not TOPIC.search(title) and (
                ended or _closes(page, k + 1) or DISCLAIMER_TITLE.fullmatch(lines[k - 1].text)):
            page.drop(k)
            if not ended and DISCLAIMER_TITLE.fullmatch(lines[k - 1].text):
                page.drop(k - 1, Label.DISCLAIMER)
            ended = True
        elif shape in (Shape.END, Shape.CRUMB, Shape.MENU, Shape.WELCOME, Shape.IMPRINT) or shape is Shape.ADDRESS and not (
                k - 1 not in labels and lines[k - 1].ending(1) == ":"):  # the line before names it
            page.drop(k)
            ended = True
            after_end = after_end or shape is Shape.END
        elif shape is Shape.SIDE and k > signed:
            k = _side(page, k)
            ended = True
            continue
        elif (shape is Shape.BYLINE or shape is Shape.TABLE and ended) and page.is_credit(k) and not (
                is_staff_list(title) or _is_listed(page, before) or _is_followed(page, k)):
            page.drop(k, Label.BYLINE)
            ended = ended or k > signed
        elif shape is Shape.BYLINE and ROLE.match(line.text) and not is_notice and k > signed and any(
                shapes[j] is Shape.BYLINE and page.is_credit(j) for j in (k - 1, k + 1) if page.last < j < len(lines)):
            page.drop(k)  # 某某融媒记者｜王一民, beside who edited
        elif shape is Shape.BYLINE and (PAPER_ISSUE.match(line.text) or FROM.match(line.text)) and k > signed:
            page.drop(k)
            ended = True
        elif line.text[0] == "(" and line.text[-1] == ")" and k > signed and (
                _is_bracketed_credit(line.text) or not is_notice and k == page.last + 1 and OFFICE.fullmatch(line.text)):
            page.drop(k, Label.BYLINE)
        elif k == page.last + 1 and not is_notice and SIGNED.match(line.text) and is_name(SIGNED.sub("", line.text)) and (
                k + 1 == len(lines) or k + 1 in labels or shapes[k + 1] in NOT_PROSE) and not _is_listed(page, before):
            page.drop(k, Label.BYLINE)
        elif k == page.last + 1 and line.size <= 14 and MEDIA_UNIT.fullmatch(line.text) and all(
                j < len(lines) and shapes[j] is Shape.BYLINE and page.is_credit(j) for j in (k + 1, k + 2)):
            page.drop(k, Label.PAGE_FURNITURE)  # 校园融媒体中心, over who took the pictures and who edited
        elif _is_empty_attachment(page, k):
            page.drop(k, Label.PAGE_FURNITURE)
            while k + 1 < len(lines) and (shapes[k + 1] is Shape.FILE or _is_said_file(page, k + 1)):
                k += 1
                page.drop(k, Label.PAGE_FURNITURE)
        elif shape is Shape.FOOT_LINK and (ended or k >= links_end):
            page.drop(k)
            ended = True
        elif ended and line.text.endswith("公司") and line.size <= 30 and k + 1 < len(lines) and (
                k + 1 in labels or shapes[k + 1] in (Shape.CONTACT, Shape.OPERATOR)):
            page.drop(k, Label.FOOTER)
        elif ended and COMMENT.match(line.text) and line.size <= 80 and k > signed:
            page.drop(k, Label.PAGE_FURNITURE)
        elif ended and EDITION.match(line.text) or k > signed and EDITIONS.fullmatch(line.text):
            page.drop(k, Label.NAV)
            ended = True
        elif ended and k > signed and _is_link(line) and (k - 1 in labels or k + 1 < len(lines) and _is_link(lines[k + 1])):
            page.drop(k, Label.SIDEBAR)
        elif ended and (line.text.endswith("|") and CELL.fullmatch(line.text) or RIGHTS.fullmatch(line.text)):
            page.drop(k, Label.FOOTER)
        elif after_end and line.size <= 15 and not line.is_sentence and k > signed:
            page.drop(k, Label.BYLINE)
        elif shape in (Shape.LINKS, Shape.ROW) and k == len(lines) - 1 and any(FOOT_LINK.fullmatch(part) for part in LINKED.split(line.text)):
            page.drop(k, Label.FOOTER)
        elif shape is Shape.CONTACT and MEDIA.search(line.text) and (ended or k + 1 < len(lines) and k + 1 in labels) and k > signed:
            page.drop(k, Label.FOOTER)
        elif (shape in _COMPANY or shape is Shape.TABLE and OPERATED.match(line.text)) and (
                ended or not (_is_helpdesk(page, k) or _names_somebody(page, k)) and _imprint_follows(page, k) and (signed >= 0 or not is_notice or _is_alone(page, k))):
            page.drop(k, Label.NAV if shape in (Shape.LINKS, Shape.ROW) else Label.FOOTER)
        if k not in labels:
            before, after_end = k, after_end and line.size < 40  # else the text goes on
        k += 1


#: The pages of a newspaper: `第A05版：社会`.
EDITIONS = Lazy(r"(?:[<\[(]{0,2}第? ?[a-z]?\d{1,2} ?版:[^ :,。]{2,12}[>\])]{0,2} {0,4}){2,12}")
#: A row of a table with one name in it: what is left of the pictures that a site links its partners with.
CELL = Lazy(r"\|? ?[^|。,:]{0,12}(?: ?\|){1,6}(?: ?-{3} ?\|){0,6}")
LINKED = Lazy(r" ?\| ?")
#: A notice of rights, word by word.
RIGHTS = Lazy(r"(?:copyright|©|\(c\)|(?:19|20)\d\d(?:-(?:19|20)?\d\d)?|all|all rights?|rights?|reserved|rights? reserved)[.,]?")
#: Where a paper printed it: `《某某报》2023年04月12日第1版 版名：要闻`.
PAPER_ISSUE = Lazy(r"^\(?(?:来源:|原载)?《?[\u4e00-\u9fff]{2,12}(?:报|刊|周刊)》? ?\(? ?(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?,? ?\)? ?第? ?[a-z]?\d{1,2} ?版")
#: What only an editorial office asks for.
MEDIA = Lazy(r"投稿|爆料|新闻热线|报料|采编|广告|通讯员群|编辑部")
#: `■ 王一民` behind an article: who wrote it.
SIGNED = Lazy(r"^[·□◎▲▎] ?(?:本报记者|本网记者|记者|通讯员|文/)? ?")
#: Who runs the account of a school or an office: no authority signs as that.
MEDIA_UNIT = Lazy(r"(?!.{0,6}(?:中共|[党省市县区]委))[\u4e00-\u9fff]{0,6}(?:新闻|宣传|融媒体?|全媒体|新媒体|记者|通讯|微讯|微信|广播|校报|校园)[\u4e00-\u9fff]{0,4}(?:社|中心|部|团|站|组|室|台)")
#: What readers wrote.
COMMENT = Lazy(r"^(?:网友|用户|游客|匿名)[\"' \w]{0,16}\"?:")
LINK = Lazy(r"^(?:·|>|▶|►|☞|★|◎|○|□|▪|\+)")


def _is_link(line: Line) -> bool:
    return line.size <= 48 and LINK.match(line.text) is not None and not line.text.endswith("。")


def _closes(page: Page, k: int) -> bool:
    """Something of the site's stands here."""
    return k < len(page.lines) and (page.gone(k) or page.shapes[k] in (Shape.IMPRINT, Shape.SIDE, Shape.FOOT_LINK))


def _signature(page: Page) -> int:
    """The date line of the signature, or -1: an agency, then a date."""
    for k in range(page.last + 1, len(page.lines)):
        if page.shapes[k] is Shape.DATE and not page.gone(k - 1) and AGENCY.fullmatch(page.lines[k - 1].text):
            return k
    return -1


def _links_end(page: Page) -> int:
    """Where the last run begins that is nothing but links of an imprint and what is gone."""
    k = len(page.lines)
    while k > page.last + 1 and (k - 1 in page.labels or page.shapes[k - 1] in (
            Shape.FOOT_LINK, Shape.IMPRINT, Shape.SYMBOLS, Shape.WEAK_CONTROL)):
        k -= 1
    return k


def _side(page: Page, k: int) -> int:
    """A head and the short lines under it: the index behind them."""
    lines, shapes = page.lines, page.shapes
    stop = k + 1
    while stop < len(lines) and not page.gone(stop):
        shape, line = shapes[stop], lines[stop]
        if shape in (Shape.SIDE, Shape.IMPRINT, Shape.DISCLAIMER, Shape.OPERATOR, Shape.CRUMB, Shape.MENU, Shape.LINKS):
            break
        if line.size > 64 and not (is_teaser(line) or shapes[stop + 1 : stop + 2] == [Shape.DATE]) or line.text.endswith("。") or shape is Shape.BYLINE and page.is_credit(stop):
            break
        stop += 1
    for j in range(k, stop):
        page.drop(j, Label.SIDEBAR)
    return stop


def _is_listed(page: Page, before: int) -> bool:
    """Persons under `编委名单` or behind a colon are the text's own."""
    text = page.lines[before].ending(40)
    if before > page.last and len(text) <= 30 and NAMED.match(text):
        return True  # 灯光：某某 above 摄影：某某
    if COPIED.match(page.lines[before].opening(4)):
        return True  # 校对 under 抄送, at the foot of a paper
    return text.endswith(":") or len(text) < 30 and ROSTER.search(text) is not None


def _is_followed(page: Page, k: int) -> bool:
    """Another named line of the text stands under it, and nothing of the site's above: a programme, minutes, a colophon."""
    j = k + 1
    while j < min(len(page.lines), k + 9) and page.shapes[j] in (Shape.BYLINE, Shape.OPERATOR):  # so many functions a colophon names
        j += 1
    return j < len(page.lines) and page.shapes[j] is Shape.NONE and NAMED.match(page.lines[j].text) is not None and not any(
        page.gone(j) for j in range(max(page.last + 1, k - 3), k))


def _is_bracketed_credit(text: str) -> bool:
    inner = text[1:-1].strip()
    if not inner or ANNOTATION.match(text):
        return False
    if names_in(inner):
        return True
    fields = fields_of(inner, ("byline", "contact"))
    return bool(fields) and all(f.where == "byline" and f.name in CREDITS for f in fields)


def _is_empty_attachment(page: Page, k: int) -> bool:
    """`相关附件：` with nothing of the document behind it."""
    return EMPTY_ATTACHMENT.fullmatch(page.lines[k].text) is not None and (
        k + 1 == len(page.lines) or page.shapes[k + 1] in NOT_PROSE or _is_said_file(page, k + 1))


def _is_said_file(page: Page, k: int) -> bool:
    """`附件名单.xlsx` where the list of attachments has named it already: the link to it."""
    text = page.lines[k].text
    if not FILE_NAME.fullmatch(text) or not any("下载" in line.text for line in page.lines[max(0, k - 6) : k] if line.size <= 10):
        return False
    stem = STEM.sub("", text[: text.rfind(".")]).replace(" ", "")
    return len(stem) >= 4 and any(stem in line.text.replace(" ", "") for line in page.lines[max(0, k - 40) : k] if "附" in line.text or line.is_ordinal)


STEM = Lazy(r"^(?:附件)? ?\d{0,2} ?[.、:-]? ?")


def _is_helpdesk(page: Page, k: int) -> bool:
    """`技术支持：电话` behind the text of a guide, alone: somebody to call, not who built the site."""
    return HELPDESK.match(page.lines[k].text) is not None and not page.gone(k - 1) and page.shapes[k - 1] not in _COMPANY and (
        page.shapes[k + 1 : k + 2] != [Shape.OPERATOR])


def _names_somebody(page: Page, k: int) -> bool:
    """A line of this run of contact lines names the person to ask: the document's, a site names none."""
    if page.shapes[k] is not Shape.CONTACT:
        return False
    return any(page.shapes[j] is Shape.CONTACT and "人" in page.lines[j].text and any(
        f.name == "contact_person" and f.start < f.end for f in fields_of(page.lines[j].text, ("contact",)))
        for j in range(max(page.last, k - 4), min(len(page.lines), k + 5)))


HELPDESK = Lazy(r"^技术(?:支持|咨询|服务)(?:电话|热线)?: ?\(?[\d(]")


def _is_alone(page: Page, k: int) -> bool:
    """One line of who runs the site and then the imprint: not the list of who organises an event."""
    above = page.lines[k - 1]
    return page.shapes[k] is not Shape.CONTACT and page.shapes[k + 1 : k + 2] == [Shape.IMPRINT] and not (
        page.shapes[k - 1] is Shape.OPERATOR or above.size < 30 and ORGANISED.search(above.text))


def _imprint_follows(page: Page, k: int) -> bool:
    for j in range(k + 1, min(k + 7, len(page.lines))):
        if page.shapes[j] is Shape.IMPRINT:
            return True
        if page.shapes[j] not in (*_COMPANY, Shape.WEAK_CONTROL):
            return False
    return False
