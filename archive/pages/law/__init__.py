"""The rule book before its readers: rules, the check against reality, the calculator."""
