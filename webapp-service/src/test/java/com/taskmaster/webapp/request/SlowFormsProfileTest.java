package com.taskmaster.webapp.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.webapp.WithBackingProcesses;
import com.taskmaster.webapp.WithPlayedTasksApi;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(WithPlayedTasksApi.class)
@WithBackingProcesses
class SlowFormsProfileTest {

    private static final String BEGINNING = """
            POST /preferences HTTP/1.1\r
            Host: localhost:8080\r
            Sec-Fetch-Site: same-origin\r
            Content-Type: application/x-www-form-urlencoded\r
            Content-Length: 1000000\r
            \r
            """;

    /** One each tenth of a second: far more than the time for a form. */
    private static final int DROPS = 300;

    @Test
    @DisplayName("The time limit of a form sent in small pieces is for the whole form, not between two pieces")
    void endsWithAFormThatComesInDrops() throws IOException {
        try (var socket = new Socket("localhost", 8080)) {
            socket.setSoTimeout(100);
            socket.getOutputStream().write(BEGINNING.getBytes(StandardCharsets.US_ASCII));

            assertThat(answerWhileDripping(socket)).startsWith("HTTP/1.1 408 ");
        }
    }

    private static String answerWhileDripping(Socket socket) throws IOException {
        for (var drop = 0; drop < DROPS; drop++) {
            socket.getOutputStream().write('x');
            try {
                return new String(socket.getInputStream().readNBytes(13), StandardCharsets.US_ASCII);
            } catch (SocketTimeoutException e) {
                // no response yet, so the next part is sent
            }
        }
        return "no answer";
    }
}
