package com.taskmaster.webapp.preferences;

import io.quarkus.arc.Arc;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Tells every template, error pages and texts among them, what the person who asks wants. */
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
