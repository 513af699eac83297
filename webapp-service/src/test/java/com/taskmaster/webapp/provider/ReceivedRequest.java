package com.taskmaster.webapp.provider;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A request to the provider; a repeated parameter is an error (RFC 6749 §3.1, §3.2). */
public record ReceivedRequest(String path, Map<String, String> parameters, Optional<String> authorization) {

    static ReceivedRequest of(HttpExchange exchange) throws IOException {
        var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var query = exchange.getRequestURI().getRawQuery();
        return new ReceivedRequest(
                exchange.getRequestURI().getPath(),
                decoded(form.isEmpty() && query != null ? query : form),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")));
    }

    public String parameter(String name) {
        return parameters.get(name);
    }

    private static Map<String, String> decoded(String form) {
        return Arrays.stream(form.split("&"))
                .filter(pair -> pair.contains("="))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> decode(pair[0]), pair -> decode(pair[1])));
    }

    private static String decode(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }
}
