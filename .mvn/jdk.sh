# Sourced by mvnw. Quarkus loads the application's Java 21 classes in Maven's own JVM while it builds (docs/adr/0001-stack.md), so Maven
# runs on a JDK >= 21: the one in JAVA_HOME or on the PATH if it is new enough, else the newest long-term release found beside it.

java_release() { # prints the major version of the JDK in folder $1, nothing if there is none
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

is_enough() { [ -n "$1" ] && [ "$1" -ge 21 ]; }

path_jdk() {
  java=$(command -v javac || true)
  [ -z "$java" ] || dirname "$(dirname "$(readlink -f "$java" 2>/dev/null || echo "$java")")"
}

newest_jdk() { # long-term releases (21, 25, 29, ...) before others, newer before older
  for jdk in /usr/lib/jvm/* /usr/java/* /opt/*jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    release=$(java_release "$jdk")
    is_enough "$release" || continue
    if [ $(((release - 21) % 4)) -eq 0 ]; then term=1; else term=0; fi
    echo "$term $release $jdk"
  done | sort -k1,1nr -k2,2nr | head -n 1 | cut -d ' ' -f 3-
}

if ! is_enough "$(java_release "${JAVA_HOME-}")"; then
  on_path=$(path_jdk)
  if is_enough "$(java_release "$on_path")"; then JAVA_HOME=$on_path; else JAVA_HOME=$(newest_jdk); fi
  if [ -z "$JAVA_HOME" ]; then
    echo "Masthead is built with a JDK of Java 21 or newer, and none was found in JAVA_HOME, on the PATH or in the usual folders: install one, or set JAVA_HOME." >&2
    exit 1
  fi
  export JAVA_HOME
fi
