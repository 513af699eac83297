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

# Signs in as "az login" did, or by the ARM_… variables of a pipeline.
provider "azuread" {
  tenant_id = var.tenant_id
}
