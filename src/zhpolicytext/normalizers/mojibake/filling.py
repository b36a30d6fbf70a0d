"""What stood in the gaps of a document: the likeliest text of each."""

import math
import re
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from ...text.encodings import Encoding
from ...text.language_model import language_model
from ...text.lattice import Reading, read
from ...text.match import Lazy
from .breaks import before_break, unlike_an_end
from .chains import linked
from .decoders import REPLACEMENT, Decoder
from .gaps import CONTEXT, Split
from .numbering import before_number, due, listed, points, spanned

CANDIDATES = 12  # of a gap that are weighed a second time
LONG = 60  # slots: of a line that is one gap the second best differs anywhere
_PAIRS = dict(zip("”》〉）)」』】］〕’", "“《〈（(「『【［〔‘", strict=True))
_OPENING = frozenset(_PAIRS.values())
_QUOTES = _OPENING.union(_PAIRS, "：:")
_QUOTE = Lazy(f"[{re.escape(''.join((*_PAIRS, *_PAIRS.values())))}]")
#: A line that names offices from its beginning to its end: those to whom the document goes. A colon ends it.
_ADDRESSEES = Lazy("(?:^|\n)(?:各|国务院|國務院|省|市|县|縣|区|區)[^\n。；;：:！!]{1,110}"
                   "(?:政府|部门|部門|单位|單位|机构|機構|[厅廳局委]|办公室|辦公室|委员会|委員會|学校|學校|高校|企业|企業|公司|银行|銀行|法院|检察院|檢察院)$")
_HEARERS = Lazy("(?:^|\n)[ \N{IDEOGRAPHIC SPACE}]{0,4}(?:各位|同志)[^\n，。；：！,;:!]{1,8}$")
#: How a speech goes on whose opening they are; later its hearers are exclaimed to.
_OPENING_WORDS = Lazy("\n[ \N{IDEOGRAPHIC SPACE}]{0,4}(?:现在|現在|今天|[这這此]次|我(?:[受谨謹向就]|代表)|受|根据|根據|首先|大家|刚才|剛才|经|經|按照)")
_ENDS = frozenset("。！？!?")
SPOKEN = 6.0  # bits against a colon behind the hearers of a speech that is under way, and for one where it opens
ADDRESSED = 10.0  # bits for a colon behind those: reports, of which the model is made, address nobody so
CHANCE = 1 / 3  # below it a guess is much more often wrong than right (230 gaps of Big5: 22 % right), and the loss stays
CHANCE_OF_NUMBER = 0.85  # the same for a number, 六 or 八: nobody sees that it is wrong
CHANCE_IN_FIGURE = 0.98  # and within a figure: of 六百 and 八百 the model knows nothing but which it saw more often
_NUMBERS = frozenset("一二三四五六七八九")
_FIGURE = frozenset("〇零十百千万萬亿億")
NEAR = 120  # characters in which a quote has its partner
UNBALANCED = 10.0  # bits for a quote or bracket without a partner (200 documents: 6 leaves seven wrong that 9 to 15 do not)
CUT_OFF = 3.0  # the same for one that the text stops behind
BETWEEN_LINES = 60.0  # one character in so many ends a line


class Gap(NamedTuple):
    """A gap between two certain stretches, and what it can be, the likeliest first."""

    candidates: list[Reading]


def filled(text: str, decoder: Decoder, encoding: Encoding, split: Split, below: str | None,
           joined: float | None = None) -> list[str | Gap] | None:
    """The line with the candidates of its gaps; None where a gap can be nothing.

    `below`: how the next line begins, as far as that is certain; None where the text stops without a line end.
    `joined`: how likely the break before that line is none; None where nothing is known of it.
    """
    last = below is None
    out: list[str | list[Reading]] = []
    before = "\n"
    pieces = split(text, decoder)
    for k, piece in enumerate(pieces):
        if isinstance(piece, str):
            out.append(piece)
            before = (before + piece)[-CONTEXT:]
            continue
        following = pieces[k + 1] if k + 1 < len(pieces) else ""
        tail = following[:CONTEXT] if isinstance(following, str) else ""
        end = k + 2 >= len(pieces) and not tail
        if not last and joined is not None and k + 2 >= len(pieces) and not tail.strip():
            found = before_break(piece, encoding, before, below or "", joined, CANDIDATES)
        else:
            if len(tail) < CONTEXT and k + 2 >= len(pieces) and not last:
                tail += "\n" + (below or "")
            found = read(piece, encoding, before, tail, CANDIDATES if len(piece) <= LONG else 1)
        if end and last:
            found = _at_the_end(found, before)
        if not found:
            return None
        out.append(found)
        before = (before + found[0].text)[-CONTEXT:]
    return [part if isinstance(part, str) else Gap(part) for part in linked(out)]


def _at_the_end(found: list[Reading], before: str) -> list[Reading]:
    """The text stops here without a line end: it may be whole, and it may be cut."""
    model = language_model()
    out = []
    for reading in found:
        ends = 2.0 ** -model.bits("\n", (before + reading.text)[-CONTEXT:])
        out.append(Reading(reading.cost - math.log2(0.5 + 0.5 * BETWEEN_LINES * ends), reading.text))
    return sorted(out)


