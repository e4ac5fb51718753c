"""planner: a career planner for the terminal."""
