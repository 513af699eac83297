variable "tenant_id" {
  description = "The tenant that both services are registered in, a GUID."
  type        = string
}

variable "webapp_url" {
  description = "The address of the web app in the browser, without a path: https://taskmaster.com"
  type        = string

  validation {
    condition     = can(regex("^https://[^/]+$", var.webapp_url))
    error_message = "Entra ID takes https alone, and the redirect address is made of this: no slash at the end."
  }
}

variable "suffix" {
  description = "The end of both names, for a second environment in the tenant: -staging. It has a state of its own."
  type        = string
  default     = ""
}

variable "credential" {
  description = "How the web app proves who it is: federated (the service account of its pod), certificate or secret."
  type        = string
  default     = "federated"

  validation {
    condition     = contains(["federated", "certificate", "secret"], var.credential)
    error_message = "One of federated, certificate, secret."
  }
}

variable "cluster_issuer" {
  description = "For federated: the issuer of the cluster's service account tokens, reachable from Entra ID."
  type        = string
  default     = ""
}

variable "service_account" {
  description = "For federated: namespace and name of the web app's service account."
  type        = string
  default     = "taskmaster:webapp"
}

variable "certificate_files" {
  description = "For certificate: the files of the certificates, PEM; two while one takes the other's place. The private keys stay with the web app."
  type        = set(string)
  default     = []
}

variable "secret_names" {
  description = "For secret: names for the client secrets; two while one takes the other's place. The web app is told the last one."
  type        = list(string)
  default     = []
}

variable "application_roles" {
  description = "Roles of applications that act for themselves; taskmaster.application-roles says what each lets them do."
  type        = set(string)
  default     = []
}

variable "admin_consent" {
  description = "Whether an administrator consents for everybody, so that nobody is asked."
  type        = bool
  default     = false
}
