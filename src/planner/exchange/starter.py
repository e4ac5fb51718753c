"""The first lines of a curriculum of one's own, with comments that say what they mean."""

from planner.exchange import toml_text
from planner.exchange.words import slug

_TEMPLATE = """\
#:schema ./curriculum.schema.json

# A curriculum of your own. Editors with a TOML language server complete and check it by the schema
# that lies beside it; `planner check` says what is wrong and what could be better.
format = 1
id = {id}  # the file's name without .toml
title = {title}
area = "software"  # software, ml or domain
description = "What someone knows who has worked through this."

# Something one can master. It is shown and tracked, and moves nobody's position: the axes belong to
# the curricula that planner brings. What you do can move it all the same: let your resources teach
# bundled competencies as well, such as databases or deep-learning. `planner claim` lists them.
[[competency]]
id = "{id_}-basics"
title = "The basics"
weight = 0

# Something to spend hours on. Its id never changes its meaning: progress is kept under it.
[[resource]]
id = "{id_}-first-book"
title = "A first book"
authors = ["Its author"]
year = 2024
url = "https://example.org/book"
kind = "book"  # book course article paper docs video exercise project practice
cost = "paid"  # free freemium paid
level = 1  # 1 introduces, 2 builds, 3 deepens
hours = 30  # from beginning to end, exercises included
parts = 12  # chapters, weeks or labs that can be ticked one by one
teaches = {{ {id_}-basics = 45 }}  # percent of each competency; 1.5 an hour at the most
why = "One sentence on why it is worth the hours."

# Reading alone fills a competency to 70; the rest comes from doing.
[[resource]]
id = "{id_}-first-project"
title = "A first project"
url = "https://example.org/project"
kind = "project"  # the points of exercise, project and practice are earned by doing
cost = "free"
level = 2
hours = 40
requires = ["{id_}-first-book"]  # what comes first, in any curriculum
teaches = {{ {id_}-basics = 55 }}
why = "One sentence on what one has to show afterwards."
"""


def starter(name: str, title: str) -> str:
    """Return the text of a curriculum with this id and title."""
    return _TEMPLATE.format(id=toml_text.text(name), id_=slug(name, 60), title=toml_text.text(title, 200))
