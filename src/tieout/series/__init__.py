"""Official tables: what they hold, how they are stored with their vintages, and what can be asked of them."""
