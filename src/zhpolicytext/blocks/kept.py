"""Labels of what stays: title, document number, addressees, signature, attachments, contact, copies."""

from collections.abc import Mapping, Sequence

from ..text.match import Lazy
from .fields import DATE, fields_of
from .lines import Line
from .model import Label

HAN_DATE = r"(?:[二一][0-9〇○零oO一二三四五六七八九]{3}年[〇一二三四五六七八九十元]{1,2}月[〇一二三四五六七八九十]{1,3}日)"
DATE_LINE = Lazy(rf"(?:{HAN_DATE}|(?:19|20)\d\d ?[年.-] ?\d{{1,2}} ?[月.-] ?\d{{1,2}} ?日?|(?:19|20)\d\d ?年 ?\d{{1,2}} ?月)")
DATE_AT_END = Lazy(rf"(?<=[^\d年])[ ]{{1,60}}({HAN_DATE}|(?:19|20)\d\d ?年 ?\d{{1,2}} ?月 ?\d{{1,2}} ?日)$")
NUMBER = Lazy(
    r"(?:[\u4e00-\u9fff]{1,14}(?:\([\u4e00-\u9fff]\))?[\u4e00-\u9fff]{0,6})? ?[\[(]? ?(?:19|20)\d\d ?[\])]? ?(?:年)? ?第? ?\d{1,5} ?号(?: {0,40}签发人[: ].{2,12})?|"
    r"\((?:19|20)\d\d\)[\u4e00-\u9fff]{1,2}\d{0,4}[\u4e00-\u9fff]{1,5}(?:字第)?\d{1,6}号(?:之[一二三四])?|\(?第 ?[一二三四五六七八九十百〇零\d]{1,6} ?号\)?|[\u4e00-\u9fff]{4,40}(?:公告|令)|\([\u4e00-\u9fff]{1,14}[\[(](?:19|20)\d\d[\])] ?(?:第 ?)?\d{1,5} ?号\)"
)
RECIPIENTS = Lazy(r"(?:各|省|市|县|区|厅|局|委|办|校|院|尊敬|全体|有关|教育|你|[\u4e00-\u9fff]{2,20})[^。!?]{1,300}:")
SALUTATION = Lazy(r"亲爱的|(?:各位)?(?:同志们|朋友们|同学们|老师们|女士们|先生们|来宾|领导|代表|委员|乡亲)")
VERB = Lazy(r"如下|指出|强调|要求|通知|公告|公示|表示|包括|以下|下列|认为|提出|问|答|说|为:|是:|内容|事项|时间|地点|目的|要点|办法:|措施:|程序:")
AGENCY_END = Lazy(
    r"(?:海关|银行|支行|分行|街道|乡|镇|局|厅|部|委|委员会|政府|办公室|办公厅|处|科|院|校|学|中心|办|党委|支部|署|组|公司|集团|协会|学会|所|馆|社|站|队|园|会|专|室|联盟|指挥部|党组|机构|团|区|家)(?:\((?:盖?章|代|印章)\))?$"
)
#: The head of an office who signs: `市　长　甘　泉`.
SIGNER = Lazy(r"(?:代|副)?(?:省|市|县|区|州|镇|乡|校|院|局|厅|部|行|社|署|会)? {0,8}(?:长|主任|主席|书记|总理|院长|检察长|审 {0,4}判 {0,4}[长员]|人民陪审员|陪 {0,2}审 {0,2}员|书 {0,4}记 {0,4}员|执 {0,4}行 {0,4}员|检 {0,4}察 {0,4}员|仲 {0,4}裁 {0,4}员)[ :]{1,8}[\u4e00-\u9fff](?: {0,4}[\u4e00-\u9fff]){1,3}")
ATTACHMENT = Lazy(r"\(?附(?:件|表|录|图)?(?: ?[\d一二三四五六七八九十]{1,2})? ?(?:[:.、]|$)|附件 ?\d{0,2}(?: |$)|相关附件:?$")
ITEM = Lazy(r"\d{1,2} ?[.、. ]|[①-⑳]|\(\d{1,2}\)|《|[\u4e00-\u9fff].{2,60}(?:表|名单|方案|办法|细则|清单|书|目录|计划|指标|样本|模板|说明|一览表|汇总表|\.(?:docx?|xlsx?|pdf|rar|zip|wps|et))$")
COPIES = Lazy(r"(?:抄送|抄报|主送|报送|分送|抄 送|抄 报)[::]|.{0,40}(?:19|20)\d\d ?年 ?\d{1,2} ?月 ?\d{1,2} ?日 ?印(?:发|制)?|\(?共印 ?\d+ ?份\)?|校对:.{0,12}$")
NOTE = Lazy(r"\((?:此件|此文|此页|本文有|盖章|公章|公开方式|主动公开|依申请公开|不予公开|信息公开)[^()]{0,30}\)|(?:公开方式|信息公开选项|公开选项|公开属性):.{0,12}")
CALL = Lazy(r"^[^。]{0,12}电话:[^。]{0,24}\d{3,4}-\d{7}|(?:电话|热线|手机|传真)[^:。]{0,8}:? ?\(?\d{3}|[\u4e00-\u9fff)]: ?\(?0\d{2,3}\)?-?\d{7}")


