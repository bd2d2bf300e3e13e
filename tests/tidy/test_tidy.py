#!/usr/bin/env python3
"""Each check finds what it is for, and nothing in a tree that is as it should be."""

import contextlib
import io
import tempfile
import unittest
from pathlib import Path

import files
import layers
import rules
import tidy
from tree import Tree


class TidyTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)

    def write(self, path, text):
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def found(self, check):
        """path:line of each finding."""
        return sorted(f"{finding.path}:{finding.line}" for finding in check(Tree(self.root)))


class Layers(TidyTest):
    def test_an_include_to_the_right_is_found(self):
        self.write("domain/a.h", '#include "domain/b.h"\n#include "api/c.h"\n')
        self.write("api/c.cc", '#include "projections/d.h"\n#include "server/log/e.h"\n#include "tests/support/f.h"\n')
        self.write("server/s.cc", '#include "api/c.h"\n')
        self.write("tests/t.cc", '#include "server/s.h"\n')
        self.assertEqual(self.found(layers.include_order), ["api/c.cc:2", "api/c.cc:3", "domain/a.h:2"])

    def test_an_include_in_a_comment_is_none(self):
        self.write("domain/a.h", '// #include "api/c.h"\n/*\n#include "api/c.h"\n*/\n')
        self.assertEqual(self.found(layers.include_order), [])

    def test_sockets_stores_and_threads_stay_in_server(self):
        self.write("projections/a.cc", "#include <vector>\n#include <rocksdb/db.h>\n#include <boost/asio.hpp>\n#include <thread>\n")
        self.write("api/b.cc", "#include <boost/asio/ip/tcp.hpp>\n#include <boost/describe.hpp>\n#include <time.h>\n")
        self.write("server/c.cc", "#include <rocksdb/db.h>\n")
        self.write("domain/d.cc", '#include "domain/base/time.h"\n')
        self.assertEqual(self.found(layers.server_only_headers),
                         ["api/b.cc:1", "api/b.cc:3", "projections/a.cc:2", "projections/a.cc:3", "projections/a.cc:4"])

    def test_json_stays_in_api(self):
        self.write("domain/a.cc", "#include <simdjson.h>\n")
        self.write("projections/b.cc", "simdjson::dom::parser parser;\n")
        self.write("api/c.cc", "#include <simdjson.h>\n")
        self.assertEqual(self.found(layers.no_json_in_rules), ["domain/a.cc:1", "projections/b.cc:1"])

    def test_each_banned_call_is_found(self):
        for call in ("std::chrono::system_clock::now()", "std::time(nullptr)", "time(0)", "std::random_device d;", "rand()",
                     "std::mt19937_64 g;", "std::jthread t;", "std::mutex m;", "getenv(\"HOME\")", "std::getenv(\"HOME\")",
                     "printf(\"x\")", "std::cerr << 1", "localtime_r(&a, &b)"):
            with self.subTest(call):
                self.write("domain/a.cc", f"int before;\n{call};\n")
                self.assertEqual(self.found(layers.banned_calls), ["domain/a.cc:2"])

    def test_what_only_looks_like_a_banned_call_is_not_found(self):
        self.write("domain/a.cc", "event.time(0);\nuptime(0);\noperand();\nsnprintf(b, 1, c);\n// time(0)\nauto s = \"getenv(\";\nwhen.time();\n")
        self.write("server/b.cc", "std::chrono::system_clock::now();\n")
        self.assertEqual(self.found(layers.banned_calls), [])

    def test_digit_separators_and_raw_strings_do_not_confuse_the_reader(self):
        self.write("domain/a.cc", "int a = 1'000'000;\nauto s = R\"x(\" rand() )x\";\nchar c = '\"';\nrand();\n")
        self.assertEqual(self.found(layers.banned_calls), ["domain/a.cc:4"])


