"""Between Qt and the core: undo commands, background tasks, messages, settings, theme."""
