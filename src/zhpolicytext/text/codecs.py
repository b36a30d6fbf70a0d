"""Encodings as decoders on the web know them, not as the standards do."""

from functools import lru_cache

#: cp936 has the euro sign at 80; GB18030 has it at A2E3.
EURO = "€"


@lru_cache(maxsize=32768)
def gbk_bytes(char: str) -> bytes | None:
    """The GBK bytes of a character, private use mapped to the user-defined areas; None for what has none.

    >>> gbk_bytes("校").hex(), gbk_bytes("a").hex(), gbk_bytes("\ue2a2").hex(), gbk_bytes("ç") is None
    ('d0a3', '61', 'f9b1', True)
    """
    if char == EURO:
        return b"\x80"
    try:
        data = char.encode("gb18030")
    except UnicodeEncodeError:  # a lone surrogate
        return None
    return data if len(data) < 3 else None


@lru_cache(maxsize=1)
def cp1252_bytes() -> dict[str, int]:
    """The byte of every character that a single-byte decoder of the web makes: cp1252, its gaps as C1 controls, latin-1.

    >>> cp1252_bytes()["€"], cp1252_bytes()["\\x81"], cp1252_bytes()["ÿ"]
    (128, 129, 255)
    """
    table = {chr(code): code for code in range(256)}
    for code in range(0x80, 0xA0):
        try:
            table[bytes((code,)).decode("cp1252")] = code
        except UnicodeDecodeError:
            continue
    return table


def gb2312_rows(first: int, last: int) -> str:
    """The characters of these rows of GB2312, by their lead bytes.

    >>> gb2312_rows(0xB0, 0xB0)[:4], gb2312_rows(0xA9, 0xAF)[:2], len(gb2312_rows(0xB0, 0xD7))
    ('啊阿埃挨', '─━', 3755)
    """
    cells = (bytes((row, cell)) for row in range(first, last + 1) for cell in range(0xA1, 0xFF))
    return "".join(cell.decode("gb2312", "ignore") for cell in cells)


#: The user-defined areas of Windows' Big5, each with the private-use character that its first cell is.
_BIG5_PRIVATE = ((0xE000, 0xE310, 0xFA), (0xE311, 0xEEB7, 0x8E), (0xEEB8, 0xF6B0, 0x81), (0xF6B1, 0xF848, 0xC6))


@lru_cache(maxsize=32768)
def big5_bytes(char: str) -> bytes | None:
    """The Big5 bytes of a character as Windows has them, Hong Kong's additions included; None for what has none.

    >>> big5_bytes("校").hex(), big5_bytes("a").hex(), big5_bytes("\\ue000").hex(), big5_bytes("关")
    ('aed5', '61', 'fa40', None)
    """
    for codec in ("big5", "cp950", "big5hkscs"):
        try:
            data = char.encode(codec)
        except UnicodeEncodeError:
            continue
        if len(data) < 3:
            return data
    code = ord(char)
    for first, last, lead in _BIG5_PRIVATE:
        if first <= code <= last:
            start = 63 if lead == 0xC6 else 0  # the rows C6-C8 begin at C6A1
            row, cell = divmod(code - first + start, 157)
            return bytes((lead + row, cell + (0x40 if cell < 63 else 0x62)))
    return None
