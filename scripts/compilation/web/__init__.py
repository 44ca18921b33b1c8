"""What the web left around and inside the texts: rules with names, each edit recorded."""
