"""«Сделать сейчас»: the tab in Google in which the head asks for deeds without a command, and has them done."""
