"""Files that the person takes away: tables, calendars, conversations."""
