"""Daejo: Korean press releases beside their English, from source file to finished Word document."""

__version__ = "0.1.0"
