"""Russian cases of what stands in papers: names of people, posts, regions, days and periods."""
