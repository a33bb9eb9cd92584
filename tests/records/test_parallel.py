"""Work that several processes do comes back in order, and few pieces are not worth a process."""

import os
from collections.abc import Iterator

from records.parallel import in_order


def doubled(number: int) -> tuple[int, int]:
    return 2 * number, os.getpid()


def test_results_come_in_order_from_other_processes() -> None:
    results = list(in_order(doubled, range(20), processes=2))
    assert [number for number, _process in results] == [2 * number for number in range(20)]
    assert os.getpid() not in {process for _number, process in results}


def test_few_pieces_are_worked_off_here() -> None:
    assert list(in_order(doubled, range(2))) == [(0, os.getpid()), (2, os.getpid())]
    assert list(in_order(doubled, [])) == []


def test_pieces_are_not_taken_far_ahead() -> None:
    taken: list[int] = []

    def pieces() -> Iterator[int]:
        for number in range(100):
            taken.append(number)
            yield number

    results = in_order(doubled, pieces(), processes=2)
    assert next(results)[0] == 0
    assert len(taken) < 10
    results.close()  # type: ignore[attr-defined]
