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
