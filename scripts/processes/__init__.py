"""What commands need of the system: Ctrl-C at the right moment, no orphans, no idle collecting."""
