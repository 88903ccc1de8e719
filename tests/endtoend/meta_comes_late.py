"""The daemon starts while WhatsApp is away: the account's templates come soon after it is back, not
at the next full hour.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "kit"))
from console_side import Console  # noqa: E402
from house import House, Trouble, wait_for  # noqa: E402


def main():
    with House() as house:
        console = Console(house).enter(house.start_daemon())
        if console.templates():
            raise Trouble("templates without anybody who could tell them")
        house.start_sandbox()
        wait_for(console.templates, "the account's templates", patience=60)
        house.stop_daemon()
    print("the templates have come")


if __name__ == "__main__":
    main()
