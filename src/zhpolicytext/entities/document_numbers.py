"""Document numbers: issuer, year in hexagonal brackets, serial (GB/T 9704-2012, 7.2.5)."""

from ..text.match import Lazy
from .days import YEAR, number_of
from .guards import DIGIT, SPACE
from .model import Entity
from .numerals import TO_ASCII, han

_S = f"[{SPACE}]{{0,2}}"
_HAN_SERIAL = "零〇○一二三四五六七八九十百千"
#: The year in brackets of any shape, even a mixed pair, and the serial.
_BRACKETED = Lazy(
    rf"[〔\[(（【［﹝{{〈„〖﹙<＜]{_S}(?P<year>{YEAR}){_S}[〕\])）】］﹞}}〉‟〗﹚>＞]{_S}第?{_S}"
    rf"(?P<serial>[{DIGIT}]{{1,5}}|[{_HAN_SERIAL}]{{1,7}}){_S}(?P<mark>[号號])"
    r"(?![楼樓线線院门門房厂廠井机機公路桥橋店码碼段库庫])"
)
#: Brackets that got lost: only behind an issuer that ends in a type of document.
_GLUED = Lazy(rf"(?P<year>(?:19[7-9][0-9]|20[0-4][0-9]))(?P<gap> ?)(?P<serial>[1-9][0-9]{{0,3}})(?![{DIGIT}]){_S}(?P<mark>[号號])"
              r"(?![楼樓线線院门門房厂廠井机機公路桥橋店码碼段库庫])")
_TYPES = "发發函字办辦厅廳令规規政党黨文电電议議纪紀决決复復批"
_ABBREVIATIONS = (
    "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼滬遼魯蘇贛陝閩貴粵寧瓊"
    "部军交运校院学群价国中央委省市州县区办教财人社艺广电新闻出版档台侨港澳族宗民协联保险银证外汇务海关铁航邮盐粮储林草地矿气象震测绘知识产权标准药疾控老龄少科发改民政卫健科工信商交建农林水文旅体审税质监安应急公检法司组宣统职成高基师督厅府厅健药医保环自资能市监退役残妇团青妇总工字函规党政纪检"
    "軍運學國縣區財發農衛審稅質監應檢組統師廳藥醫環資總黨紀"
)
#: What ministries write without a type, behind the abbreviation of a province or alone.
_KNOWN = "教职成|教體藝|教体艺|教思政|教社科|教科信|教语用|教资助|财教|财综|财税|财社|财建|财预|财农|财行|财库|发改(?:价格|社会|投资|高技|产业|环资|就业|规划|地区|农经|基础|能源|体改|外资)"
_GLUED_ISSUER = Lazy(f"(?:[{_ABBREVIATIONS}]{{1,8}}[{_TYPES}]|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]?(?:{_KNOWN}))$")
_HAN_RUN = Lazy(r"[\u4e00-\u9fff]+$")
#: Words in front of an issuer.
_STOP = Lazy(
    "(?:根据|根據|按照|依照|依据|依據|遵照|参照|參照|对照|按|照|据|據|依|见|見|详见|参见|印发|印發|转发|轉發|下发|颁发|发布|公布|发出|制发|印|转|转来|"
    "执行|執行|落实|落實|贯彻|貫徹|对应|^原|和(?![田政平])|及|与|與|以及|以|经(?![信发贸合管])|經(?![信發貿])|由|为|為|是|的|在|将|對|废止|廢止|通知|意见|意見|办法|辦法|文件|文号|文號|字号|发文|号|號|关于|關於|同时|同時|"
    "其中|即(?!墨)|如(?![政皋东])|至|从(?!化)|從|自(?!然|贸|資|资)|被|把|向|令|印发了|上述|下列|所列|凡|有关|有關|相关|相關|等)"
)
_NOT_ISSUER = tuple(
    "编号|編號|学籍|學籍|考号|考證|考证|准考|收据|收據|发票|發票|合同|证书|證書|证字|證字|许可|許可|产权证|证|證|执照|執照|备案|备字|备|案号|登记|登記|注册|产权|权字|權字|批次|项目|标准字|准字|準字|审批|審批|书号|期|年|版|届|级|班|室|楼|路|第|公司|有限|中标|招标|采购|询价|谈判|磋商|民初|刑初|行初|执字|仲裁|仲案".split("|"))


