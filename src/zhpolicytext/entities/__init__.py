"""Recognisers of numbers, quantities, dates, ranges and document numbers: text in, entities out."""
