package com.taskmaster.webapp.text;

import com.taskmaster.webapp.board.Notice.Kind;
import com.taskmaster.webapp.board.ShownDue.Day;
import com.taskmaster.webapp.board.View;
import com.taskmaster.webapp.tasks.BrokenRule;
import com.taskmaster.webapp.tasks.ListColor;
import com.taskmaster.webapp.tasks.Priority;
import com.taskmaster.webapp.undo.Undo.Done;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the tasks; the words are in {@code messages/task.properties}. */
@MessageBundle("task")
public interface TaskTexts {

    @Message
    String views();

    @Message
    String view(View view);

    @Message
    String tasks(long count);

    @Message
    String inbox();

    @Message
    String lists();

    @Message
    String listNew();

    @Message
    String listName();

    @Message
    String listAdd();

    @Message
    String listSettings();

    @Message
    String listPlace();

    @Message
    String listTasks();

    @Message
    String listTasksMove();

    @Message
    String listTasksTrash();

    @Message
    String listDelete();

    @Message
    String listDeleteQuestion(String name);

    @Message
    String listDeleteSure();

    @Message
    String listGone();

    @Message
    String listMissingTitle();

    @Message
    String listMissingText();

    @Message
    String listIsNew();

    @Message
    String tags();

    @Message
    String tag();

    @Message
    String tagAdd();

    @Message
    String tagRemove();

    @Message
    String more();

    @Message
    String transfer();

    @Message
    String keys();

    @Message
    String keysOn();

    @Message
    String keysOff();

    @Message
    String keyNext();

    @Message
    String keyComplete();

    @Message
    String keyEdit();

    @Message
    String keySelect();

    @Message
    String keyMove();

    @Message
    String keyDelete();

    @Message
    String keyUndo();

    @Message
    String keyNew();

    @Message
    String keySearch();

    @Message
    String keyGo();

    @Message
    String keyThen();

    @Message
    String keyClose();

    @Message
    String keyHelp();

    @Message
    String newTask();

    @Message
    String newTaskHint();

    @Message
    String check();

    @Message
    String add();

    @Message
    String brokenRule(BrokenRule.Kind kind, int most);

    @Message
    String title();

    @Message
    String due();

    @Message
    String overdue();

    @Message
    String day(Day day);

    @Message
    String list();

    @Message
    String listColor();

    @Message
    String listColorNone();

    @Message
    String listColorOther();

    @Message
    String listColorOf(ListColor color);

    @Message
    String priority();

    @Message
    String priorityAny();

    @Message
    String priorityOf(Priority priority);

    @Message
    String priorityNamed(String name);

    @Message
    String repeat();

    @Message
    String repeats();

    @Message
    String search();

    @Message
    String sort();

    @Message
    String sortedBy(String sort);

    @Message
    String filterApply();

    @Message
    String filterClear();

    @Message
    String close();

    @Message
    String found(long count, boolean continued, boolean more);

    @Message
    String nothingFound();

    @Message
    String emptyTitle(View view);

    @Message
    String emptyText(View view);

    @Message
    String emptyTodayText();

    @Message
    String overdueToo(long count);

    @Message
    String showMore();

    @Message
    String fromTheTop();

    @Message
    String emptyTrash();

    @Message
    String emptyTrashRule(long count);

    @Message
    String emptyTrashSure();

    @Message
    String done(Done done, String title);

    @Message
    String doneToMany(Done done, int count);

    @Message
    String leftOut(int count);

    @Message
    String leftForLater(int count);

    @Message
    String notice(Kind kind);

    @Message
    String noticeOf(Kind kind, String title);

    @Message
    String undo();

    @Message
    String complete();

    @Message
    String completeNamed(String title);

    @Message
    String reopen();

    @Message
    String reopenNamed(String title);

    @Message
    String restore();

    @Message
    String restoreNamed(String title);

    @Message
    String delete();

    @Message
    String remove();

    @Message
    String removeQuestion();

    @Message
    String removeSure();

    @Message
    String select(String title);

    @Message
    String selecting();

    @Message
    String selected();

    @Message
    String selectAll();

    @Message
    String selectNone();

    @Message
    String change();

    @Message
    String move();

    @Message
    String reschedule();

    @Message
    String prioritize();

    @Message
    String moreFor(String title);

    @Message
    String up();

    @Message
    String down();

    @Message
    String steps(long done, int all);

    @Message
    String back();

    @Message
    String editNamed(String title);

    @Message
    String notes();

    @Message
    String notesRule();

    @Message
    String dueDate();

    @Message
    String dueTime();

    @Message
    String dueZone(String zone);

    @Message
    String tagsRule();

    @Message
    String repeatNot();

    @Message
    String repeatRule(String rule);

    @Message
    String recurrence(String frequency, int interval);

    @Message
    String recurrenceOn(String days);

    @Message
    String recurrenceOnOrdinal(int ordinal, String day);

    @Message
    String recurrenceOnDay(int day);

    @Message
    String recurrenceCount(int count);

    @Message
    String recurrenceUntil(String date);

    @Message
    String recurrenceAfterCompletion();

    @Message
    String repeatOther();

    @Message
    String repeatFrom();

    @Message
    String repeatFromDue();

    @Message
    String repeatFromCompletion();

    @Message
    String rule();

    @Message
    String ruleRule();

    @Message
    String checklist();

    @Message
    String step(int number);

    @Message
    String stepDone(int number);

    @Message
    String stepNew();

    @Message
    String save();

    @Message
    String saveMine();

    @Message
    String keepTheirs();

    @Message
    String restoreAndSave();

    @Message
    String leaveInTrash();

    @Message
    String cancel();

    @Message
    String unsaved();

    @Message
    String leaving();

    @Message
    String unreachable();

    @Message
    String history();

    @Message
    String historyOlder();

    @Message
    String historyShow();

    @Message
    String historyCreated();

    @Message
    String historyState(String field, String to);

    @Message
    String conflictTitle();

    @Message
    String completedOrReopened(boolean completed);

    @Message
    String trashedTitle();

    @Message
    String trashedText();

    @Message
    String goneTitle();

    @Message
    String goneText();

    @Message
    String conflictText();

    @Message
    String conflictField();

    @Message
    String conflictTheirs();

    @Message
    String conflictYours();

    @Message
    String field(String name);
}
