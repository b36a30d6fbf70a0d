"""The recogniser of blocks: which line of a document is title, body, signature, navigation, disclaimer."""
