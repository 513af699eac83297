/** How somebody wants the pages: in which language, in which colours, and by which clock. */
package com.taskmaster.webapp.preferences;
