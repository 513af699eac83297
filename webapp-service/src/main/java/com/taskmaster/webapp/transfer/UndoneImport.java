package com.taskmaster.webapp.transfer;

import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What became of the tasks of an import that was undone.
 *
 * @param kept those that had been changed since
 */
@RegisterForReflection // kept as JSON, encrypted
@TemplateData
record UndoneImport(int trashed, int kept) {}
