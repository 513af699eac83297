package com.taskmaster.tasks.account;

import com.taskmaster.tasks.security.CurrentOwner;
import jakarta.enterprise.context.ApplicationScoped;

/** The account in whose name the current request is made. */
@ApplicationScoped
public class CurrentAccount {

    private final CurrentOwner owner;
    private final Accounts accounts;

    CurrentAccount(CurrentOwner owner, Accounts accounts) {
        this.owner = owner;
        this.accounts = accounts;
    }

    public Account get() {
        return accounts.of(owner.get());
    }
}
