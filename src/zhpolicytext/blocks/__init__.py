"""Labelled blocks of a text: what is title, body, signature, and what only stands around them."""

from .gate import may_hold_blocks
from .lines import WHOLE, Line
from .model import REMOVED, Block, Label
from .recogniser import blocks_of, learnable_lines, removed_lines

__all__ = ["REMOVED", "WHOLE", "Block", "Label", "Line", "blocks_of", "learnable_lines", "may_hold_blocks", "removed_lines"]
