package com.taskmaster.tasks.security;

/** A correctly signed token that is not an access token for this resource; see {@link AccessTokenRules}. */
final class BrokenRule extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenRule(String rule) {
        super(rule);
    }
}
