package com.taskmaster.benchmark;

/**
 * A request for the load generator: one line with four tab-separated fields.
 *
 * @param credentials name and value of the authentication header
 */
record Request(String method, String path, String credentials, String body) {

    static Request get(String path, String token) {
        return new Request("GET", path, bearer(token), "");
    }

    static Request post(String path, String token, String body) {
        return new Request("POST", path, bearer(token), body);
    }

    static Request patch(String path, String token, String body) {
        return new Request("PATCH", path, bearer(token), body);
    }

    /** A page request as from a browser; responses are compressed. */
    static Request page(String path, String cookies) {
        return new Request("GET", path, "Cookie: " + cookies, "");
    }

    String line() {
        return String.join("\t", method, path, credentials, body);
    }

    private static String bearer(String token) {
        return "Authorization: Bearer " + token;
    }
}
