package com.taskmaster.webapp.provider;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jose4j.json.JsonUtil;

/** A response of the provider. */
record Answer(int status, Map<String, String> headers, String body) {

    static Answer json(int status, Map<String, ?> json) {
        return json(status, JsonUtil.toJson(json));
    }

    static Answer json(int status, String json) {
        return new Answer(status, Map.of("Content-Type", "application/json", "Cache-Control", "no-store"), json);
    }

    static Answer text(int status, String text) {
        return new Answer(status, Map.of("Content-Type", "text/plain"), text);
    }

    static Answer redirect(String address, Map<String, String> parameters) {
        var query = parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return new Answer(302, Map.of("Location", query.isEmpty() ? address : address + "?" + query), "");
    }

    void send(HttpExchange exchange) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
