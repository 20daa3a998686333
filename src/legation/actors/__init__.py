"""Who is meant: names, offices by date, pronouns and definite descriptions → ActorRefs."""

from legation.actors.resolver import Actors

__all__ = ["Actors"]
