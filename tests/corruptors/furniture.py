"""What pages, document-sharing sites and encyclopedias leave between the lines of a text."""

from collections.abc import Callable
from random import Random

PLACEHOLDERS = ("![]()", "![](images/p1.png)", "[图片]", "【图片】", "![image](https://example.com/a.jpg)", "IMG_2041.JPG",
                "图片1.png")
CONTROLS = ("【字体：大 中 小】 【打印本页】 【关闭窗口】", "分享到：微信 微博 QQ空间", "扫一扫在手机打开当前页", "返回顶部",
            "[打印本页] [关闭窗口]", "字號：大 中 小　列印　關閉", "打印 | 关闭")
DRESSES: tuple[Callable[[int, int], str], ...] = (
    lambda n, of: f"- {n} -", lambda n, of: f"—{n}—", lambda n, of: f"— {n} —", lambda n, of: f"第{n}页 共{of}页",
    lambda n, of: f"第 {n} 页 / 共 {of} 页", lambda n, of: f"{n} / {of}", lambda n, of: f"·{n}·",
    lambda n, of: f"Page {n} of {of}", lambda n, of: f"第{n}頁，共{of}頁",
)


def between_lines(text: str, rng: Random, inserts: tuple[str, ...], share: float = 0.5) -> str:
    """Lines of their own, before, between and after the lines of the text."""
    out = []
    for line in text.split("\n"):
        if rng.random() < share:
            out.append(rng.choice(inserts))
        out.append(line)
    out.append(rng.choice(inserts))
    return "\n".join(out)


def paged(text: str, rng: Random, dress: Callable[[int, int], str], size: int = 160, head: str = "") -> str:
    """Pages of `size` characters, each cut wherever it is full, with its number (and a running head) below."""
    pages = cut(text, rng, size)
    out = []
    for number, page in enumerate(pages, 1):
        out.append(page)
        out.append(dress(number, len(pages)))
        if head:
            out.append(head)
    return "\n".join(out)


def chunked(text: str, rng: Random, size: int = 280) -> str:
    """Document-sharing sites: every page is one line, with `N、` before it."""
    return "\n".join(f"{number}、{page}" for number, page in enumerate(cut(text, rng, size), 1))


def cut(text: str, rng: Random, size: int) -> list[str]:
    """Pieces of about `size` characters: cut inside of clauses, never beside a mark, a digit or a line end."""
    pieces = []
    start = 0
    while len(text) - start > 2 * size:
        end = start + size + rng.randint(-10, 10)
        while not all("\u4e00" <= char <= "\u9fff" for char in text[end - 1 : end + 2]):
            end += 1
        pieces.append(text[start:end])
        start = end
    return [*pieces, text[start:]]


def cited(text: str, rng: Random) -> str:
    """Citation marks that count up, before or behind full stops."""
    out = []
    number = 0
    for char in text:
        if char == "。" and rng.random() < 0.6:
            number += 1
            out.append(rng.choice((f"[{number}]。", f"。[{number}]")))
        else:
            out.append(char)
    return "".join(out)


def title_twice(text: str, rng: Random) -> str:
    """The head of the page says the title, the document says it again."""
    title, _, rest = text.partition("\n")
    between = rng.choice(("", "2023-05-06 来源：本站\n", "\n"))
    return f"{title}\n{between}{title}\n{rest}"
