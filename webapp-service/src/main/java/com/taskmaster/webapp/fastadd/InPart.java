package com.taskmaster.webapp.fastadd;

/**
 * A day, days or a time, with a part of the day.
 *
 * @param part {@code null}: none given
 */
record InPart<T>(T said, PartOfDay part) {}
