/** Settings, and their checks at start. */
package com.taskmaster.tasks.settings;
