"""The language stage."""
