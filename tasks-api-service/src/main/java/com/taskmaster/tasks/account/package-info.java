/** Whose tasks they are: each issuer and subject has one account. */
package com.taskmaster.tasks.account;
