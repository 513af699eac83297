package com.taskmaster.tasks.security;

/** A well-signed token that is no access token of this resource; see {@link AccessTokenRules}. */
final class BrokenRule extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenRule(String rule) {
        super(rule);
    }
}
