"""Forms to print and to type back: the signature list of an event and its «Ведомость»."""
