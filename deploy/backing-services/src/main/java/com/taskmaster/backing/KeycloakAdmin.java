package com.taskmaster.backing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What tests change in the realm of a running Keycloak, through its Admin REST API. */
public final class KeycloakAdmin {

    private static final int EVENTS_AT_ONCE = 1000;

    private final URI realm;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    /** For this project's realm. */
    public KeycloakAdmin(URI address) {
        this(address, "taskmaster");
    }

    public KeycloakAdmin(URI address, String realm) {
        this.realm = address.resolve("/admin/realms/" + realm);
    }

    /**
     * Makes the realm publish the public half of a key, so that a test can sign tokens that the realm vouches for. One that
     * it publishes already is left alone.
     *
     * @return the key's {@code kid} in the realm's key set
     */
    public String addSigningKey(KeyPair key) {
        return publishedId(key.getPublic()).orElseGet(() -> {
            var pem = "-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder().encodeToString(key.getPrivate().getEncoded())
                    + "\n-----END PRIVATE KEY-----";
            addKeys("rsa", Map.of("privateKey", pem, "algorithm", "RS256", "priority", "-1"));
            return publishedId(key.getPublic()).orElseThrow();
        });
    }

    private Optional<String> publishedId(PublicKey key) {
        var encoded = Base64.getEncoder().encodeToString(key.getEncoded());
        for (var published : get("/keys").path("keys")) {
            if (published.path("publicKey").asText().equals(encoded)) {
                return Optional.of(published.path("kid").asText());
            }
        }
        return Optional.empty();
    }

    /** Makes the realm sign with a new key from now on; what it signed before stays good. */
    public void replaceSigningKey() {
        addKeys("rsa-generated", Map.of("algorithm", "RS256", "priority", "1000"));
    }

    /** How long the access tokens and ID tokens live that a client gets from now on. */
    public void setAccessTokenLifespan(String clientId, Duration lifespan) {
        changeClient(clientId, client -> client.withObject("/attributes")
                .put("access.token.lifespan", String.valueOf(lifespan.toSeconds())));
    }

    /** The only addresses that a client is answered at from now on. */
    public void setRedirectUris(String clientId, String... addresses) {
        changeClient(clientId, client -> List.of(addresses).forEach(client.putArray("redirectUris")::add));
    }

    /** Makes a client prove who it is with assertions that one of these keys has signed, from now on. */
    public void requireAssertions(String clientId, String keySet) {
        changeClient(clientId, client -> client.put("clientAuthenticatorType", "client-jwt")
                .withObject("/attributes")
                .put("use.jwks.string", "true")
                .put("jwks.string", keySet));
    }

    /** Makes a client prove who it is with its secret again. */
    public void requireSecret(String clientId) {
        changeClient(clientId, client -> client.put("clientAuthenticatorType", "client-secret")
                .withObject("/attributes")
                .put("use.jwks.string", "false"));
    }

    /** The one secret that a client proves itself with from now on. */
    public void setSecret(String clientId, String secret) {
        changeClient(clientId, client -> client.put("secret", secret));
    }

    /** Forgets what a user allowed a client, so that the provider asks again. */
    public void revokeConsent(String username, String clientId) {
        var consents = "/users/" + userId(username) + "/consents";
        for (var consent : get(consents)) {
            if (consent.path("clientId").asText().equals(clientId)) {
                send(request(consents + "/" + clientId).DELETE());
            }
        }
    }

    /** Somebody new, whose password is the name. */
    public void addUser(String username) {
        var user = json.createObjectNode()
                .put("username", username)
                .put("enabled", true)
                .put("email", username + "@example.com")
                .put("emailVerified", true)
                .put("firstName", "Somebody")
                .put("lastName", "New");
        user.putArray("credentials").addObject().put("type", "password").put("value", username);
        send("POST", "/users", user);
    }

    /** A user that is not enabled can neither sign in nor get new tokens. */
    public void setEnabled(String username, boolean enabled) {
        var user = (ObjectNode) get("/users/" + userId(username));
        send("PUT", "/users/" + user.path("id").asText(), user.put("enabled", enabled));
    }

    /** Signs a user out of everything; the clients hear of it by back-channel logout. */
    public void logout(String username) {
        send(request("/users/" + userId(username) + "/logout").POST(BodyPublishers.noBody()));
    }

    /** How many events of a type the realm has seen, {@code REFRESH_TOKEN} for example. */
    public int events(String type) {
        var count = 0;
        var page = EVENTS_AT_ONCE;
        while (page == EVENTS_AT_ONCE) {
            page = get("/events?max=%d&first=%d&type=%s".formatted(EVENTS_AT_ONCE, count, type))
                    .size();
            count += page;
        }
        return count;
    }

    /** A client as the realm has it. */
    public JsonNode client(String clientId) {
        return get("/clients?clientId=" + clientId).path(0);
    }

    /** The realm's own settings. */
    public JsonNode settings() {
        return get("");
    }

    /** The claims of the access token that a client would get for a user and a scope. */
    public JsonNode exampleAccessToken(String clientId, String username, String scope) {
        return get("/clients/" + client(clientId).path("id").asText()
                + "/evaluate-scopes/generate-example-access-token?userId=" + userId(username) + "&scope="
                + URLEncoder.encode(scope, StandardCharsets.UTF_8));
    }

    /** All clients of the realm. */
    public JsonNode clients() {
        return get("/clients");
    }

    private void changeClient(String clientId, Consumer<ObjectNode> change) {
        var client = (ObjectNode) client(clientId);
        change.accept(client);
        send("PUT", "/clients/" + client.path("id").asText(), client);
    }

    private void addKeys(String provider, Map<String, String> settings) {
        var component = json.createObjectNode()
                .put("name", "keys of a test")
                .put("providerId", provider)
                .put("providerType", "org.keycloak.keys.KeyProvider");
        var config = component.putObject("config");
        settings.forEach((name, value) -> config.putArray(name).add(value));
        send("POST", "/components", component);
    }

    /** The identifier of a user, which is the subject of the tokens. */
    public String userId(String username) {
        return get("/users?exact=true&username=" + username).path(0).path("id").asText();
    }

    private JsonNode get(String path) {
        return parse(send(request(path).GET()).body());
    }

    private HttpResponse<String> send(String method, String path, JsonNode body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body.toString())));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() >= 400) {
                throw new IllegalStateException(response.uri() + " answered " + response.statusCode());
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(realm + path)).header("Authorization", "Bearer " + accessToken());
    }

    private String accessToken() {
        var form = "grant_type=password&client_id=admin-cli&username=" + Keycloak.ADMINISTRATOR + "&password="
                + Keycloak.ADMINISTRATOR;
        var request = HttpRequest.newBuilder(realm.resolve("/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return parse(send(request).body()).path("access_token").asText();
    }

    private JsonNode parse(String body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
