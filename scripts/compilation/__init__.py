"""The converter: from a raw compilation to MyST chapters. Pure; only `pipeline` touches files."""
