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

/** Receives the spans that a service exports (OTLP over HTTP), in their wire format. */
public final class Spans implements AutoCloseable {

    /**
     * The first fields of a span in their wire format: trace, span, parent, name and kind (opentelemetry-proto,
     * trace.proto).
     */
    private static final Pattern SPAN = Pattern.compile(
            "(?s)\\x0a\\x10(.{16})\\x12\\x08(.{8})(?:\\x22\\x08(.{8}))?\\x2a(.)(.*?)\\x30([\\x01-\\x05])");

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    /** The kinds of spans, in the order of their numbers in OTLP from 1. */
    public enum Kind {
        INTERNAL,
        SERVER,
        CLIENT,
        PRODUCER,
        CONSUMER
    }

    /** @param parent the id of the parent span; empty for a root span */
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

    /** Everything received, as text; strings are readable between binary bytes. */
    public String text() {
        return String.join("", received);
    }

    /** Whether a span of this trace was received. */
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
