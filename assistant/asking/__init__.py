"""What a question asks: its words tagged from tables, and the reading that they make together."""
