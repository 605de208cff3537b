# Finds the tools that ./imodel, ./test and ./mvnw need. To be sourced; POSIX shell only.

oldest_jdk=21

# The feature release of the JDK in folder $1 ("21", "25"), or 0 when there is none.
jdk_release() {
    jdk_version=0
    if [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ]; then
        if [ -r "$1/release" ]; then
            while IFS='=' read -r key value || [ -n "$key" ]; do
                if [ "$key" = JAVA_VERSION ]; then
                    value=${value#\"}
                    jdk_version=${value%%[!0-9]*}
                    break
                fi
            done <"$1/release"
        else
            jdk_version=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
        fi
    fi
    jdk_version=${jdk_version:-0}
}

# Sets jdk to a JDK that is new enough: JAVA_HOME if it is one, else the newest of the usual places and the PATH.
find_jdk() {
    jdk=
    if [ -n "${JAVA_HOME:-}" ]; then
        jdk_release "$JAVA_HOME"
        if [ "$jdk_version" -ge $oldest_jdk ]; then
            jdk=$JAVA_HOME
            return 0
        fi
    fi
    path_java=$(command -v javac || true)
    if [ -n "$path_java" ]; then
        path_java=$(readlink -f "$path_java" 2>/dev/null || echo "$path_java")
        path_java=${path_java%/bin/javac}
    fi
    mac_java=
    if [ -x /usr/libexec/java_home ]; then
        mac_java=$(/usr/libexec/java_home -v "$oldest_jdk+" 2>/dev/null || true)
    fi
    newest=0
    for place in "$path_java" "$mac_java" \
        /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/java/* /opt/* /opt/java/* /opt/jdk/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/*; do
        [ -n "$place" ] || continue
        jdk_release "$place"
        if [ "$jdk_version" -ge $oldest_jdk ] && [ "$jdk_version" -gt $newest ]; then
            newest=$jdk_version
            jdk=$place
        fi
    done
    if [ -z "$jdk" ]; then
        echo "No JDK $oldest_jdk or newer was found. Install one, or set JAVA_HOME to its folder." >&2
        return 1
    fi
}

# Sets maven to an installed Maven 3.8 or newer, else to the wrapper's own copy.
find_maven() {
    maven=$(command -v mvn || true)
    if [ -n "$maven" ]; then
        maven_version=$(JAVA_HOME=$jdk "$maven" --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
        case $maven_version in
        3.[0-7] | '') ;;
        3.* | [4-9].*) return 0 ;;
        esac
    fi
    fetch_maven
}

# Unpacks the Maven that .mvn/wrapper/maven-wrapper.properties names, once per user, and sets maven to it. The repository
# is the one in MVNW_REPOURL: no address is built in.
fetch_maven() {
    version=$(sed -n 's/^mavenVersion=//p' "$root/.mvn/wrapper/maven-wrapper.properties")
    checksum=$(sed -n 's/^distributionSha512Sum=//p' "$root/.mvn/wrapper/maven-wrapper.properties")
    folder=${MAVEN_USER_HOME:-$HOME/.m2}/wrapper/dists/apache-maven-$version
    maven=$folder/bin/mvn
    [ ! -x "$maven" ] || return 0
    if [ -z "${MVNW_REPOURL:-}" ]; then
        echo "Maven 3.8 or newer is needed: install it, or set MVNW_REPOURL to a Maven repository to have version $version fetched from it." >&2
        return 1
    fi
    fresh=$(mktemp -d)
    address=${MVNW_REPOURL%/}/org/apache/maven/apache-maven/$version/apache-maven-$version-bin.tar.gz
    echo "imodel4j: fetching Maven $version" >&2
    if command -v curl >/dev/null; then
        curl -fsSL -o "$fresh/maven.tar.gz" "$address"
    else
        wget -q -O "$fresh/maven.tar.gz" "$address"
    fi
    if command -v sha512sum >/dev/null; then
        actual=$(sha512sum "$fresh/maven.tar.gz")
    else
        actual=$(shasum -a 512 "$fresh/maven.tar.gz")
    fi
    if [ "${actual%% *}" != "$checksum" ]; then
        echo "The Maven archive from $address does not have the expected checksum; it is not used." >&2
        rm -rf "$fresh"
        return 1
    fi
    tar -xzf "$fresh/maven.tar.gz" -C "$fresh"
    mkdir -p "${folder%/*}"
    mv "$fresh/apache-maven-$version" "$folder" 2>/dev/null || [ -x "$maven" ]
    rm -rf "$fresh"
}
