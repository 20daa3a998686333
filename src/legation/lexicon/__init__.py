"""The lexicon: compiled rules and actors."""
