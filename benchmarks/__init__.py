"""How quick it is, beside its peers: `make bench` builds the inputs from a seed and writes RESULTS.md."""
