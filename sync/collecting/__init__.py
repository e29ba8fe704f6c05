"""`rpo collect`: the packages of many regions are found, checked one at a time and put together."""
