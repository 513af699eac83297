package com.taskmaster.webapp.provider;

import java.util.Map;

/** How the provider authenticates its client. */
public interface ClientCredential {

    /** The web app's settings for it. */
    Map<String, String> settings();

    /** Whether a request is authenticated as the client's. */
    boolean isShownBy(ReceivedRequest request, String tokenEndpoint);

    /** @param method the registered OpenID Connect name, or our own for a certificate or a federated token */
    static ClientCredential of(String method) {
        return switch (method) {
            case "client_secret_basic" -> ClientSecret.BASIC;
            case "client_secret_post" -> ClientSecret.POST;
            case "private_key_jwt" -> new ClientKey();
            case "certificate" -> ClientCertificate.create();
            case "service_account" -> ServiceAccount.create();
            default -> throw new IllegalArgumentException(method);
        };
    }
}
