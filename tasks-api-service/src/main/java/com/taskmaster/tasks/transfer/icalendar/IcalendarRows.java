package com.taskmaster.tasks.transfer.icalendar;

import com.taskmaster.tasks.transfer.format.Reason;
import com.taskmaster.tasks.transfer.format.Row;
import com.taskmaster.tasks.transfer.format.Rows;
import com.taskmaster.tasks.transfer.format.TaskFormat;
import com.taskmaster.tasks.transfer.format.Unreadable;
import com.taskmaster.tasks.transfer.icalendar.ContentLines.ContentLine;
import java.io.IOException;
import java.io.InputStream;

/**
 * The tasks of an iCalendar file: its VTODOs, each extracted and parsed on its own. Other components are skipped, also
 * within a VTODO.
 */
final class IcalendarRows extends Rows {

    private final ContentLines lines;
    private ContentLine current;
    private boolean begun;
    private boolean inCalendar;

    IcalendarRows(InputStream in) {
        this.lines = new ContentLines(in);
    }

    @Override
    protected long line() {
        return lines.line();
    }

    @Override
    protected Row read() throws IOException {
        if (!begun) {
            begun = true;
            current = lines.next();
            if (current == null || !current.is("BEGIN:VCALENDAR")) {
                return last(1, Reason.NO_CALENDAR);
            }
        }
        for (; current != null; current = lines.next()) {
            if (current.is("BEGIN:VTODO")) {
                return row(current.line());
            }
            inCalendar = current.is("BEGIN:VCALENDAR") || inCalendar && !current.is("END:VCALENDAR");
        }
        return inCalendar ? last(lines.line(), Reason.OPEN_CALENDAR) : null;
    }

    private Row row(long begin) throws IOException {
        try {
            return new Row.Read(begin, Todo.parse(properties()).task());
        } catch (Unreadable e) {
            return e.at(begin);
        }
    }

    /** The lines of a VTODO without its nested components; afterwards the current line is the first one after it. */
    private String properties() throws IOException, Unreadable {
        var properties = new StringBuilder();
        var tooLong = false;
        var depth = 0;
        for (current = lines.next(); current != null; current = lines.next()) {
            if (current.is("END:VTODO")) {
                current = lines.next();
                if (tooLong) {
                    throw tooLong();
                }
                return properties.toString();
            }
            if (current.is("BEGIN:VTODO") || current.is("END:VCALENDAR")) {
                break;
            }
            if (current.begins("BEGIN:")) {
                depth++;
            } else if (current.begins("END:")) {
                depth--;
            } else if (depth == 0) {
                tooLong = tooLong
                        || current.text() == null
                        || properties.length() + current.text().length() > TaskFormat.LONGEST_ROW;
                properties.append(tooLong ? "" : current.text() + "\r\n");
            }
        }
        throw new Unreadable(null, Reason.OPEN_TODO);
    }
}
