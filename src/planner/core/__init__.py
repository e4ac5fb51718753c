"""The model: what there is to learn, what one person has done, and what follows from both."""
