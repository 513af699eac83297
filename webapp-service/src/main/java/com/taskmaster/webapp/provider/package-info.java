/** The OpenID provider: metadata, keys and token responses. */
package com.taskmaster.webapp.provider;
