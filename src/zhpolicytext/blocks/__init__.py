"""Labelled blocks of a text: what is title, body, signature, and what only stands around them."""
