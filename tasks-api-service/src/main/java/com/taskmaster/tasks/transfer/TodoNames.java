package com.taskmaster.tasks.transfer;

/** The properties and parameters that a VTODO has of ours (RFC 5545 §3.8.8.2), for what the standard has none for. */
final class TodoNames {

    static final String LIST = "X-TASKMASTER-LIST";
    static final String CHECKLIST = "X-TASKMASTER-CHECKLIST";
    static final String REPEAT_FROM = "X-TASKMASTER-REPEAT-FROM";
    static final String POSITION = "X-TASKMASTER-POSITION";

    /** Of a step of the checklist: {@code TRUE} where it is done. */
    static final String DONE = "X-DONE";

    /**
     * Of an instant that has a fraction of a second, which RFC 5545 §3.3.12 has no place for, and of a rule whose UNTIL is of
     * another type than the start, which §3.3.10 does not let it be.
     */
    static final String EXACT = "X-TASKMASTER-EXACT";

    private TodoNames() {}
}