def kept_labels(lines: Sequence[Line], gone: Mapping[int, Label]) -> dict[int, Label]:
    """A label for every line that stays."""
    left = [k for k in range(len(lines)) if k not in gone]
    out = dict.fromkeys(left, Label.BODY)
    if not left:
        return out
    start = _head(lines, left, out, gone)
    _signature(lines, left, out, start)
    if Label.TITLE not in out.values():
        _late_title(lines, left, out)
    attached = False
    for place, k in enumerate(left):
        line = lines[k]
        if out[k] not in (Label.BODY,) or place < start:
            attached = attached and out[k] is not Label.SIGNATURE
            continue
        if COPIES.fullmatch(line.text) or line.text.startswith(("抄送", "抄报")):
            out[k] = Label.CC
        elif ATTACHMENT.match(line.text) and (not line.is_sentence or line.text.startswith(("附件:", "附:"))):
            out[k] = Label.ATTACHMENT
            attached = line.size < 60
            continue
        elif attached and ITEM.match(line.text) and not line.is_sentence and line.size < 80:
            out[k] = Label.ATTACHMENT
            continue
        elif NOTE.fullmatch(line.text):
            out[k] = Label.ANNOTATION
        elif is_contact(line):
            out[k] = Label.CONTACT
        attached = False
    return out


def _late_title(lines: Sequence[Line], left: Sequence[int], out: dict[int, Label]) -> None:
    """A decree: number, text, signature, and only then the title of what it enacts."""
    signed = [place for place, k in enumerate(left) if out[k] is Label.SIGNATURE]
    if signed and signed[-1] + 1 < len(left):
        line = lines[left[signed[-1] + 1]]
        if not line.is_sentence and not line.is_ordinal and 4 <= line.size <= 40 and not ATTACHMENT.match(line.text) and (
                not NOTE.fullmatch(line.text) and line.text[0] != "("):
            out[left[signed[-1] + 1]] = Label.TITLE


def is_contact(line: Line) -> bool:
    """Somebody to ask, a number to call."""
    text = line.text
    if line.size > 200 or ":" not in text and "电话" not in text:
        return False
    if CALL.search(text) and not line.is_ordinal and (not line.is_sentence or len(text) < 60):
        return True
    found = fields_of(text.strip("()"), ("contact",))
    return any(f.where == "contact" and f.name in ("phone", "email", "contact_person") and f.end > f.start for f in found)


def _head(lines: Sequence[Line], left: Sequence[int], out: dict[int, Label], gone: Mapping[int, Label]) -> int:
    """Title, document number, addressees. Returns the place in `left` behind them."""
    place = 0
    titled = False
    for place, k in enumerate(left[:14]):
        line = lines[k]
        text = line.text
        if out[k] is Label.TITLE:
            continue
        if NUMBER.fullmatch(text) and (not titled or place < 8) and (any(c.isdigit() for c in text) or text.endswith(("公告", "令"))):
            below = lines[left[place + 1]].text if place + 1 < len(left) else ""
            if text.endswith(("号", "号)")) or "号 " in text and "签发" in text or text.endswith(("公告", "令")) and below.startswith(("第", "(第")):
                out[k] = Label.DOC_NUMBER
                continue
        if titled and place < 6 and not line.is_sentence and KIND_OF_PAPER.search(text) and not any(
                KIND_OF_PAPER.search(lines[j].text) for j in left[:place]):
            for j in left[:place]:  # what stood above was not the title yet
                if out[j] is Label.TITLE and not AGENCY_END.search(lines[j].text):
                    out[j] = Label.BODY
            out[k] = Label.TITLE
            continue
        if (titled or place == 0 and text[0] == "各") and text.endswith(":") and place <= 10 and _is_recipients(text):
            out[k] = Label.RECIPIENTS
            return place + 1
        if line.is_sentence and not (not titled and gone.get(k + 1) is Label.BYLINE and line.text[-1] in "?!" and line.size <= 60) or (
                line.is_ordinal and titled):
            return place
        if not titled and line.size >= 2 and not DATE_LINE.fullmatch(text) and not (
                line.size <= 40 and text.endswith("文件")):
            following = next((lines[j] for j in left[place + 1 : place + 2]), None)
            if AGENCY_END.search(text) and line.size <= 24 and following is not None and not OPENS.match(following.text) and (
                    NUMBER.fullmatch(following.text) or not following.is_sentence and not following.text.startswith(("-", "(")) and (
                        KIND.search(following.text) is not None)):
                continue  # the red head: the agency alone
            out[k] = Label.TITLE
            titled = True
            for j in left[place + 1 : place + 4]:
                if not _continues(lines[j - 1] if j - 1 in out else lines[k], lines[j], lines[k]):
                    break
                out[j] = Label.TITLE
        elif titled and out[k] is not Label.TITLE and not text.endswith(":"):
            return place
    return place


