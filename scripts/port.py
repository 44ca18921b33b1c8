#!/usr/bin/env python3
"""Say in one sentence why a port cannot be served on: ``make serve`` asks before it begins."""

from __future__ import annotations

import sys

from commandline import Parser, speaking

#: Where ``sphinx-autobuild`` listens.
HOST = "127.0.0.1"


def wrong(port: str) -> str:
    """Return what is wrong with ``port`` as it was typed, in one sentence; empty if nothing."""
    import socket

    if not (port.isascii() and port.isdecimal() and 0 < int(port) < 65536):
        return f"PORT 应是 1 到 65535 的整数，不能是“{port}”，例如 make serve PORT=8000。"
    with socket.socket() as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((HOST, int(port)))
        except PermissionError:
            return f"没有权限使用端口 {port}，请换一个 1024 以上的，例如 make serve PORT=8000。"
        except OSError:
            return f"端口 {port} 已有别的程序在用，请换一个，例如 make serve PORT=8001。"
    return ""


@speaking
def main(argv: list[str] | None = None) -> int:
    """Check the port that the command line names; return the exit status."""
    parser = Parser(description="看这个端口能不能用来看书（make serve 先问一问）。")
    parser.add_argument("port", metavar="PORT", help="端口，1 到 65535")
    given = sys.argv[1:] if argv is None else argv
    # What begins with a hyphen is a wrong number too, but not what asks for help.
    asked = given if {*given} & {"-h", "--help"} else ["--", *given]
    port: str = parser.parse_args(asked).port
    if said := wrong(port):
        print(said, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
