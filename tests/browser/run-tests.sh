#!/bin/sh
# run-tests.sh [FOLDER]: the *.test.mjs of a folder (its own, or another beside it) with node's own runner, two files at a time: they
# share two cores with the server and the browser.
set -eu
cd "$(dirname "$0")/${1:-.}"
if [ -n "${LUUVET_JUNIT:-}" ]; then
  exec node --test --test-concurrency=2 --test-timeout=600000 --test-reporter=spec --test-reporter-destination=stdout \
    --test-reporter=junit --test-reporter-destination="$LUUVET_JUNIT" ./*.test.mjs
fi
exec node --test --test-concurrency=2 --test-timeout=600000 ./*.test.mjs
