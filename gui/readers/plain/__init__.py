"""What Markdown and plain text share: their encoding, their inline marks, and tables in HTML, pipes or tabs."""
