"""The command `legation`: one file a command, each loaded only when it is called."""

import os

# read when numpy is loaded: its small products on several threads cost three times what they save
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

from legation.cli.root import main  # noqa: E402 - behind the environment it runs in

__all__ = ["main"]
