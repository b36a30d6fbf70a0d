"""Marks of which a damage left two."""

from collections.abc import Iterator

from ...core.edits import Edit
from ...core.profile import Profile
from ...text.sieve import MARKS, finds
from ...text.match import Lazy
from ...text.ranges import HAN

#: A comma that was put in before another mark, and marks that were written twice. Three or more are the author's
#: (an ellipsis, an empty table cell).
_DOUBLED = Lazy(f"(?<![,，、。；;：:])(?:[,，](?=[,，、。；;：:](?![,，、。；;：:])|[？！?!])|、(?=、(?![,，、。]))|。(?=。(?![。，、]))"
                f"|[；;](?=[；;](?![；;]))|：(?=[：:](?![：:]))|:(?=：(?![：:])))")
_BEFORE = Lazy(f"[{HAN}”’》）)」』〉％%\\]】〕]|[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]")
#: What is ASCII, or will be once `width` has run.
_ASCII = Lazy("[!-$&-(*-~０-９Ａ-Ｚａ-ｚ]")
#: Behind a cell of a table: a letter, a blank, a number that counts nothing.
_AFTER_ASCII = Lazy(rf"[,，](?:[A-Za-z,\s]|[0-9](?![0-9.]{{0,12}}[{HAN}%％]))")
#: Behind the mark that ends a sentence, where it is not a question.
_ENDS = Lazy(r"[”’」』）)\s]|\Z")
_ASKS = Lazy("[吗嗎呢么麼何谁誰哪几幾吧]|[是能可]否")


LONGEST_CELL = 6  # characters: of a longer one the lines around say whether it is a cell


def doubled_mark(text: str, profile: Profile) -> Iterator[Edit]:
    """Two marks where the author wrote one.

    >>> clean("加强统筹，，完善制度,、优化布局，。", doubled_mark)
    '加强统筹，完善制度、优化布局。'
    >>> clean("甲……乙——丙？！丁？？？戊,,,a,,b", doubled_mark)  # one mark of several signs, and table cells
    '甲……乙——丙？！丁？？？戊,,,a,,b'
    >>> clean("迎难而上，?砥砺前行", doubled_mark)  # not the end of a question: a lost character
    '迎难而上，?砥砺前行'

    Why: a spinner puts commas before random ，、。 (8 of 512 public pages, after nearly every clause).
    """
    for match in _DOUBLED.finditer(text):
        at = match.start()
        if at == 0 or not _BEFORE.match(text, at - 1):
            continue
        if text[at + 1] in "？！?!" and not (_ENDS.match(text, at + 2) or _ASKS.search(text, max(0, at - 12), at)):
            continue  # in the middle of a statement a question mark is what became of a lost character
        if text[at] == "," and text[at + 1] == "," and (
            _ASCII.match(text, at - 1) or _AFTER_ASCII.match(text, at + 1) or _is_table_row(text, at)
        ):
            continue
        if text[at : at + 2] == ";;" and _ASCII.match(text, at - 1):
            continue  # code
        yield Edit(at, at + 1, "")


def has_doubled_mark(profile: Profile) -> bool:
    """Two marks stand together."""
    if finds in profile and not profile[finds] & MARKS:  # what the pre-scan saw; it is not made for this alone
        return False
    text = profile.text
    for pair in _FULL:
        if pair.search(text):
            return True
    below = profile.latin1
    for mark, pair in _HALF:
        if mark in below and pair.search(text):
            return True
    return False


# literal first characters: `re` skips to each of them ten times as fast as to a class (0.8 µs for 2,000 characters)
_FULL = tuple(map(Lazy, ("，[,，、。；;：:？！?!]", "、(?=、)", "。(?=。)", "；[；;]", "：[：:]")))
_HALF = ((b",", Lazy(",[,，、。；;：:？！?!]")), (b";", Lazy(";[；;]")), (b":", Lazy(":(?=：)")))


def _is_table_row(text: str, at: int) -> bool:
    """The line has cells and no sentence, and a line beside it as many: 姓名,,电话,地址. Of others `halfwidth_mark` changes commas."""
    start = text.rfind("\n", max(0, at - 300), at) + 1 or max(0, at - 300)
    end = text.find("\n", at, at + 300)
    end = end if end >= 0 else at + 300
    line = text[start:end]
    if any(mark in line for mark in "。；！？、;!?"):
        return False
    if all(len(cell) <= LONGEST_CELL for cell in line.replace("，", ",").split(",")):
        return True
    if "，" in line:
        return False
    above = text[text.rfind("\n", max(0, start - 300), start - 1) + 1 : start - 1] if start else ""
    below = text[end + 1 : end + 300].partition("\n")[0]
    return line.count(",") in (above.count(","), below.count(","))
