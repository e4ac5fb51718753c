"""A profile as JSON for other programs; the profile's own file is TOML."""

from collections.abc import Iterator
from typing import Literal, TypedDict

from planner.core.catalogue import Catalogue
from planner.core.profile import Profile, Status
from planner.exchange import json_text

FORMAT: Literal[1] = 1


class MarkedShape(TypedDict):
    """How far someone is with a resource; `minutes` are those logged, days are written as 2026-11-23."""

    id: str
    title: str
    url: str
    status: Status
    known: bool
    ticked: int
    parts: int
    started: str | None
    finished: str | None
    minutes: int
    note: str
    pinned: bool


class StretchShape(TypedDict):
    """One stretch of study."""

    resource: str
    day: str | None
    minutes: int


class SettingsShape(TypedDict):
    """What someone told planner about themselves."""

    title: str | None
    target: str | None
    via: str | None
    domain: str | None
    hours_per_week: float | None
    free_only: bool


class ExportShape(TypedDict):
    """`planner export --format json`: what someone did, claims and wants.

    `forgotten` has ids that no curriculum knows any more.
    """

    format: Literal[1]
    profile_id: str
    settings: SettingsShape
    claims: dict[str, float]
    resources: list[MarkedShape]
    sessions: list[StretchShape]
    forgotten: list[str]


def document(catalogue: Catalogue, profile: Profile) -> ExportShape:
    """Return a profile as a document; resources that nothing was done with are left out."""
    settings = profile.settings
    ids = {each for table in ("progress", "notes", "pins") for each in profile.tables.get(table, {})}
    ids |= profile.minutes.keys()
    return {
        "format": FORMAT,
        "profile_id": profile.profile_id,
        "settings": {
            "title": settings.title,
            "target": settings.target,
            "via": settings.via,
            "domain": settings.domain,
            "hours_per_week": settings.hours_per_week,
            "free_only": settings.free_only,
        },
        "claims": dict(profile.claims),
        "resources": list(_marked(catalogue, profile, {catalogue.now_called(each) for each in ids})),
        "sessions": [
            {
                "resource": each.resource,
                "day": each.day.isoformat() if each.day else None,
                "minutes": each.minutes,
            }
            for each in profile.stretches
        ],
        "forgotten": sorted(each for each in ids if catalogue.now_called(each) not in catalogue.resources),
    }


def as_text(catalogue: Catalogue, profile: Profile) -> str:
    """Return the document as JSON."""
    return json_text.text(document(catalogue, profile)) + "\n"


def _marked(catalogue: Catalogue, profile: Profile, ids: set[str]) -> Iterator[MarkedShape]:
    for resource in catalogue.resources.values():
        if resource.id in ids:
            progress = profile.progress_of(resource)
            yield {
                "id": resource.id,
                "title": resource.title,
                "url": resource.url,
                "status": progress.status,
                "known": progress.known,
                "ticked": progress.parts,
                "parts": resource.parts,
                "started": progress.started.isoformat() if progress.started else None,
                "finished": progress.finished.isoformat() if progress.finished else None,
                "minutes": profile.minutes_of(resource),
                "note": profile.note_of(resource),
                "pinned": resource.id in profile.pins,
            }
