package com.taskmaster.webapp.provider;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** A token endpoint that receives requests and then breaks the connection, as if the provider had crashed. */
public final class BrokenTokenEndpoint implements QuarkusTestResourceLifecycleManager {

    private static final Pattern WHOLE_REQUEST = Pattern.compile("(?is).*content-length: (\\d+)\r\n.*?\r\n\r\n(.*)");

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private ServerSocket server;

    /** The requests received so far, with their headers. */
    public List<String> requests() {
        return requests;
    }

    @Override
    public Map<String, String> start() {
        try {
            server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var thread = new Thread(this::receive, "broken token endpoint");
        thread.setDaemon(true);
        thread.start();
        return Map.of("quarkus.oidc.token-path", "http://localhost:" + server.getLocalPort() + "/token");
    }

    private void receive() {
        try {
            while (true) {
                var connection = server.accept();
                requests.add(requestFrom(connection));
                breakOff(connection);
            }
        } catch (IOException e) {
            if (!server.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String requestFrom(Socket connection) throws IOException {
        var request = new StringBuilder();
        while (!isWhole(request)) {
            var next = connection.getInputStream().read();
            if (next < 0) {
                throw new EOFException("The client has closed the connection");
            }
            request.append((char) next);
        }
        return request.toString();
    }

    private static boolean isWhole(CharSequence request) {
        var matcher = WHOLE_REQUEST.matcher(request);
        return matcher.matches() && matcher.group(2).length() == Integer.parseInt(matcher.group(1));
    }

    /** Closes the connection by a reset instead of an orderly end. */
    private static void breakOff(Socket connection) throws IOException {
        connection.setSoLinger(true, 0);
        connection.close();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(BrokenTokenEndpoint.class));
    }

    @Override
    public void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
