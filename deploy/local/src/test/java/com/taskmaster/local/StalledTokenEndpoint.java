package com.taskmaster.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A proxy for the provider's token endpoint that never responds. */
final class StalledTokenEndpoint implements AutoCloseable {

    private static final Pattern WHOLE_REQUEST = Pattern.compile("(?is).*content-length: (\\d+)\r\n.*?\r\n\r\n(.*)");
    private static final int PATIENCE_IN_MILLISECONDS = 30_000;

    private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private Socket instance;

    StalledTokenEndpoint() throws IOException {
        socket.setSoTimeout(PATIENCE_IN_MILLISECONDS);
    }

    String addressFor(URI issuer) {
        return "http://localhost:" + socket.getLocalPort() + issuer.getPath() + "/protocol/openid-connect/token";
    }

    /** Waits for an instance's token request, without forwarding it. */
    String awaitRequest() throws IOException {
        instance = socket.accept();
        instance.setSoTimeout(PATIENCE_IN_MILLISECONDS);
        var request = new ByteArrayOutputStream();
        while (!isWhole(request.toString(StandardCharsets.US_ASCII))) {
            request.write(instance.getInputStream().read());
        }
        return request.toString(StandardCharsets.US_ASCII);
    }

    /** Forwards an instance's token request and waits for the provider's response, without passing that on. */
    void awaitAnswer(URI provider) throws IOException {
        var request = awaitRequest();
        try (var connection = new Socket(provider.getHost(), provider.getPort())) {
            connection.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            connection.getInputStream().read();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        if (instance != null) {
            instance.close();
        }
    }

    private static boolean isWhole(String request) {
        var matcher = WHOLE_REQUEST.matcher(request);
        return matcher.matches() && matcher.group(2).length() == Integer.parseInt(matcher.group(1));
    }
}
