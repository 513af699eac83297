#!/usr/bin/env bash
# Registers both services, with the same result as Terraform, and prints their settings. Requires az, signed in.
#   ./register.sh https://taskmaster.example.com federated https://issuer.of.the.cluster [namespace:service-account]
#   ./register.sh https://taskmaster.example.com certificate certificate.pem
#   ./register.sh https://taskmaster.example.com secret
# SUFFIX is appended to both names: for example, SUFFIX=-staging for a second environment in the same tenant.
set -euo pipefail

url=${1:?missing: the URL of the web app, https and without a trailing slash}
credential=${2:?missing: federated, certificate or secret}
case $credential in
  federated) issuer=${3:?missing: the issuer URL of the cluster} ;;
  certificate) certificate=${3:?missing: the path of the certificate, in PEM format} ;;
  secret) ;;
  *)
    echo "Unknown credential $credential: use federated, certificate or secret" >&2
    exit 1
    ;;
esac
suffix=${SUFFIX:-}
graph=https://graph.microsoft.com/v1.0
graph_id=00000003-0000-0000-c000-000000000000
tenant=$(az account show --query tenantId --output tsv)

new_id() { cat /proc/sys/kernel/random/uuid 2>/dev/null || uuidgen; }
patch() { eventually az rest --method PATCH --url "$graph/applications(appId='$1')" --body "$2" --output none; }
graph_scope() {
  az ad sp show --id "$graph_id" --query "oauth2PermissionScopes[?value=='$1'].id | [0]" --output tsv
}

# Retries for up to a minute, because a new registration is not visible everywhere in Graph at once.
eventually() {
  local error
  for _ in {1..20}; do
    { error=$("$@" 2>&1 >&3); } 3>&1 && return
    case $error in
      *ResourceNotFound* | *"Not Found"* | *"does not exist"*) sleep 3 ;;
      *) break ;;
    esac
  done
  echo "$error" >&2
  return 1
}

created=()
list_leftovers() {
  local status=$?
  if [ $status -ne 0 ] && [ ${#created[@]} -gt 0 ]; then
    echo "The script failed. Before you run it again, delete what it has created:" >&2
    printf '  az ad app delete --id %s\n' "${created[@]}" >&2
  fi
}
trap list_leftovers EXIT

for name in "Tasks-API$suffix" "TaskMaster-WebApp$suffix"; do
  if [ -n "$(az ad app list --filter "displayName eq '$name'" --query '[].appId' --output tsv)" ]; then
    echo "A registration named $name already exists; this script only creates new ones." >&2
    exit 1
  fi
done

# ---- The API: its URI, its scopes with their consent texts, version 2 access tokens ---------------------------------------
api=$(az ad app create --display-name "Tasks-API$suffix" --sign-in-audience AzureADMyOrg --query appId --output tsv)
created+=("$api")
read_id=$(new_id)
write_id=$(new_id)
patch "$api" '{
  "identifierUris": ["api://'"$api"'"],
  "api": {
    "requestedAccessTokenVersion": 2,
    "oauth2PermissionScopes": [
      {
        "id": "'"$read_id"'", "value": "tasks.read", "type": "User", "isEnabled": true,
        "adminConsentDisplayName": "Read tasks",
        "adminConsentDescription": "Allows the application to read the tasks of the signed-in user",
        "userConsentDisplayName": "Read your tasks",
        "userConsentDescription": "Allows the application to read the user'"'"'s tasks"
      },
      {
        "id": "'"$write_id"'", "value": "tasks.write", "type": "User", "isEnabled": true,
        "adminConsentDisplayName": "Create, change and delete tasks",
        "adminConsentDescription": "Allows the application to create, change and delete the tasks of the signed-in user",
        "userConsentDisplayName": "Create, change and delete your tasks",
        "userConsentDescription": "Allows the application to create, change and delete the user'"'"'s tasks"
      }
    ]
  }
}'
eventually az ad sp create --id "$api" --output none

# ---- The web app: platform Web, redirect URI, front-channel logout, delegated permissions --------------------------------
webapp=$(az ad app create --display-name "TaskMaster-WebApp$suffix" --sign-in-audience AzureADMyOrg --query appId --output tsv)
created+=("$webapp")
patch "$webapp" '{
  "web": {
    "homePageUrl": "'"$url"'",
    "redirectUris": ["'"$url"'/callback"],
    "logoutUrl": "'"$url"'/logout/frontchannel",
    "implicitGrantSettings": { "enableAccessTokenIssuance": false, "enableIdTokenIssuance": false }
  },
  "optionalClaims": { "idToken": [{ "name": "sid" }, { "name": "login_hint" }] },
  "requiredResourceAccess": [
    {
      "resourceAppId": "'"$api"'",
      "resourceAccess": [{ "id": "'"$read_id"'", "type": "Scope" }, { "id": "'"$write_id"'", "type": "Scope" }]
    },
    {
      "resourceAppId": "'"$graph_id"'",
      "resourceAccess": [
        { "id": "'"$(graph_scope openid)"'", "type": "Scope" },
        { "id": "'"$(graph_scope profile)"'", "type": "Scope" },
        { "id": "'"$(graph_scope offline_access)"'", "type": "Scope" }
      ]
    }
  ]
}'
eventually az ad sp create --id "$webapp" --output none

# ---- The web app's credential --------------------------------------------------------------------------------------------
case $credential in
  federated)
    eventually az ad app federated-credential create --id "$webapp" --output none --parameters '{
      "name": "kubernetes", "issuer": "'"$issuer"'", "subject": "system:serviceaccount:'"${4:-taskmaster:webapp}"'",
      "audiences": ["api://AzureADTokenExchange"]
    }'
    credential_settings='QUARKUS_OIDC_CREDENTIALS_JWT_SOURCE=bearer
QUARKUS_OIDC_CREDENTIALS_JWT_TOKEN_PATH=/var/run/secrets/entra/token'
    ;;
  certificate)
    eventually az ad app credential reset --id "$webapp" --append --cert "@$certificate" --output none
    credential_settings='QUARKUS_OIDC_CREDENTIALS_JWT_KEY_FILE={path of the private key}
TASKMASTER_CLIENT_CERTIFICATE={path of the certificate}'
    ;;
  secret)
    secret=$(eventually az ad app credential reset --id "$webapp" --append --display-name "web app" --query password --output tsv)
    credential_settings="QUARKUS_OIDC_CREDENTIALS_SECRET=$secret"
    ;;
esac

cat <<END
# tasks-api-service
QUARKUS_PROFILE=entra
TASKMASTER_ENTRA_TENANT=$tenant
TASKMASTER_ENTRA_API_CLIENT_ID=$api
TASKMASTER_RESOURCE_IDENTIFIER={public address of the Tasks API}
TASKMASTER_STEP_UP_AUTHENTICATION_CONTEXT=c1

# webapp-service
QUARKUS_PROFILE=entra
TASKMASTER_ENTRA_TENANT=$tenant
TASKMASTER_ENTRA_API_CLIENT_ID=$api
QUARKUS_OIDC_CLIENT_ID=$webapp
$credential_settings

# To grant admin consent for all users, so that none of them is asked: az ad app permission admin-consent --id $webapp
END
