/** Shows users their sessions and how they signed in. */
package com.taskmaster.webapp.account;
