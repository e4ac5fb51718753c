"""Fuzz one reader of planner, guided by what its code covers: `python tests/fuzz/run.py NAME SECONDS`."""

import hashlib
import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[1]))

with atheris.instrument_imports(include=["planner", "tomllib", "markdown_it", "fuzz"]):
    from fuzz import targets

WORK = Path(__file__).parents[2] / ".fuzz"
_MOST_BYTES = 1 << 14
_LONGEST_SECONDS = 20
"""By the clock on the wall, of code that is watched line by line, on a machine that may do other things."""
_MOST_MEGABYTES = 1200
_WORDS = (
    "[[", "]]", "[", "]", "{", "}", " = ", '"', '"""', "'''", ".", ",", "#", "\\u001b", "\\U000E0041", "\n",
    "format", "id", "title", "area", "competency", "resource", "role", "weight", "elective", "hours",
    "teaches",
    "requires", "parts", "choice", "formerly", "essential", "one_of", "typical", "kind", "level", "practice",
    "settings", "claims", "progress", "notes", "sessions", "pauses", "pins", "plan", "timer", "adopted",
    "legs", "value", "at", "status", "doing", "done", "skipped", "known", "minutes", "day", "started",
    "finished",
    "nan", "inf", "-0.0", "1e308", "9223372036854775807", "true", "0x", "1979-05-27", "9999-12-31",
    "- [ ] ", "- [x] ", "](https://", "| a | b |\n|--|--|\n", "# ", "`", "> ", " of ", "weeks", "none",
    "\u202e", "\u200b", "\x9b", "\ufeff", "e\u0301",
)  # fmt: skip


def main() -> None:
    """Fuzz until the time is up; what fails is kept in .fuzz/NAME/."""
    name, seconds = sys.argv[1], int(sys.argv[2])
    folder = WORK / name
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for seed in targets.seeds(name):
        (corpus / hashlib.sha256(seed).hexdigest()[:16]).write_bytes(seed)
    words = folder / "words.dict"
    words.write_text("".join(f'"{_escaped(each)}"\n' for each in _WORDS), "utf-8")
    options = [
        f"-dict={words}", f"-artifact_prefix={folder}/", f"-max_total_time={seconds}",
        f"-max_len={_MOST_BYTES}", f"-timeout={_LONGEST_SECONDS}", f"-rss_limit_mb={_MOST_MEGABYTES}",
        "-print_final_stats=1", str(corpus),
    ]  # fmt: skip
    atheris.Setup([sys.argv[0], *options], targets.TARGETS[name])
    atheris.Fuzz()


def _escaped(word: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word.encode())


main()
