"""How much one reader may ask in a while, without knowing who asks: a digest that is forgotten with the hour."""
