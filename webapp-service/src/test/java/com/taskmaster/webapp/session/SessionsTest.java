package com.taskmaster.webapp.session;

import static com.taskmaster.webapp.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.backing.KeycloakAdmin;
import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.WithBackingServices;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithBackingServices
class SessionsTest {

    private static final String CLIENT = "taskmaster-webapp";

    private final Browser browser = new Browser();

    @Inject
    DataSource database;

    @Inject
    Sessions sessions;

    @ConfigProperty(name = "keycloak.url")
    URI keycloak;

    @BeforeEach
    void beginWithoutSessions() throws SQLException {
        update("delete from session");
    }

    @AfterEach
    void restore() {
        browser.close();
        new KeycloakAdmin(keycloak).setAccessTokenLifespan(CLIENT, Duration.ofMinutes(5));
    }

    @Test
    @DisplayName("W08 a copy of the table holds neither the cookie's handle nor a token that can be read")
    void storesNothingUsable() throws SQLException {
        browser.signIn("alice", "/login");

        var row = rows().get(0);

        assertThat(row.values()).allSatisfy(value -> assertThat(value)
                .isNotEqualTo(browser.sessionCookie().getValue()));
        assertThat(List.of(row.get("id_token"), row.get("access_token"), row.get("refresh_token")))
                .as("encrypted (JWE, five parts), not only signed (JWS, three parts)")
                .allSatisfy(token -> assertThat(token.split("\\.")).hasSize(5));
    }

    @Test
    @DisplayName("W18 tokens are renewed before they expire; the cookie stays, the person notices nothing")
    void renewsTokens() throws SQLException {
        new KeycloakAdmin(keycloak).setAccessTokenLifespan(CLIENT, Duration.ofSeconds(30));
        browser.signIn("alice", "/login");
        var cookie = browser.sessionCookie().getValue();
        var before = rows().get(0);

        assertThat(browser.isSignedIn()).isTrue();

        assertThat(browser.sessionCookie().getValue()).isEqualTo(cookie);
        assertThat(rows()).hasSize(1);
        assertThat(rows().get(0).get("started_at")).isEqualTo(before.get("started_at"));
        assertThat(rows().get(0).get("renewed_at")).isGreaterThan(before.get("renewed_at"));
        assertThat(rows().get(0).get("refresh_token")).isNotEqualTo(before.get("refresh_token"));
    }

    @Test
    void keepsTokensThatLiveLongEnough() throws SQLException {
        browser.signIn("alice", "/login");
        var before = rows();

        assertThat(browser.isSignedIn()).isTrue();

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    @DisplayName("W12 signing out removes the row")
    void forgetsASessionThatEnded() throws SQLException {
        browser.signIn("alice", "/login");

        browser.post("/logout");

        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("W10 signing in anew removes the session of before")
    void replacesTheSessionOfBefore() throws SQLException {
        browser.signIn("alice", "/login");
        var first = browser.sessionCookie();
        update("update session set expires_at = now()");

        browser.signIn("alice", "/login");

        assertThat(browser.sessionCookie().getValue()).isNotEqualTo(first.getValue());
        assertThat(browser.isSignedIn()).isTrue();
        assertThat(rows()).hasSize(1);
    }

    @Test
    void doesNotOpenAnExpiredSession() throws SQLException {
        browser.signIn("alice", "/login");

        update("update session set expires_at = now()");

        assertThat(location(browser.get("/tasks"))).contains("/protocol/openid-connect/auth?");
    }

    @Test
    void removesExpiredSessions() throws SQLException {
        browser.signIn("alice", "/login");
        try (var bobsBrowser = new Browser()) {
            bobsBrowser.signIn("bob", "/login");
            update("update session set expires_at = now() where started_at = (select max(started_at) from session)");

            sessions.removeExpired();

            assertThat(rows()).hasSize(1);
            assertThat(browser.isSignedIn()).isTrue();
            assertThat(bobsBrowser.isSignedIn()).isFalse();
        }
    }

    private List<Map<String, String>> rows() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery("select * from session order by started_at")) {
            var rows = new ArrayList<Map<String, String>>();
            while (result.next()) {
                var row = new TreeMap<String, String>();
                for (var column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.put(result.getMetaData().getColumnName(column), String.valueOf(result.getString(column)));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    private void update(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
