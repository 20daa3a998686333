"""Spanning trees: the best single-rooted tree over arc scores (Chu & Liu 1965, Edmonds 1967)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

FORBIDDEN = -1e9
Scores = NDArray[np.float32]


def best_tree(scores: Scores) -> list[int]:
    """Heads for `scores[dependent, head]`, shape (n, n + 1), column 0 the root; heads are 0 … n.

    >>> best_tree(np.array([[0.0, -9, 2], [3, 1, -9]], dtype=np.float32))
    [2, 0]
    """
    n = scores.shape[0]
    greedy: list[int] = scores.argmax(1).tolist()
    if is_tree(greedy):
        return greedy
    matrix = np.full((n + 1, n + 1), FORBIDDEN)
    matrix[1:] = scores
    np.fill_diagonal(matrix, FORBIDDEN)
    rooted = [_rooted(matrix, int(root) + 1) for root in np.argsort(-scores[:, 0])[:2]]
    best, heads = -np.inf, greedy
    for candidate in sorted(rooted, key=_bound, reverse=True):
        if _bound(candidate) > best:  # the other root can't win otherwise, and a contraction is dear
            found = _contract(candidate)
            score = float(candidate[np.arange(1, n + 1), found[1:]].sum())
            best, heads = max((best, heads), (score, found[1:]), key=lambda each: each[0])
    return heads


# What an auxiliary or copula can't govern in Universal Dependencies: its verb does.
LIFTED = frozenset({"nsubj", "nsubj:pass", "csubj", "obj", "iobj", "obl", "ccomp", "advmod", "mark", "expl"})
HELPING = frozenset({"aux", "aux:pass", "cop"})


def lifted(heads: list[int], labels: list[str]) -> list[int]:
    """The heads (0 … n), with arguments that hang on an auxiliary or a copula moved up to its verb.

    >>> lifted([2, 3, 0], ["nsubj", "aux", "root"])
    [3, 3, 0]
    """
    return [
        heads[head - 1] if head and labels[head - 1] in HELPING and label in LIFTED else head
        for head, label in zip(heads, labels, strict=True)
    ]


def is_tree(heads: list[int]) -> bool:
    """True when exactly one word hangs on the root and there is no cycle."""
    if heads.count(0) != 1:
        return False
    state = [0] * len(heads)  # 0 unseen, otherwise the walk that reached it
    for walk in range(1, len(heads) + 1):
        at = walk - 1
        while at >= 0 and not state[at]:
            state[at] = walk
            at = heads[at] - 1
        if at >= 0 and state[at] == walk:
            return False
    return True


def _rooted(matrix: NDArray[np.float64], root: int) -> NDArray[np.float64]:
    """The scores with `root` as the only child of the root."""
    matrix = matrix.copy()
    kept = matrix[root, 0]
    matrix[1:, 0] = FORBIDDEN
    matrix[root, 0] = kept
    return matrix


def _bound(matrix: NDArray[np.float64]) -> float:
    """No tree scores more than the best heads word by word."""
    return float(matrix[1:].max(1).sum())


def _cycle(heads: NDArray[np.int64]) -> list[int] | None:
    """The first cycle among 1 … n, or None."""
    colour = [0] * len(heads)
    for start in range(1, len(heads)):
        at = start
        while at and not colour[at]:
            colour[at] = start
            at = int(heads[at])
        if at and colour[at] == start:
            cycle, nxt = [at], int(heads[at])
            while nxt != at:
                cycle.append(nxt)
                nxt = int(heads[nxt])
            return cycle
    return None


def _contract(matrix: NDArray[np.float64]) -> list[int]:
    """Edmonds' contraction: heads of 0 … n (head of 0 is 0)."""
    heads = matrix.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return [int(h) for h in heads]
    inside = set(cycle)
    rest = [i for i in range(len(heads)) if i not in inside]
    small, enter, leave = _contracted(matrix, heads, cycle, rest)
    inner, out = _contract(small), [0] * len(heads)
    for index, node in enumerate(rest[1:], 1):
        out[node] = leave[node] if inner[index] == len(rest) else rest[inner[index]]
    for node in cycle:
        out[node] = int(heads[node])
    source = rest[inner[len(rest)]]
    out[enter[source]] = source
    return out


def _contracted(
    matrix: NDArray[np.float64], heads: NDArray[np.int64], cycle: list[int], rest: list[int]
) -> tuple[NDArray[np.float64], dict[int, int], dict[int, int]]:
    """The matrix with the cycle as one node, and where arcs enter and leave it."""
    size = len(rest)
    small = np.full((size + 1, size + 1), FORBIDDEN)
    small[:size, :size] = matrix[np.ix_(rest, rest)]
    inside = np.array(cycle)
    own = matrix[inside, heads[inside]]
    outside = np.array(rest)
    out = matrix[np.ix_(outside, inside)].argmax(1)
    small[:size, size] = matrix[outside, inside[out]]
    gain = matrix[np.ix_(inside, outside)] - own[:, None]
    best = gain.argmax(0)
    small[size, :size] = gain[best, np.arange(size)] + own.sum()
    leave = {node: cycle[at] for node, at in zip(rest, out.tolist(), strict=True)}
    enter = {node: cycle[at] for node, at in zip(rest, best.tolist(), strict=True)}
    return small, enter, leave