#: Labels of numbers that are no document numbers.
_LABEL = Lazy("(?:编号|編號|案号|案號|证号|證號|合同号?|备案|备案号|许可证|批号|档号|书号)(?:[:：为為是]|$)[^，。；、]{0,3}$")


#: What stands before a year in brackets.
BEFORE_SERIAL = frozenset("〔[(（【［﹝{〈„〖﹙<＜ \N{NO-BREAK SPACE}")


def document_number_at(text: str, start: int, floor: int) -> Entity | None:
    """The document number whose year begins at an offset.

    >>> document_number_at("见国办发(2017)95号", 5, 0).canonical
    '国办发〔2017〕95号'
    >>> document_number_at("教高厅函202016号", 4, 0).canonical
    '教高厅函〔2020〕16号'
    >>> document_number_at("学籍号20230116号", 3, 0)  # not an issuer: kept
    """
    opening = start - 1
    while opening > floor and start - opening < 4 and text[opening].isspace():
        opening -= 1
    found = _BRACKETED.match(text, opening) if opening >= 0 else None
    if found and opening > floor:
        behind = opening
        while behind > floor and opening - behind < 2 and text[behind - 1] == " ":
            behind -= 1
        issuer = _issuer(text[max(floor, behind - 24) : behind])
        year = number_of(found["year"])
        if len(issuer) < 2 or not 1949 <= year <= 2049 or _LABEL.search(text[max(floor, opening - 20) : behind - len(issuer)]):
            return None
        return _entity(behind - len(issuer), found.end(), issuer, year, found["serial"], found["mark"])
    glued = _GLUED.match(text, start)
    if not glued:
        return None
    head = _GLUED_ISSUER.search(text[max(floor, start - 9) : start])
    if not head or not 1978 <= int(glued["year"]) <= 2049:
        return None
    issuer = _issuer(head.group())
    if len(issuer) < 2:
        return None
    return _entity(start - len(issuer), glued.end(), issuer, int(glued["year"]), glued["serial"], glued["mark"])


def _issuer(before: str) -> str:
    """The abbreviation of an issuer at the end of what stands before the year."""
    run = _HAN_RUN.search(before)
    if not run:
        return ""
    issuer = run.group()
    if issuer.endswith(_NOT_ISSUER):
        return ""
    cut = 0
    for word in _STOP.finditer(issuer):
        if word.end() < len(issuer):
            cut = word.end()
        elif len(word.group()) > 1 or word.group() in "见見按据據依":
            return ""  # 详见(2019)5号: nobody issued it
    issuer = issuer[cut:]
    if len(issuer) > 10:
        known = len(issuer)
        while known and issuer[known - 1] in _ABBREVIATIONS + _TYPES:
            known -= 1
        issuer = issuer[known:]
    return issuer


def _entity(start: int, end: int, issuer: str, year: int, serial: str, mark: str) -> Entity | None:
    number = _serial(serial)
    if number is None or number == 0:
        return None
    value = {"issuer": issuer, "year": year, "serial": number}
    return Entity(start, end, "doc_number", value, f"{issuer}〔{year}〕{number}{mark}", "number.document-number")


def _serial(serial: str) -> int | None:
    """
    >>> _serial("０16"), _serial("二十三"), _serial("一四一")
    (16, 23, 141)
    """
    if serial[0].isdigit() and not serial[0] in "零〇○一二三四五六七八九十百千":
        return int(serial.translate(TO_ASCII))
    value = han(serial)
    if value:
        return int(value.plain)
    if all(c in "零〇○一二三四五六七八九" for c in serial):
        return int(serial.translate(str.maketrans("零〇○一二三四五六七八九", "000123456789")))
    return None
