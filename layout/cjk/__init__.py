"""Text and settings go in, answers come out: may it break here, how much room here, what changes at a line's edge."""
