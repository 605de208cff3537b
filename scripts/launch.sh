# What ./imodel and ./test both know about the built command. To be sourced after root is set; POSIX shell only.

home=$root/cli/target/imodel

# A bounded heap that starts small keeps an idle server small; the serial collector needs no threads of its own and is
# the cheapest in CPU time for rows that are streamed and forgotten. An archive that does not fit is passed over silently.
# Nothing here depends on a locale, and the tables of locales take as long to load as a query to run.
jvm_options="-XX:+UseSerialGC -Xms16m -Xmx512m -XX:-UsePerfData -Xlog:disable --enable-native-access=ALL-UNNAMED"
jvm_options="$jvm_options -Djava.locale.providers=SPI"

# True when a source, a pom or the JDK is newer than the last preparation, or there was none.
sources_changed() {
    [ ! -f "$home/launch" ] || [ "$java" -nt "$home/launch" ] || [ -n "$(find "$root"/pom.xml "$root"/*/pom.xml \
        "$root"/geometry/src/main "$root"/core/src/main "$root"/host/src/main "$root"/server/src/main "$root"/parquet/src/main "$root"/cli/src/main \
        -newer "$home/launch" 2>/dev/null | head -n 1)" ]
}

# Sets class_path to all jars, always in the same order: an archive of classes holds for one order only.
find_class_path() {
    class_path=
    for jar in "$home"/lib/*.jar; do
        class_path=$class_path${class_path:+:}$jar
    done
}
