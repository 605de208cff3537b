#!/bin/sh
# Adds up the test reports that Maven left below folder $1. Fails when there are none, or when a test failed or was
# skipped: a test that does not run proves nothing.
set -eu
find "$1" -path '*/target/surefire-reports/TEST-*.xml' -exec sed -n '/<testsuite /,/>/p' {} + | tr '\n' ' ' | sed 's/<testsuite /\n&/g' |
    awk '
        function attribute(name) {
            return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) + 0 : 0
        }
        /^<testsuite / {
            run += attribute("tests"); skipped += attribute("skipped"); failed += attribute("failures") + attribute("errors")
        }
        END {
            printf "Java: %d passed, %d failed, %d skipped\n", run - skipped - failed, failed, skipped
            exit run == 0 || failed > 0 || skipped > 0
        }'
