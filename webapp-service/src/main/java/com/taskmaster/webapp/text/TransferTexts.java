package com.taskmaster.webapp.text;

import com.taskmaster.webapp.transfer.FileFormat;
import com.taskmaster.webapp.transfer.Reason;
import com.taskmaster.webapp.transfer.Trouble;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of import and export; the words are in {@code messages/transfer.properties}. */
@MessageBundle("transfer")
public interface TransferTexts {

    @Message
    String title();

    @Message
    String toTasks();

    @Message
    String exportTitle();

    @Message
    String exportText();

    @Message
    String format(FileFormat format);

    @Message
    String formatText(FileFormat format);

    @Message
    String download();

    @Message
    String ready(String format);

    @Message
    String readyHere();

    @Message
    String importTitle();

    @Message
    String importText();

    @Message
    String file();

    @Message
    String look();

    @Message
    String working();

    @Message
    String tooLarge();

    @Message
    String trouble(Trouble trouble);

    @Message
    String previewTitle();

    @Message
    String fileFacts(String name, long kibibytes);

    @Message
    String wouldCome(int count);

    @Message
    String wouldNotCome(int count);

    @Message
    String nothingInIt();

    @Message
    String unknownFormat();

    @Message
    String unknownFormatText();

    @Message
    String readAs();

    @Message
    String wrongFormat();

    @Message
    String readAgain();

    @Message
    String importAll(int count);

    @Message
    String importSome(int count);

    @Message
    String otherFile();

    @Message
    String nextFile();

    @Message
    String mended();

    @Message
    String kept();

    @Message
    String asRead();

    @Message
    String elsewhere(String date, String time, String zone);

    @Message
    String andMore(int count);

    @Message
    String newLists(int count);

    @Message
    String line();

    @Message
    String field();

    @Message
    String reason();

    @Message
    String why(Reason reason);

    @Message
    String wholeRow();

    @Message
    String shown(int shown, int total);

    @Message
    String reportTitle();

    @Message
    String imported(int count);

    @Message
    String refused(int count);

    @Message
    String undo();

    @Message
    String undoText();

    @Message
    String undone(int count);

    @Message
    String undoneKept(int count);

    @Message
    String unansweredTitle();

    @Message
    String unansweredText();

    @Message
    String again();
}
