#!/bin/sh
# Temporal's schemas in its PostgreSQL: made once, moved on by each release. It may run again, also beside a server that runs.
set -eu
SQL_PASSWORD=$(cat "${SECRETS:-/run/secrets}/temporal_database_password")
export SQL_PASSWORD
set_up() {
  temporal-sql-tool --database "$1" create
  temporal-sql-tool --database "$1" setup-schema --version 0.0
  temporal-sql-tool --database "$1" update-schema --schema-name "postgresql/v12/$2"
}
set_up temporal temporal
set_up temporal_visibility visibility
