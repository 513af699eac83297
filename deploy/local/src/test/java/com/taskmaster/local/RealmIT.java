package com.taskmaster.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.taskmaster.backing.KeycloakAdmin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The realm file, as Keycloak has imported it. */
@WithPair
class RealmIT {

    private static final Path WEBAPP_SETTINGS =
            Path.of("../../webapp-service/src/main/resources/application.properties");

    private Pair pair;
    private KeycloakAdmin realm;

    @BeforeEach
    void ask(Pair running) {
        pair = running;
        realm = new KeycloakAdmin(running.keycloak());
    }

    @Test
    void allowsNeitherPasswordsNorTheImplicitFlowToAnyClient() {
        assertThat(realm.clients()).isNotEmpty().allSatisfy(client -> {
            assertThat(client.path("directAccessGrantsEnabled").asBoolean())
                    .as("password grant of %s", client.path("clientId"))
                    .isFalse();
            assertThat(client.path("implicitFlowEnabled").asBoolean())
                    .as("implicit flow of %s", client.path("clientId"))
                    .isFalse();
        });
    }

    @Test
    void knowsTheWebAppAsAConfidentialClientThatAsksForConsent() {
        var webapp = realm.client("taskmaster-webapp");

        assertThat(webapp.path("publicClient").asBoolean()).isFalse();
        assertThat(webapp.path("consentRequired").asBoolean()).isTrue();
        assertThat(texts(webapp.path("redirectUris"))).containsExactly(pair.webapp() + "/callback");
        assertThat(attribute(webapp, "pkce.code.challenge.method")).isEqualTo("S256");
        assertThat(attribute(webapp, "post.logout.redirect.uris")).isEqualTo(pair.webapp() + "/");
        assertThat(attribute(webapp, "backchannel.logout.url")).isEqualTo(pair.webapp() + "/logout/backchannel");
    }

    @Test
    void knowsTheConsoleAsAPublicClientWithPkce() {
        var console = realm.client("taskmaster-console");

        assertThat(console.path("publicClient").asBoolean()).isTrue();
        assertThat(texts(console.path("redirectUris")))
                .containsExactly(pair.tasksApi() + "/q/swagger-ui/oauth2-redirect.html");
        assertThat(attribute(console, "pkce.code.challenge.method")).isEqualTo("S256");
    }

    @Test
    void bringsTheAudienceInByTheScopesAlone() {
        for (var client : new String[] {"taskmaster-webapp", "taskmaster-console"}) {
            assertThat(realm.exampleAccessToken(client, "alice", "openid")
                            .path("aud")
                            .toString())
                    .doesNotContain("tasks-api");
            var token = realm.exampleAccessToken(client, "alice", "openid tasks.read");
            assertThat(token.path("aud").asText()).isEqualTo("tasks-api");
            assertThat(token.path("scope").asText().split(" "))
                    .contains("tasks.read")
                    .doesNotContain("tasks.write");
        }
    }

    @Test
    void rotatesRefreshTokensAndDetectsTheirReuse() {
        assertThat(realm.settings().path("revokeRefreshToken").asBoolean()).isTrue();
        assertThat(realm.settings().path("refreshTokenMaxReuse").asInt()).isZero();
    }

    @Test
    void endsNoSignInBeforeTheWebAppEndsItsSession() throws IOException {
        var webapp = new Properties();
        try (var settings = Files.newBufferedReader(WEBAPP_SETTINGS)) {
            webapp.load(settings);
        }
        var unused = duration(webapp, "taskmaster.session.idle-timeout");
        var lifetime = duration(webapp, "taskmaster.session.lifetime");
        var sinceTheLastRenewal = seconds("accessTokenLifespan");

        assertThat(seconds("ssoSessionIdleTimeout")).isGreaterThanOrEqualTo(unused.plus(sinceTheLastRenewal));
        assertThat(seconds("ssoSessionMaxLifespan")).isGreaterThan(lifetime);
        assertThat(realm.settings().path("clientSessionIdleTimeout").asInt()).isZero();
        assertThat(realm.settings().path("clientSessionMaxLifespan").asInt()).isZero();
    }

    private Duration seconds(String setting) {
        return Duration.ofSeconds(realm.settings().path(setting).asInt());
    }

    private static Duration duration(Properties settings, String name) {
        return Duration.parse("PT" + settings.getProperty(name));
    }

    private static String attribute(JsonNode client, String name) {
        return client.path("attributes").path(name).asText();
    }

    private static Iterable<String> texts(JsonNode array) {
        return () -> StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .iterator();
    }
}
