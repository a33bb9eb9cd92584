"""Each module is a part with `main()`: it prints ratios against references measured in the same run."""
