/** The OpenID provider as this client knows it. */
package com.taskmaster.webapp.provider;
