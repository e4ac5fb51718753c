"""The Progress view as one page: blocks one under the other, or side by side where there is room."""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from planner.core.history import WEEK
from planner.core.standing import Standing
from planner.presentation import burn_up, heatmap, progress_rows, week_bars
from planner.presentation.figures import about, hours, number
from planner.presentation.lines import PLAIN, Line, cells, line, ruled, wrap

WIDE, VERY_WIDE = 100, 170
"""Cells from which two blocks stand side by side, and from which the year shares its rows, too."""
_GAP: Final = 3
_LEFT: Final = 43
"""Percent of the width that the left one of two blocks has."""
_YEAR: Final = 111
"""Cells of a year whose days are two cells wide."""
_BENEATH: Final = 21
"""Rows of the year and of what stands under it, as far as it should be seen at once."""
_YEAR_ROWS, _MOST_YEAR_ROWS = 10, 16
"""The same where the year shares its rows with what was finished: as many as that asks for, within bounds."""
_LEAST_BESIDE: Final = 16
_FEW_WEEKS, _SOME_WEEKS, _MANY_WEEKS = 8, 12, 26
_LOWEST, _HIGHEST = 13, 20
"""Rows of the burn-up in one column."""
_RULED: Final = 8
"""Cells of a heading that are neither title nor fact."""
_TEXT_WIDTH, _TEXT_HEIGHT = 120, 18
_TEXT_FINISHED: Final = 8
_SHORT: Final = "It ends short of your target: the Path says why."
_NEW: Final = "Nothing studied yet. What you do shows up here, week by week."
_HOW: Final = "Highlight something on the Map; then log time on it, or check it off."
_HOW_IN_A_SHELL: Final = "`planner log ID MINUTES` writes down an evening, `planner mark ID done` checks off."


class Look(Struct, frozen=True):
    """How a page is looked at."""

    width: int
    height: int
    """Rows that can be seen at once."""
    near: bool = False
    """Whether the burn-up ends at the next flag."""
    tinted: bool = True


class Part(Struct, frozen=True):
    """A stretch of a row: all of it, or what one of two blocks has there."""

    line: Line
    width: int
    id: str | None = None
    """The resource that it is about, where it can be opened."""


Row = tuple[Part, ...]
"""Parts side by side; one of them at the most is a resource's."""


class _Block(Struct, frozen=True):
    lines: Sequence[Line]
    width: int
    ids: Sequence[str] = ()
    """Resources of its last lines."""

    def part(self, row: int) -> Part:
        if row >= len(self.lines):
            return Part((), self.width)
        place = row - len(self.lines) + len(self.ids)
        return Part(self.lines[row], self.width, self.ids[place] if place >= 0 else None)


def draw(standing: Standing, look: Look) -> tuple[Row, ...]:
    """Return the rows of the whole page, each as wide as it is looked at."""
    rows: list[Row] = []
    for blocks in _laid_out(standing, look):
        last = blocks[-1]
        if rows:
            rows.append((Part((), look.width),))
        for row in range(max(len(each.lines) for each in blocks)):
            apart = (part for each in blocks[:-1] for part in (each.part(row), Part((), _GAP)))
            rows.append((*apart, last.part(row)))
    return tuple(rows)


def text(standing: Standing, width: int) -> tuple[Line, ...]:
    """Return the page for a shell: one column, and of what was finished the last."""
    look = Look(min(width, _TEXT_WIDTH), _TEXT_HEIGHT, tinted=False)
    lines: list[Line] = []
    if standing.history.weeks:
        blocks = [*_charts(standing, look, _SOME_WEEKS), _finished(standing, look.width, _TEXT_FINISHED)]
    else:
        blocks = [*_new(standing, look, _HOW_IN_A_SHELL)]
    for block in blocks:
        lines += [*([()] if lines else []), *block.lines]
    return tuple(lines)


def _laid_out(standing: Standing, look: Look) -> Iterator[tuple[_Block, ...]]:
    """Go through the blocks of the page from its top to its end; those side by side are together."""
    if not standing.history.weeks:
        yield from ((each,) for each in _new(standing, look, _HOW))
    elif look.width >= WIDE:
        yield from _beside(standing, look)
    else:
        yield from ((each,) for each in _charts(standing, look, _FEW_WEEKS))
        yield (_finished(standing, look.width),)


