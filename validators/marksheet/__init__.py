"""«Ведомость»: participants down, activities across; every mark is a fact of PROG."""
