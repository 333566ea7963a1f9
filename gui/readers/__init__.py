"""Readers turn a file into a release: one file a format, and one recogniser of structure that all share."""
