package com.taskmaster.webapp.provider;

import java.util.UUID;

/** The user who is signed in at the provider. */
public record TestUser(UUID objectId, String name, String preferredUsername) {

    public static final TestUser ALICE = new TestUser(
            UUID.fromString("a11ce000-0c4b-4b0e-9a53-3f1d2b7c6e01"), "Alice Adams", "alice@contoso.example");

    public static final TestUser BOB =
            new TestUser(UUID.fromString("b0b00000-7f6e-4a1d-8c2b-9e0f1a2b3c4d"), "Bob Brown", "bob@contoso.example");
}
