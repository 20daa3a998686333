"""The lexicon: rules and actors, written as YAML in `lexicon/`, shipped as JSON and read once when first used.

`load(name, type)` reads one compiled table into the typed struct of the stage that uses it.
"""

from legation.lexicon.tables import DATA, SHIPPED, Lexicon, in_use, load, per_lexicon

__all__ = ["DATA", "SHIPPED", "Lexicon", "in_use", "load", "per_lexicon"]
