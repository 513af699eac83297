package com.taskmaster.webapp.text;

import com.taskmaster.webapp.error.ErrorPage.Kind;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the pages; the words are in {@code messages/msg.properties}. */
@MessageBundle
public interface Texts {

    @Message
    String product();

    @Message
    String skipToContent();

    @Message
    String signIn();

    @Message
    String signOut();

    @Message
    String signedOut();

    @Message
    String signedInAs(String user);

    @Message
    String landingHeadline();

    @Message
    String landingLead();

    @Message
    String landingTasksTitle();

    @Message
    String landingTasksText();

    @Message
    String landingSignInTitle();

    @Message
    String landingSignInText();

    @Message
    String landingTokensTitle();

    @Message
    String landingTokensText();

    @Message
    String tasksTitle();

    @Message
    String tasksNew();

    @Message
    String tasksNewHint();

    @Message
    String tasksAdd();

    @Message
    String tasksTitleRule();

    @Message
    String tasksOpen(int count);

    @Message
    String tasksCompleted(int count);

    @Message
    String tasksEmptyTitle();

    @Message
    String tasksEmptyText();

    @Message
    String tasksAllDoneTitle();

    @Message
    String tasksAllDoneText();

    @Message
    String tasksComplete(String title);

    @Message
    String tasksReopen(String title);

    @Message
    String tasksEdit(String title);

    @Message
    String tasksNewTitle();

    @Message
    String tasksSave();

    @Message
    String tasksDelete();

    @Message
    String tasksDeleteNamed(String title);

    @Message
    String tasksMore();

    @Message
    String tasksFromTheTop();

    @Message
    String tasksCompletedLast(int count);

    @Message
    String conflictTitle();

    @Message
    String conflictText(String title);

    @Message
    String conflictRenameText(String title);

    @Message
    String conflictTyped();

    @Message
    String conflictSave();

    @Message
    String conflictLeave();

    @Message
    String conflictGoneTitle();

    @Message
    String conflictGoneText();

    @Message
    String conflictGoneRenameText();

    @Message
    String conflictDiscard();

    @Message
    String resumeTitle();

    @Message
    String resumeText();

    @Message
    String resumeContinue();

    @Message
    String againTitle();

    @Message
    String againText();

    @Message
    String againTyped();

    @Message
    String againSignIn();

    @Message
    String againSend();

    @Message
    String errorTitle(Kind kind);

    @Message
    String errorText(Kind kind);

    @Message
    String errorWait(int seconds);

    @Message
    String errorSamePage();

    @Message
    String errorTryAgain();

    @Message
    String errorToTasks();

    @Message
    String errorToStart();

    @Message
    String errorTrace();
}
