"""Rules: each numbered rule of a SPEC*.md has a test named after it, and nobody cites a rule that is not there."""

import re

from tree import CPP, TYPESCRIPT, Finding

_ID = r"[A-Z]{1,2}\d{2,3}"
_SPEC = re.compile(r"(^|.*/)SPEC[\w-]*\.md")
_DEFINED = re.compile(rf"\*\*({_ID})\*\*")
_CPP_TEST = re.compile(r"\bTEST(?:_F|_P)?\s*\(\s*\w+\s*,\s*(\w+)")
_SCRIPT_TEST = re.compile(r"\b(?:it|test)(?:\.each\([^)]*\))?\(\s*[\"'`]([^\"'`]*)")
_ONE = rf"{_ID}(?![a-z0-9])"
_LEADING = re.compile(rf"{_ONE}(?:(?:And|To|,|_)?\s*{_ONE})*")
_RANGE = re.compile(r"([A-Z]{1,2})(\d{2,3})To\1(\d{2,3})")
_LITERAL = re.compile(rf'"({_ID})"')


def _defined(tree):
    """id -> (path, line); and what is defined twice."""
    places, twice = {}, []
    for path in tree.paths:
        if not _SPEC.fullmatch(path):
            continue
        for number, line in tree.lines(path):
            for rule in _DEFINED.findall(line):
                if rule in places:
                    twice.append(Finding(path, number, f"{rule} is defined in {places[rule][0]} already: give it a number of its own"))
                places.setdefault(rule, (path, number))
    return places, twice


def _names_of_tests(tree):
    """(path, line, name) of each test."""
    for path in tree.under(None, CPP + TYPESCRIPT):
        pattern = _CPP_TEST if path.endswith(CPP) else _SCRIPT_TEST
        text = tree.text(path)
        for match in pattern.finditer(text):
            yield path, text.count("\n", 0, match.start()) + 1, match[1]


def _rules_at_head(name):
    """Of T07RejectsX, T07T08RejectsX, D03AndD04Y, D08ToD13Z, "W03 answers ..."."""
    head = _LEADING.match(name)
    if not head:
        return set()
    rules = set(re.findall(_ID, head[0]))
    for letters, first, last in _RANGE.findall(head[0]):
        rules |= {f"{letters}{number:0{len(first)}}" for number in range(int(first), int(last) + 1)}
    return rules


def _cited(tree):
    """(rule, path, line) of each rule that a test's name begins with."""
    for path, number, name in _names_of_tests(tree):
        for rule in sorted(_rules_at_head(name)):
            yield rule, path, number


def rules_have_tests(tree):
    """A rule without a test is a wish."""
    places, _ = _defined(tree)
    tested = {rule for rule, _, _ in _cited(tree)}
    for rule, (path, number) in sorted(places.items()):
        if rule not in tested:
            yield Finding(path, number, f"{rule} has no test: name one TEST(Part, {rule}SaysWhat)")


def cited_rules_exist(tree):
    """Tests and rejections cite rules that a SPEC*.md has."""
    places, twice = _defined(tree)
    yield from twice
    for rule, path, number in _cited(tree):
        if rule not in places:
            yield Finding(path, number, f"no SPEC*.md has {rule}: write the rule, or name the test without it")
    for path in tree.under(("domain",), CPP):
        for number, line in tree.code_lines(path, literals=True):
            for rule in _LITERAL.findall(line):
                if rule not in places:
                    yield Finding(path, number, f"no SPEC*.md has {rule}: write the rule, or cite the right one")
