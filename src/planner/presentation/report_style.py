"""What a report looks like: on screen, dark and light, and on paper. Its one place with colours."""

from typing import Final

LIGHT: Final = {
    "ink": "#1c222c", "dim": "#5a6270", "ground": "#ffffff", "line": "#c9cdd4", "soft": "#f4f3ef",
    "software": "#2f64b8", "you": "#9a4a00", "star": "#7a3fb0", "done": "#1f6f3a",
}  # fmt: skip
DARK: Final = {
    "ink": "#d7dce5", "dim": "#9aa3b2", "ground": "#12161d", "line": "#3a4250", "soft": "#1b212b",
    "software": "#7ba6e8", "you": "#ffd75f", "star": "#c9a0f5", "done": "#7fc97f",
}  # fmt: skip
TEXTS: Final = ("ink", "dim", "software", "you", "star", "done")
"""Colours that something to read is written in, on `ground` or on `soft`."""

_RULES: Final = """
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem; max-width: 62rem; background: var(--ground); color: var(--ink);
  font: 16px/1.45 system-ui, sans-serif; }
h1 { font-size: 1.8rem; margin: 0 0 .3rem; line-height: 1.2; }
h2 { font-size: 1.2rem; margin: 2rem 0 .6rem; }
h3 { font-size: 1rem; margin: 1.2rem 0 .4rem; }
p { margin: .4rem 0; }
a { color: inherit; text-decoration-color: var(--dim); }
svg { width: 100%; height: auto; display: block; }
figure { margin: 0; }
figcaption, .dim, .facts, footer { color: var(--dim); }
figcaption, footer { font-size: .85rem; }
.figures { display: grid; grid-template-columns: 5fr 2fr; gap: 1.5rem; align-items: end; margin: 1.5rem 0; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: right; padding: .25rem .5rem; border-bottom: 1px solid var(--line); }
th { font-weight: normal; }
thead th { color: var(--dim); font-size: .85rem; }
th:first-child { text-align: left; padding-left: 0; }
td:last-child, th:last-child { padding-right: 0; }
td.now { font-weight: 700; }
.chapters { list-style: none; padding: 0; margin: 0; columns: 2; column-gap: 2rem; }
.chapters > li { break-inside: avoid; margin: 0 0 .9rem; padding-left: .8rem; }
.chapters > li { border-left: 3px solid var(--line); }
.chapters ul { margin: .15rem 0 0; padding: 0; list-style: none; font-size: .92rem; }
.facts { font-size: .85rem; }
.weeks { max-width: 34rem; margin: .6rem 0; }
.week { fill: var(--software); }
.finished { columns: 2; column-gap: 2rem; padding: 0; list-style: none; margin: .4rem 0; }
text.dim { fill: var(--dim); }
.blob { fill: var(--software); }
.axis, .edge { stroke: var(--dim); }
.region { stroke: var(--dim); }
.label { fill: var(--ink); stroke: var(--ground); stroke-width: 3px; }
.label { stroke-opacity: .6; stroke-linejoin: round; }
.route { stroke: var(--ink); }
.trail, .you { fill: var(--you); }
.ring { stroke: var(--you); }
.star { fill: var(--star); }
.flag { fill: var(--you); stroke: var(--you); }
polygon.done { fill: var(--done); }
polygon.claimed { fill: var(--software); }
b.done { color: var(--done); }
.day { white-space: nowrap; }
@media screen and (max-width: 46rem) {
  body { padding: 1rem .75rem; }
  table { font-size: .8rem; }
  thead th { font-size: .75rem; }
  th, td { padding: .25rem .15rem; }
  .figures { grid-template-columns: 1fr; }
  .chapters, .finished { columns: 1; }
}
@media print {
  @page { size: A4; margin: 12mm 14mm; }
  body { padding: 0; max-width: none; font-size: 8.5pt; line-height: 1.3; }
  h1 { font-size: 15pt; }
  h2 { font-size: 10.5pt; margin: 9pt 0 3pt; break-after: avoid; }
  h3 { font-size: 9pt; margin: 6pt 0 3pt; break-after: avoid; }
  p { margin: 2pt 0; }
  .figures { margin: 6pt 0; gap: 12pt; grid-template-columns: 5fr 2.2fr; }
  .chapters > li { margin-bottom: 4pt; padding-left: 5pt; border-left-width: 1.5pt; }
  .chapters ul { font-size: 7.25pt; line-height: 1.22; }
  .finished { font-size: 7.5pt; }
  .chapters ul li { display: inline; }
  .chapters ul li + li::before { content: " · "; }
  .facts, figcaption, footer, thead th { font-size: 7.5pt; }
  th, td { padding: 1pt 4pt; }
  a { text-decoration: none; }
}
"""


def stylesheet() -> str:
    """Return the stylesheet: light unless the reader prefers dark on screen, light on paper."""
    dark = f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {_names(DARK)} }} }}"
    return f":root {{ {_names(LIGHT)} }}\n{dark}\n{_RULES.strip()}\n"


def _names(colours: dict[str, str]) -> str:
    return " ".join(f"--{name}: {colour};" for name, colour in colours.items())
