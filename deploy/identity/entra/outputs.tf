locals {
  credential_settings = {
    federated   = <<-EOT
      QUARKUS_OIDC_CREDENTIALS_JWT_SOURCE=bearer
      QUARKUS_OIDC_CREDENTIALS_JWT_TOKEN_PATH=/var/run/secrets/entra/token
    EOT
    certificate = <<-EOT
      QUARKUS_OIDC_CREDENTIALS_JWT_KEY_FILE={path of the private key}
      TASKMASTER_CLIENT_CERTIFICATE={path of the certificate}
    EOT
    secret      = <<-EOT
      QUARKUS_OIDC_CREDENTIALS_SECRET={terraform output -raw webapp_secret}
    EOT
  }
}

output "tasks_api_settings" {
  description = "Settings of the Tasks API. Fill in its public address, and the ID of your authentication context if it is not c1."
  value       = <<-EOT
    QUARKUS_PROFILE=entra
    TASKMASTER_ENTRA_TENANT=${var.tenant_id}
    TASKMASTER_ENTRA_API_CLIENT_ID=${azuread_application.tasks_api.client_id}
    TASKMASTER_RESOURCE_IDENTIFIER={public address of the Tasks API}
    TASKMASTER_STEP_UP_AUTHENTICATION_CONTEXT=c1
  EOT
}

output "webapp_settings" {
  description = "Settings of the web app."
  value       = <<-EOT
    QUARKUS_PROFILE=entra
    TASKMASTER_ENTRA_TENANT=${var.tenant_id}
    TASKMASTER_ENTRA_API_CLIENT_ID=${azuread_application.tasks_api.client_id}
    QUARKUS_OIDC_CLIENT_ID=${azuread_application.webapp.client_id}
    ${trimspace(local.credential_settings[var.credential])}
  EOT
}

output "webapp_secret" {
  description = "Client secret of the web app, if credential = secret."
  value       = try(azuread_application_password.webapp[reverse(var.secret_names)[0]].value, null)
  sensitive   = true
}
