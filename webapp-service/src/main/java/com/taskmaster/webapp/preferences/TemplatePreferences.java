package com.taskmaster.webapp.preferences;

import io.quarkus.arc.Arc;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Passes the preferences to every template, including error pages and message bundles. */
@Singleton
class TemplatePreferences {

    static final String ZONE = "zone";

    private final Preferences preferences;

    TemplatePreferences(Preferences preferences) {
        this.preferences = preferences;
    }

    void register(@Observes EngineBuilder engine) {
        engine.addTemplateInstanceInitializer(this::tell);
    }

    private void tell(TemplateInstance template) {
        if (Arc.container().requestContext().isActive()) {
            template.setLocale(preferences.locale()).setAttribute(ZONE, preferences.zone());
        }
    }
}
