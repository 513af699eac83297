/** Parses a whole task from one line of text, in English and German. */
package com.taskmaster.webapp.fastadd;
