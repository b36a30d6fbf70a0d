"""Edits, and what is derived from them: nothing here knows a word of Chinese."""
