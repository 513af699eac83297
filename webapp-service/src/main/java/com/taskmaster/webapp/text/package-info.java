/** What the pages say, one bundle a language. */
package com.taskmaster.webapp.text;
