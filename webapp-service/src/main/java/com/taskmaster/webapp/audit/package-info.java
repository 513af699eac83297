/** The audit trail: which session events happened to whom. */
package com.taskmaster.webapp.audit;
