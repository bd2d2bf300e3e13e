"""The project's files, as every check reads them."""

import os
import re
import subprocess
from collections import namedtuple
from functools import cached_property
from pathlib import Path

# One thing that must not be: where, and what to do about it.
Finding = namedtuple("Finding", "path line message")

CPP = (".cc", ".h")
TYPESCRIPT = (".ts", ".tsx")
TEXT = CPP + TYPESCRIPT + (".py", ".sh", ".md", ".txt", ".json", ".yaml", ".yml", ".css", ".html", ".cmake", ".js", ".mjs")

_SKIPPED = {".git", "build", "node_modules", "dist", "data", "data.state", "__pycache__"}

# A comment or a literal of C++; group 1 is set for a literal.
_LEXEME = re.compile(
    r'(R"([^\s()\\]{0,16})\(.*?\)\2"|"(?:[^"\\\n]|\\.)*"|(?<![0-9a-fA-F])\'(?:[^\'\\\n]|\\.)+\')|//[^\n]*|/\*.*?\*/', re.DOTALL)


def _blank(text):
    return re.sub(r"[^\n]", " ", text)


class Tree:
    """A checkout. `paths` are relative to its root, with forward slashes, sorted."""

    def __init__(self, root):
        self.root = Path(root)
        self._texts = {}

    @cached_property
    def paths(self):
        """What git would commit; outside git everything but built folders."""
        listing = subprocess.run(["git", "-C", str(self.root), "ls-files", "-zco", "--exclude-standard"], capture_output=True)
        paths = listing.stdout.decode().split("\0") if listing.returncode == 0 else self._walk()
        return sorted({path for path in paths if path and (self.root / path).is_file()})

    def _walk(self):
        for folder, folders, files in os.walk(self.root):
            folders[:] = [name for name in folders if name not in _SKIPPED]
            for name in files:
                yield (Path(folder) / name).relative_to(self.root).as_posix()

    def under(self, folders, suffixes):
        """Paths below one of the top folders (all of them if None) that end so."""
        return [path for path in self.paths if path.endswith(suffixes) and (folders is None or path.split("/")[0] in folders)]

    def scripts(self):
        """Files without a suffix that say by their first line that they are scripts."""
        return [path for path in self.paths if "." not in path.rsplit("/", 1)[-1] and self.text(path).startswith("#!")]

    def text(self, path):
        if path not in self._texts:
            self._texts[path] = (self.root / path).read_text(encoding="utf-8", errors="replace")
        return self._texts[path]

    def lines(self, path):
        """(number from 1, line) of the file."""
        return list(enumerate(self.text(path).split("\n"), 1))

    def code_lines(self, path, literals=False):
        """The same without comments, which become spaces; so do literals if not asked for, but for the names of includes."""
        text = self.text(path)
        includes = [(match.start(), match.end()) for match in re.finditer(r"^\s*#\s*include[^\n]*", text, re.MULTILINE)]

        def keep(match):
            kept = match[1] and (literals or any(start <= match.start() < end for start, end in includes))
            return match[0] if kept else _blank(match[0])

        return list(enumerate(_LEXEME.sub(keep, text).split("\n"), 1))
