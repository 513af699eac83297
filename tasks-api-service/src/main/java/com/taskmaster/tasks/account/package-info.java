/** Accounts: one for each issuer and subject. */
package com.taskmaster.tasks.account;
