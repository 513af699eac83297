/** Taking tasks out as a file, and bringing them in: first a preview, then the import, and a way back. */
package com.taskmaster.webapp.transfer;
