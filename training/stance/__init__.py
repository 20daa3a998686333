"""Fits how strong the classes of words are that show a stance."""
