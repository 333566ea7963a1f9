"""Translation memory and termbase."""
