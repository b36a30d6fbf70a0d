"""Named character ranges, to stand inside a character class of `re` or `regex`.

>>> import re
>>> bool(re.match(f"[{HAN}]", "教")), bool(re.match(f"[{HAN}]", "a"))
(True, False)
"""

#: Han characters: the unified ideographs, extension A, the compatibility ideographs, 〇, and the supplementary planes.
HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
#: The unified ideographs of the basic block alone: where nearly all policy text lives, and the cheapest class to test.
HAN_BASIC = "\u4e00-\u9fff"
#: Horizontal white space inside a line, no-break, ideographic and the typographic spaces included.
SPACES = " \t\N{NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}\u2000-\u200a\N{NARROW NO-BREAK SPACE}"
#: Characters without width: joiners, marks of direction, the byte order mark, the soft hyphen.
ZERO_WIDTH = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
