"""The linear relaxation of a program: shares of items instead of whole ones, and what that tells.

Rows that few solutions touch are added when they are broken: prerequisites, one item per ground, and
cuts that hold for whole items alone (`core.cuts`).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from planner.core.cuts import cuts_of
from planner.core.linear_program import LinearProgram, Row, Terms
from planner.core.program import BARRED, Program
from planner.core.tally import FULL, STUDY_CAP, earned
from planner.core.target import TOLERANCE

_BROKEN = 1e-6
_UNDECIDED = 1e-5
_MOST_IN_A_CUT = 80
"""Items beyond which a need is so well averaged that cuts do not help."""


class Relaxation:
    """Shares (0-1) of some items, at the least cost."""

    def __init__(self, program: Program, items: Collection[int]) -> None:
        """The items have to be all that a cover may contain, prerequisites included, or as good as all."""
        self.program = program
        self.items = sorted(items)
        self._place = {item: place for place, item in enumerate(self.items)}
        self._percents: dict[int, int] = {}
        """The variable for the percent earned of each competency."""
        self._counted: dict[int, int] = {}
        """The variable for the study that counts, where there can be more than counts."""
        self._ties: list[tuple[int, int] | None] = [None] * len(program.study)
        """The rows that tie what is earned of each competency to study and to practice."""
        self.linear = self._variables()
        for each in self._percents:
            self._tie_to_points(each)
        self._demand_needs()
        self._waiting: list[Row] = list(self._orders())
        """Rows that hold without being asked for, as far as one knows."""
        self._knapsacks = tuple(self._short_needs())
        self._cuts: set[Row] = set()

    def narrowed(self, most: float) -> "Relaxation":
        """Return a relaxation of the covers cheaper than this, which can go on without touching this one."""
        twin = object.__new__(Relaxation)
        twin.program, twin.items, twin._place = self.program, self.items, self._place
        twin._percents, twin._counted, twin._knapsacks = self._percents, self._counted, self._knapsacks
        twin._ties, twin._cuts = self._ties, self._cuts.copy()
        twin.linear = self.linear.copy()
        twin.linear.narrow(most, len(self.items))
        twin._waiting = self._waiting + twin.linear.shed()
        return twin

    def solve(self, *, cuts: bool = False) -> bool:
        """Find the least cost, with a round of cuts if so wanted; return whether there is any solution."""
        while self.linear.solve():
            values = self.linear.solution()
            if self._add_broken(values):
                continue
            if not cuts or not self._add_cuts(values):
                return True
            cuts = False
        return False

    def decide(self, item: int, share: float) -> None:
        """Take an item wholly (1) or not at all (0)."""
        self.linear.confine(self._place[item], share, share)

    def shares(self) -> dict[int, float]:
        """Return the share of each item in the solution."""
        return dict(zip(self.items, self.linear.solution(), strict=False))

    def most_undecided(self) -> int | None:
        """Return the item that is dearest to leave open, if any is."""
        open_ = {item: min(share, 1.0 - share) for item, share in self.shares().items()}
        item = max(open_, key=lambda each: (open_[each] * self.program.costs[each], -each), default=None)
        return item if item is not None and open_[item] > _UNDECIDED else None

    def worth_less_than(self, most: float, items: Iterable[int]) -> list[int]:
        """Return those of other items that a cover cheaper than this could contain."""
        slack, weights = most - self.linear.bound()[0], self.linear.weights()
        read_at = [weights[rows[0]] if rows else 0.0 for rows in self._ties]
        done_at = [weights[rows[1]] if rows else 0.0 for rows in self._ties]
        costs, lessons = self.program.costs, self.program.lessons
        return [
            item
            for item in items
            if costs[item]
            - sum(read_at[each] * read + done_at[each] * done for each, read, done in lessons[item])
            <= slack
        ]

    def _variables(self) -> LinearProgram:
        program = self.program
        forced = _forced(program)
        bounds = [(program.costs[item], float(item in forced), 1.0) for item in self.items]
        study = list(program.study)
        for item in self.items:
            for competency, points, _ in program.lessons[item]:
                study[competency] += points
        for each, (rate, floor) in enumerate(zip(program.rates, program.floors, strict=True)):
            if rate > 0.0 or floor > 0.0:
                self._percents[each] = len(bounds)
                bounds.append((0.0, max(0.0, floor - TOLERANCE), FULL))
                if study[each] > STUDY_CAP:
                    self._counted[each] = len(bounds)
                    bounds.append((0.0, 0.0, STUDY_CAP))
        return LinearProgram(bounds)

    def _tie_to_points(self, competency: int) -> None:
        """Let no more be earned than is studied and practised."""
        program, percent = self.program, self._percents[competency]
        taught = [
            (place, read, done)
            for item, place in self._place.items()
            for each, read, done in program.lessons[item]
            if each == competency
        ]
        study = [(place, read) for place, read, _ in taught if read]
        practice = [(place, done) for place, _, done in taught if done]
        studied, practised = program.study[competency], program.practice[competency]
        if competency not in self._counted:
            together = [(place, read + done) for place, read, done in taught]
            row = self.linear.add_row(Row((*together, (percent, -1.0)), -studied - practised))
            self._ties[competency] = (row, row)
            return
        counted = self._counted[competency]
        done = self.linear.add_row(Row((*practice, (counted, 1.0), (percent, -1.0)), -practised))
        self._ties[competency] = (self.linear.add_row(Row((*study, (counted, -1.0)), -studied)), done)

    def _demand_needs(self) -> None:
        program = self.program
        for area, need in enumerate(program.needs):
            terms = tuple(
                (percent, program.rates[each])
                for each, percent in self._percents.items()
                if program.areas[each] == area and program.rates[each] > 0.0
            )
            self.linear.add_row(Row(terms, need - TOLERANCE))
        for group in program.one_of:
            self.linear.add_row(Row(tuple((self._place[item], 1.0) for item in group), 1.0))

    def _orders(self) -> Iterable[Row]:
        """Go through the rows for prerequisites and for grounds with several items."""
        place = self._place
        for item in self.items:
            for mates in options(self.program, item):
                yield Row(((place[item], -1.0), *((place[each], 1.0) for each in mates)), 0.0)
        grounds: dict[int, list[int]] = {}
        for item in self.items:
            grounds.setdefault(self.program.columns.grounds[item], []).append(place[item])
        for members in grounds.values():
            if len(members) > 1:
                yield Row(tuple((each, -1.0) for each in members), -1.0)

    def _add_broken(self, values: Sequence[float]) -> bool:
        held: list[Row] = []
        broken: list[Row] = []
        for row in self._waiting:
            total = sum(factor * values[each] for each, factor in row.terms)
            (broken if total < row.least - _BROKEN else held).append(row)
        for row in broken:
            self.linear.add_row(row)
        self._waiting = held
        return bool(broken)

    def _short_needs(self) -> Iterable[tuple[Terms, float]]:
        """Go through the needs that few items cover: what each item adds at the most, and what is short."""
        program = self.program
        there = [earned(*points) for points in zip(program.study, program.practice, strict=True)]
        for each, floor in enumerate(program.floors):
            if floor - TOLERANCE > there[each]:
                yield self._additions({each: 1.0}), floor - TOLERANCE - there[each]
        for area, need in enumerate(program.needs):
            moved = {
                each: rate for each, rate in enumerate(program.rates) if program.areas[each] == area and rate
            }
            short = need - TOLERANCE - sum(rate * there[each] for each, rate in moved.items())
            terms = self._additions(moved)
            if short > 0.0 and len(terms) <= _MOST_IN_A_CUT:
                yield terms, short

    def _additions(self, weights: Mapping[int, float]) -> Terms:
        """Return what each item adds at the most to competencies so weighted."""
        lessons = self.program.lessons
        added = (
            (place, sum(weights.get(each, 0.0) * (read + done) for each, read, done in lessons[item]))
            for item, place in self._place.items()
        )
        return tuple((place, points) for place, points in added if points > 0.0)

    def _add_cuts(self, values: Sequence[float]) -> bool:
        found = [cut for terms, short in self._knapsacks for cut in cuts_of(terms, short, values)]
        new = [cut for cut in dict.fromkeys(found) if cut not in self._cuts]
        for cut in new:
            self._cuts.add(cut)
            self.linear.add_row(cut)
        return bool(new)


def options(program: Program, item: int) -> list[list[int]]:
    """Return, for each prerequisite of an item that is not met, the items of which one has to come."""
    columns = program.columns
    grounds = [columns.grounds[required] for required in program.requires[item]]
    return [
        [each for each in columns.members[ground] if program.costs[each] < BARRED]
        for ground in grounds
        if not program.met[ground]
    ]


def closed(program: Program, items: Iterable[int]) -> set[int]:
    """Return these items, what must be taken, and everything that any of them may have to wait for."""
    found: set[int] = set()
    stack = [*items, *program.wanted, *(each for group in program.one_of for each in group)]
    while stack:
        item = stack.pop()
        if item not in found:
            found.add(item)
            stack += [each for mates in options(program, item) for each in mates]
    return found


def _forced(program: Program) -> frozenset[int]:
    """Return what every cover contains: what is wanted, and what all members of a group take along."""
    known: dict[int, frozenset[int]] = {}
    forced: set[int] = set()
    for item in program.wanted:
        forced |= _certain(program, item, known)
    for group in program.one_of:
        forced |= frozenset.intersection(*(_certain(program, item, known) for item in group))
    return frozenset(forced)


def _certain(program: Program, item: int, known: dict[int, frozenset[int]]) -> frozenset[int]:
    """Return what taking an item takes along, whatever else is chosen."""
    begun: set[int] = set()
    stack = [item]
    while stack:
        each = stack[-1]
        alternatives = options(program, each)
        waits = [mate for mates in alternatives for mate in mates if mate not in known and mate not in begun]
        begun.add(each)
        if waits:
            stack += waits
            continue
        along = (
            frozenset.intersection(*(known.get(mate, frozenset()) for mate in mates))
            for mates in alternatives
        )
        known[each] = frozenset({each}).union(*along)
        stack.pop()
    return known[item]
