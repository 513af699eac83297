#!/usr/bin/env bash
# Adds what taskmaster-realm.json has to a realm that there is already: two client scopes and three clients.
# It needs jq, and Keycloak's kcadm.sh, signed in ("kcadm.sh config credentials …"); KCADM says how to call that.
#   TASKMASTER_WEBAPP_SECRET=… TASKMASTER_WEBAPP_URL=https://… TASKMASTER_API_URL=https://… ./add-to-realm.sh REALM
set -euo pipefail

realm=${1:?the name of the realm}
: "${TASKMASTER_WEBAPP_SECRET:?}" "${TASKMASTER_WEBAPP_URL:?}" "${TASKMASTER_API_URL:?}"
kcadm=${KCADM:-kcadm.sh}
file=$(dirname "$0")/taskmaster-realm.json

# Keycloak replaces the placeholders of a realm that it imports at its start, and only there.
with_values() {
  jq -c 'walk(if type == "string" then
      gsub("\\$\\{TASKMASTER_WEBAPP_SECRET\\}"; env.TASKMASTER_WEBAPP_SECRET)
      | gsub("\\$\\{TASKMASTER_WEBAPP_URL:[^}]*\\}"; env.TASKMASTER_WEBAPP_URL)
      | gsub("\\$\\{TASKMASTER_API_URL:[^}]*\\}"; env.TASKMASTER_API_URL)
    else . end)'
}

create() {
  while read -r object; do
    $kcadm create "$1" -r "$realm" -f - <<<"$object"
  done
}

jq -c '.clientScopes[] | select(.name | startswith("tasks."))' "$file" | create client-scopes
jq -c '.clients[] | select(.clientId != "admin-cli")' "$file" | with_values | create clients
