/** The ways out: by the person, by the provider, and from another device. */
package com.taskmaster.webapp.signout;
