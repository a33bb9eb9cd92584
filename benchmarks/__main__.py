"""`make bench [PART=law]`: runs every part of this package, or the one that is named."""

import importlib
import pkgutil
import sys

import benchmarks


def main(wanted: list[str]) -> None:
    parts = [part.name for part in pkgutil.iter_modules(benchmarks.__path__) if not part.name.startswith("_")]
    if unknown := set(wanted) - set(parts):
        sys.exit(f"No such part: {', '.join(sorted(unknown))}. There are: {', '.join(parts) or 'none yet'}.")
    for part in wanted or parts:
        print(f"\n{part}")
        importlib.import_module(f"benchmarks.{part}").main()


if __name__ == "__main__":
    main(sys.argv[1:])
