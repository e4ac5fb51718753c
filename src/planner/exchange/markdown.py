"""The curriculum as a Markdown checklist by area and competency, which GitHub, Obsidian and others render."""

import re
from collections.abc import Iterator

from planner.core.catalogue import Catalogue
from planner.core.credit import is_held
from planner.core.curriculum import AREAS, Area, Resource
from planner.core.profile import Profile
from planner.core.text import clean

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$&!])")
_AREA_TITLES: dict[Area, str] = {
    "software": "Software engineering",
    "ml": "Machine learning",
    "domain": "Domain knowledge",
}


def checklist(catalogue: Catalogue, profile: Profile) -> str:
    """Return a checklist of all resources: ticked is what is done or known."""
    lines = ["# Curriculum", ""]
    for area in AREAS:
        lines += [f"## {_AREA_TITLES[area]}", ""]
        for competency in catalogue.competencies.values():
            taught = catalogue.taught_by[competency.id]
            if competency.area == area and taught:
                items = (_item(profile, each) for each in taught)
                lines += [f"### {escaped(competency.title)}", "", *items, ""]
    return "\n".join(lines)


def escaped(text: str) -> str:
    """Return a text that Markdown shows as it is."""
    return _SPECIAL.sub(r"\\\1", clean(text))


def _item(profile: Profile, resource: Resource) -> str:
    box = "x" if is_held(resource, profile) else " "
    title = escaped(resource.title)
    linked = f"[{title}]({_target(resource.url)})" if resource.url else title
    return f"- [{box}] {linked} `{resource.id}` · {' · '.join(_facts(profile, resource))}"


def _target(url: str) -> str:
    """Return an address as the target of a link."""
    safe = url.replace("\\", "%5C").replace("<", "%3C").replace(">", "%3E")
    return f"<{safe}>" if set("() ") & set(safe) else safe


def _facts(profile: Profile, resource: Resource) -> Iterator[str]:
    """Go through hours, parts, and what the box does not say."""
    progress = profile.progress_of(resource)
    yield f"{resource.hours:g} h"
    if resource.parts:
        shown = progress.parts if progress.status in ("todo", "doing") and not progress.known else 0
        yield f"{shown} of {resource.parts} parts" if shown else f"{resource.parts} parts"
    if progress.known:
        yield "known"
    if progress.status in ("doing", "skipped") or (progress.known and progress.status == "done"):
        yield progress.status
