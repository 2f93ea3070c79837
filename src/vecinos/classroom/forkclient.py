"""What Jupyter starts as "the kernel": it asks the fork server for one and lives as long as that does.

Run by path with ``python -I -S`` (nothing but the standard library, so that it starts in a few milliseconds):
``forkclient.py SOCKET CONNECTION_FILE``.
"""

import os
import socket
import sys


def main() -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.connect(sys.argv[1])
        server.sendall(os.fsencode(sys.argv[2]) + b"\n")
        server.recv(1)


if __name__ == "__main__":
    main()
