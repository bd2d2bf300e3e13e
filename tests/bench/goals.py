"""The performance goals: what is divided by what, what we owe, and what we are after."""

from collections import namedtuple

# `name` of the figure and of its anchor in a round's results; without an anchor the figure itself is judged. `sense`: ">=" or "<=".
Goal = namedtuple("Goal", "number what figure anchor anchor_name sense must reach unit")

GOALS = (
    Goal(1, "commits over HTTP, 32 clients", "commit32", "pg32", "PostgreSQL, 32 clients", ">=", 1.0, 1.5, "/s"),
    Goal(1, "commits over HTTP, 32 clients", "commit32", "rocks32", "RocksDB, 32 threads", ">=", 0.5, None, "/s"),
    Goal(2, "commits over HTTP, 64 clients", "commit64", "pg64", "PostgreSQL, 64 clients", ">=", 1.0, None, "/s"),
    Goal(3, "one client, median", "commit1_p50", "sync_p50", "fdatasync, median", "<=", 2.2, 1.6, "us"),
    Goal(3, "one client, 99th percentile", "commit1_p99", "sync_p99", "fdatasync, 99th percentile", "<=", 3.5, None, "us"),
    Goal(4, "in process, 64 commands waiting", "inprocess", "rocks_batch", "RocksDB, one thread, batches of 32", ">=", 0.3, 0.5, "/s"),
    Goal(7, "commit to push, median", "push_p50", "sync_p50", "fdatasync, median", "<=", 2.6, None, "us"),
    Goal(7, "commit to push, 99th percentile", "push_p99", "sync_p99", "fdatasync, 99th percentile", "<=", 4.0, None, "us"),
    Goal(7, "commit to push, median", "push_p50", "pg_push_p50", "PostgreSQL NOTIFY, median", "<=", 1.0, None, "us"),
    Goal(7, "commit to push, 99th percentile", "push_p99", "pg_push_p99", "PostgreSQL NOTIFY, 99th percentile", "<=", 1.0, None, "us"),
    Goal(8, "rebuild of all views", "rebuild", "pg_pages", "PostgreSQL, pages of 1,000", ">=", 0.5, 1.0, "/s"),
    Goal(9, "catch-up of a subscriber from 0", "catch_up", "pg_pages", "PostgreSQL, pages of 1,000", ">=", 1.0, None, "/s"),
    Goal(10, "GET of a budget line, 64 connections", "get64", "hello64", "Beast, the same bytes", ">=", 0.4, 0.6, "/s"),
    Goal(11, "CPU of leaf hash and tree", "tree_cpu", None, "", "<=", 2.0, 1.0, "us"),
    Goal(12, "32 clients during a full replay", "commit32_replay", "commit32", "without the replay", ">=", 0.6, 0.75, "/s"),
    Goal(12, "99th percentile during it", "commit32_replay_p99", "commit32_p99", "without the replay", "<=", 3.0, None, "us"),
    Goal(13, "board of 500 rows, one with 300 units", "board300", "board1", "that one with one unit", "<=", 1.5, 1.2, "us"),
    Goal(13, "a report where the task has 300 units", "units300", "units1", "where it has one", "<=", 2.0, 1.5, "us"),
)


def meets(goal, value, bound):
    return value >= bound if goal.sense == ">=" else value <= bound
