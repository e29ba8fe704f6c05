"""How a file becomes grids: one module a family of formats."""
