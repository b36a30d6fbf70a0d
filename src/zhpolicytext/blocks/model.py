"""What a block is, and the labels it can have."""

from enum import Enum
from typing import NamedTuple


class Label(str, Enum):
    """What a line, or a piece of a line, is to the document."""

    TITLE = "title"
    BODY = "body"
    CAPTION = "caption"
    DOC_NUMBER = "doc_number"
    RECIPIENTS = "recipients"
    SIGNATURE = "signature"
    ATTACHMENT = "attachment"
    CONTACT = "contact"
    CC = "cc"
    ANNOTATION = "annotation"
    BLANK = "blank"
    NAV = "nav"
    SIDEBAR = "sidebar"
    PAGE_FURNITURE = "page_furniture"
    DISCLAIMER = "disclaimer"
    FOOTER = "footer"
    WATERMARK = "watermark"
    BYLINE = "byline"
    META_TABLE = "meta_table"

    def __str__(self) -> str:
        return self.value


#: The labels of what is not of the document. The last two become metadata.
REMOVED = (Label.NAV, Label.SIDEBAR, Label.PAGE_FURNITURE, Label.DISCLAIMER, Label.FOOTER, Label.WATERMARK,
           Label.BYLINE, Label.META_TABLE)


class Block(NamedTuple):
    """A line, or a piece of one, without the line end. Offsets are those of the text that was looked at."""

    start: int
    end: int
    label: Label


class Field(NamedTuple):
    """A named value in a line: `来源：某某日报`. Offsets are those of the line."""

    where: str  # byline, table or contact
    name: str  # source, author, …
    label: str  # as the table has it
    begin: int  # where the name stands
    start: int  # where the value stands
    end: int
