import gc

from records.memory import LITTER, settle


def test_what_is_held_when_a_process_settles_is_not_looked_through_again() -> None:
    before = gc.get_threshold()
    try:
        settle()
        assert gc.get_threshold()[0] == LITTER
        assert gc.get_freeze_count() > 1000
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
