package com.taskmaster.tasks.transfer.csv;

import com.taskmaster.tasks.schedule.Due;
import com.taskmaster.tasks.schedule.Repeat;
import com.taskmaster.tasks.task.ChecklistItem;
import com.taskmaster.tasks.transfer.format.Reason;
import com.taskmaster.tasks.transfer.format.TransferredTask;
import com.taskmaster.tasks.transfer.format.Unreadable;
import com.taskmaster.tasks.transfer.format.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;

/** The cells of a row by column. */
record CsvRow(Map<Column, Integer> columns, CSVRecord cells) {

    private static final Pattern ITEM = Pattern.compile("\\[([ xX])](.*)", Pattern.DOTALL);

    TransferredTask task() throws Unreadable {
        return new TransferredTask(
                text(Column.TITLE),
                text(Column.NOTES),
                text(Column.LIST),
                due(),
                Values.priority(Column.PRIORITY.header(), text(Column.PRIORITY)),
                tags(),
                checklist(),
                repeat(),
                Values.number(Column.POSITION.header(), text(Column.POSITION)),
                Values.instant(Column.CREATED_AT.header(), text(Column.CREATED_AT)),
                Values.instant(Column.COMPLETED_AT.header(), text(Column.COMPLETED_AT)));
    }

    private Due due() throws Unreadable {
        var date = Values.date(Column.DUE_DATE.header(), text(Column.DUE_DATE));
        var time = Values.time(Column.DUE_TIME.header(), text(Column.DUE_TIME));
        var zone = text(Column.DUE_ZONE);
        return date == null && time == null && zone == null ? null : new Due(date, time, zone);
    }

    private Repeat repeat() throws Unreadable {
        var rule = text(Column.REPEAT_RULE);
        var from = Values.repeatFrom(Column.REPEAT_FROM.header(), text(Column.REPEAT_FROM));
        return rule == null && from == null ? null : new Repeat(rule, from);
    }

    private List<String> tags() {
        var tags = text(Column.TAGS);
        return tags == null
                ? List.of()
                : Stream.of(tags.split(","))
                        .map(String::strip)
                        .filter(tag -> !tag.isEmpty())
                        .toList();
    }

    /** One step per line: {@code [ ] text}, or {@code [x] text} if done. */
    private List<ChecklistItem> checklist() throws Unreadable {
        var steps = new ArrayList<ChecklistItem>();
        var text = text(Column.CHECKLIST);
        for (var line : text == null ? List.<String>of() : text.lines().toList()) {
            var item = ITEM.matcher(line);
            if (!item.matches()) {
                throw new Unreadable(Column.CHECKLIST.header(), Reason.STEPS);
            }
            steps.add(new ChecklistItem(item.group(2), !item.group(1).isBlank()));
        }
        return steps;
    }

    /** @return {@code null} if the cell is empty or the file has no such column */
    private String text(Column column) {
        var index = columns.get(column);
        var cell = index == null ? "" : FormulaGuard.off(cells.get(index));
        return cell.isEmpty() ? null : cell;
    }
}
