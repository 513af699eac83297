package com.taskmaster.webapp.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.taskmaster.backing.DatabaseOfItsOwn;
import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.provider.EntraProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DatabaseOutageTest.WithADatabaseOfItsOwn.class)
class DatabaseOutageTest {

    private static final Duration OUTAGE_IS_OVER = Duration.ofSeconds(30);

    public static class WithADatabaseOfItsOwn extends EntraProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            var resources = new ArrayList<>(super.testResources());
            resources.add(new TestResourceEntry(DatabaseOfItsOwn.class, Map.of("database", "webapp")));
            return resources;
        }
    }

    DatabaseOfItsOwn database;

    private final Browser browser = new Browser();

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    @DisplayName("W29 without the database of the sessions nobody is signed out, and it recovers by itself")
    void tellsOfTheOutageAndSignsNobodyOut() {
        browser.signIn("alice", "/login");
        var cookie = browser.sessionCookie().getValue();

        database.stopServer();
        for (var page : List.of(browser.get("/tasks"), browser.post("/tasks"))) {
            assertThat(page.getStatusCode()).isEqualTo(503);
            assertThat(page.getContentAsString()).contains("We cannot look up your sign-in", "You are not signed out");
        }
        assertThat(browser.sessionCookie().getValue()).isEqualTo(cookie);
        assertThat(browser.get("/").getStatusCode()).isEqualTo(200);
        given().get("/q/health/ready").then().statusCode(503);
        given().get("/q/health/live").then().statusCode(200);

        database.startServer();
        await().atMost(OUTAGE_IS_OVER).until(browser::isSignedIn);
    }
}
