"""From files to texts: one module a format, each a function from bytes to what it found."""
