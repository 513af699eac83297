/** Lists of tasks. */
package com.taskmaster.tasks.list;
