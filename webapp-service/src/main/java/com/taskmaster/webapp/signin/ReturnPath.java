package com.taskmaster.webapp.signin;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where a user goes after a sign-in or a choice: always a path of this origin, whatever was requested (RFC 9700 §4.11).
 */
public record ReturnPath(URI uri) {

    static final ReturnPath TASKS = new ReturnPath(URI.create("/tasks"));

    /** @return the requested path, or {@link #TASKS} if it would lead to another origin */
    public static ReturnPath of(String asked) {
        return of(asked, TASKS);
    }

    /** @return the requested path, or {@code otherwise} if it would lead to another origin */
    public static ReturnPath of(String asked, ReturnPath otherwise) {
        return isPathOfThisOrigin(asked) ? new ReturnPath(URI.create(asked)) : otherwise;
    }

    /** Browsers read {@code //host} and {@code /\host} as another origin, and remove tabs and line breaks first. */
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
