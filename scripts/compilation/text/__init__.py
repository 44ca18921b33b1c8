"""What all stages know of characters and lines: signs, words, numerals, variants, origins."""
