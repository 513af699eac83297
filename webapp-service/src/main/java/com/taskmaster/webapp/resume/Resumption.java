package com.taskmaster.webapp.resume;

import com.taskmaster.webapp.encryption.Handle;
import com.taskmaster.webapp.request.Address;
import com.taskmaster.webapp.request.Asked;
import com.taskmaster.webapp.resume.Demand.Kind;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Optional;

/**
 * The parameters that record which sign-ins a request has already waited for: once for each kind of demand, so that it
 * cannot loop.
 */
final class Resumption {

    private Resumption() {}

    static boolean isMet(Kind demand, RoutingContext request) {
        var met = request.queryParam(Asked.RESUMED);
        return met.contains(name(demand)) || met.contains(Interruptions.FOR_GOOD);
    }

    /** @return the waiting request, which is kept until this one has succeeded; empty if this one has not waited */
    static Optional<Handle> waiting(RoutingContext request) {
        return request.queryParam(Asked.WAITING).stream().findFirst().map(Handle::new);
    }

    /** @return the URL for another attempt after this demand was met as well */
    static Address after(Kind demand, RoutingContext request) {
        return Address.of(request).with(Asked.RESUMED, name(demand));
    }

    /** @return the URL for an attempt to which no demand counts as met */
    static Address anew(Address address) {
        return address.without(Asked.RESUMED);
    }

    /** @return the URL for an attempt that removes the waiting request if it succeeds */
    static Address of(Handle waiting, Address address) {
        return address.without(Asked.WAITING).with(Asked.WAITING, waiting.value());
    }

    private static String name(Kind demand) {
        return demand.name().toLowerCase(Locale.ROOT);
    }
}
