"""The names of a site behind the title, as windows have them: `标题-频道_某某网`."""

from ..text.match import Lazy

#: The name of the site, as the title of the window has it.
SITE_SUFFIX = Lazy(
    r"(?:(?<![-_|])[-_|]{1,2}| ?[-_|] )(?=(?:[^-_| ,。]{2,24})$)(?=.{0,20}(?:官网|官方网站|入口|门户|网站|首页|app|下载|文库|范文|网|频道|在线|平台|登录|注册|新闻中心)|"
    r"(?<=[_|])[^-_| ,。]{2,20}(?:政府|局|厅|学校|学院|大学|中心|委员会|报|社)$)"
)


def _may_end_with_a_site(text: str) -> bool:
    """False only where `SITE_SUFFIX` finds nothing: one short name behind the last mark that divides."""
    if "-" not in text and "_" not in text and text.count("|") != 1:
        return False
    rest = text[max(text.rfind("-"), text.rfind("_"), text.rfind("|")) + 1 :].removeprefix(" ")
    return 2 <= len(rest) <= 24 and " " not in rest and "," not in rest and "。" not in rest and (
        not rest.isascii() or "app" in rest)  # 2023-05-06


def site_suffixes(text: str) -> tuple[tuple[int, int], ...]:
    """Where the names of the site begin, from left to right: seams of no width. A second reading would find no further one."""
    out: list[tuple[int, int]] = []
    while _may_end_with_a_site(text) and (match := SITE_SUFFIX.search(text)) and match.start() >= 4:
        out.append((match.start(), match.start()))
        text = text[: match.start()]
    return tuple(reversed(out))
