"""Labelled blocks of a text: what is title, body, signature, and what only stands around them."""

from .gate import may_hold_blocks
from .model import REMOVED, Block, Label
from .recogniser import blocks_of, learnable_lines, removed_blocks

__all__ = ["REMOVED", "Block", "Label", "blocks_of", "learnable_lines", "may_hold_blocks", "removed_blocks"]
