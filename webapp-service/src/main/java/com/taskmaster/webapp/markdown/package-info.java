/** Notes that are written in Markdown, as HTML that can do no harm. */
package com.taskmaster.webapp.markdown;
