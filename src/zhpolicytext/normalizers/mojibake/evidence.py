"""What must stand in a text before a ``?`` in it is taken for a lost byte: characters that prose has not.

Writers, converters and databases put stray question marks into good text as well. A repair of GBK out of step needs
damaged characters in the part that it changes; marks alone are a suggestion, until the document is proven otherwise.
"""

from ...text.codecs import gbk_bytes
from ...text.language_model import LONGEST, LanguageModel, language_model
from ...text.match import Lazy
from .glosses import is_glossed, is_swallowed

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
#: 企业保护、 leaves 企业?；?、: nothing but marks, and no writer's. Marks put in at random gained 40 bits at most.
ENCLOSED = Lazy("[?\ufffd][、。！；，!;,][?\ufffd]")
BEYOND_DOUBT = 24.0  # bits for each sign of loss
_QUESTION = Lazy("[谁誰怎吗嗎呢哪]")  # and a ``?`` is what it is
_KANA = Lazy("[\u3041-\u30fe]")
MOST_KANA = 3  # of Japanese half the characters; 保护 leaves one each time
EVIDENCE = 2
BEYOND_QUESTION = 8  # of these no question has so many
STEP = 28.0  # bits that a repair must gain where one character and a loss are the evidence
STEP_IN_KANA = 18.0  # the same, where that is a kana or of private use
UNCOMMON = 13.0  # bits of a character by itself: 1,400 Han are below
COMMON_SIGN = Lazy("[\u2010-\u206f\u3000-\u301f\ufe30-\ufe6f\uff00-\uffef×÷±°℃‰≈≠≤≥√∑㎡]")
TRAILS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz@[\\]^_`{|}~")
#: What pages put between their sentences, beside an emoji that became a ``?``: no sign of damage.
ORNAMENT = Lazy("[\u00a1-\u024f\u0370-\u04ff\u2010-\u2bff\u3200-\u33ff|~_]")
#: ソニー, です, 서울: kana that bytes out of step become stand alone, nine times of ten.
FOREIGN_WORD = Lazy("[\u3041-\u309f]{2,}+|[\u30a1-\u30ff]{2,}+|[\u3105-\u312f]{2,}+|[\uac00-\ud7a3]++")
STUMBLE = 13.0  # bits a character, of four in a row: damage has 14 to 20


def may_show(old: str) -> bool:
    """Whether a window can hold evidence enough: the search for what it was costs a thousand times as much."""
    if ENCLOSED.search(old) or has_step(old) or begins_out_of_step(old) or is_glossed(old) or is_swallowed(old):
        return True
    if len(_KANA.findall(old)) > max(MOST_KANA, len(old) // 4):  # Japanese
        return False
    found = foreign(old, 0, len(old))
    # letters beside Han are a formula
    if len(found) < EVIDENCE or "".join(found).isascii() or len(found) < BEYOND_QUESTION and _QUESTION.search(old):
        return False
    each = costs(old.replace("?", "").replace(REPLACEMENT, ""), "\n", language_model())
    return any(sum(each[k : k + 4]) > 4 * STUMBLE for k in range(max(1, len(each) - 3)))


def costs(text: str, before: str, model: LanguageModel) -> list[float]:
    """The bits of every character after those before it."""
    row = model.row(before[-LONGEST:].translate(model.fold) or "\n")
    out = []
    step = model.step
    for char in text:
        bits, row = row.steps.get(char) or step(row, char)
        out.append(bits)
    return out


def has_step(old: str, kept: str = "") -> bool:
    """Whether a sign of loss stands before a mark and odd characters behind it: ?;ぶ, ?,F在, ??h級.

    Or private use or a letter of no Chinese text behind the mark, where the loss is silent.

    What a cut between the bytes of a character leaves: its first byte is lost, the rest is a mark, and the next
    characters are out of step. One odd character is evidence there, unless it is `kept`, and half of those are letters.
    """
    if _QUESTION.search(old):
        return False
    for match in _LOST_BEFORE_MARK.finditer(old):
        near = old[match.end() : match.end() + NEAR]
        if near[:1] in TRAILS and near[1:2] >= "\u2e80" and near[0] not in kept and not ORNAMENT.match(near) or any(
                char not in kept for char in foreign(old, match.end(), match.end() + NEAR, RARE)):
            return True
    return False


def begins_out_of_step(old: str) -> bool:
    """Whether a line begins with a mark behind its indent, and goes on with what no prose has: 　。保梗福茨 was 　　１９８４年.

    The bytes of an indent and of a digit or bracket of full width (A1A1 A3B1) hold 。 (A1A3), at which the tool splits.
    """
    match = _BEGINNING.match(old)
    if match is None:
        return False
    each = costs(match[1], "。", language_model())
    return any(sum(each[:k]) > UNCHINESE * k for k in range(3, len(each) + 1))


UNCHINESE = 11.0  # bits a character: prose has 5, and no prose begins so
_BEGINNING = Lazy("[ \N{IDEOGRAPHIC SPACE}]{1,8}[?\ufffd]?[、。]([\u4e00-\u9fff]{3,6})")
KANA_STEP = Lazy("[、。！；，？!;,](?:[\ue000-\ue765]|[ぁ-んㄅ-ㄩ][^ぁ-ん])")
_LOST_BEFORE_MARK = Lazy("[?\ufffd][、。！；，？!;,?]{1,2}|[、。！；，？!;,](?=[\ue000-\ue765]|[ぁ-んㄅ-ㄩ][^ぁ-ん])")
NEAR = 3  # characters
RARE = 16.0  # bits of one by itself: 3,300 characters are below


def foreign(old: str, start: int, end: int, limit: float = UNCOMMON) -> list[str]:
    """The characters of a part that prose has not: rare ones with two bytes, private use, letters glued to Han."""
    alone, fold = language_model().alone, language_model().fold
    return [char for k, char in enumerate(old[start:end], start) if (
        alone[fold[ord(char)]] > limit and not COMMON_SIGN.match(char) and gbk_bytes(char) is not None if char > "\x7f" else
        char in TRAILS and old[k - 1 : k] >= "\u2e80")]
