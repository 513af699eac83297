/** A whole task from one line of words, in English and German. */
package com.taskmaster.webapp.fastadd;
