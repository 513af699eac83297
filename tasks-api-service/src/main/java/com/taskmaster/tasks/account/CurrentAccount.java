package com.taskmaster.tasks.account;

import com.taskmaster.tasks.security.CurrentOwner;
import jakarta.enterprise.context.ApplicationScoped;

/** The account of the current request's owner. */
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
