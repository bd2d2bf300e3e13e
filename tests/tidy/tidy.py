#!/usr/bin/env python3
"""What must never be, checked over the whole checkout.

    tidy.py [ROOT]     prints file:line and what to do; exit code 1 if anything is found
"""

import sys
from pathlib import Path

import files
import layers
import rules
from tree import Tree

CHECKS = (
    layers.include_order,
    layers.server_only_headers,
    layers.no_json_in_rules,
    layers.banned_calls,
    files.leftover_marks,
    files.long_files,
    files.dead_files,
    files.foreign_names,
    rules.rules_have_tests,
    rules.cited_rules_exist,
)


def run(tree):
    """Prints the findings of every check; how many checks passed and failed."""
    failed = 0
    for check in CHECKS:
        findings = sorted(check(tree))
        failed += bool(findings)
        for finding in findings:
            print(f"{finding.path}:{finding.line}: {finding.message}  [{check.__name__}]")
    return len(CHECKS) - failed, failed


def main():
    root = sys.argv[1] if len(sys.argv) > 1 else Path(__file__).resolve().parents[2]
    passed, failed = run(Tree(root))
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
