package com.taskmaster.webapp.signin;

import java.net.URI;
import java.net.URISyntaxException;

/** Where a person goes afterwards: a path of this origin, whatever was asked for (RFC 9700 §4.11). */
public record ReturnPath(URI uri) {

    static final ReturnPath TASKS = new ReturnPath(URI.create("/tasks"));

    /** @return the path that was asked for, or {@link #TASKS} where it would lead away from this origin */
    public static ReturnPath of(String asked) {
        return of(asked, TASKS);
    }

    /** @return the path that was asked for, or the other one where it would lead away from this origin */
    public static ReturnPath of(String asked, ReturnPath otherwise) {
        return isPathOfThisOrigin(asked) ? new ReturnPath(URI.create(asked)) : otherwise;
    }

    /** A browser reads {@code //host} and {@code /\host} as another origin, and drops tabs and line ends before it looks. */
    private static boolean isPathOfThisOrigin(String asked) {
        if (asked == null || !asked.startsWith("/") || asked.startsWith("//") || asked.contains("\\")) {
            return false;
        }
        try {
            var uri = new URI(asked);
            return uri.getScheme() == null && uri.getRawAuthority() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
