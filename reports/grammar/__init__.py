"""Words of people's names and posts in the forms that a document needs."""
