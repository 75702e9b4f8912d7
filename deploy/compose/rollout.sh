#!/bin/sh
# Rolls this checkout out on the host that docker-compose.yml runs on: builds it, replays what is open there on it, and goes on
# only when all of it replays. Then the database is migrated, which the release before still runs on (but for 0.1.0: the runbook
# says how), API and worker become the
# new ones, and open reports go on with the new build once its worker asks for tasks. Exit code 1: something does not replay,
# and nothing was changed; or the new worker does not come up, whose log says why.
set -eu
docker compose build
if ! docker compose run --rm --no-deps -T worker node dist/replay.js --from; then
  echo 'Nothing was rolled out: open reports would not go on with this release.' >&2
  exit 1
fi
docker compose run --rm -T migrate
docker compose up --no-deps --wait --wait-timeout 120 worker api
docker compose exec -T worker node dist/promote.js
