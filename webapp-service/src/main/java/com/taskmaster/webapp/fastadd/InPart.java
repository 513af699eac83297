package com.taskmaster.webapp.fastadd;

/**
 * A day, days or a time, and the part of the day that goes with it.
 *
 * @param part {@code null}: none was said
 */
record InPart<T>(T said, PartOfDay part) {}
