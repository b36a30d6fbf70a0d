"""How much of whole pages of the web goes that is not the document.

    pip download --no-deps --no-binary :all: gne==0.4.3     # pages of news sites, as the tests of an extractor
    tar xzf gne-0.4.3.tar.gz
    python -m benchmarks.pages gne-0.4.3/tests --body EXTRACTED

EXTRACTED is a folder with `SITE_PAGE.json` for `SITE/PAGE.html`, each ``{"title": …, "content": …}``: what stands for the
body. GNE itself makes them (`GeneralNewsExtractor().extract(html)`); what it takes for the body is mostly, not always, it.
A line of the page is of the body if the body holds it or, of a long one, its first or last 15 characters.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import zhpolicytext as zh
from zhpolicytext.html_text import explain_html

LONG = 20  # characters: of a longer line its beginning or its end tells


class Counts(NamedTuple):
    """Characters of one page: of the body and beside it, all and what is left of each."""

    body: int
    body_left: int
    beside: int
    beside_left: int


def bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


def counted(html: str, title: str, body: str) -> Counts | None:
    """None where the extracted body is not on the page."""
    document = explain_html(html)
    title, body = bare(title), bare(zh.clean(body))
    left = Counter(map(bare, document.text.split("\n")))
    lines = [bare(line) for line in document.raw.split("\n") if line.strip()]

    def is_body(line: str) -> bool:
        return line in body or len(line) > LONG and (line[:15] in body or line[-15:] in body)

    long = [k for k, line in enumerate(lines) if len(line) >= LONG and is_body(bare(zh.clean(line)))]
    if not long:
        return None
    out = [0, 0, 0, 0]
    for k, line in enumerate(lines):
        clean = bare(zh.clean(line)) if len(line) >= LONG else line
        stays = next((form for form in (line, clean) if left[form] > 0), None)
        if stays is not None:
            left[stays] -= 1
        of_body = is_body(line) or is_body(clean)
        if of_body and long[0] <= k <= long[-1]:
            kind = 0
        elif not of_body and not (len(line) > 5 and line in title or title in line):
            kind = 2
        else:
            continue
        out[kind] += len(line)
        out[kind + 1] += len(line) if stays is not None else 0
    return Counts(*out)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("pages", type=Path)
    parser.add_argument("--body", type=Path, required=True)
    arguments = parser.parse_args()
    whole = Counts(0, 0, 0, 0)
    print("| page | body kept | beside it | dropped |\n|---|---|---|---|")
    for page in sorted(arguments.pages.glob("*/*.html")):
        told = arguments.body / f"{page.parent.name}_{page.stem}.json"
        if not told.exists():
            continue
        known = json.loads(told.read_text("utf-8"))
        counts = counted(page.read_text("utf-8", "replace"), known.get("title") or "", known.get("content") or "")
        if counts is None:
            print(f"| {page.parent.name}/{page.stem} | left out: the body is not on it | | |")
            continue
        whole = Counts(*map(sum, zip(whole, counts, strict=True)))
        print(_row(f"{page.parent.name}/{page.stem}", counts))
    print(_row("all", whole))


def _row(name: str, counts: Counts) -> str:
    kept = counts.body_left / counts.body if counts.body else 1.0
    dropped = 1 - counts.beside_left / counts.beside if counts.beside else 1.0
    return f"| {name} | {kept:.3f} | {counts.beside} | {dropped:.2f} |"


if __name__ == "__main__":
    main()
