/** The sessions of signed-in users: tokens rest here, on the server. */
package com.taskmaster.webapp.session;
