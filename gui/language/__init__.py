"""Facts of Korean and English: numbers, dates, romanisation, particles, sentences."""
