package com.taskmaster.webapp.text;

import com.taskmaster.webapp.error.ErrorPage.Kind;
import com.taskmaster.webapp.preferences.Theme;
import com.taskmaster.webapp.signin.ClientAuthentication;
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
    String signedOutHereTitle();

    @Message
    String signedOutHereText();

    @Message
    String signedInAs(String user);

    @Message
    String busy();

    @Message
    String preferencesTitle();

    @Message
    String preferencesLead();

    @Message
    String preferencesAutomatic();

    @Message
    String preferencesLanguage();

    @Message
    String preferencesTheme();

    @Message
    String preferencesThemeName(Theme theme);

    @Message
    String preferencesLetterKeys();

    @Message
    String preferencesLetterKeysHint();

    @Message
    String preferencesOn();

    @Message
    String preferencesOff();

    @Message
    String preferencesZone();

    @Message
    String preferencesZoneNow(String zone, String time);

    @Message
    String preferencesSave();

    @Message
    String footerNavigation();

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
    String accountTitle();

    @Message
    String accountToTasks();

    @Message
    String accountSessions();

    @Message
    String accountSessionsText();

    @Message
    String accountThisOne();

    @Message
    String accountUnknownBrowser();

    @Message
    String accountOn(String browser, String system);

    @Message
    String accountStarted();

    @Message
    String accountLastUsed();

    @Message
    String accountEnd();

    @Message
    String accountEndOthers();

    @Message
    String accountEndOthersQuestion();

    @Message
    String accountEndOthersSure();

    @Message
    String flowTitle();

    @Message
    String flowLead();

    @Message
    String flowFront();

    @Message
    String flowBack();

    @Message
    String flowRequest();

    @Message
    String flowResponse();

    @Message
    String flowTokenRequest();

    @Message
    String flowTokens();

    @Message
    String flowResponseType();

    @Message
    String flowClientId();

    @Message
    String flowRedirectUri();

    @Message
    String flowScope();

    @Message
    String flowFresh();

    @Message
    String flowHidden();

    @Message
    String flowState();

    @Message
    String flowNonce();

    @Message
    String flowChallenge();

    @Message
    String flowChallengeMethod();

    @Message
    String flowDemanded(String name);

    @Message
    String flowConfigured();

    @Message
    String flowGranted();

    @Message
    String flowCode();

    @Message
    String flowCodeValue();

    @Message
    String flowIss();

    @Message
    String flowGrantType();

    @Message
    String flowCodeExchanged();

    @Message
    String flowRedirectUriAgain();

    @Message
    String flowVerifierValue();

    @Message
    String flowVerifier();

    @Message
    String flowClientAuthentication(ClientAuthentication way);

    @Message
    String flowAssertionType();

    @Message
    String flowIdToken();

    @Message
    String flowAccessToken();

    @Message
    String flowOpaque();

    @Message
    String flowAccessTokenShown();

    @Message
    String flowRefresh();

    @Message
    String flowNoRefresh();

    @Message
    String flowExpires();

    @Message
    String flowLeft();

    @Message
    String flowRenews();

    @Message
    String flowRenewsWhen();

    @Message
    String flowRenewed();

    @Message
    String flowRenewals(int count);

    @Message
    String onwardTitle();

    @Message
    String onwardText();

    @Message
    String onwardGo();

    @Message
    String resumeTitle();

    @Message
    String resumeText();

    @Message
    String resumeContinue();

    @Message
    String waitingText();

    @Message
    String goneTitle();

    @Message
    String goneText();

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
    String refusedSend();

    @Message
    String errorTitle(Kind kind);

    @Message
    String errorText(Kind kind);

    @Message
    String errorWait(int seconds);

    @Message
    String errorWaits();

    @Message
    String errorStillHere();

    @Message
    String errorGoBack();

    @Message
    String errorGoOn();

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
