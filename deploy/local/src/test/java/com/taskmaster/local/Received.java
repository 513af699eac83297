package com.taskmaster.local;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** The HTML that browsers have received: documents, including responses to forms, and fragments for scripts. */
final class Received {

    private final Map<Page, List<Response>> answers = new WeakHashMap<>();

    void listenTo(BrowserContext browser) {
        browser.onPage(page -> page.onResponse(answer -> {
            if (isHtml(answer)) {
                keep(page, answer);
            }
        }));
    }

    /** What the page has received since the last call, as whole documents: each fragment is put into one. */
    List<String> takeFrom(Page page) {
        var received = answers.getOrDefault(page, List.of()).stream()
                .map(answer -> isDocument(answer) ? answer.text() : documentOf(answer.text()))
                .toList();
        answers.remove(page);
        return received;
    }

    private void keep(Page page, Response answer) {
        if (isDocument(answer)) {
            answers.put(page, new ArrayList<>(List.of(answer)));
        } else if (answer.request().headers().containsKey("hx-request")) {
            answers.computeIfAbsent(page, ignored -> new ArrayList<>()).add(answer);
        }
    }

    private static boolean isHtml(Response answer) {
        return answer.headers().getOrDefault("content-type", "").startsWith("text/html") && answer.status() / 100 != 3;
    }

    private static boolean isDocument(Response answer) {
        return answer.request().isNavigationRequest();
    }

    /** Fragments of the page of tasks begin with a title, all that a head requires; some responses are whole pages. */
    private static String documentOf(String fragment) {
        if (fragment.stripLeading().startsWith("<!DOCTYPE")) {
            return fragment;
        }
        var title = fragment.stripLeading().startsWith("<title>") ? "" : "<title>Fragment</title>";
        return "<!DOCTYPE html><html lang=\"en\">" + title + fragment;
    }
}
