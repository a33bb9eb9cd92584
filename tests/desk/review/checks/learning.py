"""Learns the weights of `desk/review/checks/likeness.py` anew: `pip install scikit-learn`, then
`python -m tests.desk.review.checks.learning`. Commit the file of weights with the sentences it was learned from.
"""

import json
import sys
from collections.abc import Iterator
from math import sqrt
from pathlib import Path

import numpy as np

FOLDER = Path(__file__).parent
LEARNED_FROM = (
    *("sentences", "news_sentences", "blind_sentences", "newest_sentences", "earlier_sentences"),
    *("situations_sentences", "turns_sentences", "short_sentences"),
)
OF_THE_ARCHIVE = 0.3
"""What a shipped sentence weighs beside one that was written as an example."""


def examples(*names: str) -> Iterator[tuple[str, int]]:
    """Sentences, and whether each tells of a breach."""
    for name in names:
        for lists in json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8")).values():
            yield from ((sentence, 1) for sentence in lists["telling"])
            yield from ((sentence, 0) for sentence in lists["innocent"])


def shipped() -> Iterator[str]:
    """The sentences of all cases that ship: they were checked by people, and tell of none."""
    from desk.review.checks.likeness import sentences_of
    from desk.review.checks.texts import texts
    from tests.archive.published import shipped_documents

    seen = {
        sentence.strip()
        for document in shipped_documents()
        for text in texts(document)
        if text.language or " " in text.text
        for sentence in sentences_of(text.text)
    }
    yield from sorted(seen)


def learned(*names: str) -> "np.ndarray[tuple[int], np.dtype[np.float16]]":
    """The weights, and last the intercept."""
    from scipy.sparse import csr_matrix  # type: ignore[import-not-found]
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-not-found]

    from desk.review.checks.likeness import BUCKETS, buckets_of

    of_examples = list(examples(*names))
    rows = [*of_examples, *((sentence, 0) for sentence in shipped())]
    buckets = [buckets_of(sentence) for sentence, _tells in rows]
    values = [1 / sqrt(max(len(row), 1)) for row in buckets for _bucket in row]
    starts = np.cumsum([0, *map(len, buckets)])
    matrix = csr_matrix((values, np.concatenate(buckets), starts), shape=(len(rows), BUCKETS))
    weights = [1.0] * len(of_examples) + [OF_THE_ARCHIVE] * (len(rows) - len(of_examples))
    model = LogisticRegression(C=30, max_iter=3000).fit(matrix, [tells for _row, tells in rows], sample_weight=weights)
    return np.append(model.coef_[0], model.intercept_[0]).astype(np.float16)


if __name__ == "__main__":
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from desk.review.checks.likeness import WEIGHTS

    np.save(WEIGHTS, learned(*(sys.argv[1:] or LEARNED_FROM)))
