/** The caller as this service sees it. */
package com.taskmaster.tasks.me;
