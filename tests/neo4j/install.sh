#!/bin/sh
# Fetch what the tests' Neo4j runs from: Java 17 or later, Maven, and the server's jars, which
# go to .cache/neo4j/lib; and Chromium, which opens its pages and can be done
# without. Says nothing and does nothing where all of it is there.
set -eu
cd "$(dirname "$0")/../.."
pom=tests/neo4j/pom.xml
cache=.cache/neo4j

fail() {
    echo "install.sh: $*" >&2
    exit 1
}

java_works() {
    java=${JAVA_HOME:+$JAVA_HOME/bin/}java
    version=$("$java" -XshowSettings:properties -version 2>&1 |
        sed -n 's/.*java\.specification\.version = \([0-9]*\).*/\1/p')
    [ "${version:-0}" -ge 17 ]
}

maven_works() {
    command -v mvn >/dev/null 2>&1
}

install_packages() {
    root=
    if [ "$(id -u)" -ne 0 ]; then
        sudo -n true 2>/dev/null || return 1
        root=sudo
    fi
    command -v apt-get >/dev/null 2>&1 || return 1
    echo "Installing $* from the system's packages" >&2
    $root env DEBIAN_FRONTEND=noninteractive sh -c '
        { apt-get -qq update && apt-get -qq install -y --no-install-recommends "$@"; } >&2
    ' sh "$@"
}

fetch_jars() {
    rm -rf "$cache/lib.new"
    mvn -q -B -Dstyle.color=never -f "$pom" dependency:copy-dependencies -DincludeScope=runtime \
        -DoutputDirectory="$PWD/$cache/lib.new" >&2
}

have_jars() {
    [ -d "$cache/lib" ] && cmp -s "$pom" "$cache/pom.xml"
}

if ! java_works || { ! have_jars && ! maven_works; }; then
    install_packages default-jre-headless maven ||
        fail "the tests' Neo4j needs Java 17 or later and Maven, and installing them is not" \
            "allowed here. Say: sudo apt-get install default-jre-headless maven"
    java_works || fail "Java 17 or later is needed; this system's is ${version:-missing}." \
        "Install one and set JAVA_HOME."
fi

if ! command -v "${CHROMIUM:-chromium}" >/dev/null 2>&1; then
    install_packages chromium ||
        echo "Chromium can't be installed here, so the tests of Neo4j Browser are skipped." \
            "Say: sudo apt-get install chromium, or set CHROMIUM to the program." >&2
fi

if ! have_jars; then
    mkdir -p "$cache"
    echo "Fetching the tests' Neo4j (150 MB) into $cache" >&2
    fetch_jars || { sleep 5 && fetch_jars; } ||
        fail "Maven can't fetch the server's jars; see its message above. Mend the network" \
            "or Maven's settings and run again."
    rm -rf "$cache/lib" "$cache/classes.jsa" "$cache/auth.ini"
    mv "$cache/lib.new" "$cache/lib"
    cp "$pom" "$cache/pom.xml"
fi
