package com.taskmaster.webapp.transfer;

import static com.taskmaster.webapp.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.taskmaster.webapp.Browser;
import com.taskmaster.webapp.WithBackingProcesses;
import com.taskmaster.webapp.WithPlayedTasksApi;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Slow uploads occupy space, but never all of it for long. */
@QuarkusTest
@TestProfile(WithPlayedTasksApi.class)
@WithBackingProcesses
class UploadsProfileTest {

    /** One each tenth of a second: far more than the time for a file. */
    private static final int DROPS = 600;

    private static final byte[] CSV = "title\nWater the plants\n".getBytes(StandardCharsets.US_ASCII);

    private final List<Browser> browsers = new ArrayList<>();
    private final List<Socket> senders = new ArrayList<>();

    private Browser browser;

    @BeforeEach
    void signIn() {
        browser = signIn("alice");
    }

    @AfterEach
    void close() throws IOException {
        browsers.forEach(Browser::close);
        for (var sender : senders) {
            sender.close();
        }
    }

    @Test
    @DisplayName("a session can send one file at a time, and does not block other users")
    void letsOneOfASessionIn() throws IOException {
        var sender = begin(browser);

        await().untilAsserted(() -> assertThat(upload(browser)).endsWith("/transfer?trouble=BUSY"));
        assertThat(browser.get("/transfer?trouble=BUSY").getContentAsString())
                .contains("Other files are being read at the moment.");
        assertThat(upload(signIn("bob"))).contains("/transfer/import/");

        sender.close();
        await().untilAsserted(() -> assertThat(upload(browser)).contains("/transfer/import/"));
    }

    @Test
    @DisplayName("There is room for three unfinished files")
    void letsThreeIn() throws IOException {
        begin(browser);
        begin(signIn("alice"));
        var last = begin(signIn("alice"));
        var bob = signIn("bob");

        await().untilAsserted(() -> assertThat(upload(bob)).endsWith("/transfer?trouble=BUSY"));
        last.close();
        await().untilAsserted(() -> assertThat(upload(bob)).contains("/transfer/import/"));
    }

    @Test
    @DisplayName("The time limit of a file sent in small pieces is for the whole file, not between two pieces")
    void endsWithAFileThatComesInDrops() throws IOException {
        assertThat(isClosedWhileDripping(begin(browser))).isTrue();

        await().untilAsserted(() -> assertThat(upload(browser)).contains("/transfer/import/"));
    }

    private Browser signIn(String user) {
        var signedIn = new Browser();
        browsers.add(signedIn);
        signedIn.signIn(user, "/login");
        return signedIn;
    }

    private static String upload(Browser browser) {
        return location(browser.upload("/transfer/import", "tasks.csv", CSV));
    }

    private Socket begin(Browser browser) throws IOException {
        var socket = new Socket("localhost", 8080);
        senders.add(socket);
        socket.getOutputStream()
                .write(("POST /transfer/import HTTP/1.1\r\nHost: localhost:8080\r\nSec-Fetch-Site: same-origin\r\n"
                                + "Content-Type: multipart/form-data; boundary=part\r\nContent-Length: 1000000\r\n"
                                + "Cookie: q_session=" + browser.sessionCookie().getValue() + "\r\n\r\n"
                                + "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"tasks.csv\"\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static boolean isClosedWhileDripping(Socket socket) throws IOException {
        socket.setSoTimeout(100);
        for (var drop = 0; drop < DROPS; drop++) {
            try {
                socket.getOutputStream().write('x');
                return socket.getInputStream().read() == -1;
            } catch (SocketTimeoutException e) {
                // still open, so the next part is sent
            } catch (SocketException e) {
                return true;
            }
        }
        return false;
    }
}
