/** Encryption of what leaves this service, and handles known only to one browser. */
package com.taskmaster.webapp.encryption;
