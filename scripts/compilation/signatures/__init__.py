"""Who wrote a text, of which body, when: names, labels, bodies, dates."""
