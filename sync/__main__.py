"""`python -m sync` is `rpo`."""

import sys

from sync.cli import main

sys.exit(main())
