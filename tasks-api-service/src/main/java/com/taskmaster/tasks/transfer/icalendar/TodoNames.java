package com.taskmaster.tasks.transfer.icalendar;

/** Our own VTODO properties and parameters (RFC 5545 §3.8.8.2), for what the standard does not cover. */
final class TodoNames {

    static final String LIST = "X-TASKMASTER-LIST";
    static final String CHECKLIST = "X-TASKMASTER-CHECKLIST";
    static final String REPEAT_FROM = "X-TASKMASTER-REPEAT-FROM";
    static final String POSITION = "X-TASKMASTER-POSITION";

    /** On a checklist step: {@code TRUE} if it is done. */
    static final String DONE = "X-DONE";

    /**
     * The original of an instant with a fraction of a second, which RFC 5545 §3.3.12 cannot express, or of a rule whose
     * UNTIL has another type than the start, which §3.3.10 forbids.
     */
    static final String EXACT = "X-TASKMASTER-EXACT";

    private TodoNames() {}
}
