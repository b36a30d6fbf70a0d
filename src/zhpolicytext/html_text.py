"""HTML in: the visible text of a page with its line structure, for the classifier to decide what is boilerplate.

Needs the extra ``html`` (resiliparse). No extractor's idea of "main content" is used: those drop notices, tables and
signatures and keep every disclaimer. Word and PDF are left to their own tools.
"""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .core.document import Document
    from .core.pipeline import Pipeline

#: What a browser does not show: copy-protection strings stand there.
_INVISIBLE = ("[hidden]", "[style*='display:none']", "[style*='display: none']", "noscript", "template", "select")


def html_text(html: str | bytes) -> str:
    """The visible text of a page, a line for each block; bytes are decoded as their page declares, or by what they are.

    Raises ModuleNotFoundError, with what to install, where resiliparse is missing.
    """
    try:
        from resiliparse.extract.html2text import extract_plain_text
        from resiliparse.parse.encoding import bytes_to_str, detect_encoding
        from resiliparse.parse.html import HTMLTree
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(
            "reading HTML needs resiliparse: pip install 'zhpolicytext[html]'", name=error.name) from error
    if isinstance(html, (bytes, bytearray)):
        data = bytes(html)
        html = bytes_to_str(data, _declared(data) or detect_encoding(data, html5_compatible=True) or "utf-8")
    elif not isinstance(html, str):
        raise TypeError(f"HTML is str or bytes, not {type(html).__name__}")
    # menus are rows of links that only the style sheet parts
    tree = HTMLTree.parse(re.sub(r"</a>\s{0,100}(?=<a\b)", "</a> ", html))
    text: str = extract_plain_text(
        tree, preserve_formatting=True, main_content=False, list_bullets=False, alt_texts=False, links=False,
        form_fields=False, noscript=False, skip_elements=list(_INVISIBLE))
    return text.replace("\t\t", "\t")


def clean_html(html: str | bytes, pipeline: "Pipeline | None" = None) -> str:
    """The text of the document on a page; `pipeline` is BODY unless another is given.

    >>> clean_html("<h1>某县召开会议</h1><p>来源：某某网</p><p>1月1日，某县召开教育工作会议。</p>")  # doctest: +SKIP
    '某县召开会议\\n1月1日，某县召开教育工作会议。'
    """
    return explain_html(html, pipeline).text


def explain_html(html: str | bytes, pipeline: "Pipeline | None" = None) -> "Document":
    """The same run as `clean_html`, as a Document: metadata, removed blocks, changes. `raw` is the text of the page."""
    if pipeline is None:
        from .presets import BODY

        pipeline = BODY
    return pipeline.run(html_text(html))


_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s{0,3}=\s{0,3}[\"']?\s{0,3}([A-Za-z0-9_:-]{2,20})", re.I)


def _declared(data: bytes) -> str | None:
    """The encoding that a mark of byte order or the page itself names, if Python knows it and the bytes agree."""
    import codecs

    for mark, name in ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(mark):
            return name
    match = _CHARSET.search(data[:4096])
    if match is None:
        return None
    name = match.group(1).decode("ascii").lower()
    name = "gb18030" if name in ("gb2312", "gbk", "gb_2312-80", "x-gbk") else name  # pages say gb2312 and mean gb18030
    try:
        data.decode(name)
    except (LookupError, UnicodeDecodeError):
        return None
    return name
