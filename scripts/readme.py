"""Write the table of keys into the README from the one table of commands."""

from pathlib import Path

from planner.tui.commands import COMMANDS, MOVES
from planner.tui.screens.help import key_names

FILE = Path(__file__).parents[1] / "README.md"
BEGIN, END = "<!-- keys: begin -->", "<!-- keys: end -->"


def text() -> str:
    """Return the README with the table as it should be."""
    before, _, rest = FILE.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    rows = [*MOVES, *((key_names(each), each.tooltip) for each in COMMANDS)]
    table = "\n".join(f"| {_code(keys)} | {meaning} |" for keys, meaning in rows)
    return f"{before}{BEGIN}\n\n| key | does |\n|---|---|\n{table}\n\n{END}{after}"


def _code(keys: str) -> str:
    return " ".join(each if each == "or" else f"`{each}`" for each in keys.split())


if __name__ == "__main__":
    FILE.write_text(text(), "utf-8")
    print(FILE.name)
