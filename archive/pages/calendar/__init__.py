"""The calendar: which restrictions end in which month, ahead and behind. No calculation is worded as an event."""
