"""Texts that nobody writes by accident: each kind is a unit that is repeated until a length is reached.

A finder that restarts at every place of a run, looks back without bound, or nests two repeats is quadratic on one of
these. The units come in pairs of widths, because somebody may have folded the width before us.
"""

from collections.abc import Mapping

#: Name → the unit. Where the unit needs a context to bite, the context is part of it.
KINDS: Mapping[str, str] = {
    # a decoder that lost its step
    "lost pairs between characters": "?阅",
    "lost pairs, shown as such": "\N{REPLACEMENT CHARACTER}岚",
    # brackets and readings
    "opening brackets": "(",
    "opening full-width brackets": "（",
    "closing brackets": ")",
    "readings without a character": "(zhi)",
    "readings of a character": "职(zhi)",
    "toned readings of a character": "学(xué)",
    "readings between two characters": "重?fù)p",
    "readings between two characters, no sign": "重(fù)p",
    "doubled readings": "市(shi)(shi)",
    "letters after a bracket": "(abc",
    "corner brackets": "〔",
    "square brackets": "[1]",
    "lenticular brackets": "【】",
    "book titles": "《《",
    "nested pairs": "（）()",
    # numbers and dates
    "digits": "1",
    "full-width digits": "１",
    "spaced digits": "1 ",
    "digits and commas": "1,",
    "digits and stops": "1.",
    "digits and dashes": "1-",
    "digits and letters": "1O",
    "one": "一",
    "ones and tens": "十一",
    "numerals": "一二三四五六七八九十百千万亿",
    "zeros": "〇",
    "years": "2023年",
    "years without a number": "年",
    "ordinals": "第",
    "ordinals and numbers": "第一",
    "percent": "百分之",
    "quoted numbers": "十四五”",
    "rare characters apart": "岚—·a",
    "numbers of documents": "〔2023〕1号",
    "numbers in lines": "1、\n",
    # white space and lines
    "spaces": " ",
    "ideographic spaces": "　",
    "no-break spaces": "\N{NO-BREAK SPACE}",
    "tabs": "\t",
    "newlines": "\n",
    "carriage returns": "\r",
    "returns and newlines": "\r\n",
    "spaced newlines": " \n",
    "characters and spaces": "教 ",
    "characters and newlines": "教\n",
    # marks
    "question marks": "?",
    "full-width question marks": "？",
    "commas": ",",
    "full-width commas": "，",
    "doubled stops": "。。",
    "dashes": "—",
    "hyphens": "-",
    "ellipses": "…",
    "dots": ".",
    "opening quotes": "“",
    "closing quotes": "”",
    "straight quotes": '"',
    "quotes around nothing": "“”",
    "asterisks": "*",
    "vertical bars": "|",
    "underscores": "_",
    "images": "![]()",
    "exclamation marks": "![",
    # letters and escapes
    "letters": "a",
    "capital letters": "A",
    "full-width letters": "Ａ",
    "toned letters": "ā",
    "ampersands": "&",
    "entities": "&nbsp;",
    "numbered entities": "&#",
    "backslashes": "\\",
    "escapes": "\\u",
    "escaped characters": "\\u6559",
    "tags": "<",
    "addresses": "http://",
    "addresses of mail": "a@",
    # bytes gone wrong
    "half surrogates": "\ud800",
    "surrogates the wrong way round": "\udc00\ud800",
    "zero bytes": "\0",
    "replacement characters": "\N{REPLACEMENT CHARACTER}",
    "UTF-8 read as GBK": "鏁欒偛",
    "GBK read as Latin-1": "½ÌÓý",
    "UTF-8 read as Latin-1": "æ•™",
    "bytes out of step": "!窞轭}",
    "private use": "\ue2a2",
    "zero width": "\N{ZERO WIDTH SPACE}",
    "byte order marks": "\ufeff",
    "combining marks": "a\N{COMBINING ACUTE ACCENT}",
    "astral characters": "\U00020000",
    # script
    "traditional characters": "學",
    "rare characters": "龘",
    "phrases that change together": "覆沒",
    # lines of a page
    "watermarked lines": "教育vwb四川教育在线\n",
    "watermarks": "vwb四川教育在线",
    "labels of sources": "来源：",
    "lines of sources": "来源：教育局\n",
    "lines of dates": "2023-05-12\n",
    "lines of links": "上一篇：通知\n",
    "rights reserved": "版权所有",
    "numbered parts": "（一）",
    "navigation": "首页 > ",
    "lines that end in the middle": "推进职业教育改革,\n",
}


def hostile(kind: str, length: int) -> str:
    """`length` characters of the kind."""
    unit = KINDS[kind]
    return (unit * (length // len(unit) + 1))[:length]
