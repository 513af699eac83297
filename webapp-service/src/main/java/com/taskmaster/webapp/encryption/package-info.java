/** Encrypting what leaves this service, and naming what only one browser may name. */
package com.taskmaster.webapp.encryption;
