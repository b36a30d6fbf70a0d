"""One module or package a normaliser; none imports another."""
