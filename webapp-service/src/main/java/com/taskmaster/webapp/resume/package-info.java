/** What somebody was about to do when they had to go to the provider first, and doing it when they come back. */
package com.taskmaster.webapp.resume;
