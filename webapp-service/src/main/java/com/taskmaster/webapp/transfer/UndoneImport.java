package com.taskmaster.webapp.transfer;

import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What happened to the tasks of an import that was undone.
 *
 * @param kept the number of tasks that had been changed since
 */
@RegisterForReflection // stored as encrypted JSON
@TemplateData
record UndoneImport(int trashed, int kept) {}
