package com.taskmaster.tasks.transfer.csv;

import com.taskmaster.tasks.transfer.format.Reason;
import com.taskmaster.tasks.transfer.format.Row;
import com.taskmaster.tasks.transfer.format.Rows;
import com.taskmaster.tasks.transfer.format.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The tasks of a CSV file: a header naming the columns in any order, then a row for each task. */
final class CsvRows extends Rows {

    private final CsvLines lines;
    private Map<Column, Integer> columns;

    CsvRows(InputStream in) {
        this.lines = new CsvLines(in);
    }

    @Override
    protected long line() {
        return lines.line();
    }

    @Override
    protected Row read() throws IOException {
        if (columns == null) {
            var header = lines.next();
            try {
                columns = columns(header);
            } catch (Unreadable e) {
                return last(e.at(header == null ? 1 : header.line()));
            }
        }
        var row = lines.next();
        if (row == null) {
            return null;
        }
        try {
            return new Row.Read(row.line(), new CsvRow(columns, cells(row)).task());
        } catch (Unreadable e) {
            return e.at(row.line());
        }
    }

    private static Map<Column, Integer> columns(CsvLines.Lines header) throws Unreadable {
        if (header == null) {
            throw new Unreadable(null, Reason.NO_COLUMNS);
        }
        var columns = new EnumMap<Column, Integer>(Column.class);
        for (var cell : parse(header)) {
            var name = cell.strip().toLowerCase(Locale.ROOT);
            var column = Column.named(name).orElseThrow(() -> new Unreadable(name, Reason.UNKNOWN_COLUMN));
            if (columns.put(column, columns.size()) != null) {
                throw new Unreadable(name, Reason.COLUMN_TWICE);
            }
        }
        if (!columns.containsKey(Column.TITLE)) {
            throw new Unreadable(Column.TITLE.header(), Reason.NO_TITLE_COLUMN);
        }
        return columns;
    }

    private CSVRecord cells(CsvLines.Lines row) throws Unreadable {
        var cells = parse(row);
        if (cells.size() != columns.size()) {
            throw new Unreadable(null, Reason.OTHER_COLUMNS, cells.size(), columns.size());
        }
        return cells;
    }

    private static CSVRecord parse(CsvLines.Lines row) throws Unreadable {
        if (row.quoteLeftOpen()) {
            throw new Unreadable(null, Reason.OPEN_QUOTE);
        }
        if (row.text() == null) {
            throw tooLong();
        }
        try (var parser = CSVParser.parse(row.text(), CSVFormat.RFC4180)) {
            return parser.iterator().next();
        } catch (IOException | UncheckedIOException e) {
            throw new Unreadable(null, Reason.BEHIND_QUOTE);
        }
    }
}
