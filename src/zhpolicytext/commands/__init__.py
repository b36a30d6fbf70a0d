"""What the command line does, one command a module; `zhpolicytext.cli` parses and hands over."""
