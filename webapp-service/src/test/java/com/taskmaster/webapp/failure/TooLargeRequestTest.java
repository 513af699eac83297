package com.taskmaster.webapp.failure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.CapturedLog;
import com.taskmaster.webapp.WithBackingServices;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file that is too large, sent without {@code Content-Length}: one line in the log, not a fault of the service. */
@QuarkusTest
@WithBackingServices
class TooLargeRequestTest {

    private static final byte[] TOO_LARGE = new byte[18 * 1024 * 1024];

    private final Browser browser = new Browser();
    private final CapturedLog ofThisService = new CapturedLog("com.taskmaster");
    private final CapturedLog ofTheFramework = new CapturedLog("io.quarkus");

    @BeforeEach
    void signIn() {
        browser.signIn("alice", "/login");
    }

    @AfterEach
    void close() {
        ofThisService.close();
        ofTheFramework.close();
        browser.close();
    }

    @Test
    void isNoFault() {
        given().cookie("q_session", browser.sessionCookie().getValue())
                .header("Sec-Fetch-Site", "same-origin")
                .multiPart("file", "tasks.csv", new ByteArrayInputStream(TOO_LARGE))
                .post("/transfer/import")
                .then()
                .statusCode(413);

        await().untilAsserted(() -> assertThat(ofThisService.lines())
                .filteredOn(line -> line.startsWith("A request"))
                .containsExactly("A request was aborted: java.io.IOException: Request too large"));
        assertThat(ofTheFramework.lines()).noneMatch(line -> line.contains("failed, error id"));
    }
}
