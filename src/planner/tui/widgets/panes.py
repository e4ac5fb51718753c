"""The views of the main screen; all but the Map are loaded when they are first shown."""

from planner.presentation.commands import View
from planner.tui.widgets.map_pane import MapPane
from planner.tui.widgets.pane import Pane


def later_pane(view: View) -> Pane:
    """Return a view that is made when it is first shown."""
    match view:
        case "curriculum":
            from planner.tui.widgets.curriculum_pane import CurriculumPane

            return CurriculumPane(id=view)
        case "path":
            from planner.tui.widgets.path_pane import PathPane

            return PathPane(id=view)
        case "progress":
            from planner.tui.widgets.progress_pane import ProgressPane

            return ProgressPane(id=view)
        case "map":
            return MapPane(id=view)
