"""Pictures of the report for the five seeds, for the README: docs/gallery/*.webp.

    python tools/build_gallery.py

Needs Chromium (tools/install_chromium.sh). Run it again when the report or the rules have changed; the pictures are not
compared by any test.
"""

import base64
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.report.browser import MISSING, Browser  # noqa: E402

GALLERY = ROOT / "docs" / "gallery"
DESKTOP, PHONE = (1280, 800), (390, 760)
RULE = "[...document.querySelectorAll('.doc.open .legend .filter')].find((b) => b.innerText.includes({!r}))"

#: name, number of the seed, size, dark, what to do before the picture
PICTURES = (
    ("index", None, DESKTOP, False, ""),
    ("000", 0, DESKTOP, False, ""),
    ("001", 1, DESKTOP, False, ""),
    ("001-mojibake", 1, DESKTOP, False, RULE.format("mojibake.") + ".click()"),
    ("001-phone-dark", 1, PHONE, True, "location.hash = '#d1-text'"),
    ("002-dark", 2, DESKTOP, True, ""),
    ("003", 3, DESKTOP, False, "document.querySelector('.doc.open mark.s.p').scrollIntoView({block: 'center'})"),
    ("004", 4, DESKTOP, False, "document.querySelector('.doc.open .fold').scrollIntoView({block: 'center'})"),
)


def main():
    if MISSING:
        sys.exit(MISSING)
    import zhpolicytext as zh
    from zhpolicytext.report import html

    documents = [(f"seeds/{path.name}", zh.explain(zh.decode(path.read_bytes()).text))
                 for path in sorted((ROOT / "seeds").glob("*.txt"))]
    GALLERY.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, Browser(*DESKTOP) as browser:
        page = Path(folder) / "report.html"
        page.write_text(html(documents), "utf-8")
        for name, seed, (width, height), dark, script in PICTURES:
            browser.look(width, height, dark=dark, touch=width < 600)
            browser.open("about:blank")
            browser.open(page.as_uri() + ("#index" if seed is None else f"#d{seed}"))
            if script:
                browser.run(script)
            time.sleep(0.5)  # the page has no animation to wait for, but layout of what came into view
            picture = browser.devtools("Page.captureScreenshot", format="webp", quality=55)["data"]
            (GALLERY / f"{name}.webp").write_bytes(base64.b64decode(picture))
    total = sum(path.stat().st_size for path in GALLERY.iterdir())
    print(f"{len(PICTURES)} pictures, {total / 1000:.0f} kB")
    assert total < 1_000_000


if __name__ == "__main__":
    main()
