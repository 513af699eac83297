package com.taskmaster.webapp.provider;

import java.util.Map;

/** How the provider knows its client. */
public interface ClientCredential {

    /** What the web app has to be told for that. */
    Map<String, String> settings();

    /** Whether a request comes from the client. */
    boolean isShownBy(ReceivedRequest request, String tokenEndpoint);

    /** @param method its name in the OpenID Connect registration, or what stands for a certificate or a federated token */
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
