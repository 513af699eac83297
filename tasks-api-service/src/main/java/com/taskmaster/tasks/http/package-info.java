/** What HTTP asks of every resource alike: preconditions, patches, pages and parameters. */
package com.taskmaster.tasks.http;
