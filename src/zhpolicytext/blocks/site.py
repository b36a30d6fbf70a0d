"""The site's own region behind the text of a whole page: what goes there, and what may be the document's."""

from .model import Label
from .page import NOT_PROSE, Page, is_teaser
from .region import is_short
from .shape import Shape
from .tail import AGENCY, KEPT

SIGNATURE = 3  # lines: an agency signs right behind the text, or above a date


def label_site(page: Page) -> None:
    """What stands among the site's own lines behind the text, but for what may belong to the document."""
    for k in range(page.site, len(page.lines)):
        if not page.gone(k) and _is_of_the_site(page, k):
            page.drop(k, Label.SIDEBAR)


def _is_of_the_site(page: Page, k: int) -> bool:
    """A headline, a name, the beginning of another page: neither signature nor attachment nor whom to call."""
    line, shape = page.lines[k], page.shapes[k]
    if shape in (Shape.FOOT_LINK, Shape.OPERATOR):
        return True
    if KEPT.match(line.opening(8)) or shape in (Shape.CONTACT, Shape.FILE):
        return False
    if line.is_ordinal and k + 1 < len(page.lines) and not is_short(page.lines[k + 1]):
        return False  # the heading of what stays
    if AGENCY.fullmatch(line.text):
        return k >= page.site + SIGNATURE and page.shapes[k + 1 : k + 2] != [Shape.DATE]
    if shape is Shape.DATE:
        return not AGENCY.fullmatch(page.lines[k - 1].text)
    return shape in NOT_PROSE or is_short(line) or is_teaser(line)
