/** The pages' static files (styles, scripts and images), each with a URL that changes with its content. */
package com.taskmaster.webapp.asset;
