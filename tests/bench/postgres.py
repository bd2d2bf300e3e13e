"""PostgreSQL as a peer: an event table as its users build one, with a unique (stream, version), in a cluster of its own."""

import os
import pwd
import re
import shutil
import signal
import socket
import subprocess
from pathlib import Path

from processes import Program

# A global position, and the optimistic check as a constraint. Durable as installed; memory and checkpoints in its favour.
_SETTINGS = "shared_buffers = '1GB'\nmax_wal_size = '8GB'\ncheckpoint_timeout = '30min'\n"
_SCHEMA = """
CREATE TABLE event (position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, stream bigint NOT NULL, version bigint NOT NULL,
                    data jsonb NOT NULL, UNIQUE (stream, version));
CREATE TABLE history (position bigint PRIMARY KEY, stream bigint NOT NULL, version bigint NOT NULL, data jsonb NOT NULL);
INSERT INTO history SELECT n, n % 1000, n / 1000, jsonb_build_object('note', repeat('n', 370)) FROM generate_series(1, 300000) n;
VACUUM ANALYZE history;
"""
_APPEND = r"""
\set v :v + 1
INSERT INTO event (stream, version, data) VALUES (:base::bigint + :client_id, :v::bigint, '{"note": "%s"}'::jsonb);
""" % ("n" * 370)
_PAGE = r"""
\set after random(0, 298000)
SELECT position, stream, version, data FROM history WHERE position > :after ORDER BY position LIMIT 1000;
"""


def binaries():
    """The folder of the newest PostgreSQL here; None without one, or where its user cannot be taken on."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parts[4]))
    return found[-1].parent if found and os.getuid() == 0 else None


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Postgres:
    def __init__(self, folder):
        self._bin, self._folder, self._port = binaries(), folder / "postgres", _free_port()
        self._base = 0
        user = pwd.getpwnam("postgres")
        self._folder.mkdir()
        os.chown(self._folder, user.pw_uid, user.pw_gid)
        cluster = self._folder / "cluster"
        subprocess.run([self._bin / "initdb", "-D", cluster, "-A", "trust", "-U", "postgres"], check=True, capture_output=True,
                       user="postgres", cwd=self._folder)
        with open(cluster / "postgresql.auto.conf", "a", encoding="utf-8") as settings:
            settings.write(_SETTINGS)
        self._server = Program([self._bin / "postgres", "-D", cluster, "-p", self._port, "-h", "127.0.0.1", "-k", self._folder],
                               folder / "postgres.log", user="postgres", cwd=self._folder)
        self._server.wait_for("ready to accept connections")
        for name, text in (("append.sql", _APPEND), ("page.sql", _PAGE)):
            (folder / name).write_text(text, encoding="utf-8")
        self._scripts = folder
        subprocess.run(["psql", "-q", *self._where(), "-v", "ON_ERROR_STOP=1"], input=_SCHEMA, text=True, check=True, capture_output=True)

    def _where(self):
        return ["-h", "127.0.0.1", "-p", str(self._port), "-U", "postgres", "postgres"]

    @property
    def connection(self):
        return f"host=127.0.0.1 port={self._port} user=postgres dbname=postgres"

    def _pgbench(self, script, clients, seconds, *more):
        words = [self._bin / "pgbench", "-n", "-M", "prepared", "-c", str(clients), "-j", str(min(2, clients)), "-T", str(seconds),
                 "-f", self._scripts / script, *more, *self._where()]
        done = subprocess.run(words, capture_output=True, text=True, timeout=120, check=True)
        return float(re.search(r"tps = ([0-9.]+)", done.stdout)[1])

    def appends(self, clients, seconds):
        """Durable appends a second, each client to a stream of its own."""
        self._base += 1000
        return self._pgbench("append.sql", clients, seconds, "-D", "v=0", "-D", f"base={self._base}")

    def page_rows(self, seconds):
        """Rows a second that one client reads in pages of 1,000 in order."""
        return 1000 * self._pgbench("page.sql", 1, seconds)

    def stop(self):
        self._server.stop(signal.SIGINT)
        shutil.rmtree(self._folder)
