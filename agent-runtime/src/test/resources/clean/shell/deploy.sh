#!/usr/bin/env bash
# Builds, checks and delivers a release.
set -euo pipefail

readonly HERE="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)"
readonly REGISTRY="registry.example.org"

usage() {
  echo "usage: $(basename "$0") [-n] VERSION" >&2
  exit 2
}

log() {
  printf '%s %s\n' "$(date -u +%FT%TZ)" "$*" >&2
}

dry=false
while getopts 'n' option; do
  case "$option" in
    n) dry=true ;;
    *) usage ;;
  esac
done
shift $((OPTIND - 1))
[ $# -eq 1 ] || usage
version="$1"

work="$(mktemp -d)"
trap 'rm -rf -- "$work"' EXIT

if [[ ! "$version" =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]]; then
  log "not a version: $version"
  exit 2
fi

cd -- "$HERE/.." || exit 1
if [ -n "$(git status --porcelain)" ]; then
  log "there are changes that are not committed"
  exit 1
fi

./gradlew build > "$work/build.log" 2>&1 || {
  tail -n 50 "$work/build.log" >&2
  exit 1
}

curl --fail --silent --show-error --max-time 60 \
  --output "$work/checksums" "https://downloads.example.org/$version/SHA256SUMS"
(cd build/libs && sha256sum --check --ignore-missing "$work/checksums")

while IFS= read -r image; do
  [ "$image" = "" ] && continue
  log "push $image"
  if [ "$dry" = false ]; then
    docker push "$REGISTRY/$image:$version"
  fi
done < images.txt

find build -name '*.tmp' -print0 | xargs -0 --no-run-if-empty rm --
for archive in build/libs/*.jar; do
  [ -e "$archive" ] || continue
  gzip --keep --force "$archive"
done
log "done"
