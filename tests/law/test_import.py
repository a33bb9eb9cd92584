"""The law is plain Python: quick to import, and it loads no Django."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
QUESTION = """
from time import process_time
start = process_time()
import law, law.reckon
print(process_time() - start, *sorted({"django", "pydantic", "psycopg"} & set(__import__("sys").modules)))
"""


def test_import_takes_less_than_a_tenth_of_a_second_and_loads_no_django():
    """Processor time: a busy machine makes nobody slower."""
    runs = [_asked(QUESTION).split() for _ in range(3)]

    assert min(float(run[0]) for run in runs) < 0.1
    assert [run[1:] for run in runs] == [[], [], []]


def test_reckoning_loads_no_django():
    question = (
        "import sys; from law.facts import Case; from law.reckon import reckon; "
        "print(reckon(Case('c')).restrictions, 'django' in sys.modules)"
    )

    assert _asked(question).strip() == "() False"


def _asked(question: str) -> str:
    done = subprocess.run([sys.executable, "-c", question], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout
