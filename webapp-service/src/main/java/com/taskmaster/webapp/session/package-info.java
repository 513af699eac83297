/** The sessions of signed-in users, whose tokens stay on the server. */
package com.taskmaster.webapp.session;
