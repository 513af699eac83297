package com.taskmaster.tasks.security;

/** The scopes of this resource server, as {@code @RolesAllowed} names them. */
public final class Scopes {

    public static final String READ = "tasks.read";
    public static final String WRITE = "tasks.write";

    private Scopes() {}
}
