/** What the pages say, each text in every language. */
package com.taskmaster.webapp.text;
