"""The functions of formulas, one module a theme; `library` joins them."""
