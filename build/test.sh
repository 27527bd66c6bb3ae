# Sourced by ./incidents: runs every test project, whatever becomes of the others, and ends with the counts.
results=$root/artifacts/test-results
passed=0 failed=0 skipped=0

# counter FILE NAME: one number of the summary in a result file
counter() { sed -n "s/.*<Counters.* $2=\"\([0-9]*\)\".*/\1/p" "$1" | head -1; }

# count FILE EXIT_CODE: a run that left no result, or failed without a failed test, counts as one failure
count() {
  local p=0 f=0 s=0
  if [ -f "$1" ]; then
    p=$(counter "$1" passed)
    f=$(($(counter "$1" failed) + $(counter "$1" error) + $(counter "$1" timeout) + $(counter "$1" aborted)))
    s=$(($(counter "$1" total) - $(counter "$1" executed)))
  fi
  [ "$2" = 0 ] || [ "$f" -gt 0 ] || f=1
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
  say "  $p passed, $f failed$([ "$s" -gt 0 ] && echo ", $s skipped")"
}

run_project() {
  local project=$1 name
  name=$(basename "$project" .csproj)
  say "$name"
  if [ "$solution_built" != yes ] && ! build "$project"; then
    count "$results/$name.trx" 1
    return
  fi
  dotnet test "$project" -c Release --no-build --logger "trx;LogFileName=$name.trx" --results-directory "$results" \
    -- RunConfiguration.TestSessionTimeout=1200000 >"$results/$name.log" 2>&1 </dev/null
  local code=$?
  [ "$code" = 0 ] || cat "$results/$name.log"
  count "$results/$name.trx" "$code"
}

cd "$root" || exit 1
check_tools
lock_build
rm -rf "$results"
mkdir -p "$results"
say "restoring and building everything (the first time takes some minutes)"
solution_built=no
build Incidents.sln && solution_built=yes
for project in tests/*.Tests/*.csproj; do
  run_project "$project"
done
unlock_build

echo "$passed passed, $failed failed$([ "$skipped" -gt 0 ] && echo ", $skipped skipped")"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
