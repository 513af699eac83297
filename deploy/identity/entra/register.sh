#!/usr/bin/env bash
# Registers both services with az, as Terraform would, and prints the services' settings. Requires az, signed in.
#   ./register.sh https://taskmaster.com federated https://issuer.of.the.cluster [namespace:service-account]
#   ./register.sh https://taskmaster.com certificate certificate.pem
#   ./register.sh https://taskmaster.com secret
# SUFFIX is appended to both names: SUFFIX=-staging for a second environment in the tenant.
set -euo pipefail

url=${1:?the address of the web app, https and without a slash at the end}
credential=${2:?federated, certificate or secret}
case $credential in
  federated) issuer=${3:?the issuer of the cluster} ;;
  certificate) certificate=${3:?the file of the certificate, PEM} ;;
  secret) ;;
  *)
    echo "A credential is one of federated, certificate, secret, not $credential" >&2
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

made=()
tell_what_is_left() {
  local status=$?
  if [ $status -ne 0 ] && [ ${#made[@]} -gt 0 ]; then
    echo "This broke off. Before you begin again, delete what it has made:" >&2
    printf '  az ad app delete --id %s\n' "${made[@]}" >&2
  fi
}
trap tell_what_is_left EXIT

for name in "Tasks-API$suffix" "TaskMaster-WebApp$suffix"; do
  if [ -n "$(az ad app list --filter "displayName eq '$name'" --query '[].appId' --output tsv)" ]; then
    echo "There is a registration $name already; this script makes new ones alone." >&2
    exit 1
  fi
done

# ---- The API: its URI, its scopes with the texts for consent, access tokens of version 2 ---------------------------------
api=$(az ad app create --display-name "Tasks-API$suffix" --sign-in-audience AzureADMyOrg --query appId --output tsv)
made+=("$api")
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
made+=("$webapp")
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
    proof='QUARKUS_OIDC_CREDENTIALS_JWT_SOURCE=bearer
QUARKUS_OIDC_CREDENTIALS_JWT_TOKEN_PATH=/var/run/secrets/entra/token'
    ;;
  certificate)
    eventually az ad app credential reset --id "$webapp" --append --cert "@$certificate" --output none
    proof='QUARKUS_OIDC_CREDENTIALS_JWT_KEY_FILE={where the private key is}
TASKMASTER_CLIENT_CERTIFICATE={where the certificate is}'
    ;;
  secret)
    secret=$(eventually az ad app credential reset --id "$webapp" --append --display-name "web app" --query password --output tsv)
    proof="QUARKUS_OIDC_CREDENTIALS_SECRET=$secret"
    ;;
esac

cat <<END
# tasks-api-service
QUARKUS_PROFILE=entra
TASKMASTER_ENTRA_TENANT=$tenant
TASKMASTER_ENTRA_API_CLIENT_ID=$api
TASKMASTER_RESOURCE_IDENTIFIER={the address of the Tasks API for its callers}
TASKMASTER_STEP_UP_AUTHENTICATION_CONTEXT=c1

# webapp-service
QUARKUS_PROFILE=entra
TASKMASTER_ENTRA_TENANT=$tenant
TASKMASTER_ENTRA_API_CLIENT_ID=$api
QUARKUS_OIDC_CLIENT_ID=$webapp
$proof

# To consent for all users, so that none is asked: az ad app permission admin-consent --id $webapp
END
