package com.taskmaster.webapp.board;

import com.taskmaster.webapp.tasks.Priority;
import com.taskmaster.webapp.tasks.TaskQuery;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.QueryStringEncoder;
import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.BadRequestException;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The tasks that a page's URL selects, so that every view can be linked to and returned to.
 *
 * @param list {@code null}: any
 * @param tags the tasks have all of them
 * @param priority {@code null}: any
 * @param search prefixes of words; {@code null}: none
 * @param sort {@code null}: the view's default
 * @param part which of the matching tasks the page shows
 */
@TemplateData
public record Filter(
        View view, UUID list, List<String> tags, Priority priority, String search, String sort, Part part) {

    static final String PATH = "/tasks";

    /** In display order. */
    private static final List<String> SORTS = List.of("position", "due", "priority", "title", "-created", "changed");

    static final Filter EVERYTHING = of(View.ALL);

    static Filter of(View view) {
        return new Filter(view, null, List.of(), null, null, null, Part.FIRST);
    }

    static Filter ofList(UUID list) {
        return new Filter(View.ALL, list, List.of(), null, null, null, Part.FIRST);
    }

    static Filter ofTag(String tag) {
        return new Filter(View.ALL, null, List.of(tag), null, null, null, Part.FIRST);
    }

    /** @throws BadRequestException if a value is not valid */
    public static Filter of(Map<String, List<String>> parameters) {
        return new Filter(
                one(parameters, "view", View::of).orElse(View.ALL),
                one(parameters, "list", Filter::id).orElse(null),
                values(parameters, "tag"),
                one(parameters, "priority", Priority::named).orElse(null),
                one(parameters, "q", Optional::of).orElse(null),
                one(parameters, "sort", Filter::sort).orElse(null),
                new Part(
                        one(parameters, "cursor", Optional::of).orElse(null),
                        one(parameters, "rows", Part::rows).orElse(Part.USUAL)));
    }

    /**
     * @param query the query of one of our URLs; {@code null} or empty selects everything
     * @throws BadRequestException if a value is not valid
     */
    public static Filter parse(String query) {
        return of(new QueryStringDecoder(query == null ? "" : query, false).parameters());
    }

    public List<String> sorts() {
        return SORTS;
    }

    /** The same filter, starting with the first task. */
    public Filter fromTheTop() {
        return with(Part.FIRST);
    }

    /** The same filter, starting after a cursor. */
    Filter behind(String cursor) {
        return with(Part.behind(cursor));
    }

    private Filter with(Part other) {
        return new Filter(view, list, tags, priority, search, sort, other);
    }

    /** Whether tasks precede the ones shown. */
    public boolean isContinued() {
        return part.cursor() != null;
    }

    /** The URL of the page that shows these tasks. */
    public URI address() {
        return address(Map.of());
    }

    /** The same page with additional parameters. */
    public URI address(Map<String, String> more) {
        return address(PATH, more);
    }

    /** Another page, with the parameters needed to return to this one. */
    public URI address(String path) {
        return address(path, Map.of());
    }

    /** Another page, with the parameters needed to return to this one and additional ones. */
    public URI address(String path, Map<String, String> more) {
        var query = new QueryStringEncoder(path);
        if (view != View.ALL) {
            query.addParam("view", view.value());
        }
        add(query, "list", list);
        tags.forEach(tag -> query.addParam("tag", tag));
        add(query, "priority", priority == null ? null : priority.value());
        add(query, "q", search);
        add(query, "sort", sort);
        add(query, "cursor", part.cursor());
        add(query, "rows", part.rows() == Part.USUAL ? null : part.rows());
        more.forEach(query::addParam);
        return URI.create(query.toString());
    }

    /** A query that {@link #parse} reads. */
    public String query() {
        return Optional.ofNullable(address().getRawQuery()).orElse("");
    }

    /** Whether it leaves out some tasks of the page's view, list or tag. */
    public boolean isNarrowed() {
        return search != null
                || priority != null
                || (list != null || view != View.ALL) && !tags.isEmpty()
                || tags.size() > 1;
    }

    /** Whether the other filter differs only in the words searched for; both must have some. */
    boolean isSearchedOn(Filter other) {
        return search != null && other.search != null && other.equals(lookingFor(other.search));
    }

    private Filter lookingFor(String words) {
        return new Filter(view, list, tags, priority, words, sort, part);
    }

    /**
     * The same page with fewer conditions: without search and priority if there are any, otherwise with nothing but the
     * page's view, list or tag.
     */
    public Filter cleared() {
        if (search != null || priority != null) {
            return new Filter(view, list, tags, null, null, sort, Part.FIRST);
        }
        var about = view == View.ALL && list == null ? tags.stream().limit(1).toList() : List.<String>of();
        return new Filter(view, list, about, null, null, sort, Part.FIRST);
    }

    /** Whether the tasks are in the order that users arrange themselves. */
    public boolean isInOrderOfPosition() {
        return view == View.ALL && (sort == null || sort.equals("position"));
    }

    public boolean isSortedBy(String other) {
        return other.equals(sort == null ? view.sort() : sort);
    }

    /** The one tag that the page shows; {@code null} if it shows something else. */
    public String tag() {
        return view == View.ALL && list == null && tags.size() == 1 ? tags.get(0) : null;
    }

    TaskQuery ask(ZoneId zone, String cursor, int limit) {
        return new TaskQuery(
                view.status(),
                view.due(),
                zone,
                list,
                tags,
                priority,
                search,
                sort == null ? view.sort() : sort,
                cursor,
                limit);
    }

    private static void add(QueryStringEncoder query, String name, Object value) {
        if (value != null) {
            query.addParam(name, value.toString());
        }
    }

    private static <T> Optional<T> one(
            Map<String, List<String>> parameters, String name, Function<String, Optional<T>> parse) {
        return values(parameters, name).stream().findFirst().map(value -> parse.apply(value)
                .orElseThrow(BadRequestException::new));
    }

    /** Ignores empty fields. */
    private static List<String> values(Map<String, List<String>> parameters, String name) {
        var values = new ArrayList<>(parameters.getOrDefault(name, List.of()));
        values.replaceAll(String::strip);
        values.removeIf(String::isEmpty);
        return List.copyOf(values);
    }

    private static Optional<UUID> id(String value) {
        try {
            return Optional.of(UUID.fromString(value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> sort(String value) {
        return SORTS.contains(value) ? Optional.of(value) : Optional.empty();
    }
}
