"""Write the table of keys into the README from the one table of commands."""

from pathlib import Path

from planner.presentation.keys import Keys, keys_of

FILE = Path(__file__).parents[1] / "README.md"
BEGIN, END = "<!-- keys: begin -->", "<!-- keys: end -->"


def text() -> str:
    """Return the README with the table as it should be."""
    before, _, rest = FILE.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    keys = Keys()
    rows = [*keys.moves_in_pairs, *((" ".join(keys_of(each)), each.tooltip) for each in keys.commands)]
    table = "\n".join(f"| {_code(keys)} | {meaning} |" for keys, meaning in rows)
    return f"{before}{BEGIN}\n\n| key | does |\n|---|---|\n{table}\n\n{END}{after}"


def _code(keys: str) -> str:
    return " ".join(each if each == "or" else f"`{each}`" for each in keys.split())


if __name__ == "__main__":
    FILE.write_text(text(), "utf-8")
    print(FILE.name)
