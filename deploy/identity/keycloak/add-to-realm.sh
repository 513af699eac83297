#!/usr/bin/env bash
# Adds the contents of taskmaster-realm.json to an existing realm: two client scopes and three clients.
# Requires jq, and Keycloak's kcadm.sh, signed in ("kcadm.sh config credentials …"); KCADM is the command to call it.
#   TASKMASTER_WEBAPP_SECRET=… TASKMASTER_WEBAPP_URL=https://… TASKMASTER_API_URL=https://… ./add-to-realm.sh REALM
set -euo pipefail

realm=${1:?the name of the realm}
: "${TASKMASTER_WEBAPP_SECRET:?}" "${TASKMASTER_WEBAPP_URL:?}" "${TASKMASTER_API_URL:?}"
kcadm=${KCADM:-kcadm.sh}
file=$(dirname "$0")/taskmaster-realm.json

# Keycloak itself replaces the placeholders only in a realm that it imports at its start.
with_values() {
  jq -c 'walk(if type == "string" then
      gsub("\\$\\{TASKMASTER_WEBAPP_SECRET\\}"; env.TASKMASTER_WEBAPP_SECRET)
      | gsub("\\$\\{TASKMASTER_WEBAPP_URL:[^}]*\\}"; env.TASKMASTER_WEBAPP_URL)
      | gsub("\\$\\{TASKMASTER_API_URL:[^}]*\\}"; env.TASKMASTER_API_URL)
    else . end)'
}

made=()
tell_what_is_left() {
  local status=$?
  if [ $status -ne 0 ] && [ ${#made[@]} -gt 0 ]; then
    echo "This broke off. Before you begin again, delete what it has made:" >&2
    for object in "${made[@]}"; do
      echo "  $kcadm delete $object -r $realm" >&2
    done
  fi
}
trap tell_what_is_left EXIT

names() { $kcadm get "$1" -r "$realm" --fields "$2" --format csv --noquotes </dev/null; }

create() {
  local object id
  while read -r object; do
    id=$($kcadm create "$1" -r "$realm" -i -f - <<<"$object")
    made+=("$1/$id")
  done <<<"$2"
}

scopes=$(jq -c '.clientScopes[] | select(.name | startswith("tasks."))' "$file")
clients=$(jq -c '.clients[] | select(.clientId != "admin-cli")' "$file" | with_values)

there=$(names client-scopes name && names clients clientId)
taken=$(grep -xF "$(jq -r '.clientId // .name' <<<"$scopes$clients")" <<<"$there") || true
if [ -n "$taken" ]; then
  echo "There is already in the realm $realm, to which this script adds new ones alone:" $taken >&2
  exit 1
fi

create client-scopes "$scopes"
create clients "$clients"
