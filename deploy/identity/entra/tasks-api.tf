resource "random_uuid" "scope" {
  for_each = toset(["tasks.read", "tasks.write"])
}

resource "random_uuid" "application_role" {
  for_each = var.application_roles
}

resource "azuread_application" "tasks_api" {
  display_name     = "Tasks-API${var.suffix}"
  sign_in_audience = "AzureADMyOrg"
  owners           = [data.azuread_client_config.current.object_id]

  api {
    # The API's own registration determines the version of the access tokens that it receives.
    requested_access_token_version = 2

    oauth2_permission_scope {
      id                         = random_uuid.scope["tasks.read"].result
      value                      = "tasks.read"
      type                       = "User"
      admin_consent_display_name = "Read tasks"
      admin_consent_description  = "Allows the application to read the tasks of the signed-in user"
      user_consent_display_name  = "Read your tasks"
      user_consent_description   = "Allows the application to read the user's tasks"
    }

    oauth2_permission_scope {
      id                         = random_uuid.scope["tasks.write"].result
      value                      = "tasks.write"
      type                       = "User"
      admin_consent_display_name = "Create, change and delete tasks"
      admin_consent_description  = "Allows the application to create, change and delete the tasks of the signed-in user"
      user_consent_display_name  = "Create, change and delete your tasks"
      user_consent_description   = "Allows the application to create, change and delete the user's tasks"
    }
  }

  dynamic "app_role" {
    for_each = random_uuid.application_role
    content {
      id                   = app_role.value.result
      value                = app_role.key
      display_name         = app_role.key
      description          = "For applications that act on their own behalf, on their own tasks"
      allowed_member_types = ["Application"]
    }
  }

  lifecycle {
    # An identifier URI with this application's own client id is added below. The original owners are kept.
    ignore_changes = [identifier_uris, owners]
  }
}

resource "azuread_application_identifier_uri" "tasks_api" {
  application_id = azuread_application.tasks_api.id
  identifier_uri = "api://${azuread_application.tasks_api.client_id}"
}

resource "azuread_service_principal" "tasks_api" {
  client_id = azuread_application.tasks_api.client_id
  owners    = [data.azuread_client_config.current.object_id]

  lifecycle {
    ignore_changes = [owners]
  }
}
