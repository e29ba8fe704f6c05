"""Packages of many regions put together: who has reported, regions × indicators, a table for each block.

All of it is made of what the packages tell, cell by cell, so it tells nothing that they hide: a total over regions is
the sum of the numbers in sight, and says so where it lacks some.
"""
