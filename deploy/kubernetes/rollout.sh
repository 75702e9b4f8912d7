#!/bin/sh
# Rolls out the overlay in the folder that is named, or here: replays what is open on the new image, and goes on only when all
# of it replays. Then the database is migrated, which the release before still runs on, and API and worker become the new ones.
# Exit code 1: something does not replay, and what runs is as it was; or the new pods do not come up, whose logs say why.
set -eu
rendered=$(kubectl kustomize "${1:-.}")
apply() { printf '%s\n' "$rendered" | kubectl apply -f - -l "$1"; }
kube() { kubectl -n tuntas "$@"; }
ended() { kube get job "$1" -o 'jsonpath={.status.conditions[?(@.status=="True")].type}'; }
# Gives 1 where it failed.
wait_for() {
  while :; do
    case $(ended "$1") in
      *Complete*) return 0 ;;
      *Failed*) return 1 ;;
    esac
    sleep 2
  done
}
# Of an installation that is new nothing is open.
if kube get deployment worker >/dev/null 2>&1; then
  kube delete job replay --ignore-not-found
  apply 'app.kubernetes.io/component in (before-rollout, settings)'
  if ! wait_for replay; then
    kube logs job/replay >&2 || true
    echo 'Nothing was rolled out: open reports would not go on with this release.' >&2
    exit 1
  fi
fi
kube delete job migrate --ignore-not-found
apply 'app.kubernetes.io/component!=before-rollout'
if ! wait_for migrate; then
  kube logs job/migrate >&2 || true
  exit 1
fi
for name in worker api; do kube rollout status "deployment/$name" --timeout=10m; done
