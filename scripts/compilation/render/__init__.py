"""From the model to MyST: all escaping, all ids and labels; gives ``{path: text}``."""
