"""The parser's products of matrices: by numpy's OpenBLAS, one thread for all of them.

thinc brings BLIS along, one thread too, in which the parser's products take three times as long.
Not every numpy has OpenBLAS (a Mac's may have Accelerate, whose threads nobody can hold): there
BLIS stays. With more threads OpenBLAS may add up in another order, and the last digits with it.
"""

from contextlib import AbstractContextManager, nullcontext
from functools import cache

import numpy as np  # noqa: F401  (brings OpenBLAS, which must be there to be found)
from thinc.api import use_ops
from threadpoolctl import ThreadpoolController


def in_models() -> AbstractContextManager[None]:
    """Return a scope in which models are loaded that multiply by OpenBLAS, if there is one."""
    return use_ops("numpy", use_blis=False) if _openblas().lib_controllers else nullcontext()


def one_thread() -> AbstractContextManager[object]:
    """Return a scope in which OpenBLAS takes one thread, whatever it takes elsewhere."""
    held: AbstractContextManager[object] = _openblas().limit(limits=1)
    return held


@cache
def _openblas() -> ThreadpoolController:
    return ThreadpoolController().select(internal_api="openblas")
