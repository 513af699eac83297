/** Errors as problem details (RFC 9457). */
package com.taskmaster.tasks.problem;
