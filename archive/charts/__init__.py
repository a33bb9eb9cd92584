"""What statistics, tables and the calendar share: reading the address, states on many days, charts and their files."""