def weighed(parts: list[str | Gap], chance: float = CHANCE) -> list[str]:
    """The parts of a text, every gap filled by what is likeliest there once quotes and brackets have their partners.

    `chance`: below it the loss stays.

    The document's own words as further evidence made it worse, in whichever share: 82 of 1,944 gaps were wrong where
    63 had been (各位代表！ became ：, 建议 became 建设).
    """
    texts = [part if isinstance(part, str) else part.candidates[0].text for part in parts]
    gaps = [(k, part.candidates) for k, part in enumerate(parts) if isinstance(part, Gap) and len(part.candidates) > 1]
    quoted = [(k, found) for k, found in gaps if any(not _QUOTES.isdisjoint(reading.text) for reading in found)]
    final = {k: _costs(texts, k, found) for k, found in quoted}
    gains = [(min(final[k]) - final[k][0], k, found) for k, found in quoted]
    changed = False
    for gain, k, found in sorted(gains):  # the surest first: of two gaps that can be the partner one is
        if gain < 0:
            costs = _costs(texts, k, found)
            best = found[costs.index(min(costs))].text
            changed = changed or texts[k] != best
            texts[k] = best
    if changed:
        final = {k: _costs(texts, k, found) for k, found in quoted}
    ends = [*accumulate(map(len, texts))]
    known = points("".join(texts))
    for k, found in gaps:
        costs = final.get(k) or [reading.cost for reading in found]
        left, right = _around(texts, k, 20)
        if known:
            at = ends[k] - len(texts[k])
            costs = [cost - due(known, at, left[-4:], reading.text, right[:4]) for cost, reading in zip(costs, found, strict=True)]
        if right[:1] == "\n":
            before = _around(texts, k)[0]
            costs = [cost + unlike_an_end(before + reading.text[:-1], reading.text[-1:], right) for cost, reading in zip(costs, found, strict=True)]
        if right[:1].isdigit():
            costs = [cost - listed(left, reading.text, right) - spanned(left, reading.text) + before_number(left, reading.text, right)
                     for cost, reading in zip(costs, found, strict=True)]
        texts[k] = _sure_enough([reading.text for reading in found], costs, left, right, chance)
    return texts


def _costs(texts: list[str], k: int, found: list[Reading]) -> list[float]:
    left, right = _around(texts, k)
    quotes_left, quotes_right = _QUOTE.findall(left), _QUOTE.findall(right)
    out = []
    for reading in found:
        addressed = right[:1] == "\n" and reading.text[-1:] in ("：", ":") and _ADDRESSEES.search(left + reading.text[:-1]) is not None
        unbalanced = _unbalanced([*quotes_left, *_QUOTE.findall(reading.text), *quotes_right])
        out.append(reading.cost + UNBALANCED * unbalanced - ADDRESSED * addressed
                   + SPOKEN * _spoken(left + reading.text, right)
                   - (UNBALANCED - CUT_OFF) * (not right and reading.text[-1:] in _OPENING))
    return out


def _spoken(left: str, right: str) -> int:
    """1 where a colon stands behind the hearers of a speech that is under way, -1 where the speech opens with them."""
    if left[-1:] not in ("：", ":") or not _HEARERS.search(left[:-1]):
        return 0
    opens = _ENDS.isdisjoint(left) and (not left.startswith((" ", "\N{IDEOGRAPHIC SPACE}")) or _OPENING_WORDS.match(right) is not None)
    return -1 if opens else 1


def _sure_enough(candidates: list[str], costs: list[float], left: str, right: str, enough: float) -> str:
    """The cheapest candidate; where it is hardly likelier than all others together, what it shares with the next one."""
    least = min(costs)
    best = candidates[costs.index(least)]
    chance = 1 / sum(2 ** (least - cost) for cost in costs)
    if chance >= CHANCE_IN_FIGURE:
        return best
    costs[costs.index(least)] = math.inf
    second = candidates[costs.index(min(costs))]
    if len(second) != len(best):
        return best
    least_chance = enough
    for k, (one, other) in enumerate(zip(best, second, strict=True)):
        if one != other and one in _NUMBERS and other in _NUMBERS:
            figure = not _FIGURE.isdisjoint((left[-1:] + best[:k])[-1:] + (best[k + 1 :] + right)[:1])
            least_chance = max(least_chance, CHANCE_IN_FIGURE if figure else CHANCE_OF_NUMBER)
    if chance >= least_chance:
        return best
    return "".join(one if one == other else REPLACEMENT for one, other in zip(best, second, strict=True))


def _around(texts: list[str], k: int, near: int = NEAR) -> tuple[str, str]:
    left = right = ""
    for text in reversed(texts[max(0, k - near) : k]):
        left = text[-near:] + left
        if len(left) >= near:
            break
    for text in texts[k + 1 : k + 1 + near]:
        right += text[:near]
        if len(right) >= near:
            break
    return left[-near:], right[:near]


def _unbalanced(quotes: Sequence[str]) -> int:
    """How many of these quotes and brackets have no partner."""
    unclosed: list[str] = []
    lone = 0
    for char in quotes:
        opening = _PAIRS.get(char)
        if opening is None:
            unclosed.append(char)
        elif unclosed and unclosed[-1] == opening:
            unclosed.pop()
        else:
            lone += 1
    return lone + len(unclosed)
