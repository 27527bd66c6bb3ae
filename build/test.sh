# Sourced by ./incidents: runs every test project, two side by side, whatever becomes of the others, and ends with the counts.
# `--quick` leaves out the projects that start processes or inject faults into every call.
results=$root/artifacts/test-results
slow="Incidents.EndToEnd.Tests Incidents.FaultInjection.Tests"
lanes=2
passed=0 failed=0 skipped=0

# The longest first, so that none of them runs alone at the end.
projects() {
  local name
  for name in $slow Incidents.Cli.Tests; do [ "$quick" = yes ] && is_slow "$name" || echo "tests/$name/$name.csproj"; done
  for name in tests/*.Tests/*.csproj; do is_slow "$(basename "$name" .csproj)" || [ "$name" = tests/Incidents.Cli.Tests/Incidents.Cli.Tests.csproj ] || echo "$name"; done
}

is_slow() { case " $slow " in *" $1 "*) ;; *) return 1 ;; esac }

# counter FILE NAME: one number of the summary in a result file
counter() { sed -n "s/.*<Counters.* $2=\"\([0-9]*\)\".*/\1/p" "$1" | head -1; }

# outcome FILE EXIT_CODE: passed, failed and skipped; a run that left no result, or failed without a failed test, counts as one failure
outcome() {
  local p=0 f=0 s=0
  if [ -f "$1" ]; then
    p=$(counter "$1" passed)
    f=$(($(counter "$1" failed) + $(counter "$1" error) + $(counter "$1" timeout) + $(counter "$1" aborted)))
    s=$(($(counter "$1" total) - $(counter "$1" executed)))
  fi
  [ "$2" = 0 ] || [ "$f" -gt 0 ] || f=1
  echo "$p $f $s"
}

in_words() { echo "$1 passed, $2 failed$([ "$3" -gt 0 ] && echo ", $3 skipped")"; }

# run_project PROJECT NAME: leaves its counts in NAME.counts
run_project() {
  local code=1
  if [ -f "$results/$2.unbuilt" ]; then
    say "$2: it did not build"
  else
    dotnet test "$1" -c Release --no-build --logger "trx;LogFileName=$2.trx" --results-directory "$results" \
      -- RunConfiguration.TestSessionTimeout=1200000 >"$results/$2.log" 2>&1 </dev/null
    code=$?
    [ "$code" = 0 ] || cat "$results/$2.log"
  fi
  outcome "$results/$2.trx" "$code" >"$results/$2.counts"
  say "$2: $(in_words $(cat "$results/$2.counts"))"
}

# Takes one project after the other that no other lane has taken.
lane() {
  local project name
  for project in $(projects); do
    name=$(basename "$project" .csproj)
    mkdir "$results/$name.taken" 2>/dev/null && run_project "$project" "$name"
  done
}

quick=no
for argument in "${@:2}"; do
  [ "$argument" = --quick ] && quick=yes || die "test takes --quick and nothing else: $argument"
done

cd "$root" || exit 1
check_tools
lock_build
rm -rf "$results"
mkdir -p "$results"
say "restoring and building everything (the first time takes some minutes)"
if ! build Incidents.sln; then
  for project in $(projects); do
    build "$project" || : >"$results/$(basename "$project" .csproj).unbuilt"
  done
fi

# What runs in the background hears no Ctrl-C by itself.
trap 'trap - INT TERM; unlock_build; kill 0' INT TERM
for ((started = 0; started < lanes; started++)); do lane & done
wait
trap - INT TERM
unlock_build

for project in $(projects); do
  read -r p f s <"$results/$(basename "$project" .csproj).counts" || { p=0 f=1 s=0; }
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
done
in_words "$passed" "$failed" "$skipped"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
