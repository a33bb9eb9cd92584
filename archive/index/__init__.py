"""What readers can find: the index of editions, its filters, its search, the columns and days that ask it."""
