"""Everything about the highlighted row, with what one can go to from there under a cursor of its own."""

from textual import events
from textual.geometry import Region, Size
from textual.reactive import Reactive, var
from textual.strip import Strip

from planner.presentation import heading_detail, resource_detail
from planner.presentation.curriculum_rows import Row
from planner.presentation.lines import Line
from planner.presentation.sheet import Sheet, SheetLine, Target
from planner.session import Session
from planner.tui.afterwards import Afterwards
from planner.tui.messages import TargetChosen
from planner.tui.widgets.row_list import RowList

_NOTHING = Sheet((SheetLine(()),))
_MARGIN = 1
_WIDEST = 90
"""Text is not wider than this: longer lines are hard to read."""


class DetailList(RowList):
    """Lines to read, to scroll, and to go on from."""

    FOCUS_ON_CLICK = False
    glyph_columns = 0

    virtual_size = Reactive(Size(0, 0), layout=False)
    """Its scrollbar is always there, so that another subject lays out nothing anew."""
    subject: var[Row | None] = var(None)
    """What it is about."""
    target: var[Target | None] = var(None)
    """What enter goes to."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.set_classes(classes or "")
        self.afterwards = Afterwards(self)
        """What is drawn after the frame that shows what a key does to the list beside it."""
        self._drawn: tuple[Session | None, Row | None, int, Sheet] = (None, None, 0, _NOTHING)

    @property
    def sheet(self) -> Sheet:
        """What it shows at its width."""
        width = min(_WIDEST, self.room - _MARGIN)
        is_same = self._drawn[0] is self.session and self._drawn[1:3] == (self.subject, width)
        if not is_same and width > 0:
            self._drawn = (self.session, self.subject, width, self._draw(width))
        return self._drawn[3]

    @property
    def resource_id(self) -> str | None:
        """The resource that it is about, if it is one."""
        return self.subject.id if self.subject is not None and self.subject.kind == "resource" else None

    @property
    def number(self) -> str | None:
        """The area or competency that it is about, if it is one."""
        return self.subject.id if self.subject is not None and self.subject.kind != "resource" else None

    def watch_session(self) -> None:
        """Draw again: beside the list after the frame that shows what was done there."""
        if self.is_on_screen and not self.has_focus:
            self.afterwards.do(self.update_rows)
        else:
            self.update_rows()

    def watch_virtual_size(self, _: Size, new: Size) -> None:
        """Let the scrollbar know how much there is."""
        self.vertical_scrollbar.window_virtual_size = new.height
        self.scroll_y = self.validate_scroll_y(self.scroll_y)

    def watch_subject(self, old: Row | None, new: Row | None) -> None:
        """Show another one from its beginning."""
        if old is None or new is None or not old.is_same(new):
            self.target = None
            self.scroll_to(y=0, animate=False)
        self.update_rows()

    def watch_target(self) -> None:
        """Highlight it, and keep it in sight."""
        self.refresh()
        rows = self.sheet.rows_of(self.target)
        if rows:
            self._show(rows[-1])
            self._show(rows[0])

    def update_rows(self) -> None:
        """Draw all lines again, no more than there were; the target stays where there is one like it."""
        if self.target is not None and self.target not in self.sheet.targets:
            self.target = next(iter(self.sheet.targets), None)
        lines = max(self.virtual_size.height, self.row_count())
        self._measure()
        self.refresh(Region(0, 0, self.size.width, lines - self.scroll_offset.y))

    def announce(self) -> None:
        """Say nothing: the list says what is highlighted."""

    def begin(self, target: Target | None = None) -> None:
        """Put the cursor on a target, or else on the next part to tick, or else on the first there is."""
        targets = self.sheet.targets
        self.target = target if target in targets else self._next_part() or next(iter(targets), None)

    def row_count(self) -> int:
        """Return the number of lines at this width."""
        return len(self.sheet.lines)

    def row_line(self, index: int, width: int) -> Line:
        """Return one line."""
        del width
        return self.sheet.lines[index].line

    def resource_at(self, index: int) -> str | None:
        """Return the resource that all lines are about."""
        del index
        return self.resource_id

    def render_line(self, y: int) -> Strip:
        """Return one visible line, the target on it highlighted where the keys go."""
        index, width = y + self.scroll_offset.y, self.room
        lines = self.sheet.lines
        if self.session is None or index >= len(lines):
            return self._ink.strip((), width)
        return self._ink.sheet_strip(lines[index], width, self.target if self.has_focus else None)

    def action_move(self, by: int) -> None:
        """Go to the target below or above; where that is far, scroll."""
        other = self.sheet.below(self.target, by) if self.target is not None else None
        height = self.scrollable_content_region.height
        row = self.sheet.targets[other][0] if other is not None else None
        if row is None or not -height <= row - self._middle < height:
            self.scroll_to(y=self.scroll_offset.y + by, animate=False)
        else:
            self.target = other

    def move_beside(self, by: int) -> bool:
        """Go to the target beside this one; return whether there is one."""
        other = self.sheet.beside(self.target, by) if self.target is not None else None
        self.target = other or self.target
        return other is not None

    def action_page(self, by: int) -> None:
        """Scroll by a screenful."""
        height = max(1, self.scrollable_content_region.height - 1)
        self.scroll_to(y=self.scroll_offset.y + by * height, animate=False)

    def action_go(self, index: int) -> None:
        """Go to the first target, or to the last."""
        targets = list(self.sheet.targets)
        self.target = targets[index] if targets else None
        self.scroll_to(y=0 if index == 0 else self.row_count(), animate=False)

    def on_click(self, event: events.Click) -> None:
        """Do what stands under the mouse."""
        event.prevent_default()
        at = event.get_content_offset(self)
        target = self.sheet.at(at.y + self.scroll_offset.y, at.x) if at is not None else None
        if target is not None:
            self.post_message(TargetChosen(target))

    @property
    def _middle(self) -> int:
        return self.scroll_offset.y + self.scrollable_content_region.height // 2

    def _next_part(self) -> Target | None:
        """Return the first part that is not ticked yet, of what is not done."""
        resource_id = self.resource_id
        if resource_id is None or self.session is None:
            return None
        resource = self.session.catalogue.resources[resource_id]
        ticked = self.session.profile.progress_of(resource).parts
        parts = [each for each in self.sheet.targets if each.does == "part"]
        if self.session.standing.state_of(resource) in ("done", "known"):
            return None
        return next((each for each in parts if int(each.value) > ticked), None)

    def _draw(self, width: int) -> Sheet:
        if self.session is None or self.subject is None:
            return _NOTHING
        standing, subject, catalogue = self.session.standing, self.subject, self.session.catalogue
        if subject.kind == "resource":
            resource = catalogue.resources.get(subject.id)
            return _NOTHING if resource is None else resource_detail.sheet(standing, resource, width)
        if subject.kind == "competency" and subject.id not in catalogue.competencies:
            return _NOTHING  # an author has just taken it out
        draw = heading_detail.area if subject.kind == "area" else heading_detail.competency
        return draw(standing, subject.id, width)
