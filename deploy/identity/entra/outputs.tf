locals {
  credential_settings = {
    federated   = <<-EOT
      QUARKUS_OIDC_CREDENTIALS_JWT_SOURCE=bearer
      QUARKUS_OIDC_CREDENTIALS_JWT_TOKEN_PATH=/var/run/secrets/entra/token
    EOT
    certificate = <<-EOT
      QUARKUS_OIDC_CREDENTIALS_JWT_KEY_FILE={where the private key is}
      TASKMASTER_CLIENT_CERTIFICATE={where the certificate is}
    EOT
    secret      = <<-EOT
      QUARKUS_OIDC_CREDENTIALS_SECRET={terraform output -raw webapp_secret}
    EOT
  }
}

output "tasks_api_settings" {
  description = "What the Tasks API is told; its address and the authentication context are the operator's."
  value       = <<-EOT
    QUARKUS_PROFILE=entra
    TASKMASTER_ENTRA_TENANT=${var.tenant_id}
    TASKMASTER_ENTRA_API_CLIENT_ID=${azuread_application.tasks_api.client_id}
    TASKMASTER_RESOURCE_IDENTIFIER={the address of the Tasks API for its callers}
    TASKMASTER_STEP_UP_AUTHENTICATION_CONTEXT=c1
  EOT
}

output "webapp_settings" {
  description = "What the web app is told."
  value       = <<-EOT
    QUARKUS_PROFILE=entra
    TASKMASTER_ENTRA_TENANT=${var.tenant_id}
    TASKMASTER_ENTRA_API_CLIENT_ID=${azuread_application.tasks_api.client_id}
    QUARKUS_OIDC_CLIENT_ID=${azuread_application.webapp.client_id}
    ${trimspace(local.credential_settings[var.credential])}
  EOT
}

output "webapp_secret" {
  description = "The client secret that the web app is told, with credential = secret."
  value       = try(azuread_application_password.webapp[reverse(var.secret_names)[0]].value, null)
  sensitive   = true
}
