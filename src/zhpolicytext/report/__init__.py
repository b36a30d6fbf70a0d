"""What was changed and why, for people: in a terminal and as a page."""

from .page import html
from .summary import Style, summary

__all__ = ["Style", "html", "summary"]
