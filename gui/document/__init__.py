"""What the program is about: a release, its segments, the edits on them. Standard library only."""
