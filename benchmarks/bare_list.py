"""A bare Textual list of everything in the curricula: what a key in the Curriculum is measured against."""

from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from planner.core.text import clean
from planner.session import Session

READY = "HELLO-LIST"


class BareList(App[None]):
    """Textual's own list, of titles alone."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        titles = [clean(each.title) for each in Session.open().catalogue.listed]
        yield OptionList(*(Option(Content(each)) for each in (READY, *titles)))


if __name__ == "__main__":
    BareList().run()
