/** Renders notes written in Markdown as safe HTML. */
package com.taskmaster.webapp.markdown;
