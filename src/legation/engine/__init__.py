"""The engine: the same coder over one process or many."""

from legation.engine.code_many import code_many
from legation.engine.worker import Coder

__all__ = ["Coder", "code_many"]
