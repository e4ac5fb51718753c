"""The Curriculum: all there is to learn, with a search, filters, and the details one can walk through."""

from collections.abc import Sequence
from threading import Thread
from typing import Literal, cast

from msgspec.structs import replace
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding

from planner.presentation.chips import CHOSEN, FILTER, ORDER, SEARCH
from planner.presentation.commands import INSIDE, Hint
from planner.presentation.curriculum_rows import Row
from planner.presentation.listing import Listing, Place, every_heading, headings_of
from planner.presentation.order import next_order
from planner.presentation.selection import Group, Selection
from planner.presentation.sheet import Target
from planner.tui.bindings import moves
from planner.tui.messages import (
    CommandChosen,
    ResourceHighlighted,
    ResourceOpened,
    ResourcesListed,
    TargetChosen,
)
from planner.tui.widgets.chip_bar import ChipBar
from planner.tui.widgets.curriculum_list import CurriculumList
from planner.tui.widgets.detail_list import DetailList
from planner.tui.widgets.pane import Beside, Pane
from planner.tui.widgets.row_list import RowList
from planner.tui.widgets.search_input import SearchInput

_KINDS: tuple[Literal["resource", "competency", "area"], ...] = ("resource", "competency", "area")


class CurriculumPane(Pane):
    """The list beside the details; the keys act on one of them."""

    BINDINGS = [*moves("left", "right"), Binding("backspace", "go_back", show=False, priority=True)]

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.list = CurriculumList(id="curriculum-list")
        self.detail = DetailList(id="curriculum-detail", classes="detail")
        self._trail: list[Place] = []

    def compose(self) -> ComposeResult:
        """Lay out the search, hidden until it is asked for, and the chips over the list."""
        yield SearchInput(self.action_end_search, id="search")
        yield ChipBar(self.list, id="chips")
        with Beside():
            yield self.list.data_bind(CurriculumPane.session)
            yield self.detail.data_bind(CurriculumPane.session)

    def on_mount(self) -> None:
        """Search in the frame that shows what is typed; read the words for that meanwhile."""
        self.watch(self.query_one(SearchInput), "value", self._narrow, init=False)
        if (session := self.session) is not None:
            Thread(target=lambda: session.catalogue.index, daemon=True, name="planner-words").start()

    @property
    def rows(self) -> RowList:
        """The list, or the details where one has gone into them."""
        return self.detail if self.is_inside else self.list

    @property
    def is_inside(self) -> bool:
        """Whether one has gone into the details."""
        return self.has_class("-inside")

    @property
    def part(self) -> int:
        """The part under the cursor; 0 for none."""
        target = self.detail.target if self.is_inside else None
        return int(target.value) if target is not None and target.does == "part" else 0

    @property
    def hints(self) -> Sequence[Hint]:
        """The keys of the details, where one has gone into them."""
        return INSIDE if self.is_inside else ()

    @property
    def chosen(self) -> Sequence[str]:
        """The resources that are selected, in the order of the catalogue; not while one is in the details."""
        chosen = self.list.listing.chosen
        if self.is_inside or self.session is None or not chosen:
            return ()
        return [each for each in self.session.catalogue.resources if each in chosen]

    def check_action(self, action: str, _: tuple[object, ...]) -> bool | None:
        """Leave letters to the search while someone types there."""
        return action not in ("fold", "go_back") or not self._is_typing

    def open(self) -> Target | None:
        """Go into the details of a resource, fold a heading, or do what the cursor is on in the details."""
        if self.is_inside:
            return self.follow(self.detail.target) if self.detail.target is not None else None
        if self.list.row is not None and self.list.row.kind == "resource":
            self.enter()
        else:
            self.list.open_row()
        return None

    def back(self) -> bool:
        """Leave the search, the details, the selection, the filters: the innermost of them."""
        listing = self.list.listing
        if self._is_typing:
            self.close_search()
        elif self.is_inside:
            if not self._return():
                self.leave()
        elif listing.chosen:
            self._show(replace(listing, chosen=frozenset()))
        elif listing.has_chips:
            self._show(listing.unfiltered())
        else:
            return False
        return True

    def enter(self) -> None:
        """Go into the details, from where no way leads back but out."""
        self._trail.clear()
        self._go_inside()

    def leave(self) -> None:
        """Go back to the list."""
        self.remove_class("-inside")
        self.screen.set_focus(self.list)

    def follow(self, target: Target) -> Target | None:
        """Go to a resource or a heading; return what is left for the screen to do."""
        if target.does not in _KINDS or self.session is None:
            return target
        row = Row(next(kind for kind in _KINDS if kind == target.does), target.id)
        if self.list.row is not None:
            self._trail.append(Place(self.list.listing, self.list.row, target if self.is_inside else None))
        self.list.reveal(row)
        self.detail.subject = self.list.row
        if self.is_inside:
            self.detail.begin()
        return None

    def reveal(self, resource_id: str) -> None:
        """Put the cursor on a resource."""
        self._hide_search()
        self.leave()
        self.list.reveal(Row("resource", resource_id))
        self._show_details()

    def action_search(self) -> None:
        """Let someone type what they look for."""
        self.leave()
        search = self.query_one(SearchInput)
        search.display = True
        search.value = self.list.listing.selection.search
        self.screen.set_focus(search)

    def close_search(self) -> None:
        """Show what was listed before the search."""
        self._hide_search()
        self._show(self.list.listing.searching(""))
        self.leave()

    def let_through(self, selection: Selection) -> None:
        """List what passes these filters."""
        self._show(replace(self.list.listing, selection=selection))

    def unchoose(self) -> None:
        """Select nothing any more."""
        self.list.listing = replace(self.list.listing, chosen=frozenset())

    def action_end_search(self) -> None:
        """Go on with what was found."""
        self.list.listing = self.list.listing.searching(self.query_one(SearchInput).value.strip())
        self._hide_search()
        self.leave()

    def action_choose(self) -> None:
        """Select the highlighted row for the next mark, or no longer."""
        if not self.is_inside:
            self.list.choose()

    def action_sort(self) -> None:
        """List in the next order."""
        listing = self.list.listing
        self._show(replace(listing, order=next_order(listing.order)))

    def action_fold_all(self, folded: bool) -> None:
        """Fold all competencies, or unfold everything."""
        if self.session is not None and not self.is_inside:
            names = every_heading(self.session.catalogue) if folded else frozenset()
            self.list.listing = replace(self.list.listing, folded=names)

    def action_fold(self, folded: bool) -> None:
        """Fold, or leave the details; unfold, or go into them."""
        (self._outwards if folded else self._inwards)()

    def _inwards(self) -> None:
        """Unfold a heading; else go into the details, and on to the right there."""
        if self.is_inside:
            self.detail.move_beside(1)
        elif not self.list.fold(folded=False) and self.list.row is not None:
            self.enter()

    def _outwards(self) -> None:
        """Go to the left in the details, and out of them; in the list, fold."""
        if not self.is_inside:
            self.list.fold(folded=True)
        elif not self.detail.move_beside(-1):
            self.leave()

    def action_go_back(self) -> None:
        """Go back to where the last jump was made."""
        self._return()

    @property
    def _is_typing(self) -> bool:
        return isinstance(self.screen.focused, SearchInput)

    def _go_inside(self, target: Target | None = None) -> None:
        self.detail.subject = self.list.row
        self.add_class("-inside")
        self.screen.set_focus(self.detail)
        self.detail.begin(target)

    def _return(self) -> bool:
        """Go back to where the last jump was made; return whether there was one."""
        if not self._trail:
            return False
        place = self._trail.pop()
        self.list.listing = replace(place.listing, chosen=self.list.listing.chosen)
        self.list.reveal(place.row)
        self.detail.subject = self.list.row
        if place.target is not None:
            self._go_inside(place.target)
        return True

    @on(events.DescendantFocus)
    def _follow_focus(self, message: events.DescendantFocus) -> None:
        """Be inside where the keys are, also where a click led there."""
        self.set_class(message.widget is self.detail, "-inside")
        self._show_chips()

    def _show(self, listing: Listing) -> None:
        """List something else, the cursor on the row where it is, even if that was folded away."""
        row = self.list.row
        if row is not None and self.session is not None and not listing.is_narrowed:
            listing = listing.fold(frozenset(headings_of(self.session.catalogue, row)), folded=False)
        self.list.listing = listing
        if row is not None and self.list.row is not None and self.list.row.is_same(row):
            self.list.centre()

    def _hide_search(self) -> None:
        self.query_one(SearchInput).display = False

    def _narrow(self, words: str) -> None:
        """List what is found by what is typed, in the frame that shows it; the details come in the next."""
        if self._is_typing:
            with self.prevent(ResourceHighlighted):
                self.list.listing = self.list.listing.searching(words.strip())
            self._follow_cursor()

    @on(ResourceHighlighted)
    def _follow_cursor(self) -> None:
        """Show the details after the frame that moves the cursor: after a burst, those of the last row."""
        self.detail.afterwards.do(self._show_details)

    def _show_details(self) -> None:
        self.detail.subject = self.list.row

    @on(ResourceOpened)
    def _enter(self, message: ResourceOpened) -> None:
        """Go into the details of what was clicked twice."""
        message.stop()
        self.enter()

    @on(ResourcesListed)
    def _show_chips(self) -> None:
        self.query_one(ChipBar).follow(typing=self._is_typing)

    @on(TargetChosen)
    def _clicked(self, message: TargetChosen) -> None:
        """Do what was clicked; what is not ours, the screen does."""
        target, listing = message.target, self.list.listing
        if target == FILTER:
            self.post_message(CommandChosen("filter"))
        elif target == CHOSEN:
            self.unchoose()
        elif target == SEARCH:
            self.close_search()
        elif target == ORDER:
            self._show(replace(listing, order="curriculum"))
        elif target.does == "filter":
            self.let_through(listing.selection.toggled(cast("Group", target.id), target.value))
        elif self.follow(target) is not None:
            return
        message.stop()
