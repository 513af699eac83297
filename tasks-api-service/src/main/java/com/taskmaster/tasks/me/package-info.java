/** The caller, as its access token describes it. */
package com.taskmaster.tasks.me;
