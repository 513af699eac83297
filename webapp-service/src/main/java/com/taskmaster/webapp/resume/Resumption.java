package com.taskmaster.webapp.resume;

import com.taskmaster.webapp.encryption.Handle;
import com.taskmaster.webapp.error.Asked;
import com.taskmaster.webapp.resume.Demand.Kind;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a request says of the sign-ins that it has waited for: each kind may come once, or it could go on for ever. */
final class Resumption {

    private Resumption() {}

    static boolean isMet(Kind demand, RoutingContext request) {
        var met = request.queryParam(Interruptions.RESUMED);
        return met.contains(name(demand)) || met.contains(Interruptions.FOR_GOOD);
    }

    /** @return what has waited, and is kept until this request has succeeded; nothing if it has not waited */
    static Optional<Handle> waiting(RoutingContext request) {
        return request.queryParam(Asked.WAITING).stream().findFirst().map(Handle::new);
    }

    /** @return the address for another attempt after this demand was met, too */
    static String after(Kind demand, RoutingContext request) {
        return with(address(request), Interruptions.RESUMED, name(demand));
    }

    /** @return the address for an attempt as if nothing had been met yet */
    static String anew(String address) {
        return without(address, Interruptions.RESUMED);
    }

    static String anew(RoutingContext request) {
        return anew(address(request));
    }

    /** @return the address for an attempt that ends the waiting where it succeeds */
    static String of(Handle waiting, String address) {
        return with(without(address, Asked.WAITING), Asked.WAITING, waiting.value());
    }

    private static String address(RoutingContext request) {
        var query = request.request().query();
        return request.normalizedPath() + (query == null ? "" : "?" + query);
    }

    private static String with(String address, String parameter, String value) {
        return address + (address.contains("?") ? "&" : "?") + parameter + "=" + value;
    }

    private static String without(String address, String parameter) {
        var parts = address.split("\\?", 2);
        var query = Arrays.stream(parts.length == 1 ? new String[0] : parts[1].split("&"))
                .filter(pair -> !pair.startsWith(parameter + "="))
                .collect(Collectors.joining("&"));
        return parts[0] + (query.isEmpty() ? "" : "?" + query);
    }

    private static String name(Kind demand) {
        return demand.name().toLowerCase(Locale.ROOT);
    }
}
