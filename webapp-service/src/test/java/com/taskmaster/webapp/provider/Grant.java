package com.taskmaster.webapp.provider;

import java.util.List;
import java.util.UUID;

/** What a user granted at one sign-in, with the authorization request. */
record Grant(TestUser user, ReceivedRequest request, String sessionId) {

    Grant(TestUser user, ReceivedRequest request) {
        this(user, request, UUID.randomUUID().toString());
    }

    List<String> scopes() {
        return List.of(request.parameter("scope").split(" "));
    }

    boolean isOffline() {
        return scopes().contains("offline_access");
    }
}
