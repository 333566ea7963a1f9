"""What Word and Hangul have in common: numerals of lists, letters of symbol fonts, charts."""
