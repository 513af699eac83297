package com.taskmaster.benchmark;

/** A request as the load generator reads it: four fields of a line, separated by tabs. */
record Request(String method, String path, String token, String body) {

    static Request get(String path, String token) {
        return new Request("GET", path, token, "");
    }

    static Request post(String path, String token, String body) {
        return new Request("POST", path, token, body);
    }

    static Request patch(String path, String token, String body) {
        return new Request("PATCH", path, token, body);
    }

    String line() {
        return String.join("\t", method, path, token, body);
    }
}
