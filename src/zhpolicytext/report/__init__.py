"""A Document as something to look at: a terminal summary, an HTML page. Knows edits, not the reasons for them."""
