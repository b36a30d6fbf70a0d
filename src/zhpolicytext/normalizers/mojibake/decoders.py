"""How decoders of GBK deal with bytes that are no GBK: which bytes each of them loses, and what shows of it.

Browsers and Windows have a character for every pair, a private one if need be; tables of GBK proper lack the
user-defined areas and some cells; Python and Java lose one byte of such a pair and try again at the next. One page went
through one decoder: what it does in one place it does everywhere, so a lost byte is one of few.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple, TypeAlias

from ...text.codecs import gbk_bytes
from ...text.encodings import double_bytes
from ...text.lattice import Option

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
Cells: TypeAlias = Literal["none", "unassigned", "user", "both", "big5", "cp950", "big5hkscs", "windows-950"]
TELLING = 250  # characters in which a sign that decoders have stands at least once
_TRAILS = (*range(0x40, 0x7F), *range(0x80, 0xFF))
_ENDS_MARKS = tuple(sorted({mark.encode()[-1] for mark in "。《》，：；（）“”"}))
_FIRST_UNASSIGNED = 0xE766


class Decoder(NamedTuple):
    """The habits of a decoder, or of a decoder and of whoever cleaned up after it."""

    name: str
    sign: str = REPLACEMENT  # what is written for bytes that mean nothing; may be nothing
    lost: Cells = "none"  # the pairs without a character
    gone: Cells = "none"  # the pairs that vanished without a sign: private use that somebody removed
    euro: bool = True  # 80 is a euro sign, not an error
    again: bool = False  # of a pair without a character one byte is skipped, not both
    eats: bool = False  # the ASCII character behind a stray lead byte goes with it
    folded: bool = False  # somebody folded widths after it: a letter can have been one of full width, and two bytes
    doubles: bool = False  # 80 behind the first byte of such a pair goes with it: one sign for both
    keeps: bool = False  # an ASCII character that would be the second byte of a pair without a character is kept


_BROWSER = Decoder("browser")
_GB18030 = Decoder("gb18030", euro=False)
_CP936 = Decoder("cp936", lost="unassigned")
_GBK = Decoder("gbk", lost="both", euro=False, again=True)
_JAVA = _GBK._replace(name="java", doubles=True)
_TABLE = Decoder("table", lost="both", euro=False)
#: What one decoder loses others lose too: of two that explain a text the first one here stands, which loses more.
_SHOWN = (_CP936, _BROWSER, _GB18030, _GBK, _JAVA, _TABLE,
          Decoder("cp936, private use removed", lost="unassigned", gone="user"),
          Decoder("browser, private use removed", gone="both"),
          Decoder("gb18030, private use removed", gone="both", euro=False),
          Decoder("table, private use removed", lost="unassigned", gone="user", euro=False))
_SILENT = (_CP936._replace(sign=""), _BROWSER._replace(sign=""), _GB18030._replace(sign=""), _GBK._replace(sign=""),
           _TABLE._replace(sign="", euro=True), _TABLE._replace(sign=""))
_ASKING = (_CP936._replace(sign="?", eats=True), _BROWSER._replace(sign="?", eats=True),
           Decoder("Windows, private use removed", "?", gone="user", lost="unassigned", eats=True),
           _TABLE._replace(sign="?", euro=True), _GBK._replace(sign="?"))
_BIG5 = (Decoder("big5 of browsers", lost="big5hkscs", euro=False, keeps=True), Decoder("cp950", lost="windows-950", euro=False),
         Decoder("table of big5", lost="big5", euro=False, keeps=True), Decoder("big5", lost="big5", euro=False, again=True),
         Decoder("cp950 of Python", lost="cp950", euro=False, again=True), Decoder("table of cp950", lost="cp950", euro=False))


def plausible_big5(text: str) -> tuple[Decoder, ...]:
    """The decoders of Big5 that can have made this text of another one."""
    private = any("\ue000" <= char <= "\uf8ff" for char in text)
    known = tuple(decoder for decoder in _BIG5 if decoder.lost == "windows-950" or not private)
    return known if REPLACEMENT in text else tuple(decoder._replace(sign="") for decoder in known)


def plausible(text: str) -> tuple[Decoder, ...]:
    """The decoders of GBK that can have made this text of another one, those first that lose more."""
    chars = set(text)
    user = any("\ue000" <= char <= "\ue765" for char in chars)
    unassigned = has_unassigned(text)
    known: tuple[Decoder, ...]
    if REPLACEMENT in chars:
        known = _SHOWN
    else:
        known = _SILENT if "?" not in chars else _ASKING + _SILENT
    out = [decoder for decoder in known
           if not (user and ("user" in _kinds(decoder.lost) or "user" in _kinds(decoder.gone)))
           and not (unassigned and ("unassigned" in _kinds(decoder.lost) or "unassigned" in _kinds(decoder.gone)))
           and not ("\N{EURO SIGN}" in chars and not decoder.euro and decoder.lost != "none")]
    folded = not any("\uff01" <= char <= "\uff5e" for char in chars)
    return tuple(decoder._replace(folded=folded) for decoder in out or known[:1])


def frequent_enough(known: Sequence[Decoder], lines: Sequence[str]) -> Sequence[Decoder]:
    """Those of the decoders that fit how often their signs stand in UTF-8 of Chinese.

    Of its characters 1.3 to 5 % are euro signs, 2 to 9 % private ones of the user-defined areas, where a decoder has
    such; a decoder that has no private ones shows 5 to 15 % as lost, one that has them 0 to 7 % (60 documents).
    """
    # a line that is not whole has a sign of it, if the decoder shows any
    shown = [decoder for decoder in known if decoder.gone != "none" or not decoder.sign or all(decoder.sign in line for line in lines)]
    known = [decoder for decoder in shown if decoder.sign] or shown or known
    text = "".join(lines)
    wide = len(text) - len(text.encode("ascii", "ignore"))
    if wide < TELLING:
        return known
    euro = text.count("\N{EURO SIGN}") >= wide / 200
    user = any("\ue000" <= char <= "\ue765" for char in text)
    share = text.count(REPLACEMENT) / wide
    out = [decoder for decoder in known if decoder.euro is euro
           and user is not ("user" in _kinds(decoder.lost) or "user" in _kinds(decoder.gone))
           and not (decoder.sign == REPLACEMENT and (share > 0.1 and decoder.lost != "both" or share < 0.04 and decoder.lost == "both"))]
    return out or known


def has_unassigned(text: str) -> bool:
    """Whether a character shows that the decoder had characters for the cells that GBK has not."""
    return not _unassigned_characters().isdisjoint(text)


def _kinds(cells: Cells) -> tuple[str, ...]:
    return {"none": (), "both": ("unassigned", "user")}.get(cells, (cells,))


@lru_cache(maxsize=32768)
def byte_items(char: str) -> bytes | None:
    """The GBK bytes of a character that any decoder can have made of them: `gbk_bytes`, and what others than Python do.

    >>> byte_items("\\ue76c").hex(), byte_items("\\x80").hex(), byte_items("\\u1e3f").hex()  # Windows, ICU, browsers
    ('a2e3', '80', 'a8bc')
    """
    data = gbk_bytes(char)
    if data is not None or char not in _MAY_BE_OTHER and not "\ue766" <= char <= "\uf8ff":
        return data
    return _other_characters().get(char)


#: The characters of `_other_characters` that are not of private use: to make that table takes 10 ms.
_MAY_BE_OTHER = frozenset(map(chr, (0x80, 0x1E3F, *range(0x9FB4, 0x9FBC), *range(0xFE10, 0xFE1A))))


@cache
def unassigned() -> tuple[bytes, ...]:
    """The pairs outside of the user-defined areas that GBK has no character for. Windows numbers them from U+E766."""
    known = double_bytes("gbk")
    return tuple([bytes((lead, trail)) for lead in range(0x81, 0xFF) for trail in _TRAILS
                  if trail not in known[lead] and not is_user_defined(lead, trail)])


def is_user_defined(lead: int, trail: int) -> bool:
    """Whether the pair is in one of the three areas that users of GBK may fill: A140-A7A0, AAA1-AFFE, F8A1-FEFE."""
    return 0xA1 <= lead <= 0xA7 and trail <= 0xA0 or (0xAA <= lead <= 0xAF or lead >= 0xF8) and trail >= 0xA1


@cache
def _other_characters() -> Mapping[str, bytes]:
    """What Windows, ICU and the WHATWG's table (GB18030 of 2005 and 2022) have where Python's GB18030 has something else."""
    table = {chr(_FIRST_UNASSIGNED + k): pair for k, pair in enumerate(unassigned())}
    # in GB18030 of 2022 the vertical marks of row A6 have left private use, and so have eight characters of row FE
    marks = (0xD9, 0xDB, 0xDA, 0xDC, 0xDD, 0xDE, 0xDF, 0xEC, 0xED, 0xF3)  # U+FE10 to U+FE19
    table |= {chr(0xFE10 + k): bytes((0xA6, trail)) for k, trail in enumerate(marks)}
    han = (0x59, 0x61, 0x66, 0x67, 0x6D, 0x7E, 0x90, 0xA0)  # U+9FB4 to U+9FBB
    table |= {chr(0x9FB4 + k): bytes((0xFE, trail)) for k, trail in enumerate(han)}
    return table | {"\u1e3f": b"\xa8\xbc", "\x80": b"\x80", "\uf8f5": b"\xff"}


@cache
def _unassigned_characters() -> frozenset[str]:
    table = {pair.decode("gb18030", "ignore") for pair in unassigned()} | set(_other_characters())
    return frozenset(table - {"", "\N{EURO SIGN}", "\x80", "\uf8f5"})


@cache
def pairs(cells: Cells) -> Mapping[int, frozenset[int]]:
    """The trail bytes by lead byte of the pairs of that kind."""
    table: dict[int, set[int]] = {}
    if cells in ("big5", "cp950", "big5hkscs", "windows-950"):
        return _not_in_big5(cells)
    if "unassigned" in _kinds(cells):
        for lead, trail in unassigned():
            table.setdefault(lead, set()).add(trail)
    if "user" in _kinds(cells):
        for lead in range(0x81, 0xFF):
            trails = {trail for trail in _TRAILS if is_user_defined(lead, trail)}
            if trails:
                table.setdefault(lead, set()).update(trails)
    return {lead: frozenset(trails) for lead, trails in table.items()}


def _not_in_big5(cells: str) -> Mapping[int, frozenset[int]]:
    known = double_bytes("cp950" if cells == "windows-950" else cells)
    out = {}
    for lead in range(0x81, 0xFF):
        lost = {trail for trail in _TRAILS if trail not in known[lead]}
        if cells == "windows-950":
            lost = {trail for trail in lost if not is_private_big5(lead, trail)}
        if cells == "big5hkscs":  # pairs of two characters, which the table leaves out
            lost -= {0x62, 0x64, 0xA3, 0xA5} if lead == 0x88 else set()
        out[lead] = frozenset(lost)
    return out


def is_private_big5(lead: int, trail: int) -> bool:
    """Whether Windows has a private-use character for this pair of Big5."""
    if 0x7F <= trail <= 0xA0:
        return False
    return 0x81 <= lead <= 0xA0 or lead >= 0xFA or 0xC7 <= lead <= 0xC8 or lead == 0xC6 and trail >= 0xA1


@cache
def lost_before(decoder: Decoder, following: int | tuple[int, ...]) -> tuple[Option, ...]:
    """What one sign of this decoder can stand for before this byte, or before one of these, which is lost itself."""
    single = single_lost(decoder, following)
    marks: tuple[int, ...] = ()
    if isinstance(following, int) and following < 0x40:  # which mark it was shows by the line end, for which the search does not wait
        marks = _ENDS_MARKS
        single = tuple(byte for byte in single if byte not in marks)
    out = [Option(0.0, (mark,)) for mark in marks] + ([Option(0.0, (_one_of(single),))] if single else [])
    if decoder.doubles:
        out.append(Option(0.0, (_one_of(lead for lead, trails in pairs(decoder.lost).items() if 0x80 in trails), 0x80)))
    return (*out, *(() if decoder.again else _of_pairs(decoder.lost, decoder.keeps)))


@cache
def single_lost(decoder: Decoder, following: int | tuple[int, ...]) -> tuple[int, ...]:
    """The bytes that this decoder loses alone."""
    single = set() if decoder.euro else {0x80}
    if isinstance(following, tuple):
        if decoder.again:
            single |= {lead for lead, trails in pairs(decoder.lost).items() if not trails.isdisjoint(following)}
    elif following < 0x40 or following == 0x7F:
        single |= set(range(0x81, 0xFF))
    elif decoder.again or decoder.keeps and following < 0x80:
        single |= {lead for lead, trails in pairs(decoder.lost).items() if following in trails}
    return tuple(sorted(single))


@cache
def run_of_two(decoder: Decoder, following: int) -> tuple[Option, ...]:
    """What two signs in a row can stand for: two bytes that are no pair, of which the second is none with the byte behind it."""
    second = frozenset(single_lost(decoder, following))
    groups: dict[frozenset[int], list[int]] = {}
    for lead, trails in pairs(decoder.lost).items():
        if (both := (trails - {0x80} if decoder.doubles else trails) & second):
            groups.setdefault(both, []).append(lead)
    out = [Option(0.0, (_one_of(leads), _one_of(trails))) for trails, leads in groups.items()]
    if second and not decoder.euro:
        out.append(Option(0.0, (0x80, _one_of(second))))
    if decoder.doubles:  # one sign for two bytes, and another one for the third
        leads = [lead for lead, trails in pairs(decoder.lost).items() if 0x80 in trails]
        out += [Option(0.0, (_one_of(leads), 0x80, _one_of(second)))] if second else []
    return tuple(out)


@cache
def two_lost_before(decoder: Decoder, following: int) -> tuple[Option, ...]:
    """Two bytes in a row that this decoder loses one by one."""
    second = single_lost(decoder, following)
    first = single_lost(decoder, second) if second else ()
    return (Option(0.0, (_one_of(first), _one_of(second))),) if first and (decoder.again or not decoder.euro) else ()


@cache
def gone(decoder: Decoder) -> tuple[Option, ...]:
    """What can have vanished between two characters without a sign, whatever stands behind it."""
    return _of_pairs(decoder.gone)


@cache
def _of_pairs(cells: Cells, high: bool = False) -> tuple[Option, ...]:
    leads: dict[frozenset[int], list[int]] = {}
    for lead, trails in pairs(cells).items():
        leads.setdefault(frozenset(trail for trail in trails if trail >= 0x80) if high else trails, []).append(lead)
    return tuple(Option(0.0, (_one_of(group), _one_of(trails))) for trails, group in leads.items())


def _one_of(values: Iterable[int]) -> int | tuple[int, ...]:
    known = tuple(sorted(values))
    return known[0] if len(known) == 1 else known
