"""Layers: who may include whom, and what the pure layers never have."""

import re

from tree import CPP, Finding

ORDER = ("domain", "projections", "api", "server")
PURE = ORDER[:3]

_OWN = re.compile(r'^\s*#\s*include\s+"([^"/]+)/')
_ANY = re.compile(r'^\s*#\s*include\s+[<"]([^>"]+)[>"]')

# Libraries and headers that reach the outside: sockets, files, stores, threads, chance, clocks.
_SERVER_ONLY = ("boost/asio", "boost/beast", "rocksdb/", "sqlite3", "sodium", "sys/", "unistd.h", "fcntl.h", "fstream", "iostream",
                "filesystem", "thread", "mutex", "shared_mutex", "condition_variable", "future", "random", "ctime", "time.h")

_BANNED = (
    (re.compile(r"\b(system_clock|steady_clock|high_resolution_clock|utc_clock)\b|\b(clock_gettime|gettimeofday|localtime|gmtime)\w*\s*\("),
     "reads a clock: take the time as an argument, it is stamped once at the edge"),
    (re.compile(r"\bstd::time\s*\(|(?<![\w.>:])time\s*\(\s*(nullptr|NULL|0|&)"),
     "reads a clock: take the time as an argument, it is stamped once at the edge"),
    (re.compile(r"\b(random_device|mt19937\w*|default_random_engine)\b|\bstd::s?rand\s*\(|(?<![\w.>:])s?rand\s*\("),
     "makes random bits: take ids and salts as arguments"),
    (re.compile(r"\bstd::(j?thread|async|mutex|shared_mutex|condition_variable|this_thread)\b"),
     "uses threads: pure layers run on whatever thread calls them"),
    (re.compile(r"\b(std::)?(secure_)?getenv\s*\("), "reads the environment: main reads settings and hands them in"),
    (re.compile(r"\b(fopen|f?printf|std::cout|std::cerr|std::clog)\b"), "does input or output: only server does"),
)


def _starts_with(header, names):
    return any(header == name or (header.startswith(name) and (name.endswith("/") or header[len(name)] in "/._")) for name in names)


def include_order(tree):
    """domain <- projections <- api <- server: an include points to the same layer or to one on its left."""
    for path in tree.under(ORDER, CPP):
        mine = path.split("/")[0]
        for number, line in tree.code_lines(path):
            match = _OWN.match(line)
            if not match:
                continue
            other = match[1]
            if other == "tests":
                yield Finding(path, number, "includes from tests: move what both need out of tests")
            elif other in ORDER and ORDER.index(other) > ORDER.index(mine):
                yield Finding(path, number, f"{mine} includes {other}: move the code, or hand in what it needs ({' <- '.join(ORDER)})")


def server_only_headers(tree):
    """Sockets, files, stores and threads stand in server alone."""
    for path in tree.under(PURE, CPP):
        for number, line in tree.code_lines(path):
            match = _ANY.match(line)
            if match and _starts_with(match[1], _SERVER_ONLY):
                yield Finding(path, number, f"<{match[1]}> belongs to server: {path.split('/')[0]} is pure")


def no_json_in_rules(tree):
    """The rules and the views know no JSON: api translates."""
    for path in tree.under(("domain", "projections"), CPP):
        for number, line in tree.code_lines(path):
            match = _ANY.match(line)
            if "simdjson" in line or (match and "json" in match[1]):
                yield Finding(path, number, "JSON below api: translate in api, pass domain structs")


def banned_calls(tree):
    """Time, chance, threads and the environment come in as arguments."""
    for path in tree.under(PURE, CPP):
        for number, line in tree.code_lines(path):
            for pattern, advice in _BANNED:
                if pattern.search(line):
                    yield Finding(path, number, advice)
