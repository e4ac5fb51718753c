"""Everything about a competency, or an area: how full it is, what it weighs, what to do about it."""

from collections.abc import Sequence

from planner.core.curriculum import AREAS, Area, Competency, Resource, Role
from planner.core.standing import Standing
from planner.core.target import requirement
from planner.presentation.curriculum_rows import counted, in_area
from planner.presentation.figures import AREA_TITLES, count, hours, moved
from planner.presentation.glyphs import STATE_GLYPHS
from planner.presentation.lines import Line, cells, fit, fit_right, line, wrap
from planner.presentation.meters import split_bar
from planner.presentation.order import per_hour
from planner.presentation.pyramid import FILLS
from planner.presentation.sheet import Sheet, SheetLine, Target, target_line

_MOST_OFFERED = 5
_MOST_WEIGHED = 300
"""More than this take too long to weigh while somebody moves the cursor."""
_BAR, _SHORT_BAR = 12, 6
_ROOMY = 40


def competency(standing: Standing, competency_id: str, width: int) -> Sheet:
    """Return everything about a competency."""
    it = standing.catalogue.competencies[competency_id]
    blocks = [
        [*_words(it.title, width, "strong"), *_words(_weight(standing, it), width, "dim")],
        [*_mastery(standing, it, width), *_floor(standing, it, width)],
        _words(it.description, width, ""),
        _resources(standing, [competency_id], width),
        _offers(standing, competency_id, width),
        _words("i says what it is made of, c changes what you claim", width, "dim"),
    ]
    return _sheet(blocks)


def area(standing: Standing, area_id: str, width: int) -> Sheet:
    """Return everything about an area."""
    it = next(each for each in AREAS if each == area_id)
    inside = in_area(standing.catalogue, it, standing.profile.settings.domain)
    value, done = standing.skill.position.of(it), standing.evidence.position.of(it)
    blocks = [
        _words(AREA_TITLES[it], width, "strong"),
        [*_bar(value, done, width), *_need(standing, it, value, width)],
        _resources(standing, [each.id for each in inside], width),
        [_share(standing, each, width) for each in inside],
    ]
    return _sheet(blocks)


def _sheet(blocks: Sequence[Sequence[SheetLine]]) -> Sheet:
    lines: list[SheetLine] = []
    for block in blocks:
        lines += [*([SheetLine(())] if lines and block else []), *block]
    return Sheet(tuple(lines))


def _words(text: str, width: int, style: str) -> list[SheetLine]:
    return [SheetLine(((each, style),)) for each in wrap(text, width)]


def _weight(standing: Standing, it: Competency) -> str:
    share = standing.axes.share(it.id)
    if share:
        return f"{share:.0%} of {AREA_TITLES[it.area]}"
    return "not the domain that you chose: it moves nothing" if it.elective else "no weight on the axes"


def _mastery(standing: Standing, it: Competency, width: int) -> list[SheetLine]:
    """Return the bar, and the claim behind it."""
    mastered, done = standing.skill.mastery[it.id], standing.evidence.mastery[it.id]
    claim = standing.profile.claims.get(it.id, 0.0)
    is_said = abs(claim - (mastered - done)) < 1
    said = [] if is_said else _words(f"you claim {claim:.0f} of it", width, "dim")
    return [*_bar(mastered, done, width), *said]


def _bar(value: float, done: float, width: int) -> list[SheetLine]:
    """Return a bar in three parts, its number at its end, and what the parts are."""
    room = min(40, width - 6)
    parts = ((done, "done here"), (value - done, "claimed"), (100 - value, "to go"))
    legend: list[tuple[str, str]] = []
    for (amount, name), (glyph, style) in zip(parts, FILLS, strict=True):
        legend += [(f"{glyph} ", style), (f"{name} {amount:.0f}  ", "dim")]
    if sum(cells(text) for text, _ in legend) > width:
        rows = [SheetLine(tuple(legend[at : at + 2])) for at in range(0, len(legend), 2)]
    else:
        rows = [SheetLine(tuple(legend))]
    return [SheetLine((*split_bar(done, value - done, room), (f" {value:5.1f}", "strong"))), *rows]


