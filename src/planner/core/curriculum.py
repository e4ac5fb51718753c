"""What there is to learn: competencies, the resources that teach them, the roles that need them."""

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from msgspec import Struct, field

Area = Literal["software", "ml", "domain"]
AREAS: tuple[Area, ...] = ("software", "ml", "domain")

Kind = Literal["book", "course", "article", "paper", "docs", "video", "exercise", "project", "practice"]
KINDS: tuple[Kind, ...] = (
    "book", "course", "article", "paper", "docs", "video", "exercise", "project", "practice",
)  # fmt: skip
DOING_KINDS: frozenset[Kind] = frozenset({"exercise", "project", "practice"})
"""Kinds whose points are earned by doing unless a curriculum says otherwise."""

Cost = Literal["free", "freemium", "paid"]

START_COST = 1.0
"""Hours that starting one more item costs: ten small ones are not as good as one large."""


class Competency(Struct, frozen=True):
    """Something one can master."""

    id: str
    title: str
    area: Area
    weight: float
    """Share of its area, 0-1; counts only where its curriculum brings the axes, or when elected."""
    elective: bool = False
    """Exactly one elective counts: the one a person chose."""
    description: str = ""


class Resource(Struct, frozen=True, dict=True):
    """A book, course, paper, project …: hours to spend and what they teach."""

    id: str
    title: str
    hours: float
    """Hours it takes from beginning to end, above 0."""
    teaches: Mapping[str, float]
    """Competency id to points: percent of the competency that the whole resource teaches."""
    curriculum: str
    """Id of the curriculum that it comes from."""
    kind: Kind = "book"
    level: int = 1
    """1 introduces, 2 builds, 3 deepens."""
    cost: Cost = "free"
    practice: float = 0.0
    """Share of its points that is earned by doing, 0-1."""
    authors: tuple[str, ...] = ()
    year: int | None = None
    url: str = ""
    requires: tuple[str, ...] = ()
    """Ids of the resources that come first."""
    parts: int = 0
    """Chapters, weeks or labs that can be ticked one by one; 0 when it has none."""
    choice: str = ""
    """Name shared by resources that cover the same ground: the best one counts."""
    formerly: tuple[str, ...] = ()
    """Ids that it had before."""
    why: str = ""

    @cached_property
    def ground(self) -> str:
        """What its points are counted under: its choice, or itself."""
        return f"choice:{self.choice}" if self.choice else self.id

    @property
    def main_competency(self) -> str:
        """The competency that it teaches most; ties go to the first by id."""
        teaches = self.teaches
        if len(teaches) == 1:  # most of them; read for all of a catalogue at every start
            return next(iter(teaches))
        most = max(teaches.values(), default=0.0)
        return min((each for each, points in teaches.items() if points == most), default="")


class Role(Struct, frozen=True):
    """A title with a place on the chart."""

    id: str
    title: str
    ml: float
    software: float
    domain: float = 0.0
    short: str = ""
    """The title where there is little room."""
    description: str = ""
    essential: tuple[str, ...] = ()
    """Resources that a path to this role contains unless they are skipped."""
    one_of: tuple[tuple[str, ...], ...] = ()
    """Groups of resources of which a path contains at least one."""
    typical: Mapping[str, float] = field(default_factory=dict)
    """Competency id to what someone with this title can usually claim, 0-100."""


class Curriculum(Struct, frozen=True):
    """One file of competencies, resources and roles."""

    id: str
    title: str
    area: Area | None = None
    """Area of its competencies; a file of roles alone has none."""
    description: str = ""
    competencies: tuple[Competency, ...] = ()
    resources: tuple[Resource, ...] = ()
    roles: tuple[Role, ...] = ()
    axes: bool = True
    """Whether its competencies carry weight: true for the bundled ones, false for the ones a person adds."""
    silenced: frozenset[tuple[str, str]] = frozenset()
    """Advice that its author does not want: id of the thing (empty for the whole file), and code."""
