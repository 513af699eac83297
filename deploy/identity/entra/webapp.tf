data "azuread_application_published_app_ids" "well_known" {}

# Makes the registering user the owner; otherwise the role Application Developer could not change the registrations later.
data "azuread_client_config" "current" {}

data "azuread_service_principal" "graph" {
  client_id = data.azuread_application_published_app_ids.well_known.result["MicrosoftGraph"]
}

resource "azuread_application" "webapp" {
  display_name     = "TaskMaster-WebApp${var.suffix}"
  sign_in_audience = "AzureADMyOrg"
  owners           = [data.azuread_client_config.current.object_id]

  web {
    homepage_url  = var.webapp_url
    redirect_uris = ["${var.webapp_url}/callback"]
    logout_url    = "${var.webapp_url}/logout/frontchannel"

    implicit_grant {
      access_token_issuance_enabled = false
      id_token_issuance_enabled     = false
    }
  }

  # "sid" identifies the session in a front-channel logout; "login_hint" identifies the user in sign-ins and sign-outs.
  optional_claims {
    id_token {
      name = "sid"
    }

    id_token {
      name = "login_hint"
    }
  }

  required_resource_access {
    resource_app_id = azuread_application.tasks_api.client_id

    dynamic "resource_access" {
      for_each = random_uuid.scope
      content {
        id   = resource_access.value.result
        type = "Scope"
      }
    }
  }

  required_resource_access {
    resource_app_id = data.azuread_service_principal.graph.client_id

    dynamic "resource_access" {
      for_each = toset(["openid", "profile", "offline_access"])
      content {
        id   = data.azuread_service_principal.graph.oauth2_permission_scope_ids[resource_access.value]
        type = "Scope"
      }
    }
  }

  lifecycle {
    # The original owners are kept.
    ignore_changes = [owners]

    precondition {
      condition     = var.credential != "federated" || var.cluster_issuer != ""
      error_message = "credential = federated requires cluster_issuer."
    }
    precondition {
      condition     = var.credential != "certificate" || length(var.certificate_files) > 0
      error_message = "credential = certificate requires certificate_files."
    }
    precondition {
      condition     = var.credential != "secret" || length(var.secret_names) > 0
      error_message = "credential = secret requires secret_names."
    }
  }
}

resource "azuread_service_principal" "webapp" {
  client_id = azuread_application.webapp.client_id
  owners    = [data.azuread_client_config.current.object_id]

  lifecycle {
    ignore_changes = [owners]
  }
}

# ---- The web app's credential: one of three kinds --------------------------------------------------------------------

resource "azuread_application_federated_identity_credential" "webapp" {
  count          = var.credential == "federated" ? 1 : 0
  application_id = azuread_application.webapp.id
  display_name   = "kubernetes"
  description    = "The service account of the web app's pods"
  issuer         = var.cluster_issuer
  subject        = "system:serviceaccount:${var.service_account}"
  audiences      = ["api://AzureADTokenExchange"]
}

# Keyed by the file's hash: for a rotation, a second certificate coexists with the first until that is removed from the list.
resource "azuread_application_certificate" "webapp" {
  for_each = var.credential == "certificate" ? {
    for file in var.certificate_files : filesha256(pathexpand(file)) => file(pathexpand(file))
  } : {}
  application_id = azuread_application.webapp.id
  type           = "AsymmetricX509Cert"
  encoding       = "pem"
  value          = each.value
}

# Keyed by name, for the same reason.
resource "azuread_application_password" "webapp" {
  for_each       = var.credential == "secret" ? toset(var.secret_names) : toset([])
  application_id = azuread_application.webapp.id
  display_name   = each.value
}

# ---- Consent for all users -------------------------------------------------------------------------------------------

resource "azuread_service_principal_delegated_permission_grant" "tasks_api" {
  count                                = var.admin_consent ? 1 : 0
  service_principal_object_id          = azuread_service_principal.webapp.object_id
  resource_service_principal_object_id = azuread_service_principal.tasks_api.object_id
  claim_values                         = keys(random_uuid.scope)
}

resource "azuread_service_principal_delegated_permission_grant" "graph" {
  count                                = var.admin_consent ? 1 : 0
  service_principal_object_id          = azuread_service_principal.webapp.object_id
  resource_service_principal_object_id = data.azuread_service_principal.graph.object_id
  claim_values                         = ["openid", "profile", "offline_access"]
}