def _floor(standing: Standing, it: Competency, width: int) -> list[SheetLine]:
    """Return what the next role asks for, and whether it is there."""
    goal = standing.next_stop
    floor = requirement(standing.catalogue, goal).floors.get(it.id) if goal else None
    return _asked(goal, floor, standing.skill.mastery[it.id], width) if goal and floor else []


def _need(standing: Standing, it: Area, value: float, width: int) -> list[SheetLine]:
    goal = standing.next_stop
    asked = {"software": goal.software, "ml": goal.ml, "domain": goal.domain}[it] if goal else 0.0
    return _asked(goal, asked, value, width) if goal and asked else []


def _asked(goal: Role | None, asked: float, there: float, width: int) -> list[SheetLine]:
    title = goal.title if goal else ""
    if there >= asked:
        return _words(f"✓ {title} asks for {asked:.0f}", width, "good")
    return _words(f"{title} asks for {asked:.0f}: {asked - there:.0f} to go", width, "bad")


def _resources(standing: Standing, competencies: Sequence[str], width: int) -> list[SheetLine]:
    done, every = counted(standing, competencies)
    on_path = [standing.steps[each.id].hours for each in _on_path(standing, competencies)]
    lines = _words(f"{done} of {count(every, 'resource')} done", width, "")
    if on_path:
        lines += _words(f"{len(on_path)} on your path, {hours(sum(on_path))}", width, "dim")
    return lines


def _on_path(standing: Standing, competencies: Sequence[str]) -> list[Resource]:
    """Return the items of the path that teach one of these most, in the order of the files."""
    catalogue = standing.catalogue
    items = [catalogue.listed[place] for place in sorted(catalogue.places[each] for each in standing.steps)]
    return [each for each in items if each.main_competency in competencies]


def _offers(standing: Standing, competency_id: str, width: int) -> list[SheetLine]:
    """Return what moves most for its hours; of very many, what is on the path."""
    resources = standing.catalogue.taught_by[competency_id]
    weighed = resources if len(resources) <= _MOST_WEIGHED else _on_path(standing, [competency_id])
    worth = [(per_hour(standing, each), each) for each in weighed]
    best = sorted((pair for pair in worth if pair[0] > 0), key=lambda pair: -pair[0])[:_MOST_OFFERED]
    lines = [SheetLine((("moves most for its hours", "dim"),))] if best else []
    return [*lines, *(_offer(standing, each, width) for _, each in best)]


def _offer(standing: Standing, resource: Resource, width: int) -> SheetLine:
    state = standing.state_of(resource)
    tag = standing.price_tag(resource.id)
    tail = f" {fit_right(hours(tag.hours), 6)} {fit_right(moved(tag.moves, 1), 8)}"
    title = fit(f"  {STATE_GLYPHS[state]} {resource.title}", width - cells(tail))
    return target_line(line((title, f"state-{state}"), (tail, "good")), Target("resource", resource.id), 2)


def _share(standing: Standing, it: Competency, width: int) -> SheetLine:
    """Return a competency of an area in one line."""
    mastered, done = standing.skill.mastery[it.id], standing.evidence.mastery[it.id]
    share = standing.axes.share(it.id)
    weight = f"{share:4.0%}" if share else "   –"
    room = _BAR if width >= _ROOMY else _SHORT_BAR
    tail: Line = (
        *split_bar(done, mastered - done, room),
        (f" {mastered:3.0f}", "" if share else "dim"),
        (f" {weight}", "dim"),
    )
    title = fit(it.title, width - room - 10)
    return target_line(line((f"{title} ", "" if share else "dim"), *tail), Target("competency", it.id))
