package com.taskmaster.webapp.resume;

import com.taskmaster.webapp.encryption.Handle;
import com.taskmaster.webapp.request.Address;
import com.taskmaster.webapp.request.Asked;
import com.taskmaster.webapp.resume.Demand.Kind;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Optional;

/** What a request says of the sign-ins that it has waited for: each kind may come once, or it could go on for ever. */
final class Resumption {

    private Resumption() {}

    static boolean isMet(Kind demand, RoutingContext request) {
        var met = request.queryParam(Asked.RESUMED);
        return met.contains(name(demand)) || met.contains(Interruptions.FOR_GOOD);
    }

    /** @return what has waited, and is kept until this request has succeeded; nothing if it has not waited */
    static Optional<Handle> waiting(RoutingContext request) {
        return request.queryParam(Asked.WAITING).stream().findFirst().map(Handle::new);
    }

    /** @return the address for another attempt after this demand was met, too */
    static Address after(Kind demand, RoutingContext request) {
        return Address.of(request).with(Asked.RESUMED, name(demand));
    }

    /** @return the address for an attempt as if nothing had been met yet */
    static Address anew(Address address) {
        return address.without(Asked.RESUMED);
    }

    /** @return the address for an attempt that ends the waiting where it succeeds */
    static Address of(Handle waiting, Address address) {
        return address.without(Asked.WAITING).with(Asked.WAITING, waiting.value());
    }

    private static String name(Kind demand) {
        return demand.name().toLowerCase(Locale.ROOT);
    }
}
