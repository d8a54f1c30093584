#!/bin/sh
# Gives the site and the log-in a database and a role each; neither can read the other's, and neither is a superuser.
# The image of PostgreSQL runs it once, on an empty data directory.
set -eu
psql --username "${POSTGRES_USER:-postgres}" --dbname postgres --quiet --set ON_ERROR_STOP=1 \
  --set masthead="$MASTHEAD_DATABASE_PASSWORD" --set keycloak="$KEYCLOAK_DATABASE_PASSWORD" <<'SQL'
create role masthead login password :'masthead';
create role keycloak login password :'keycloak';
create database masthead owner masthead;
create database keycloak owner keycloak;
revoke all on database masthead, keycloak from public;
SQL