def _continues(before: Line, line: Line, title: Line) -> bool:
    """A further line of the title: a subtitle, a year in brackets, the words after the agency."""
    text = line.text
    if line.is_sentence or line.size > 60:
        return False
    if text.startswith("--") or text.startswith("(") and text.endswith(")") and (
            YEARS.search(text) is not None and not DATE.search(text)):
        return True
    if before is title and title.size <= 14 and (" " in title.text or title.size <= 8) and 12 <= line.size <= 40 and not (
            line.is_ordinal or ":" in text or NUMBER.fullmatch(text) or DATE.search(text) or text.endswith("号")):
        return KIND.search(title.text) is None and SALUTATION.match(text) is None and MEETING.search(text) is not None
    if text.startswith(("关于", "印发")) and AGENCY_END.search(before.text) is not None:
        return True
    return before.text.endswith(("关于", "的", "和", "与", "、", "及")) and not text.endswith(":")


#: What the second line of a headline tells, under a motto: `提质 赋能 创新`.
MEETING = Lazy(r"(?:会|会议|活动|仪式|比赛|大赛|培训|典礼|启动|召开|举行|举办|纪实|侧记|综述|报道|班|论坛|调研|检查)$")
OPENS = Lazy(r"^(?:关于|印发|转发)")
KIND = Lazy(r"^[\u4e00-\u9fff]{0,10}(?:决定书|通知书|公告|通告|公示|函|令|意见书|裁定书|判决书|证明|介绍信|通报|告知书|启事|倡议书)$")
KIND_OF_PAPER = Lazy(r"^(?:.{0,30}关于.{2,60}|.{0,10}印发.{2,60})的?(?:通知|意见|公告|通告|通报|函|批复|决定|请示|报告|公示|复函|方案|办法)(?:\(.{1,12}\))?$")
YEARS = Lazy(r"(?:19|20)\d\d ?(?:-|年)|试行|草案|征求意见|修订|暂行|讨论稿|节选")


def _is_recipients(text: str) -> bool:
    return (RECIPIENTS.fullmatch(text) is not None and not VERB.search(text) and not SALUTATION.match(text)
            and len(text) <= 300 and ":" not in text[:-1])


def _signature(lines: Sequence[Line], left: Sequence[int], out: dict[int, Label], start: int) -> None:
    """An agency (or several) and a date under it, or both in one line."""
    if len(left) == 2 and DATE_LINE.fullmatch(lines[left[1]].text) and AGENCY_END.search(lines[left[0]].text):
        out.update(dict.fromkeys(left, Label.SIGNATURE))
        return
    for place in range(max(start, 1), len(left)):
        k = left[place]
        line = lines[k]
        if DATE_LINE.fullmatch(line.text):
            above = place - 1
            found = False
            while above >= start and place - above <= 6 and lines[left[above]].size <= 60 and (AGENCY_END.search(
                    lines[left[above]].text) or SIGNER.fullmatch(lines[left[above]].text)) and ":" not in lines[left[above]].text and not lines[left[above]].is_ordinal and not lines[left[above]].is_sentence:
                out[left[above]] = Label.SIGNATURE
                found = True
                above -= 1
            if found:
                out[k] = Label.SIGNATURE
        else:
            match = DATE_AT_END.search(line.text[-90:]) if line.size <= 100 else None
            if match and AGENCY_END.search(line.text[: -len(match.group())].rstrip()) and not line.is_sentence:
                out[k] = Label.SIGNATURE
