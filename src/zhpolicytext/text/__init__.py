"""What rules are written with: character ranges, lazy patterns, tables."""
