"""The smallest Textual program: what a start is measured against."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """One line of text."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield Static("HELLO-FRAME")


if __name__ == "__main__":
    Bare().run()
