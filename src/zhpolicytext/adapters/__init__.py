"""The public API inside the engines that run it over many documents."""
