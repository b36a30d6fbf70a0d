"""Labelled blocks of a text: what is title, body, signature, and what only stands around them."""

from .model import REMOVED, Block, Label
from .recogniser import blocks_of, learnable_lines

__all__ = ["REMOVED", "Block", "Label", "blocks_of", "learnable_lines"]
