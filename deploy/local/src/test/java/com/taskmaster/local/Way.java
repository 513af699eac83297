package com.taskmaster.local;

import com.microsoft.playwright.Browser.NewContextOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;

/** The language of a journey, and whether scripts run. */
enum Way {
    ENGLISH(Locale.UK, true),
    ENGLISH_WITHOUT_SCRIPTS(Locale.UK, false),
    GERMAN(Locale.GERMANY, true),
    GERMAN_WITHOUT_SCRIPTS(Locale.GERMANY, false);

    private static final Path MESSAGES = Path.of("../../webapp-service/src/main/resources/messages");

    private final Locale locale;
    private final boolean scripts;

    Way(Locale locale, boolean scripts) {
        this.locale = locale;
        this.scripts = scripts;
    }

    boolean hasScripts() {
        return scripts;
    }

    NewContextOptions browser() {
        return new NewContextOptions().setLocale(locale.toLanguageTag()).setJavaScriptEnabled(scripts);
    }

    /** @param message the name of a message, as in templates: {@code task:undo} */
    String text(String message) {
        var bundle = message.substring(0, message.indexOf(':'));
        var language = locale.equals(Locale.GERMANY) ? "_de" : "";
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(MESSAGES.resolve(bundle + language + ".properties"))) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts.getProperty(message.substring(bundle.length() + 1));
    }

    String text(String message, String title) {
        return text(message).replace("{title}", title);
    }
}
