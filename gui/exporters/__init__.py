"""Exporters write a project as a document: one file a format or layout."""
