"""The main screen: the four views, and the way from one to another."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.reactive import var
from textual.widgets import Input, Static

from planner.presentation.commands import TYPING, VIEWS, View
from planner.presentation.figures import count
from planner.session import Session
from planner.tui.bindings import bindings
from planner.tui.full_screen import fit, is_too_small
from planner.tui.messages import CommandChosen, NumberOpened, ResourceOpened
from planner.tui.screens.path_screen import PathScreen
from planner.tui.widgets.bars import KeyBar, TopBar
from planner.tui.widgets.map_pane import MapPane, begins_close
from planner.tui.widgets.pane import Pane
from planner.tui.widgets.panes import later_pane
from planner.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from planner.core.marking import Answers

VIEWS_STYLE = Path(__file__).parents[1] / "views.tcss"
"""How the views look but for the Map."""
TOO_SMALL = "This window is too small.\nplanner needs 60 columns and 20 rows.\n\nq leaves"


class MainScreen(PathScreen):
    """Map, Curriculum, Path and Progress."""

    BINDINGS = bindings()
    BLANK = True
    DEFAULT_CLASSES = "-map"

    view: var[View] = var("map")
    _styled_for: frozenset[str] | None = None

    def watch_view(self) -> None:
        """Let the stylesheet know which view it is."""
        for view, _ in VIEWS:
            self.set_class(self.view == view, f"-{view}")

    def compose(self) -> ComposeResult:
        """Lay out the bars and the Map; the other views come when they are asked for."""
        fit(self)
        self._styled_for = self.classes
        top = TopBar(self.keys, id="top")
        yield top.data_bind(MainScreen.session, MainScreen.view, MainScreen.note, MainScreen.looking)
        pane = MapPane(id="map", zoom=begins_close(self.session, self.app.size.width))
        pane.set_reactive(Pane.session, self.session)
        yield pane
        yield KeyBar(self.keys, id="keys").data_bind(MainScreen.view)

    def on_mount(self) -> None:
        """Begin on the Map, with the three questions where they were not answered yet."""
        self.set_focus(self.rows)
        if not self.session.is_set_up:
            self.action_set_up()

    def update_node_styles(self, animate: bool = True) -> None:
        """Style everything anew; not when it is first shown, if all was styled for this a moment before."""
        styled_for, self._styled_for = self._styled_for, None
        if self.classes != styled_for:
            super().update_node_styles(animate)

    def on_resize(self, event: events.Resize) -> None:
        """Say so over everything where the window is too small; what says it is made when it is needed."""
        if is_too_small(event.size) and not self.query("#too-small"):
            self.mount(Static(Content(TOO_SMALL), id="too-small"))

    @property
    def pane(self) -> Pane:
        """The view that is shown."""
        return self.query_one(f"#{self.view}", Pane)

    @property
    def rows(self) -> RowList:
        """The list of the view that is shown."""
        return self.pane.rows

    def highlighted(self) -> str | None:
        """Return the resource under the cursor of the view that is shown."""
        return self.rows.resource_id

    def chosen(self) -> Sequence[str]:
        """Return the resources that are selected, or else the highlighted one."""
        return self.pane.chosen or self.one()

    def marked(self) -> None:
        """Select nothing any more."""
        self.pane.unchoose()

    def part(self) -> int:
        """Return the part that the cursor is on."""
        return self.pane.part

    def on_descendant_focus(self) -> None:
        """Show the keys that work now."""
        typing = isinstance(self.focused, Input)
        self.query_one(KeyBar).hints = TYPING if typing else self.pane.hints

    def check_action(self, action: str, _: tuple[object, ...]) -> bool | None:
        """Leave letters to the search while someone types there."""
        return not isinstance(self.focused, Input) or action in ("back", "leave")

    def watch_session(self, old: Session, new: Session) -> None:
        """Hand the session to the view that is shown, too; to the others when they are shown."""
        for pane in self.query(f"#{self.view}").results(Pane):
            pane.take(new)
        super().watch_session(old, new)

    async def show(self, view: View) -> None:
        """Show a view, and make it first where it was never shown; keys wait until it is there."""
        if not self.is_attached:
            return
        if not self.query(f"#{view}"):
            if not self.app.stylesheet.has_source(str(VIEWS_STYLE)):
                self.app.stylesheet.read(VIEWS_STYLE)
            pane = later_pane(view)
            pane.set_reactive(Pane.session, self.session)
            await self.mount(pane, before="#keys")
        self.view = view
        self.pane.take(self.session)
        for each in self.query(Pane):
            each.display = each.id == view
        self.set_focus(self.rows)
        self.rows.announce()

    @on(ResourceOpened)
    async def _open(self, message: ResourceOpened) -> None:
        await self.show("curriculum")
        self.pane.reveal(message.resource_id)

    @on(NumberOpened)
    async def _open_number(self, message: NumberOpened) -> None:
        await self.open_page("numbers", message.name)

    async def action_numbers(self) -> None:
        """Show what the numbers are made of, beginning with the highlighted one."""
        await self.open_page("numbers", self.rows.number)

    @on(CommandChosen)
    async def _command(self, message: CommandChosen) -> None:
        if message.action != "back":
            self.set_focus(self.rows)
        await self.run_action(message.action)

    async def action_view(self, view: View) -> None:
        """Show another view."""
        await self.show(view)

    async def action_next_view(self, by: int) -> None:
        """Show the next view."""
        names = [name for name, _ in VIEWS]
        await self.show(names[(names.index(self.view) + by) % len(names)])

    def action_details(self) -> None:
        """Open what is highlighted."""
        target = self.pane.open()
        if target is not None:
            self.do(target)

    async def action_in_curriculum(self, action: str) -> None:
        """Show the Curriculum, and do there what only makes sense there."""
        await self.show("curriculum")
        await self.pane.run_action(action)

    async def action_filter(self) -> None:
        """Choose filters for the Curriculum."""
        from planner.tui.screens.filter import FilterScreen
        from planner.tui.widgets.curriculum_pane import CurriculumPane

        await self.show("curriculum")
        pane = self.query_one(CurriculumPane)
        await self.app.push_screen(FilterScreen(self.session, pane.list.listing.selection, pane.let_through))

    def action_back(self) -> None:
        """Leave the innermost thing that was opened."""
        if not self.pane.back():
            self.set_focus(self.rows)

    def action_set_up(self) -> None:
        """Ask the three questions."""
        from planner.tui.screens.first_run import FirstRunScreen

        self.app.push_screen(FirstRunScreen(self.session), self._answered)

    def _answered(self, answers: "Answers | None") -> None:
        if answers is not None:
            self.session = self.session.set_up(answers)
            presumed = count(len(self.session.standing.ground.presumed), "resource")
            review, claims = self.keys.of("presumed"), self.keys.of("claims")
            known = f"{review} reviews them, {claims} says what you know"
            self.tell(f"Set up. {presumed} presumed known: {known}.", 10)
        elif not self.session.is_set_up:
            self.tell(f"{self.keys.of('setup')} asks the three questions again.", 8)

    def action_palette(self) -> None:
        """Find a command or a resource by name."""
        self.app.action_command_palette()

    def action_theme(self) -> None:
        """Choose another theme."""
        self.app.search_themes()

    def action_zoom(self) -> None:
        """Look closer, or at the whole again."""
        self.query_one(f"#{self.view}", Pane).toggle_zoom()

    def action_evidence(self) -> None:
        """Mark where one stands on evidence alone, or no longer."""
        self.query_one(MapPane).toggle_evidence()

    async def action_by_week(self) -> None:
        """Show the path week by week, or item by item again."""
        from planner.tui.widgets.path_pane import PathPane

        await self.show("path")
        self.query_one(PathPane).toggle_weeks()

    async def action_quit(self) -> None:
        """Leave; everything is saved first."""
        self.app.exit()
