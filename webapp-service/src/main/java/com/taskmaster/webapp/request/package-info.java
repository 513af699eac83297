/** What a request asks for, and by which address. */
package com.taskmaster.webapp.request;
