"""Progress and curricula to and from the formats of other tools: Markdown, JSON, CSV, iCalendar."""
