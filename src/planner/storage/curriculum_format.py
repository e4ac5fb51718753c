"""What a curriculum file may say: the one place that knows pydantic, and the source of the JSON Schema."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)
from pydantic_core import ErrorDetails

from planner.core import link
from planner.core.consistency import first_of
from planner.core.curriculum import (
    DOING_KINDS,
    Area,
    Competency,
    Cost,
    Curriculum,
    Kind,
    Resource,
    Role,
)
from planner.core.link import plain_link
from planner.core.problem import Code, KeyPath
from planner.core.text import clean

Id = Annotated[str, Field(pattern=r"^[a-z0-9-]+$", max_length=80)]
Line = Annotated[str, Field(min_length=1, max_length=200)]
Prose = Annotated[str, Field(max_length=1000)]
Percent = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)]
Points = Annotated[float, Field(gt=0, le=100, allow_inf_nan=False)]
Fraction = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Silence = Annotated[
    list[Code], Field(max_length=20, description="Advice of `planner check` that is not wanted.")
]


def _whole(value: object) -> object:
    """Let `true` and `1.0` not pass for 1, which they equal."""
    if type(value) is not int:
        raise ValueError(f"input should be a whole number, not {_shown(value)}")
    return value


def _plain(url: str) -> str:
    if not (plain := plain_link(url)):
        raise ValueError("not a plain address")
    return plain


Url = Annotated[
    str,
    Field(pattern=r"^https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?([/?#][!-~]*)?$", max_length=link.MOST_CHARACTERS),
    AfterValidator(_plain),
]


_NONE: Any = ()
"""No items; unlike an empty list it need not be copied for every table."""


class _Table(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class CompetencyTable(_Table):
    """Something one can master."""

    id: Id = Field(description="Unique in the catalogue; never changes meaning.")
    title: Line
    weight: Fraction = Field(description="Share of its area. Weighs nothing in a curriculum of your own.")
    elective: bool = Field(False, description="True for domains: of these, only the chosen one counts.")
    description: Prose = ""
    silence: Silence = _NONE


class ResourceTable(_Table):
    """A book, course, paper, project …: hours to spend and what they teach."""

    id: Id = Field(description="Unique in the catalogue; never changes meaning.")
    title: Line
    authors: list[Line] = Field(default=_NONE, max_length=50, description="People or organisations.")
    year: int | None = Field(None, ge=1900, le=2200, description="Year of this edition.")
    url: Url | None = Field(None, description="Where it is: http or https.")
    kind: Kind
    cost: Cost = "free"
    level: Annotated[Literal[1, 2, 3], BeforeValidator(_whole)] = Field(
        1, description="1 introduces, 2 builds, 3 deepens."
    )
    hours: float = Field(gt=0, le=5000, allow_inf_nan=False, description="Hours from beginning to end.")
    requires: list[Id] = Field(
        default=_NONE, max_length=50, description="Ids of resources that come first; no cycles."
    )
    parts: int = Field(0, ge=0, le=1000, description="Chapters, weeks or labs that can be ticked one by one.")
    choice: Id | None = Field(
        None, description="Name shared by resources on the same ground: the best one counts."
    )
    teaches: dict[Id, Points] = Field(
        min_length=1, max_length=50, description="Percent of each competency that it teaches."
    )
    practice: Fraction | None = Field(
        None, description="Share of the points earned by doing; 1 for exercise, project and practice, else 0."
    )
    formerly: list[Id] = Field(
        default=_NONE, max_length=50, description="Ids it had before: progress follows."
    )
    why: Prose = Field("", description="One sentence on why it is worth the hours.")
    silence: Silence = _NONE


class RoleTable(_Table):
    """A title with a place on the chart."""

    id: Id = Field(description="Unique in the catalogue; never changes meaning.")
    title: Line
    short: Annotated[str, Field(max_length=12)] = Field(
        "", description="The title where there is little room."
    )
    ml: Percent = Field(description="Place on the x axis.")
    software: Percent = Field(description="Place on the y axis.")
    domain: Percent = Field(0, description="Domain knowledge that it needs.")
    description: Prose = ""
    essential: list[Id] = Field(default=_NONE, max_length=100, description="Resources a path to it contains.")
    one_of: list[list[Id]] = Field(
        default=_NONE, max_length=50, description="Groups of resources: a path contains one of each."
    )
    typical: dict[Id, Percent] = Field(
        default={}, description="Percent of each competency that someone with this title can usually claim."
    )
    silence: Silence = _NONE


class CurriculumFile(_Table):
    """A curriculum: competencies, the resources that teach them, the roles that need them."""

    model_config = ConfigDict(title="Curriculum")

    format: Annotated[Literal[1], BeforeValidator(_whole)] = Field(description="Version of this format.")
    id: Id = Field(description="The file's name without .toml.")
    title: Line
    area: Area | None = Field(None, description="Area of its competencies; a file of roles alone has none.")
    description: Prose = ""
    competency: list[CompetencyTable] = Field(default=_NONE, max_length=1000)
    resource: list[ResourceTable] = Field(default=_NONE, max_length=10000)
    role: list[RoleTable] = Field(default=_NONE, max_length=200)
    silence: Silence = _NONE

    @model_validator(mode="after")
    def _fits_its_area(self) -> "CurriculumFile":
        if self.competency and self.area is None:
            raise ValueError("a file with competencies needs an area: software, ml or domain")
        if self.area != "domain" and any(each.elective for each in self.competency):
            raise ValueError("elective competencies are domains; they belong in a file with area = 'domain'")
        return self

    def curriculum(self, *, axes: bool) -> Curriculum:
        """Return what the file says, as the model knows it."""
        area = self.area or "software"
        return Curriculum(
            id=self.id,
            title=clean(self.title),
            area=self.area,
            description=clean(self.description, 1000),
            competencies=tuple(_competency(each, area) for each in self.competency),
            resources=tuple(_resource(each, self.id) for each in self.resource),
            roles=tuple(_role(each) for each in self.role),
            axes=axes,
            silenced=frozenset(self._silenced()),
        )

    def _silenced(self) -> Iterator[tuple[str, str]]:
        yield from (("", code) for code in self.silence)
        named = [
            *((each.id, each.silence) for each in self.competency),
            *((each.id, each.silence) for each in self.resource),
            *((each.id, each.silence) for each in self.role),
        ]
        yield from ((name, code) for name, codes in named for code in codes)


def parse(content: Mapping[str, Any], *, axes: bool) -> Curriculum | tuple[tuple[KeyPath, str], ...]:
    """Return the curriculum that a TOML document describes, or all that is wrong with it."""
    try:
        return CurriculumFile.model_validate(content).curriculum(axes=axes)
    except ValidationError as error:
        return tuple(first_of(_explained(error), error.error_count()))


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a curriculum file."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **CurriculumFile.model_json_schema()}


def _competency(table: CompetencyTable, area: Area) -> Competency:
    return Competency(
        table.id, clean(table.title), area, table.weight, table.elective, clean(table.description, 1000)
    )


def _resource(table: ResourceTable, curriculum: str) -> Resource:
    doing = 1.0 if table.kind in DOING_KINDS else 0.0
    return Resource(
        id=table.id,
        title=clean(table.title),
        hours=table.hours,
        teaches=table.teaches,
        curriculum=curriculum,
        kind=table.kind,
        level=table.level,
        cost=table.cost,
        practice=doing if table.practice is None else table.practice,
        authors=tuple([clean(each) for each in table.authors]),
        year=table.year,
        url=table.url or "",
        requires=tuple(dict.fromkeys(table.requires)),
        parts=table.parts,
        choice=table.choice or "",
        formerly=tuple(table.formerly),
        why=clean(table.why, 1000),
    )


def _role(table: RoleTable) -> Role:
    return Role(
        id=table.id,
        title=clean(table.title),
        ml=table.ml,
        software=table.software,
        domain=table.domain,
        short=clean(table.short or table.title),
        description=clean(table.description, 1000),
        essential=tuple(table.essential),
        one_of=tuple(tuple(group) for group in table.one_of if group),
        typical=table.typical,
    )


def _explained(error: ValidationError) -> Iterator[tuple[KeyPath, str]]:
    for detail in error.errors(include_url=False):
        yield tuple(part for part in detail["loc"] if part != "[key]"), _reason(detail)


def _reason(detail: ErrorDetails) -> str:
    kind, name = detail["type"], str(detail["loc"][-1]) if detail["loc"] else ""
    if kind == "extra_forbidden":
        close = get_close_matches(name, _known_keys(detail["loc"]), 1)
        return f"there is no such key; {f'did you mean {close[0]!r}?' if close else 'take it out'}"
    if kind == "missing":
        return "is missing; add it"
    if name == "url":
        return _no_address(detail["input"])
    if kind == "value_error":
        return str(detail["msg"]).removeprefix("Value error, ")
    if kind == "string_pattern_mismatch":
        return f"only a-z, 0-9 and - may stand here, not {_shown(detail['input'])}"
    message = str(detail["msg"])
    return f"{message[0].lower()}{message[1:]}, not {_shown(detail['input'])}"


def _no_address(value: object) -> str:
    """Return what is wrong with an address, and how it would be written where it is one."""
    plain = plain_link(value) if isinstance(value, str) else ""
    hint = f"; write {plain}" if plain else ""
    return f"is not a plain http or https address: {_shown(value)}{hint}"


def _known_keys(loc: tuple[int | str, ...]) -> list[str]:
    tables: Mapping[str, type[_Table]] = {
        "competency": CompetencyTable,
        "resource": ResourceTable,
        "role": RoleTable,
    }
    table = tables.get(str(loc[0]), CurriculumFile) if len(loc) > 1 else CurriculumFile
    return list(table.model_fields)


def _shown(value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 1 << 63:
        return "a number beyond 64 bits"
    if isinstance(value, dict | list):
        return "a table" if isinstance(value, dict) else "a list"
    if isinstance(value, bool):
        return str(value).lower()
    return clean(repr(value), 60)
