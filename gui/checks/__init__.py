"""Checks compare source and target: one file each."""
