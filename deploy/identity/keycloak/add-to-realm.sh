#!/usr/bin/env bash
# Adds the contents of taskmaster-realm.json to an existing realm: two client scopes and three clients.
# Requires jq, and Keycloak's kcadm.sh, signed in ("kcadm.sh config credentials …"); KCADM is the command to call it.
#   TASKMASTER_WEBAPP_SECRET=… TASKMASTER_WEBAPP_URL=https://… TASKMASTER_API_URL=https://… ./add-to-realm.sh REALM
set -euo pipefail

realm=${1:?missing: the name of the realm}
: "${TASKMASTER_WEBAPP_SECRET:?}" "${TASKMASTER_WEBAPP_URL:?}" "${TASKMASTER_API_URL:?}"
kcadm=${KCADM:-kcadm.sh}
file=$(dirname "$0")/taskmaster-realm.json

# Keycloak itself replaces the placeholders only in a realm that it imports at startup.
with_values() {
  jq -c 'walk(if type == "string" then
      gsub("\\$\\{TASKMASTER_WEBAPP_SECRET\\}"; env.TASKMASTER_WEBAPP_SECRET)
      | gsub("\\$\\{TASKMASTER_WEBAPP_URL:[^}]*\\}"; env.TASKMASTER_WEBAPP_URL)
      | gsub("\\$\\{TASKMASTER_API_URL:[^}]*\\}"; env.TASKMASTER_API_URL)
    else . end)'
}

created=()
list_leftovers() {
  local status=$?
  if [ $status -ne 0 ] && [ ${#created[@]} -gt 0 ]; then
    echo "The script failed. Before you run it again, delete what it has created:" >&2
    for object in "${created[@]}"; do
      echo "  $kcadm delete $object -r $realm" >&2
    done
  fi
}
trap list_leftovers EXIT

names() { $kcadm get "$1" -r "$realm" --fields "$2" --format csv --noquotes </dev/null; }

create() {
  local object id
  while read -r object; do
    id=$($kcadm create "$1" -r "$realm" -i -f - <<<"$object")
    created+=("$1/$id")
  done <<<"$2"
}

scopes=$(jq -c '.clientScopes[] | select(.name | startswith("tasks."))' "$file")
clients=$(jq -c '.clients[] | select(.clientId != "admin-cli")' "$file" | with_values)

existing=$(names client-scopes name && names clients clientId)
taken=$(grep -xF "$(jq -r '.clientId // .name' <<<"$scopes$clients")" <<<"$existing") || true
if [ -n "$taken" ]; then
  echo "This script only creates new objects, but the realm $realm already contains:" $taken >&2
  exit 1
fi

create client-scopes "$scopes"
create clients "$clients"
