"""What the fields of an index table take: the title below an empty field is no value of it."""

from ..text.match import Lazy
from .fields import DATE, names_of_fields
from .kept import AGENCY_END
from .page import is_notice_title
from .publisher import TITLE_WORD

#: `县政办发〔2020〕7号`, `01/2020-7`: a number of the archive, of a paper.
_NUMBER = Lazy(r"(?=[^\d]{0,24}\d)(?:[a-z0-9/()\[\] ._:-]{4,48}|[\u4e00-\u9fff]{1,14}(?:\([\u4e00-\u9fff]\))?[\u4e00-\u9fff]{0,4} ?[\[(]? ?(?:19|20)\d\d ?[\])]? ?(?:第 ?)?\d{1,5} ?号?)")
_STATE = Lazy(r"(?:现行|继续|全文|部分|长期|永久|尚未|已被?|未|暂)?(?:有效|无效|失效|废止|废除|修改|修订|生效|公开|实施|施行)|[是否有无]|长期|永久|--?")
#: Several words with a mark between them that no title has: `职业教育;表扬;通报`.
_SEVERAL = Lazy(r"[^,。:!?《》;/|>\\]{1,16}(?: ?[;/|>\\] ?[^,。:!?《》;/|>\\]{1,16}){1,8};?")
#: One or more short words: `科技、教育`, `规范性文件`.
_WORDS = Lazy(r"[\u4e00-\u9fff]{1,6}(?:[、 ][\u4e00-\u9fff]{1,6}){0,4}|[\u4e00-\u9fff]{0,6}文件")
#: What papers are called: a title, if more than that is said.
_PAPER = Lazy(r"[^、 ]{2}(?:规则|守则|公约|要点|预案|清单|目录|名单|问答|标准|计划|总结|讲话|简介|手册|解读|(?<!主动|申请)公开|开放|会议)$")
_DATES, _AGENCIES, _WAYS = ("日期", "时间", "期限", "时限"), ("单位", "机关", "机构", "部门", "主体", "处室"), (
    "方式", "属性", "形式", "范围", "类型", "选项", "状态", "情况", "时效", "效力", "对象", "载体", "语种", "密级", "等级", "级别")
_TOLD_BY_FIELD = frozenset(("index_number", "doc_number", "validity", "category", "keywords"))


def takes(name: str, text: str) -> bool:
    """Whether the field of an index table takes this text for sure. Both are folded; `name` has neither spaces nor colon.

    >>> takes("主题分类", "科技、教育"), takes("有效性", "有效"), takes("发文字号", "青政办发[2020]7号")
    (True, True, True)
    >>> takes("主题分类", "青石县工作规则"), takes("有效性", "停水通知"), takes("内容概述", "水库今日开闸")  # the title
    (False, False, False)
    """
    field = next((field for where, field in names_of_fields().get(name, ()) if where == "table"), "")
    if field in ("written_date", "publish_date") or field not in _TOLD_BY_FIELD and name.endswith(_DATES):
        return DATE.match(text) is not None and len(text) <= 40
    if field in ("index_number", "doc_number"):
        return _NUMBER.fullmatch(text) is not None
    if field == "validity":
        return _STATE.fullmatch(text) is not None
    if field == "issuing_agency" or name.endswith(_AGENCIES):
        return len(text) <= 30 and AGENCY_END.search(text) is not None and not TITLE_WORD.search(text)
    if field in ("category", "keywords") or name.endswith(_WAYS):
        return _SEVERAL.fullmatch(text) is not None or _WORDS.fullmatch(text) is not None and (
            len(text) <= 3 or not (is_notice_title(text) or _PAPER.search(text)))
    return False
