package com.taskmaster.webapp.signin;

import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.common.runtime.OidcCommonUtils;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/**
 * This application as registered with the provider: a confidential client (RFC 6749 §2.1). Without a credential it does
 * not start.
 */
@Startup
@ApplicationScoped
public class Client {

    private static final String KEY = "quarkus.oidc.credentials.jwt.key-file";

    private final TenantConfigBean tenants;
    private final ClientSettings settings;

    Client(TenantConfigBean tenants, ClientSettings settings) {
        this.tenants = tenants;
        this.settings = settings;
        if (authentication() == ClientAuthentication.NONE) {
            throw new ConfigurationException("This client has no credential to authenticate with: set"
                    + " quarkus.oidc.credentials.secret, or another method of quarkus.oidc.credentials");
        }
        configuration().credentials().jwt().keyFile().ifPresent(this::checkKey);
    }

    public String id() {
        return configuration().clientId().orElseThrow();
    }

    public ClientAuthentication authentication() {
        return ClientAuthentication.of(
                configuration().credentials(), settings.certificate().isPresent());
    }

    /** The parameters that every authorization request has in addition (OpenID Connect Core §3.1.2.1). */
    public Map<String, String> additionalParameters() {
        return configuration().authentication().extraParams();
    }

    /** Checks the key as the framework does once it has found the provider, which may be long after the start. */
    private void checkKey(String file) {
        try {
            OidcCommonUtils.initClientJwtKey(configuration(), false).await().indefinitely();
        } catch (RuntimeException e) {
            throw new ConfigurationException(KEY + " is not a readable private key: " + file + ", " + e);
        }
    }

    private OidcTenantConfig configuration() {
        return tenants.getDefaultTenant().oidcConfig();
    }
}
