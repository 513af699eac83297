package com.taskmaster.webapp.signin;

import io.quarkus.oidc.runtime.TenantConfigBean;
import jakarta.enterprise.context.ApplicationScoped;

/** This application, as the provider knows it (RFC 6749 §2). */
@ApplicationScoped
public class Client {

    private final TenantConfigBean tenants;
    private final ClientSettings settings;

    Client(TenantConfigBean tenants, ClientSettings settings) {
        this.tenants = tenants;
        this.settings = settings;
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
