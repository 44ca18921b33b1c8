"""The top of a work: title, subtitle, byline, and what is stuck to them."""
