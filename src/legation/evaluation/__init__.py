"""Measures of the stages on public sets: what `legation eval` prints, each figure beside the floor it must hold."""

from legation.evaluation.figure import Figure

__all__ = ["Figure"]
