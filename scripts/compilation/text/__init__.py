"""What all stages know of characters and lines: signs, numerals, variants, origins."""
