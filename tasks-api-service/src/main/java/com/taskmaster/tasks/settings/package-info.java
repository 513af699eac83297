/** What has to be set before this service can start. */
package com.taskmaster.tasks.settings;
