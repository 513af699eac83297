/** The pages' own files: styles, scripts and pictures, each under an address that changes with its content. */
package com.taskmaster.webapp.asset;