def _new(standing: Standing, look: Look, how: str) -> Iterator[_Block]:
    """Go through the blocks for someone who has nothing to show yet: what to do, and where it leads."""
    told = [line((each, PLAIN)) for sentence in (_NEW, how) for each in wrap(sentence, look.width)]
    yield _Block([ruled("Hours by week", "", look.width), *told], look.width)
    height = max(_LOWEST, min(2 * _HIGHEST, look.height - len(told) - 2))
    yield _burn_up(standing, look, look.width, height)


def _charts(standing: Standing, look: Look, weeks: int) -> Iterator[_Block]:
    """Go through the blocks of one column, what was finished apart."""
    width = look.width
    yield _weeks(standing, width, weeks)
    yield _burn_up(standing, look, width, max(_LOWEST, min(_HIGHEST, look.height - 6)))
    if (year := _year(standing, look, width)).lines:
        yield year
    yield _Block(progress_rows.totals(standing, width), width)


def _beside(standing: Standing, look: Look) -> Iterator[tuple[_Block, ...]]:
    """Go through the blocks of two columns."""
    left = (look.width - _GAP) * _LEFT // 100
    right = look.width - _GAP - left
    totals = progress_rows.totals(standing, left)
    under = [(), *totals] if look.width >= VERY_WIDE else []
    beneath = max(_YEAR_ROWS, min(_MOST_YEAR_ROWS, len(standing.history.finished) + 2))
    height = max(_LEAST_BESIDE, look.height - (beneath if look.width >= VERY_WIDE else _BENEATH))
    around = len(_weeks(standing, left, 0).lines) + len(under)
    first = next(iter(standing.history.weeks))
    so_far = (standing.today - first) // WEEK + 1
    weeks = _weeks(standing, left, max(_FEW_WEEKS, min(so_far, _MANY_WEEKS, height - around)))
    column = _Block([*weeks.lines, *under], left)
    yield column, _burn_up(standing, look, right, max(height, len(column.lines)))
    if look.width >= VERY_WIDE:
        rest = look.width - _GAP - _YEAR
        yield _year(standing, look, _YEAR), _finished(standing, rest)
    else:
        yield (_year(standing, look, look.width),)
        yield _Block(totals, left), _finished(standing, right)


def _year(standing: Standing, look: Look, width: int) -> _Block:
    """Return the year day by day; nothing where there is no room for it."""
    return _Block(heatmap.draw(standing.history, width, tinted=look.tinted), width)


def _weeks(standing: Standing, width: int, weeks: int) -> _Block:
    """Return the hours of so many weeks, and under them the facts."""
    shown = standing.history.last_weeks(weeks)
    bars = week_bars.draw(shown, standing.hours_per_week, standing.today, width)
    return _Block([*bars, (), *progress_rows.facts(standing, width)], width)


def _burn_up(standing: Standing, look: Look, width: int, height: int) -> _Block:
    """Return the burn-up with its heading and its legend, in so many lines where there is work to show."""
    found = standing.burn_up.to_next_flag() if look.near else standing.burn_up
    roles = standing.catalogue.roles
    fact = f"{hours(found.done)} of {hours(found.total)} done"
    goal = roles[found.flags[-1].role] if found.flags else None
    title = f"Burn-up to {goal.title}" if goal else "Burn-up"
    if goal and cells(title) + cells(fact) + _RULED > width:
        title = f"Burn-up to {goal.short}"
    heading = ruled(title, fact, width)
    if found.total <= 0.0:
        nothing = "Nothing is left to do." if standing.stops else "No curriculum has a role to aim at."
        return _Block([heading, line((nothing, "dim"))], width)
    legend = list(burn_up.legend(found, standing.hours_per_week, width, tinted=look.tinted))
    if found.weeks and found.ahead:
        planned = about(standing.finish(found.total - found.done), standing.today)
        said = f"Map and Path plan {number(standing.hours_per_week)} h every week: {planned}"
        legend += [line((each, "dim")) for each in wrap(said, width)]
    if standing.path.legs and standing.path.legs[-1].short and not look.near:
        legend += [line((each, "bad")) for each in wrap(_SHORT, width)]
    drawing = burn_up.draw(found, roles, width, height - 1 - len(legend), tinted=look.tinted)
    return _Block([heading, *drawing, *legend], width)


def _finished(standing: Standing, width: int, most: int | None = None) -> _Block:
    """Return what was finished, each to be opened; nothing else stands under it then."""
    found = standing.history.finished[::-1]
    lines = progress_rows.finished(standing, width, most)
    return _Block(lines, width, [each.resource.id for each in found] if most is None else ())
