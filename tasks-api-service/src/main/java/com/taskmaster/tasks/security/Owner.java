package com.taskmaster.tasks.security;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Whose a task is: the issuer of the access token, and the user's identifier there. */
@Embeddable
public record Owner(
        @Column(name = "owner_issuer") String issuer,
        @Column(name = "owner_subject") String subject) {}
