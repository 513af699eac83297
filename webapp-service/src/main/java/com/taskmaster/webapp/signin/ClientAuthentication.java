package com.taskmaster.webapp.signin;

import io.quarkus.oidc.common.runtime.OidcCommonUtils;
import io.quarkus.oidc.common.runtime.config.OidcClientCommonConfig.Credentials;
import io.quarkus.oidc.common.runtime.config.OidcClientCommonConfig.Credentials.Jwt.Source;

/** How this client authenticates with the provider (OpenID Connect Core §9, RFC 7523 §2.2). */
public enum ClientAuthentication {
    SECRET_IN_HEADER("Authorization"),
    SECRET_IN_FORM("client_secret"),
    SIGNED_WITH_SECRET("client_assertion"),
    SIGNED_WITH_KEY("client_assertion"),
    SIGNED_WITH_CERTIFICATE("client_assertion"),
    FEDERATED_TOKEN("client_assertion"),
    NONE("client_id");

    private final String parameter;

    ClientAuthentication(String parameter) {
        this.parameter = parameter;
    }

    /** The parameter or header of the token request that contains the credential. */
    public String parameter() {
        return parameter;
    }

    /** Whether the client id is in the token request's form, beside the credential. */
    public boolean isInForm() {
        return this != SECRET_IN_HEADER && this != NONE;
    }

    /** Whether the request also has a {@code client_assertion_type} (RFC 7521 §4.2). */
    public boolean isAsserted() {
        return switch (this) {
            case SECRET_IN_HEADER, SECRET_IN_FORM, NONE -> false;
            case SIGNED_WITH_SECRET, SIGNED_WITH_KEY, SIGNED_WITH_CERTIFICATE, FEDERATED_TOKEN -> true;
        };
    }

    static ClientAuthentication of(Credentials credentials, boolean certificate) {
        if (credentials.jwt().source() == Source.BEARER) {
            return FEDERATED_TOKEN;
        }
        if (OidcCommonUtils.isClientJwtAuthRequired(credentials, false)) {
            return signed(credentials, certificate);
        }
        if (OidcCommonUtils.isClientSecretPostAuthRequired(credentials)) {
            return SECRET_IN_FORM;
        }
        return OidcCommonUtils.isClientSecretBasicAuthRequired(credentials) ? SECRET_IN_HEADER : NONE;
    }

    private static ClientAuthentication signed(Credentials credentials, boolean certificate) {
        if (certificate) {
            return SIGNED_WITH_CERTIFICATE;
        }
        var jwt = credentials.jwt();
        return jwt.secret().isPresent() || jwt.secretProvider().key().isPresent()
                ? SIGNED_WITH_SECRET
                : SIGNED_WITH_KEY;
    }
}
