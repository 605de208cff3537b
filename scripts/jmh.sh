#!/bin/sh
# Builds and runs the JMH suites; takes JMH's own arguments, for example: scripts/jmh.sh JsonWriting -f 1 -wi 2 -i 3
set -eu
case $0 in */*) root=${0%/*}/.. ;; *) root=.. ;; esac
root=$(CDPATH='' cd -- "$root" && pwd -P)
. "$root/scripts/toolchain.sh"
find_jdk
(cd "$root" && ./mvnw -q -B -pl benchmarks -am package -Dmaven.test.skip -Dspotless.check.skip </dev/null >&2)
exec "$jdk/bin/java" -cp "$root/benchmarks/target/lib/*" "-Dimodel4j.fixtures=$root/testkit/src/main/fixtures" \
    org.openjdk.jmh.Main -jvmArgsPrepend "--enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -Dimodel4j.fixtures=$root/testkit/src/main/fixtures" "$@"
