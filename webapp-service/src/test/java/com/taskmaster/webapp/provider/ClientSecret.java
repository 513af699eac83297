package com.taskmaster.webapp.provider;

import static com.taskmaster.webapp.provider.TestProvider.CLIENT_ID;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** A secret, in the header or in the form (RFC 6749 §2.3.1), but not in both. */
public enum ClientSecret implements ClientCredential {
    BASIC,
    POST;

    public static final String VALUE = "a.secret~of-the_test~provider~0123456789";

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "quarkus.oidc.credentials.client-secret.value",
                VALUE,
                "quarkus.oidc.credentials.client-secret.method",
                name().toLowerCase());
    }

    @Override
    public boolean isShownBy(ReceivedRequest request, String tokenEndpoint) {
        return switch (this) {
            case BASIC ->
                request.authorization().equals(Optional.of(basic()))
                        && !request.parameters().containsKey("client_secret");
            case POST ->
                request.authorization().isEmpty()
                        && CLIENT_ID.equals(request.parameter("client_id"))
                        && VALUE.equals(request.parameter("client_secret"));
        };
    }

    private static String basic() {
        return "Basic "
                + Base64.getEncoder().encodeToString((CLIENT_ID + ":" + VALUE).getBytes(StandardCharsets.US_ASCII));
    }
}
