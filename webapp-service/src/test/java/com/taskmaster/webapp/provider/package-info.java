/** An OpenID provider inside the test JVM that behaves like Microsoft Entra ID, or misbehaves as a test requires. */
package com.taskmaster.webapp.provider;
