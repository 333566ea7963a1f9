"""Engines draft English: one file each."""
