"""What a site says of itself and of others: imprints, disclaimers, promotions, advertising."""

from collections.abc import Iterable
from re import Pattern

from ..text.match import Lazy
from . import phrases
from .bylines import byline_fields
from .fields import DATE
from .lines import Line
from .rows import is_menu_row
from .shape import Shape
from .widgets import PROMPT, is_menu, squeezed


SEO_WORDS = Lazy(r"官网|入口|app|下载|登录|注册|首页|最新版|手机版|官方|安卓|ios|体育|娱乐|平台|免费")
#: What is advertised, by words that nothing but advertising has; and by words that also are a place, a school, a trade.
TOUTING = Lazy(
    r"葡京|官方入口|注册送|太阳城|bet365|百家乐|六合彩|老虎机|真钱|真人(?:娱乐|荷官|视讯|百家|棋牌|平台)|时时彩|在线观看|免费观看|信用卡套现|qq群|会员群|加群|加微信"
    r"|微信号|@所有人|代写|代发|刻章|博彩|娱乐城|娱乐场|官网(?:首页)?(?:入口|登录|下载)|体育投注|下注|兼职日结|vx:|薇信|加v|客服微信|群里下载|点击领取|资料群")
TOUTED = Lazy(r"澳门|赌场|开户|体育平台|在线平台|金沙|威尼斯人|皇冠|永利|成人|色情|加入我们|办证|棋牌|彩票平台|真人|优惠券")
#: Who fights or rules what is advertised speaks of it in these words, and no advertisement does.
RULING = Lazy(r"打击|禁止|严禁|取缔|查处|整治|治理|违法|违规|犯罪|依法|防范|赌博|处罚|不得|监管|政府|特别行政区|招生|教育")
SPACED = Lazy(r"(?:[\u4e00-\u9fff] ){4}")
ITSELF = Lazy(r"本(?:站|网|文库|平台)|文库(?:仅|不)|(?:通知|联系|告知)(?:文库|本站|我们)")
QUOTED = Lazy('"[^"]{1,120}"')
REGISTERED = Lazy(r"icp[备证]? ?\d|备\d{6}|标识码:? ?\d{6}|copyright|©|all rights|processed in \d|powered by")


def count_says(patterns: Iterable[Pattern[str]], text: str, enough: int) -> int:
    """How many of the patterns are found; no further than `enough`."""
    found = 0
    for pattern in patterns:
        if pattern.search(text):
            found += 1
            if found == enough:
                break
    return found


def disclaimer_in(text: str, is_ordinal: bool) -> Shape | None:
    """DISCLAIMER where the site itself speaks of rights, sources or liability, CLAIM where nobody does in particular."""
    if not phrases.DISCLAIMER_HINT.search(text):
        return None
    if text.count('"') > 1:  # what is quoted is said of, not said
        text = QUOTED.sub("", text)
    if (not is_ordinal or text[0].isdigit()) and phrases.SHARING.search(text):
        return Shape.DISCLAIMER
    if len(text) <= 40 and not is_ordinal and phrases.BAN.fullmatch(text):
        return Shape.CLAIM
    if is_ordinal:  # an article of a regulation may say all of this; a site counts its statements 1、2、3、
        return Shape.CLAIM if text[0].isdigit() and ITSELF.search(text) and (
            count_says(phrases.DISCLAIMER_SAYS, text, 2) == 2) else None
    heads = phrases.DISCLAIMER_HEAD.match(text) is not None
    speaks = phrases.SITE_SPEAKS.search(text) is not None
    if not heads and not speaks and len(text) > 60:
        return None  # nobody says it: 20 patterns need not be looked for
    if phrases.ANY_SAYS.search(text) is None:
        return None
    says = count_says(phrases.DISCLAIMER_SAYS, text, 2)
    if heads and (says >= 2 or speaks or len(text) < 80):
        return Shape.DISCLAIMER
    if speaks and (says >= 2 or len(text) <= 24 and not text.endswith("。")):
        return Shape.DISCLAIMER
    return Shape.CLAIM if says >= 2 and len(text) <= 60 else None


def is_advertising(text: str) -> bool:
    """Two words of advertising, one of them unmistakable. 澳门 twice is a place; 打击六合彩、百家乐 is the police."""
    touting = set(TOUTING.findall(text))
    return bool(touting) and len(touting | set(TOUTED.findall(text))) >= 2 and RULING.search(text) is None


def is_promotion(text: str) -> bool:
    enough = 2 if len(text) > 12 else 3
    return phrases.PROMOTION_HINT.search(text) is not None and phrases.ANY_PROMOTES.search(text) is not None and (
        count_says(phrases.PROMOTES, text, enough) == enough)


def is_imprint(text: str, is_ordinal: bool) -> bool:
    if len(text) > 300 or is_ordinal:
        return False
    if not phrases.IMPRINT.search(text):
        return False
    return not text.endswith("。") or REGISTERED.search(text) is not None


def statement_in(line: Line, text: str, bare: str) -> Shape | None:
    """Imprints, disclaimers, promotions: what a site says of itself."""
    size = len(text)
    if _is_counted_byline(text, bare):
        return Shape.BYLINE
    if is_imprint(squeezed(text) if " " in text and SPACED.search(text) else text, line.is_ordinal):
        return Shape.IMPRINT
    disclaimer = disclaimer_in(text, line.is_ordinal)
    if disclaimer is Shape.CLAIM and ":" in text and byline_fields(bare) != (0, 0):
        return Shape.DISCLAIMER
    if disclaimer is not None:
        return disclaimer
    if phrases.DISCLAIMER_TITLE.fullmatch(text):
        return Shape.DISCLAIMER
    if (" " in text or "|" in text or "·" in text) and is_menu(bare):
        return Shape.MENU
    if size >= 8 and not line.is_ordinal and (" " in text or "|" in text or "·" in text or "/" in text or "┊" in text) and (
            is_menu_row(bare)):
        return Shape.ROW
    if is_advertising(text) or size <= 40 and "," not in text and _is_seo(text):
        return Shape.SPAM
    if is_promotion(text):
        return Shape.PROMOTION
    if size <= 60 and "。" not in text and not line.is_ordinal and len(PROMPT.findall(text)) >= 3 - text.startswith("提示"):
        return Shape.CONTROL
    return None


def _is_counted_byline(text: str, bare: str) -> bool:
    """`更新时间：2020-05-06　来源：某某局　访问量：56`: the counter is of the page, not of the site."""
    return ":" in text and "访问" in text and DATE.search(text) is not None and REGISTERED.search(text) is None and byline_fields(bare)[0] >= 2


def _is_seo(text: str) -> bool:
    """Three words of search-engine spam, and little else."""
    found = SEO_WORDS.findall(text)
    return len(found) >= 3 and sum(map(len, found)) * 2 >= len(text)
