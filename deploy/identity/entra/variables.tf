variable "tenant_id" {
  description = "ID (GUID) of the tenant in which to register both services."
  type        = string
}

variable "webapp_url" {
  description = "Public URL of the web app, without a path or a trailing slash: https://taskmaster.example.com"
  type        = string

  validation {
    condition     = can(regex("^https://[^/]+$", var.webapp_url))
    error_message = "webapp_url must start with https:// and must not have a path or a trailing slash: Entra ID accepts no other scheme, and the redirect URI is derived from it."
  }
}

variable "suffix" {
  description = "Suffix of both registration names, such as -staging, for a second environment in the same tenant. Use a separate state for it."
  type        = string
  default     = ""
}

variable "credential" {
  description = "How the web app authenticates to Entra ID: federated (with the service account token of its pod), certificate or secret."
  type        = string
  default     = "federated"

  validation {
    condition     = contains(["federated", "certificate", "secret"], var.credential)
    error_message = "credential must be federated, certificate or secret."
  }
}

variable "cluster_issuer" {
  description = "For federated: issuer URL of the cluster's service account tokens. Entra ID must be able to reach it."
  type        = string
  default     = ""
}

variable "service_account" {
  description = "For federated: the web app's service account, as namespace:name."
  type        = string
  default     = "taskmaster:webapp"
}

variable "certificate_files" {
  description = "For certificate: paths of the certificates in PEM format; two during a rotation. The private keys stay with the web app."
  type        = set(string)
  default     = []
}

variable "secret_names" {
  description = "For secret: names of the client secrets; two during a rotation. The output webapp_secret is the last one."
  type        = list(string)
  default     = []
}

variable "application_roles" {
  description = "App roles for applications that act on their own behalf. The setting taskmaster.application-roles maps each role to a scope."
  type        = set(string)
  default     = []
}

variable "admin_consent" {
  description = "Whether to grant admin consent for all users, so that none of them is asked."
  type        = bool
  default     = false
}
