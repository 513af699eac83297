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

/** Changes the realm of a running Keycloak for tests, through the Admin REST API. */
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
     * Adds a key to the realm, so that tests can sign tokens that the realm vouches for. Does nothing if the realm
     * already publishes its public half.
     *
     * @return the {@code kid} in the realm's key set
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

    /** Makes the realm sign with a new key; earlier signatures stay valid. */
    public void replaceSigningKey() {
        addKeys("rsa-generated", Map.of("algorithm", "RS256", "priority", "1000"));
    }

    /** Sets the lifetime of a client's new access tokens and ID tokens. */
    public void setAccessTokenLifespan(String clientId, Duration lifespan) {
        changeClient(clientId, client -> client.withObject("/attributes")
                .put("access.token.lifespan", String.valueOf(lifespan.toSeconds())));
    }

    /** Replaces a client's redirect URIs. */
    public void setRedirectUris(String clientId, String... addresses) {
        changeClient(clientId, client -> List.of(addresses).forEach(client.putArray("redirectUris")::add));
    }

    /** Makes a client authenticate with assertions signed by one of these keys. */
    public void requireAssertions(String clientId, String keySet) {
        changeClient(clientId, client -> client.put("clientAuthenticatorType", "client-jwt")
                .withObject("/attributes")
                .put("use.jwks.string", "true")
                .put("jwks.string", keySet));
    }

    /** Makes a client authenticate with its secret again. */
    public void requireSecret(String clientId) {
        changeClient(clientId, client -> client.put("clientAuthenticatorType", "client-secret")
                .withObject("/attributes")
                .put("use.jwks.string", "false"));
    }

    /** Replaces a client's secret. */
    public void setSecret(String clientId, String secret) {
        changeClient(clientId, client -> client.put("secret", secret));
    }

    /** Revokes a user's consent to a client, so that the provider asks again. */
    public void revokeConsent(String username, String clientId) {
        var consents = "/users/" + userId(username) + "/consents";
        for (var consent : get(consents)) {
            if (consent.path("clientId").asText().equals(clientId)) {
                send(request(consents + "/" + clientId).DELETE());
            }
        }
    }

    /** Adds a user whose password is their name. */
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

    /** A disabled user can neither sign in nor refresh tokens. */
    public void setEnabled(String username, boolean enabled) {
        var user = (ObjectNode) get("/users/" + userId(username));
        send("PUT", "/users/" + user.path("id").asText(), user.put("enabled", enabled));
    }

    /** Signs a user out everywhere; clients are notified by back-channel logout. */
    public void logout(String username) {
        send(request("/users/" + userId(username) + "/logout").POST(BodyPublishers.noBody()));
    }

    /** The number of events of a type in the realm, for example {@code REFRESH_TOKEN}. */
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

    /** The realm's representation of a client. */
    public JsonNode client(String clientId) {
        return get("/clients?clientId=" + clientId).path(0);
    }

    /** The realm's settings. */
    public JsonNode settings() {
        return get("");
    }

    /** The claims of the access token that a client would get for a user and a scope. */
    public JsonNode exampleAccessToken(String clientId, String username, String scope) {
        return get("/clients/" + client(clientId).path("id").asText()
                + "/evaluate-scopes/generate-example-access-token?userId=" + userId(username) + "&scope="
                + URLEncoder.encode(scope, StandardCharsets.UTF_8));
    }

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

    /** The id of a user, which is the {@code sub} of the tokens. */
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
