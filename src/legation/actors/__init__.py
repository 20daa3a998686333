"""Who is meant: names, offices by date, pronouns, descriptions → ActorRefs; the register of what texts teach."""

from legation.actors.learning import Learner, learn
from legation.actors.register import Fact, Register, read_register, write_register
from legation.actors.resolver import Actors

__all__ = ["Actors", "Fact", "Learner", "Register", "learn", "read_register", "write_register"]
