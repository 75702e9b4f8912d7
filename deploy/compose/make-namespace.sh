#!/bin/sh
# The namespace that API and worker work in, once the server is there. Closed reports stay readable in the UI for a quarter;
# the record in PostgreSQL stays for good.
set -eu
TEMPORAL_API_KEY=$(cat "${SECRETS:-/run/secrets}/temporal_operator_token")
export TEMPORAL_API_KEY
until temporal operator cluster health; do sleep 1; done
temporal operator namespace describe --namespace default >/dev/null 2>&1 ||
  temporal operator namespace create --namespace default --retention 90d
