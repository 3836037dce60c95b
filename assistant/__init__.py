"""Questions about job postings, answered with verbatim quotes that code has checked."""
