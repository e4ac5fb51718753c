"""The model drawn as lines of styled text; the commands and the screens both show these."""
