/** What a person is told when something does not work, and the way on. */
package com.taskmaster.webapp.error;
