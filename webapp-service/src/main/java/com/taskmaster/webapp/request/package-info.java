/** Requests: their properties, URLs and forms. */
package com.taskmaster.webapp.request;
