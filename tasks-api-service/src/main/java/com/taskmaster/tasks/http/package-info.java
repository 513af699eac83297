/** HTTP rules common to all resources: preconditions, patches, pages and parameters. */
package com.taskmaster.tasks.http;
