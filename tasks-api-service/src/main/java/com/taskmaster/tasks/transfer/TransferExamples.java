package com.taskmaster.tasks.transfer;

/** Example files for the OpenAPI document. */
final class TransferExamples {

    static final String CSV = "title,due_date,priority\r\nWater the plants,2026-12-24,high\r\n";

    static final String ICALENDAR =
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example//tasks//EN\r\nBEGIN:VTODO\r\nUID:1\r\n"
                    + "DTSTAMP:20261121T080000Z\r\nSUMMARY:Water the plants\r\nDUE;VALUE=DATE:20261224\r\nEND:VTODO\r\nEND:VCALENDAR\r\n";

    private TransferExamples() {}
}
