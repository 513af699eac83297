package com.taskmaster.webapp.signin;

import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;

/** This application, as the provider knows it: a confidential client (RFC 6749 §2.1), or it does not start. */
@Startup
@ApplicationScoped
public class Client {

    private final TenantConfigBean tenants;
    private final ClientSettings settings;

    Client(TenantConfigBean tenants, ClientSettings settings) {
        this.tenants = tenants;
        this.settings = settings;
        if (authentication() == ClientAuthentication.NONE) {
            throw new ConfigurationException("Nothing proves to the provider who this client is: set"
                    + " quarkus.oidc.credentials.secret, or another of quarkus.oidc.credentials");
        }
    }

    /** Its public name. */
    public String id() {
        return tenants.getDefaultTenant().oidcConfig().clientId().orElseThrow();
    }

    public ClientAuthentication authentication() {
        return ClientAuthentication.of(
                tenants.getDefaultTenant().oidcConfig().credentials(),
                settings.certificate().isPresent());
    }
}
