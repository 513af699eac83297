package com.taskmaster.local;

import com.microsoft.playwright.Browser.NewContextOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;

/** In which language somebody goes through a journey, and whether with scripts. */
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

    /** What the pages call it, by the name that the message bundles have for it. */
    String text(String key) {
        var texts = new Properties();
        var language = locale.equals(Locale.GERMANY) ? "_de" : "";
        for (var bundle : new String[] {"msg", "task"}) {
            try (var reader = Files.newBufferedReader(MESSAGES.resolve(bundle + language + ".properties"))) {
                texts.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts.getProperty(key);
    }

    String text(String key, String title) {
        return text(key).replace("{title}", title);
    }
}
