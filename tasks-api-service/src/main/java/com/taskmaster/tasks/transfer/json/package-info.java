/** Tasks as a JSON array (RFC 8259). */
package com.taskmaster.tasks.transfer.json;
