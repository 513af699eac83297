package com.taskmaster.webapp.provider;

import java.net.URI;
import java.util.regex.Pattern;

/** The provider's addresses, to which users, tokens and the client's credential are sent. */
public final class ProviderAddress {

    /** Names that resolve to loopback addresses (RFC 6761 §6.3), and such addresses. */
    private static final Pattern THIS_MACHINE = Pattern.compile("(.+\\.)?localhost|127(\\.\\d+){3}|\\[::1]");

    private ProviderAddress() {}

    /** Whether it is used over TLS (RFC 6749 §3.1 and §3.2), or is on this machine. */
    public static boolean isProtected(URI address) {
        return "https".equalsIgnoreCase(address.getScheme())
                || address.getHost() != null
                        && THIS_MACHINE.matcher(address.getHost()).matches();
    }
}
