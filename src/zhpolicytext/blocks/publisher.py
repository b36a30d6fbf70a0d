"""Who published: the name of an office, a paper, a person, on a line without a label under the title."""

from ..text.match import Lazy
from .names import is_name

#: `校团委 2019-06-28`.
DATED_BY = Lazy(r"^[\u4e00-\u9fff]{2,14} {1,6}(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?$")
#: What platforms say of who writes on them, beside the date.
CREATOR = Lazy(r"创作者|官方账号|领域|粉丝|发布于")
PAPER = Lazy(r"^《?[\u4e00-\u9fff]{2,12}(?:报|日报|晚报|周刊|电视台|融媒|融媒体中心|客户端|网|发布)》?$")


def is_publisher(text: str) -> bool:
    """The name of an office, a paper, a person, and no more."""
    return len(text) <= 16 and (is_name(text) or PAPER.match(text) is not None or (
        OFFICE.match(text) is not None and not TITLE_WORD.search(text)))


OFFICE = Lazy(r"^[\u4e00-\u9fff]{1,12}(?:局|厅|处|科|室|部|办|委|政府|中心|报社|电视台|学院|大学|小学|中学|学校|医院|法院|检察院|公司|团委|党委|工会|妇联|协会|融媒|馆)$")

UPLOADED = Lazy(r"(?:上传|贡献|分享|播放|观看|关注|粉丝|获赞|收藏|下载)$")
TITLE_WORD = Lazy(r"[,。!?:]|关于|走进|赴|到|在|为|举行|召开|开展|来|进|做客|揭牌|慰问|调研|落户|建设|服务")
#: What a site puts behind a title that it says again: `（通用5篇）`.
SEVERAL = Lazy(r"(?:[\[(]?(?:篇|范文|第)[一1]篇?[\])]?|[\[(][一1][\])])[: ]?|[\[(](?:共|精选|通用|合集|推荐|优秀|汇总|最新|热门)?\d{1,3}[则篇份](?:范文|合集)?[\])]")
#: `第一财经 2023-04-20 19:30`: nothing but who, and when.
PUBLISHER = Lazy(r"[\u4e00-\u9fff]{2,12}")
TAKEN = Lazy(r"(?<=[\u4e00-\u9fff])[ /]{1,4}(?:摄影报道|摄影|摄|文/图|图/文|文|图)$")
NO_VALUE = Lazy(r" {0,4}[\[(]?(?:字号|字体|分享|打印|视力|阅读|浏览)[^。]{0,6}[:\[]")
#: A field that the table does not have, behind a value: `来源：某某局 发布园区：…`.
UNKNOWN_FIELD = Lazy(r"(?<=[^ ]) {1,8}[\u4e00-\u9fff]{2,8} ?:")
PERIODICAL = Lazy(r"^《?([^《》]{2,16}?)》? ?(?:19|20)\d\d ?年 ?第? ?\d{1,2} ?期$")
