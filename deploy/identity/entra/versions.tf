terraform {
  required_version = ">= 1.6"

  required_providers {
    azuread = {
      source  = "hashicorp/azuread"
      version = "~> 3.0"
    }
    random = {
      source  = "hashicorp/random"
      version = "~> 3.6"
    }
  }
}

# Authenticates like "az login", or with a pipeline's ARM_… variables.
provider "azuread" {
  tenant_id = var.tenant_id
}
