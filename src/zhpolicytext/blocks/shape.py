"""What a line may be, judged by itself: a hypothesis. Context decides."""

from enum import IntEnum, auto


class Shape(IntEnum):  # members of a plain Enum hash in Python, ten times slower
    """Hypotheses on a line."""

    SYMBOLS = auto()  # nothing but marks
    CONTROL = auto()  # words of controls
    WEAK_CONTROL = auto()  # one word that may be a control
    PAGER = auto()  # link to the page before or after
    END = auto()  # a mark that the text ends here
    ADDRESS = auto()  # a bare address of the web
    DATA = auto()  # what a script left behind
    PATH = auto()  # short names between arrows
    CRUMB = auto()  # path through a site
    MENU = auto()  # row of menu words
    ROW = auto()  # row of names of columns: a menu by its place
    FILE = auto()  # name of a file with its size
    FOOT_LINK = auto()  # link of an imprint
    LINKS = auto()  # row of short names between bars
    WELCOME = auto()  # greeting of a site
    SUFFIX = auto()  # name of the site behind the title
    SIDE = auto()  # head of a list of other pages
    SIDE_LINE = auto()  # head of such a list with its items
    IMPRINT = auto()  # imprint
    OPERATOR = auto()  # who runs the site
    DISCLAIMER = auto()  # statement of the site about rights, sources, liability
    CLAIM = auto()  # the same said by nobody in particular
    PROMOTION = auto()  # promotion of a document-sharing site
    SPAM = auto()  # advertising
    TABLE = auto()  # fields of an index table
    BYLINE = auto()  # fields of a byline or of credits
    CONTACT = auto()  # contact fields
    DATE = auto()  # a date alone
    NUMBER = auto()  # a number alone
    NONE = auto()  # no hypothesis
