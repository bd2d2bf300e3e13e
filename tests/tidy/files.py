"""Files: nothing dead, nothing too long, no leftovers, no names of places that only one workplace knows."""

import posixpath
import re

from tree import CPP, TEXT, TYPESCRIPT, Finding

LINES_MAX = 500
RATCHET = "tests/tidy/long-files.txt"  # "<path> <lines>": may not grow; goes when it is short again

# Written in pieces, so that this file does not find itself.
_MARK = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK")) + r")\b")
_PLACES = re.compile("|".join((r"registry\." + "npmjs", r"deb\." + "debian", r"\bpypi\." + "org", r"(?<![\w.-])/" + "work/")))
_INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"')
_CMAKE_SOURCE = re.compile(r"(?:\$\{(?:CMAKE_SOURCE_DIR|PROJECT_SOURCE_DIR|LUUVET_SOURCE_DIR)\}(/))?([\w./-]+\.cc)\b")


def leftover_marks(tree):
    """What is not done is an issue, not a remark in the code."""
    for path in tree.under(None, TEXT) + tree.scripts():
        if path.startswith("seeds/"):
            continue
        for number, line in tree.lines(path):
            match = _MARK.search(line)
            if match:
                yield Finding(path, number, f"{match[0]}: do it now, or write an issue and describe here what is")


def _ratchet(tree):
    if RATCHET not in tree.paths:
        return {}
    rows = (line.split("#")[0].split() for _, line in tree.lines(RATCHET))
    return {row[0]: int(row[1]) for row in rows if row}


def long_files(tree):
    """A file that grows well past its size is asking to be two."""
    allowed = _ratchet(tree)
    for path in tree.under(None, CPP + TYPESCRIPT):
        count = tree.text(path).count("\n")
        if count > max(LINES_MAX, allowed.get(path, 0)):
            yield Finding(path, count, f"{count} lines, at most {allowed.get(path, LINES_MAX)}: make it two files")
        elif path in allowed and count <= LINES_MAX:
            yield Finding(RATCHET, 1, f"{path} has {count} lines now: take it off the list")
    for path in sorted(set(allowed) - set(tree.paths)):
        yield Finding(RATCHET, 1, f"{path} is gone: take it off the list")


def _listed_sources(tree):
    listed = set()
    for path in tree.paths:
        if posixpath.basename(path) != "CMakeLists.txt" and not path.endswith(".cmake"):
            continue
        for from_root, name in _CMAKE_SOURCE.findall(re.sub(r"#[^\n]*", "", tree.text(path))):
            listed.add(posixpath.normpath(name if from_root else posixpath.join(posixpath.dirname(path), name)))
    return listed


def _included_headers(tree):
    included = set()
    for path in tree.under(None, CPP):
        for _, line in tree.code_lines(path):
            match = _INCLUDE.match(line)
            if match and match[1] != path:
                included.add(match[1])
    return included


def dead_files(tree):
    """Every .cc is built by a CMakeLists.txt, every .h is included by somebody."""
    listed, included = _listed_sources(tree), _included_headers(tree)
    for path in tree.under(None, (".cc",)):
        if path not in listed:
            yield Finding(path, 1, "no CMakeLists.txt builds it: list it, or delete it")
    for path in tree.under(None, (".h",)):
        if path not in included:
            yield Finding(path, 1, "nobody includes it (by its path from the root): use it, or delete it")


def foreign_names(tree):
    """Hosts of package registries and paths of one workplace mean nothing on anybody else's machine."""
    for path in tree.under(None, TEXT) + tree.scripts():
        for number, line in tree.lines(path):
            match = _PLACES.search(line)
            if match:
                yield Finding(path, number, f"names {match[0]!r}: say it without the host or path of one workplace")
