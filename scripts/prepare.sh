# Builds the imodel command into cli/target/imodel. To be sourced by ./imodel and ./test, after scripts/launch.sh.

. "$root/scripts/toolchain.sh"

# Only one process prepares at a time; the others wait for it and then find the work done.
lock_preparation() {
    mkdir -p "$root/cli/target"
    lock=$root/cli/target/preparing
    until (set -C && echo $$ >"$lock") 2>/dev/null; do
        owner=$(cat "$lock" 2>/dev/null || true)
        if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
            rm -f "$lock"
        else
            sleep 1
        fi
    done
    trap 'rm -f "$lock"' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
}

unlock_preparation() {
    rm -f "$lock"
    trap - EXIT INT TERM
}

prepare() {
    lock_preparation
    find_jdk
    if sources_changed || [ ! -d "$home/lib" ]; then
        find_maven
        rm -rf "$home"
        mkdir -p "$home"
        : >"$home/started"
        echo "imodel: building (first use, about a minute) ..." >&2
        if ! (cd "$root" && JAVA_HOME=$jdk "$maven" -q -B -pl cli -am package -Dmaven.test.skip -Dspotless.check.skip \
            -Danimal.sniffer.skip </dev/null) >"$root/cli/target/build.log" 2>&1; then
            grep -v '^WARNING' "$root/cli/target/build.log" >&2 || true
            echo "imodel: the build failed; the text above is in $root/cli/target/build.log" >&2
            exit 1
        fi
    else
        : >"$home/started"
    fi
    finish_preparation
    unlock_preparation
}

# Writes what ./imodel wants to know at each start. The time of the file is that of the start of the build, so that a
# source changed meanwhile counts as newer.
finish_preparation() {
    make_archive
    {
        echo "java='$(quoted "$jdk/bin/java")'"
        echo "prepared_in='$(quoted "$root")'"
        echo "prepared_for='$(quoted "${JAVA_HOME:-}")'"
        echo "archive='$(quoted "$archive")'"
    } >"$home/launch.new"
    touch -r "$home/started" "$home/launch.new"
    mv -f "$home/launch.new" "$home/launch"
}

quoted() {
    printf %s "$1" | sed "s/'/'\\\\''/g"
}

# Sets archive to the JVM option that names a fresh archive of the classes that a start loads. The archive only makes
# starts quicker: where it can't be made, archive stays empty and imodel runs without it. The JVM checks by itself that
# the archive belongs to it and to these very jars.
make_archive() {
    archive=
    jdk_release "$jdk"
    if [ "$jdk_version" -ge 25 ]; then
        # Without the profiles of the recorded run: they make a short run compile what it will not use often.
        recording='-XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining'
        record=-XX:AOTCacheOutput= use=-XX:AOTCache= archive_file=$home/imodel.aot
    else
        recording=
        record=-XX:ArchiveClassesAtExit= use=-XX:SharedArchiveFile= archive_file=$home/imodel.jsa
    fi
    rm -f "$home/imodel.aot" "$home/imodel.jsa"
    find_class_path
    # A query walks through everything that a short command loads: the driver, the EC model, ECSQL, JSON.
    cp "$root/testkit/src/main/fixtures/building.bim" "$home/recording.bim" 2>/dev/null || :
    if "$jdk/bin/java" $jvm_options $recording "$record$archive_file" -cp "$class_path" "-Dimodel4j.native=$home/native" \
        org.imodel4j.cli.Imodel query "$home/recording.bim" \
        "SELECT * FROM bis.GeometricElement3d WHERE CodeValue LIKE 'W%' ORDER BY ECInstanceId LIMIT 20" \
        --format json </dev/null >"$home/archive.log" 2>&1 && [ -s "$archive_file" ]; then
        archive=$use$archive_file
    fi
    rm -f "$home"/recording.bim*
}
