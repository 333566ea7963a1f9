"""One open project: open, edit, autosave, journal, recover, save, draft, check, export. No window needed."""