class Files(TidyTest):
    def test_a_leftover_mark_is_found_where_it_stands(self):
        self.write("server/a.cc", "int a;\n// TO" + "DO: later\n")
        self.write("server/run", "#!/bin/sh\n# FIX" + "ME\n")
        self.write("seeds/README.md", "XX" + "X\n")
        self.write("web-client/src/a.ts", "const mktemp = 'XXXX" + "XX'\n")
        self.assertEqual(self.found(files.leftover_marks), ["server/a.cc:2", "server/run:2"])

    def test_a_long_file_is_found(self):
        self.write("server/a.cc", "\n" * 501)
        self.write("web-client/src/b.tsx", "\n" * 500)
        self.write("tests/c.py", "\n" * 900)
        self.assertEqual(self.found(files.long_files), ["server/a.cc:501"])

    def test_the_ratchet_holds_and_lets_go(self):
        self.write("server/a.cc", "\n" * 600)
        self.write("server/b.cc", "\n" * 601)
        self.write("server/c.cc", "\n" * 10)
        self.write(files.RATCHET, "# allowed\nserver/a.cc 600\nserver/b.cc 600\nserver/c.cc 600\nserver/gone.cc 600\n")
        self.assertEqual(self.found(files.long_files), ["server/b.cc:601", files.RATCHET + ":1", files.RATCHET + ":1"])

    def test_a_file_that_nobody_builds_or_includes_is_found(self):
        self.write("server/CMakeLists.txt", "add_library(x a.cc\n  log/b.cc ${PROJECT_SOURCE_DIR}/api/c.cc)\n# d.cc\n")
        for path in ("server/a.cc", "server/log/b.cc", "api/c.cc", "server/d.cc"):
            self.write(path, '#include "server/used.h"\n')
        self.write("server/used.h", "")
        self.write("server/alone.h", '#include "server/alone.h"\n')
        self.assertEqual(self.found(files.dead_files), ["server/alone.h:1", "server/d.cc:1"])

    def test_a_name_is_not_mistaken_for_a_longer_one(self):
        self.write("server/CMakeLists.txt", "add_library(x my_a.cc)\n")
        self.write("server/a.cc", "")
        self.write("server/my_a.cc", "")
        self.assertEqual(self.found(files.dead_files), ["server/a.cc:1"])

    def test_hosts_and_workplaces_are_found(self):
        self.write("a.json", '{\n"resolved": "https://registry.' + 'npmjs.org/x"}\n')
        self.write("b.md", "see /wo" + "rk/main\nframe/wo" + "rk/main\n")
        self.assertEqual(self.found(files.foreign_names), ["a.json:2", "b.md:1"])


class Rules(TidyTest):
    def test_a_rule_needs_a_test_and_a_test_a_rule(self):
        self.write("domain/SPEC.md", "# Rules\n- **T07** one.\n- **T09** three.\n")
        self.write("domain/SPEC-more.md", "- **T08** two.\n")
        self.write("api/SPEC.md", "**W01** wire. **W02** wire.\n")
        self.write("tests/a_test.cc", "TEST(Task, T07T08RejectsBoth) {}\nTEST_F(Wire, W01Answers) {}\nTEST(Task, T77Says) {}\n")
        self.write("web-client/test/b.test.ts", "it('W02 reconnects', () => {})\n")
        self.assertEqual(self.found(rules.rules_have_tests), ["domain/SPEC.md:3"])
        self.assertEqual(self.found(rules.cited_rules_exist), ["tests/a_test.cc:3"])

    def test_a_test_may_cite_several_rules_and_a_range(self):
        self.write("domain/SPEC.md", "".join(f"**D{number:02}** rule.\n" for number in range(1, 14)))
        self.write("tests/a_test.cc", "TEST(D, D01AndD02AndD03Days) {}\nTEST(D, D04D05Both) {}\nTEST(D, D08ToD13Ranges) {}\n"
                   "TEST(D, D06AndroidIsNoRule) {}\n")
        self.assertEqual(self.found(rules.rules_have_tests), ["domain/SPEC.md:7"])
        self.assertEqual(self.found(rules.cited_rules_exist), [])

    def test_a_rejection_cites_a_rule_that_exists(self):
        self.write("domain/SPEC.md", "**T07** one.\n")
        self.write("domain/a.cc", '// like "T99"\nreturn rule("T07");\nreturn rule("T70");\n')
        self.assertEqual(self.found(rules.cited_rules_exist), ["domain/a.cc:3"])

    def test_a_rule_is_defined_once(self):
        self.write("domain/SPEC.md", "**T07** one.\n")
        self.write("api/SPEC.md", "**T07** again.\n")
        self.write("tests/a_test.cc", "TEST(Task, T07) {}\n")
        self.assertEqual(len(self.found(rules.cited_rules_exist)), 1)

    def test_names_without_a_rule_are_left_alone(self):
        self.write("tests/a_test.cc", "TEST(Hash, Sha256OfNothing) {}\nTEST(Fold, D1HasTasks) {}\nTEST(Utf, UTF8Is) {}\nTEST(X, A12bc) {}\n")
        self.assertEqual(self.found(rules.cited_rules_exist), [])


class Whole(TidyTest):
    def test_a_clean_tree_passes_and_a_finding_fails(self):
        self.write("domain/CMakeLists.txt", "add_library(luuvet_domain STATIC a.cc)\n")
        self.write("domain/a.cc", '#include "domain/a.h"\n')
        self.write("domain/a.h", "#pragma once\n")
        output = io.StringIO()
        with contextlib.redirect_stdout(output):
            self.assertEqual(tidy.run(Tree(self.root)), (len(tidy.CHECKS), 0))
            self.write("domain/a.h", '#include "server/b.h"\n')
            self.assertEqual(tidy.run(Tree(self.root)), (len(tidy.CHECKS) - 1, 1))
        self.assertIn("domain/a.h:1: domain includes server", output.getvalue())


if __name__ == "__main__":
    unittest.main()
