#!/usr/bin/env python3
"""Puts the server beside the machine's limits and its peers; started by tests/bench/run, which builds the programs."""

import argparse
import json
import shutil
import sys
import tempfile
import threading
from pathlib import Path

import postgres
import table
from processes import Program, measure

ROOT = Path(__file__).resolve().parents[2]


def arguments():
    parser = argparse.ArgumentParser(prog="tests/bench/run", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="each round measures everything once (5)")
    parser.add_argument("--seconds", type=float, default=3, help="length of one measurement (3)")
    parser.add_argument("--folder", type=Path, help="where to write; on the disk that counts (the folder for temporary files)")
    parser.add_argument("--without-peers", action="store_true", help="leave PostgreSQL out")
    parser.add_argument("--build", type=Path, default=ROOT / "build/release", help="build folder of the programs (build/release)")
    parser.add_argument("--json", type=Path, help="also write every round's figures here")
    return parser.parse_args()


class Round:
    """One round: everything measured once, in `figures`."""

    def __init__(self, options, folder):
        self.programs, self.folder, self.seconds = options.build, folder, options.seconds
        self.figures = {}

    def bench(self, name, **how):
        return measure(self.programs / "tests/bench" / f"bench_{name}", **how)

    def run(self, peer):
        self.machine()
        if peer:
            self.peer(peer)
        self.server()
        self.without_network()
        return self.figures

    def machine(self):
        where = {"folder": self.folder, "seconds": self.seconds}
        sync = self.bench("limits", what="fdatasync", **where)
        self.figures.update(sync_p50=sync["p50_us"], sync_p99=sync["p99_us"])
        self.figures["rocks32"] = self.bench("limits", what="rocksdb", threads=32, **where)["per_s"]
        self.figures["rocks_batch"] = self.bench("limits", what="rocksdb", threads=1, batch=32, **where)["per_s"]

    def peer(self, peer):
        for clients in (32, 64):
            self.figures[f"pg{clients}"] = peer.appends(clients, round(self.seconds))
        self.figures["pg_pages"] = peer.page_rows(round(self.seconds))
        push = self.bench("pg_push", connection=peer.connection, seconds=self.seconds)
        self.figures.update(pg_push_p50=push["p50_us"], pg_push_p99=push["p99_us"])

    @property
    def folders(self):
        return {"data": self.folder / "data", "state": self.folder / "state"}

    def server(self):
        words = [self.programs / "server/luuvet", "serve", "--demo", "--rate-limits", "off", "--port", "0", "--instance", "bench", "--seeds", ROOT / "seeds"]
        for name, path in self.folders.items():
            words += ["--" + name, path]
        server = Program(words, self.folder / "server.log")
        self.port = int(server.wait_for(r"http://[^:\s]+:(\d+)")[1])
        self.commits()
        self.feed()
        self.reads()
        server.stop()

    @property
    def at(self):
        return {"port": self.port, "data": self.folder / "data"}  # where the clients find whom to act as

    def load(self, name, clients):
        return self.bench("load", **self.at, what="commit", run=name, clients=clients, seconds=self.seconds)

    def commits(self):
        one, many = self.load("one", 1), self.load("many", 32)
        self.figures.update(commit1_p50=one["p50_us"], commit1_p99=one["p99_us"], commit32=many["per_s"], commit32_p99=many["p99_us"])
        self.figures["commit64"] = self.load("more", 64)["per_s"]

    def feed(self):
        push = self.bench("feed", **self.at, what="push", run="push", seconds=self.seconds)
        self.figures.update(push_p50=push["p50_us"], push_p99=push["p99_us"])
        self.figures["catch_up"] = self.bench("feed", **self.at, what="catch-up")["per_s"]
        replay = threading.Thread(target=self.bench, args=("feed",), kwargs={**self.at, "what": "replay", "seconds": self.seconds + 0.5})
        replay.start()
        beside = self.load("beside", 32)
        replay.join()
        self.figures.update(commit32_replay=beside["per_s"], commit32_replay_p99=beside["p99_us"])

    def reads(self):
        path = "/api/v1/budget-lines/" + json.loads((ROOT / "seeds/lao-cai-de-an-11/budget-lines.jsonl").read_text().split("\n")[0])["id"]
        get = self.bench("load", **self.at, what="get", target=path, clients=64, seconds=self.seconds)
        hello = Program([self.programs / "tests/bench/bench_hello", "--bytes", int(get["bytes"])], self.folder / "hello.log")
        port = hello.wait_for(r"http://[^:\s]+:(\d+)")[1]
        bare = self.bench("load", port=port, what="get", target="/", clients=64, seconds=self.seconds)
        hello.stop()
        self.figures.update(get64=get["per_s"], hello64=bare["per_s"])

    def without_network(self):
        where = {**self.folders, "instance": "bench", "seconds": self.seconds}
        self.figures["rebuild"] = self.bench("engine", what="rebuild", **where)["per_s"]
        self.figures["tree_cpu"] = self.bench("engine", what="tree", **where)["cpu_us"]
        self.figures["inprocess"] = self.bench("engine", what="commit", batch=64, **where)["per_s"]
        fanned, plain = self.bench("units", fanned=1, units=300), self.bench("units", fanned=1, units=1)
        self.figures.update(board300=fanned["tasks_us"], board1=plain["tasks_us"], units300=fanned["commit_us"], units1=plain["commit_us"])


def run(options, folder):
    peer = postgres.Postgres(folder) if postgres.binaries() and not options.without_peers else None
    rounds = []
    for number in range(1, options.rounds + 1):
        here = folder / f"round-{number}"
        here.mkdir()
        rounds.append(Round(options, here).run(peer))
        shutil.rmtree(here)
        print(f"round {number} of {options.rounds}: " + ", ".join(f"{name} {value:.4g}" for name, value in rounds[-1].items()), flush=True)
    if peer:
        peer.stop()
    return rounds


def main():
    options = arguments()
    with tempfile.TemporaryDirectory(prefix="luuvet-bench-", dir=options.folder) as folder:
        Path(folder).chmod(0o755)  # PostgreSQL runs as a user of its own
        rounds = run(options, Path(folder))
    if options.json:
        options.json.write_text(json.dumps(rounds, indent=1) + "\n", encoding="utf-8")
    print("\n".join(table.render(rounds)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
