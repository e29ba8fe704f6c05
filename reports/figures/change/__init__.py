"""Why a figure is not what it was: each row that entered or left it, with the one reason that decides."""
