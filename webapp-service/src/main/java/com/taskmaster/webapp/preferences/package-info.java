/** Users' preferences: language, theme, time zone and keyboard shortcuts. */
package com.taskmaster.webapp.preferences;
