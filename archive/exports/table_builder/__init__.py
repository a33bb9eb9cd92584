"""The table builder: counts on one day of each year, rows by columns, with an address that keeps its figures."""
