/** Your sign-in: the sessions you have, and how they came about. */
package com.taskmaster.webapp.account;
