package com.taskmaster.webapp.board;

import io.quarkus.qute.TemplateExtension;
import java.net.URI;
import java.util.UUID;

/** The URLs of pages with a single filter; in templates {@code {address:tag('home')}}. */
@TemplateExtension(namespace = "address")
final class Addresses {

    private Addresses() {}

    static URI view(View view) {
        return Filter.of(view).address();
    }

    static URI list(UUID list) {
        return Filter.ofList(list).address();
    }

    static URI tag(String tag) {
        return Filter.ofTag(tag).address();
    }
}
