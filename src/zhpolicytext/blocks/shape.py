"""What a line may be, judged by itself: a hypothesis. Context decides."""

from typing import ClassVar


class Shape(int):
    """Hypotheses on a line: numbers with names.

    Not an Enum: a page is compared a thousand times, and to name a member of an Enum takes 57 ns (Python 3.11), to name
    an attribute 15.
    """

    NONE: ClassVar["Shape"]  # no hypothesis: the only one that is false
    SYMBOLS: ClassVar["Shape"]  # nothing but marks
    CONTROL: ClassVar["Shape"]  # words of controls
    WEAK_CONTROL: ClassVar["Shape"]  # one word that may be a control
    PAGER: ClassVar["Shape"]  # link to the page before or after
    END: ClassVar["Shape"]  # a mark that the text ends here
    ADDRESS: ClassVar["Shape"]  # a bare address of the web
    DATA: ClassVar["Shape"]  # what a script left behind
    PATH: ClassVar["Shape"]  # short names between arrows
    CRUMB: ClassVar["Shape"]  # path through a site
    MENU: ClassVar["Shape"]  # row of menu words
    ROW: ClassVar["Shape"]  # row of names of columns: a menu by its place
    FILE: ClassVar["Shape"]  # name of a file with its size
    FOOT_LINK: ClassVar["Shape"]  # link of an imprint
    LINKS: ClassVar["Shape"]  # row of short names between bars
    WELCOME: ClassVar["Shape"]  # greeting of a site
    SUFFIX: ClassVar["Shape"]  # name of the site behind the title
    SIDE: ClassVar["Shape"]  # head of a list of other pages
    SIDE_LINE: ClassVar["Shape"]  # head of such a list with its items
    IMPRINT: ClassVar["Shape"]  # imprint
    OPERATOR: ClassVar["Shape"]  # who runs the site
    DISCLAIMER: ClassVar["Shape"]  # statement of the site about rights, sources, liability
    CLAIM: ClassVar["Shape"]  # the same said by nobody in particular
    PROMOTION: ClassVar["Shape"]  # promotion of a document-sharing site
    SPAM: ClassVar["Shape"]  # advertising
    TABLE: ClassVar["Shape"]  # fields of an index table
    BYLINE: ClassVar["Shape"]  # fields of a byline or of credits
    CONTACT: ClassVar["Shape"]  # contact fields
    DATE: ClassVar["Shape"]  # a date alone
    NUMBER: ClassVar["Shape"]  # a number alone

    def __repr__(self) -> str:
        return next(f"Shape.{name}" for name in Shape.__annotations__ if getattr(Shape, name) == self)


def _number() -> None:
    for number, name in enumerate(Shape.__annotations__):
        setattr(Shape, name, Shape(number))


_number()
