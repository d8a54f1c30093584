# What the benches share: sourced from the root of the project, with work, data and browser set.
ticks=$(getconf CLK_TCK)

say() { echo "bench: $*" >&2; }
die() { say "$*"; exit 1; }

tree() { # the process ids of the processes $@ and all below them
  local pid
  for pid in "$@"; do
    echo "$pid"
    tree $(cat /proc/"$pid"/task/*/children 2>/dev/null || true)
  done
}

cpu() { # seconds of CPU that the processes $@ have used, those of ended children too
  local pid
  for pid in "$@"; do sed 's/.*) //' /proc/"$pid"/stat 2>/dev/null || true; done |
    awk -v hz="$ticks" '{ used += $12 + $13 + $14 + $15 } END { printf "%.2f", used / hz }'
}

memory() { # MB of the processes $@, shared pages counted once
  local pid
  for pid in "$@"; do grep '^Pss:' /proc/"$pid"/smaps_rollup 2>/dev/null || true; done | awk '{ kb += $2 } END { printf "%d", kb / 1024 }'
}

free_port() {
  local port
  for port in $(shuf -i 20000-30000 -n 50); do
    (: </dev/tcp/127.0.0.1/"$port") 2>/dev/null || { echo "$port"; return; }
  done
}

build() {
  local jar=target/quarkus-app/quarkus-run.jar
  [ -f "$jar" ] && [ -z "$(find src/main templates migrations pom.xml -newer "$jar" -print -quit)" ] && return
  say "building"
  ./mvnw -B -q --no-transfer-progress -DskipTests package </dev/null
}

median() { sort -n | awk '{ a[NR] = $1 } END { print NR % 2 ? a[(NR + 1) / 2] : (a[NR / 2] + a[NR / 2 + 1]) / 2 }'; }

get() { curl -s -A "$browser" "$@" || true; }
