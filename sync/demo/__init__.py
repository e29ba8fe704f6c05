"""A lively made-up office: a region with a full season of work, and faults planted in it on purpose."""
