"""Sets of whole numbers as roaring bitmaps, to and from arrays."""

from array import array

import numpy as np
from pyroaring import BitMap

from archive.index.columns.binary import Array


def bitmap(numbers: Array) -> BitMap:
    """The set of these numbers. By way of array.array, which pyroaring reads six times faster than numpy's arrays."""
    return BitMap(array("I", numbers.astype(np.uint32).tobytes()))


def numbers(bitmap: BitMap) -> Array:
    """The members in rising order."""
    return np.frombuffer(bitmap.to_array(), np.uint32)


def where(mask: Array) -> BitMap:
    """The places at which a mask is true."""
    return bitmap(np.flatnonzero(mask))
