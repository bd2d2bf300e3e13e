#!/usr/bin/env python3
"""Reports as ctest, vitest and node write them are counted case by case."""

import tempfile
import unittest
from pathlib import Path

from junit_count import count

CTEST = """<testsuite name="all" tests="3" failures="1" disabled="0" skipped="1">
<testcase name="a" status="run" time="1"/><testcase name="b" status="fail"><failure message="no"/></testcase>
<testcase name="c" status="notrun"><skipped message="not now"/></testcase></testsuite>"""
VITEST = """<testsuites name="vitest" tests="2" failures="0" errors="0"><testsuite name="x.test.ts" tests="2">
<testcase name="a"/><testcase name="b"/></testsuite></testsuites>"""
NODE = """<testsuites><testcase name="top"/><testsuite name="group" tests="2" failures="1"><testcase name="in"/>
<testcase name="bad"><failure type="testCodeFailure" message="no"/></testcase></testsuite></testsuites>"""


class JunitCount(unittest.TestCase):
    def test_each_runner(self):
        for text, expected in ((CTEST, (1, 1, 1)), (VITEST, (2, 0, 0)), (NODE, (2, 1, 0)), ("<testsuites/>", (0, 0, 0))):
            with self.subTest(text), tempfile.TemporaryDirectory() as folder:
                report = Path(folder) / "report.xml"
                report.write_text(text, encoding="utf-8")
                self.assertEqual(count(report), expected)


if __name__ == "__main__":
    unittest.main()
