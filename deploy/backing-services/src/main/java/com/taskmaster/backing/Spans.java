package com.taskmaster.backing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** The spans that a service exports (OTLP over HTTP), as they come over the wire. */
public final class Spans implements AutoCloseable {

    /** The first fields of a span, as they are on the wire: trace, span, parent, name and kind (opentelemetry-proto, trace.proto). */
    private static final Pattern SPAN = Pattern.compile(
            "(?s)\\x0a\\x10(.{16})\\x12\\x08(.{8})(?:\\x22\\x08(.{8}))?\\x2a(.)(.*?)\\x30([\\x01-\\x05])");

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    /** What a server and a client record of one request. */
    public enum Kind {
        INTERNAL,
        SERVER,
        CLIENT,
        PRODUCER,
        CONSUMER
    }

    /** @param parent the id of the span that it came from; nothing where it is the first */
    public record Span(String id, String parent, Kind kind) {}

    public Spans() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.start();
    }

    /** Everything that came, whose texts can be read between bytes that are none. */
    public String text() {
        return String.join("", received);
    }

    /** Whether there is one of this trace. */
    public boolean areOf(String traceId) {
        return text().contains(new String(HexFormat.of().parseHex(traceId), StandardCharsets.ISO_8859_1));
    }

    public List<Span> of(String traceId) {
        return SPAN.matcher(text())
                .results()
                .filter(span -> hex(span.group(1)).equals(traceId))
                .filter(span -> span.group(5).length() == span.group(4).charAt(0))
                .map(span -> new Span(
                        hex(span.group(2)),
                        Optional.ofNullable(span.group(3)).map(Spans::hex).orElse(""),
                        Kind.values()[span.group(6).charAt(0) - 1]))
                .toList();
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static String hex(String bytes) {
        return HexFormat.of().formatHex(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void take(HttpExchange exchange) throws IOException {
        received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }
}
