"""Every error and warning of the converter: a code, a place, one sentence, what to do.

Checkers yield or raise; only the command-line entries print and set the exit status.
Messages are Chinese, as the editors who read them are.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad it is: an error stops the conversion, an uncertainty stops it with --strict."""

    ERROR = "error"
    UNCERTAIN = "uncertain"
    REMARK = "remark"


class Code(StrEnum):
    """The codes, by the stage that reports them; they never change their meaning."""

    # Files and commands
    FILE_MISSING = "file-missing"
    FILE_UNREADABLE = "file-unreadable"
    FILE_IS_FOLDER = "file-is-folder"
    FILE_EMPTY = "file-empty"
    FILE_TOO_LARGE = "file-too-large"
    LINE_TOO_LONG = "line-too-long"
    OUTPUT_FAILED = "output-failed"
    OUTPUT_LOCKED = "output-locked"
    OUTPUT_STALE = "output-stale"
    INTERRUPTED = "interrupted"
    TEXT_LOST = "text-lost"
    # Configuration
    YAML_BROKEN = "yaml-broken"
    CONFIG_INVALID = "config-invalid"
    # Decoding
    BINARY = "binary"
    UNDECODABLE = "undecodable"
    CHARSET_GUESSED = "charset-guessed"
    CONTROL_CHARACTER = "control-character"
    PRIVATE_USE = "private-use"
    UNASSIGNED = "unassigned"
    REPLACEMENT_CHARACTER = "replacement-character"
    SCRIPT_DIFFERS = "script-differs"
    # Parsing
    HEADER_GAP = "header-gap"
    HEADER_REPEATED = "header-repeated"
    HEADER_UNCERTAIN = "header-uncertain"
    TITLE_MISSING = "title-missing"
    TITLE_DIFFERS = "title-differs"
    WORK_UNCERTAIN = "work-uncertain"
    HEADING_UNCERTAIN = "heading-uncertain"
    SIGNATURE_UNCERTAIN = "signature-uncertain"
    NOISE_REMOVED = "noise-removed"
    ODD_TEXT = "odd-text"
    OVERRIDE_UNUSED = "override-unused"
    # Emendation
    EMENDATION_NOT_FOUND = "emendation-not-found"
    EMENDATION_AMBIGUOUS = "emendation-ambiguous"
    EMENDATION_CLASH = "emendation-clash"
    # Slogans
    SLOGAN_INVALID = "slogan-invalid"
    SLOGAN_DUPLICATE = "slogan-duplicate"
    SLOGAN_RELATION = "slogan-relation"
    SLOGAN_MEMBERS = "slogan-members"
    SLOGAN_UNDECIDED = "slogan-undecided"
    SLOGAN_UNUSED = "slogan-unused"
    # Wording of the editions
    WORDING_UNUSED = "wording-unused"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to tell the editor.

    ``message`` is one Chinese sentence that says what is wrong, ``advice`` one that says what
    to do (it may be empty for a remark).  ``line`` and ``column`` count from 1; 0 means that
    the problem has no such place.
    """

    code: Code
    message: str
    advice: str = ""
    file: str = ""
    line: int = 0
    column: int = 0
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """Give the line that is printed: ``file:line:column: sentence advice [code]``."""
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        body = f"{self.message}{self.advice}"
        return f"{place}: {body} [{self.code}]" if place else f"{body} [{self.code}]"


class ConversionError(Exception):
    """Raised where a stage cannot go on; carries the problems to print."""

    def __init__(self, *problems: Problem) -> None:
        """Take one or more problems."""
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems

    def __reduce__(self) -> tuple[type[ConversionError], tuple[Problem, ...]]:
        """Survive the way back from a worker process."""
        return type(self), self.problems


def uncertain(code: Code, message: str, line: int, column: int = 1) -> Problem:
    """Give a problem that says how the converter decided something not sure, and where."""
    return Problem(code, message, line=line, column=column, severity=Severity.UNCERTAIN)


class Places:
    """Turns source offsets into lines and columns (both from 1)."""

    __slots__ = ("_starts",)

    def __init__(self, text: str) -> None:
        """Index the line starts of ``text`` (line ends are line feeds)."""
        starts = [0]
        position = text.find("\n")
        while position >= 0:
            starts.append(position + 1)
            position = text.find("\n", position + 1)
        self._starts = starts

    def of(self, offset: int) -> tuple[int, int]:
        """Give line and column of a source offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line(self, offset: int) -> int:
        """Give the line of a source offset."""
        return bisect_right(self._starts, offset)
