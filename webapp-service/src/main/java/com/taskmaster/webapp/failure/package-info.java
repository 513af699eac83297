/** Which page each kind of failure leads to. */
package com.taskmaster.webapp.failure;
